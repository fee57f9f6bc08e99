"""Who is the subject of a verb group: before it, beyond clauses between, through control and relative pronouns.

What comes in: the items of one sentence. What goes out: the noun phrases that are the subject of a verb. What role a
subject plays is decided in ``verb_roles``.

Source of the idea: sparse parsing as in TABARI (Schrodt), here over noun phrases that are known to be actors.
"""

from __future__ import annotations

from timeline.events.article.items import (
    AND,
    COMMA_ITEM,
    FAR,
    NOUN,
    NOUN_VERB_THAT,
    NOUN_WITH,
    NOUN_WITH_AND_TIME,
    QUOTE_ITEM,
    QUOTE_STOP,
    STOP_ITEM,
    THAT,
    TIME,
    VERB,
    WHO,
    WITH,
    Item,
)
from timeline.events.clauses.phrase_row import PhraseRow
from timeline.lexicons.roles import RoleWords

#: The noun phrases that are a subject, and the relative pronoun between them and the verb.
Subject = tuple[list[Item], Item | None]

_DEEPEST = 4  # verbs that lead to a subject
_GERUND = 3  # items from the object of a gerund to the participle before "of"


class SubjectRow(PhraseRow):
    """The items of one sentence, asked for subjects."""

    __slots__ = ("_found",)

    def __init__(self, items: list[Item], words: RoleWords) -> None:
        super().__init__(items, words)
        self._found: dict[int, Subject] = {}

    def subjects(self, number: int) -> Subject:
        """The noun phrases that are the subject of a verb group, and the relative pronoun between them, if any.

        Of "left" in "the miners, who met Jane Firth and Omar Bey, left": the miners. Of "leave" in "urged the army to
        leave": the army.
        """
        found = self._found.get(number)
        if found is None:  # roles, places and lines ask for the same ones
            found = self._found[number] = self._subjects(number, 0)
        return found

    def _subjects(self, number: int, depth: int) -> Subject:
        """As ``subjects``; ``depth`` is how many verbs led here."""
        if depth > _DEEPEST:
            return [], None
        items = self.items
        verb = items[number]
        place = number - 1
        crossed_comma = False
        if verb.infinitive and verb.passive and place >= 0 and items[place].kind == NOUN:
            return [items[place]], None  # "the bridge to be opened in May"
        # From the verb to the left: each kind of item says who it is, or where to look on.
        while place >= 0:
            kind = items[place].kind
            found: int | Subject
            if kind == NOUN:
                found = self._at_noun(place, number, depth, crossed_comma=crossed_comma)
            elif kind == WITH:
                found = self._at_preposition(place, number, depth)
            elif kind == TIME:
                found = place - 2 if place and items[place - 1].kind == WITH else place - 1
            elif kind == VERB:
                found = self._at_verb(place, number, depth, crossed_comma=crossed_comma)
            elif kind == COMMA_ITEM:
                opening = self.parenthesis(place)
                if opening is not None:
                    found = self._at_insertion(opening, place)
                else:
                    crossed_comma = True
                    found = self._at_comma(place, verb, depth)
            elif kind == AND:
                found = self._at_and(place, number, depth)
            elif kind == THAT:
                return self._at_that(place, number, depth)
            elif kind == WHO:
                antecedent = self._antecedent(place)
                return (antecedent, items[place]) if antecedent else ([], None)
            else:
                return [], None
            if not isinstance(found, int):
                return found
            place = found
        opens = verb.infinitive or verb.gerund or (verb.passive and not verb.finite)
        return self._subject_behind(number, depth) if opens and self._ends_in_comma(number) else ([], None)

    def _at_noun(self, place: int, number: int, depth: int, *, crossed_comma: bool) -> int | Subject:
        """What a noun phrase left of a verb says of its subject; it is the subject when it hangs on no other."""
        items = self.items
        verb = items[number]
        if self._is_age(place):
            return place - 2  # "Ruth Vey, 52, of Mill Lane, was jailed"
        if place > _GERUND and items[place - 1].gerund and verb.finite and self._is_charge(place - 2):
            return place - _GERUND  # "a man suspected of killing two Chileans was held"
        before = items[place - 1].kind if place else STOP_ITEM
        if before == WITH:
            clausal = verb.finite and place == number - 1 and items[place - 1].word in self.words.clausal
            return ([items[place]], None) if clausal else place - 2
        if place > 2 and before == TIME and items[place - 2].kind == WITH:
            # a "'s" between: "those held at Thursday's march were freed"
            if items[place - 1].end < items[place].first:
                return place - 3
        elif before == NOUN and items[place].actor < 0 and items[place + 1].word == "of":
            return place - 1  # "a probe the size of a desk landed"
        if verb.finite:
            if self._hangs_on_opening(place):
                return place - 2  # "Chile's decision to free the miners was praised"
            relative = self.relative_of(place - 1)
            if relative is not None:
                return self._antecedent(relative), None
        else:
            if verb.infinitive and before == VERB:
                # "plans to sell", "signed a lease to farm": the governor's subject, or its object for "urge".
                return self._controlled(place - 1, number, depth)
            if crossed_comma and place > 0:
                # ", killing 12": who acted in the clause before.
                earlier = self.verb_before(place)
                if earlier is not None:
                    return self._subjects(earlier, depth + 1)
        return self._joined_left(place), None

    def _at_preposition(self, place: int, number: int, depth: int) -> Subject:
        """The subject of a verb behind a preposition ("by saying", "after killing"): of the verb before or behind."""
        items = self.items
        verb, item = items[number], items[place]
        if verb.gerund:
            named = self._object_before(place) if item.word == "as" else None
            if named is None and item.word in self.words.charging:
                named = self._charged(place)
            if named is not None:
                return [named], None
            if place > 1 and items[place - 1].bare and self.is_reduced(place - 1):
                return items[place - 2 : place - 1], None  # "a man suspected of killing"
        earlier = self.verb_before(place)
        if earlier is not None:
            return self._subjects(earlier, depth + 1)
        return self._subject_behind(number, depth) if verb.gerund else ([], None)

    def _at_verb(self, place: int, number: int, depth: int, *, crossed_comma: bool) -> int | Subject:
        """What another verb before a verb says of its subject: that it governs it, or belongs to a clause between."""
        items = self.items
        verb = items[number]
        if verb.finite and items[place].bare and place and items[place - 1].kind == NOUN and self.is_reduced(place):
            return place - 1  # "a man accused of theft was held"
        if verb.infinitive or verb.gerund or crossed_comma or not verb.finite:
            return self._controlled(place, number, depth)
        # Two finite verbs side by side: the first belongs to a relative clause or has no object.
        return self._beyond_clause(place, depth)

    def _at_that(self, place: int, number: int, depth: int) -> Subject:
        """The subject of a verb behind "that" and the like: what that stands for, or nobody where it opens a clause."""
        items = self.items
        verb, item = items[number], items[place]
        if verb.gerund and item.word == "as":
            named = self._object_before(place)
            if named is not None:
                return [named], None
        if place and items[place - 1].kind == NOUN and place == number - 1 and item.word == "that":
            return self._joined_left(place - 1), item
        return self._subject_behind(number, depth) if verb.gerund or verb.bare else ([], None)

    def _at_and(self, place: int, number: int, depth: int) -> int | Subject:
        """The subject of a verb behind "and": that of the verb before, or of the one that tells both."""
        earlier = self.verb_before(place)
        if earlier is None or self.items[earlier].kind != VERB:
            return place - 1
        above = self._told_above(earlier, number)
        return self._subjects(earlier if above is None else above, depth + 1)

    def _at_insertion(self, opening: int, place: int) -> int | Subject:
        """What stands between commas before a verb: an apposition that is its subject, or what is passed over."""
        if self._is_company(opening, place):
            return [*self._joined_left(opening - 1), self.items[place - 1]], None
        apposed = self._named_apposition(opening, place)
        return (apposed, None) if apposed else opening - 1

    def _at_comma(self, place: int, verb: Item, depth: int) -> int | Subject:
        """The subject of a verb behind a comma that closes nothing: of the verb before, or beyond relative clauses."""
        if verb.finite and not verb.infinitive and place and self.items[place - 1].kind == QUOTE_ITEM:
            return [], None
        told = self._told_of(place) if verb.gerund else None
        if told is not None:
            return self._subjects(told, depth + 1)
        earlier = self.verb_before(place)
        if earlier is None:
            return place - 1
        outer = self._beyond_relatives(place) if verb.finite else []
        return (outer, None) if outer else self._subjects(earlier, depth + 1)

    def _subject_behind(self, number: int, depth: int) -> Subject:
        """The subject of the main clause behind an opening one: "After closing the mill, Firth left".

        None where the phrase right behind is its object and the main verb's own subject: "as closing mills is hard".
        """
        later = self.verb_after(number)
        if later is None:
            return [], None
        found, relative = self._subjects(later, depth + 1)
        return ([], None) if found[:1] == self.items[number + 1 : number + 2] else (found, relative)

    def _told_above(self, told: int, number: int) -> int | None:
        """The verb that tells a clause when what "and" joins is its own: "said men were hurt and promised aid", "said
        rebels had fled and ordered a search", "said few had called, but dismissed her".

        None of another passive: "said men were held and fined by the court".
        """
        items = self.items
        clause, verb = items[told], items[number]
        compound = clause.passive or (not clause.bare and clause.end - clause.first > 1)
        if not compound or not verb.bare or not (verb.reporting or items[number - 1].word == "but"):
            return None
        alone = items[number].end - items[number].first == 1  # not "promised reforms"
        if alone and (number + 1 >= len(items) or items[number + 1].kind not in NOUN_VERB_THAT):
            return None
        place = told - 1
        while place >= 0 and items[place].kind in NOUN_WITH:
            place -= 1
        if place > 0 and items[place].kind == THAT and items[place].word == "that":
            place -= 1
            while place > 0 and items[place].kind == NOUN:
                place -= 1
        above = items[place] if place >= 0 else None
        return place if above is not None and above.kind == VERB and above.finite and above.reporting else None

    def _is_charge(self, place: int) -> bool:
        """Whether a preposition follows a participle that tells of a noun: "a man suspected of"."""
        items = self.items
        return items[place].kind == WITH and items[place - 1].bare and self.is_reduced(place - 1)

    def _charged(self, place: int) -> Item | None:
        """Who is said to do what follows "of" or "for": "accused the king of lying", "thanked him for coming"."""
        items = self.items
        before = place - 1
        while before > 0 and items[before].kind in NOUN_WITH_AND_TIME:
            before -= 1
        verb = items[before]
        if before < 0 or verb.kind != VERB or verb.passive or verb.word in self.words.menacing:
            return None
        held = items[before + 1]
        return held if held.kind == NOUN and (held.actor >= 0 or verb.word in self.words.judging) else None

    def _told_of(self, comma: int) -> int | None:
        """The -ing form that a comma ends and that tells of an object: "accused him of bombing it, killing ten"."""
        items = self.items
        place = comma - 1
        while place > 0 and items[place].kind in NOUN_WITH_AND_TIME:
            if items[place].kind == WITH and items[place + 1].kind == VERB:
                break
            place -= 1
        if place < 1 or not items[place].gerund or items[place - 1].word not in self.words.charging:
            return None
        return place if self._charged(place - 1) is not None else None

    def _object_before(self, place: int) -> Item | None:
        """Who is said to do what follows "as": "quoted Jane Firth as saying"."""
        items = self.items
        if place > 1 and items[place - 1].kind == NOUN and items[place - 2].kind == VERB:
            return items[place - 1] if items[place - 2].word in self.words.portraying else None
        return None

    def _controlled(self, governor: int, number: int, depth: int) -> Subject:
        """The subject of an infinitive or participle: the object of a verb like "urge", else the governor's subject."""
        items = self.items
        if (
            governor < number - 1
            and items[governor].word in self.words.object_control
            and not (items[number].infinitive and items[governor].word in self.words.bare_control)
        ):
            between = [item for item in items[governor + 1 : number] if item.kind == NOUN]
            if between and (between[0].actor >= 0 or items[governor].word not in self.words.handling):
                return between[:1], None
        return self._subjects(governor, depth + 1)

    def _beyond_clause(self, place: int, depth: int) -> Subject:
        """The subject before a relative clause: "the man who shot the deer was fined"."""
        items = self.items
        for number in range(place, max(-1, place - FAR), -1):
            kind = items[number].kind
            if kind in QUOTE_STOP:
                return [], None
            if kind == WHO or (kind == THAT and number and items[number - 1].kind == NOUN):
                return self._antecedent(number), None
        verb = items[place]
        if not verb.finite or not verb.infinitive:
            return self._subjects(place, depth + 1) if verb.finite is False else ([], None)
        return [], None
