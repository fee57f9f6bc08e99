"""Candidates to participants: who acts, who undergoes, where, and what a statement is about.

What comes in: a page, its candidates, the actors and places of the article. What goes out: the candidates with
``actors``,
``recipients``, ``places`` and ``about`` filled. Which part of a clause plays which role is data (``en/roles.toml``);
how a sentence is cut is decided in ``chunks`` and ``outline``. Whoever or whatever undergoes an event is a recipient,
name or noun phrase alike; a noun phrase that is no actor has ``key`` None.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.candidates import Candidate
from timeline.events.chunks import Chunker
from timeline.events.outline import NOUN, QUOTE_ITEM, THAT, TIME, VERB, WITH, Item, Outline
from timeline.events.page import Page
from timeline.lexicons.events import DETERMINER, NUMBER
from timeline.lexicons.roles import RoleLexicon, RoleRule, role_rules
from timeline.values.actors import ActorMention, EventPlace, Participant, PlaceMention
from timeline.values.text import Span

_ACTOR_ROLES = frozenset(("agent", "speaker", "party"))
_CURRENCIES = frozenset("$£€¥")
_PAIR = 2  # items from a noun phrase over "and" to the one before
_MOST_RECIPIENTS = 4
_FAR = 100  # mentions back that "they" may reach
_LONGEST_PHRASE = 16  # tokens of a noun phrase that is no actor
_VENUE = frozenset(
    ("in", "at", "near", "inside", "across", "throughout", "within", "outside", "around", "on", "over")
)  # fmt: skip
_TOWARDS = frozenset(
    ("to", "into", "towards", "toward", "for", "onto")
)  # fmt: skip
_FIRST_PERSON = frozenset(("i", "me", "my", "mine", "myself"))
_DOING = frozenset(("in", "with", "by", "through", "without"))
_THIRD_PERSONS = frozenset(("they", "them", "their", "theirs"))
_BEING = frozenset(
    ("is", "are", "was", "were", "be", "been", "remain", "stay")
)  # fmt: skip
_SUFFERED = frozenset(("DEATH", "INJURY", "DISASTER", "MARKET"))
_SPOKEN = frozenset(
    ("STATEMENT", "REQUEST", "THREATEN", "ACCUSE", "AGREE", "REJECT")
)  # fmt: skip
_AMID = frozenset(("in", "by", "during", "from"))
_WITHIN = frozenset(("in", "of", "near", "across", "inside"))
_OWNED = frozenset(("its", "their"))
_JUDGING = frozenset(("ACCUSE", "SUPPORT"))
_ASKING = frozenset(("REQUEST", "ACCUSE"))
_BORDERS = frozenset(("border", "borders", "frontier"))  # "near the border with Chile"
_PERSONAL = frozenset(("recipient", "counterpart"))  # behind a preposition: someone, not something
_MOVING = frozenset(("MOVE", "LAUNCH"))
_ARTICLES = frozenset(("the", "a", "an"))
_GENITIVE = frozenset(("'s", "'", "’", "’s"))


class _Article:
    """Actors and places of one article by token."""

    __slots__ = (
        "actor_at",
        "actor_ends",
        "chunker",
        "lowers",
        "mentions",
        "page",
        "place_at",
        "places",
        "rules",
        "tokens",
        "words",
    )

    def __init__(
        self,
        page: Page,
        candidates: Sequence[Candidate],
        mentions: Sequence[ActorMention],
        places: Sequence[PlaceMention],
        rules: RoleLexicon,
    ) -> None:
        tokens = page.tokens
        self.page = page
        self.tokens = tokens
        self.words = tokens.words
        self.lowers = tokens.lowers
        self.mentions = mentions
        self.places = places
        self.rules = rules
        # Mentions begin and end at tokens: two tables are cheaper than a search for each.
        first_at = dict(zip(tokens.starts, range(len(tokens.starts)), strict=True))
        end_at = dict(zip(tokens.ends, range(1, len(tokens.ends) + 1), strict=True))
        self.actor_at: dict[int, int] = {}
        self.actor_ends: list[int] = []
        for number, mention in enumerate(mentions):
            self.actor_at[first_at[mention.start]] = number
            self.actor_ends.append(end_at[mention.end])
        self.place_at = {first_at[place.start]: number for number, place in enumerate(places)}
        self.chunker = Chunker(page, candidates, self.actor_at, self.actor_ends, rules.object_control)


def assign(
    candidates: Sequence[Candidate],
    page: Page,
    actor_mentions: Sequence[ActorMention],
    place_mentions: Sequence[PlaceMention],
    rules: RoleLexicon | None = None,
) -> None:
    """Fill ``actors``, ``recipients``, ``places`` and ``about`` of the candidates.

    Of ``accused`` in "The union accused the mill of fraud": agent ``The union``, recipient ``the mill``. Of ``attack``
    in "the rebels' attack on the depot": agent ``the rebels``, patient ``the depot``.

    Args:
        candidates: In text order, with frames.
        page: The article as the event stages read it.
        actor_mentions: Resolved actors in text order.
        place_mentions: Places in text order.
        rules: Role rules; None takes those of the package.
    """
    rules = rules or role_rules()
    article = _Article(page, candidates, actor_mentions, place_mentions, rules)
    sentences = page.tokens.sentences
    for candidate in candidates:
        outline = article.chunker.outline(sentences[candidate.sentence])
        number = outline.number_of(candidate.first_token)
        if number is None:
            continue
        rule = rules.rule(candidate.type, candidate.mode, candidate.lemma, candidate.reading)
        _Assignment(article, candidate, rule, outline, number).run()


class _Assignment:
    """The participants of one candidate while they are gathered."""

    __slots__ = ("_article", "_candidate", "_number", "_outline", "_rule", "_seen")

    def __init__(self, article: _Article, candidate: Candidate, rule: RoleRule, outline: Outline, number: int) -> None:
        self._article = article
        self._candidate = candidate
        self._rule = rule
        self._outline = outline
        self._number = number
        self._seen: set[object] = set()

    def run(self) -> None:
        item = self._outline.items[self._number]
        if item.kind == VERB:
            self._verb(item)
        elif item.kind == NOUN:
            self._noun(item)
        if self._candidate.type == "MOBILIZE":
            self._abroad()

    def _abroad(self) -> None:
        """The country to which force of another is sent: "Norway deployed troops in Chile"."""
        candidate = self._candidate
        homes = {actor.country for actor in candidate.actors if actor.country is not None}
        if not homes or any(part.country is not None for part in candidate.recipients):
            return
        for place in candidate.places:
            if place.role in ("venue", "destination") and place.country is not None and place.country not in homes:
                recipient = Participant(
                    start=place.start, end=place.end, text=place.text, name=place.name, role="recipient",
                    country=place.country,
                )  # fmt: skip
                candidate.recipients.append(recipient)
                return

    # --------------------------------------------------------------------------------------------------- verbs

    def _verb(self, verb: Item) -> None:
        outline, rule = self._outline, self._rule
        number = self._number
        passive = verb.passive or outline.is_reduced(number)
        objects = [] if passive else outline.objects(number)
        relative: Item | None = None
        subjects: list[Item]
        if passive and not verb.passive and number and outline.items[number - 1].kind == NOUN:
            subjects = [outline.items[number - 1]]
        else:
            subjects, relative = outline.subjects(number)
        if not subjects and self._is_inverted(number):
            subjects, objects = objects[:1], []
        role = rule.subject
        if passive:
            role = rule.object if rule.object not in ("none", "party") or rule.subject == "party" else "theme"
        elif role == "undergoer":
            objects = [item for item in objects if not self._is_amount(item)]
            role = "agent" if objects else "theme" if self._candidate.type == "MARKET" else "undergoer"
        elif role == "agent" and not objects and self._candidate.type in _MOVING:
            role = "mover"
        for item in subjects:
            self._add(item, role, relative)
        self._inside("patient" if rule.object == "none" else rule.object)
        self._own_source()
        if not passive and rule.object != "none":
            for item in objects[:_MOST_RECIPIENTS]:
                self._add(item, rule.object)
        self._asked(number, objects)
        if not passive and self._candidate.type in _JUDGING and objects:
            self._deed(number, objects)
        self._phrases(number, passive=passive)
        if verb.finite and not self._candidate.places:
            self._opening_place(number)

    def _asked(self, number: int, objects: list[Item]) -> None:
        """The subject of what is demanded or alleged: "demanded that Chile withdraw", "alleged that Chile knew"."""
        items = self._outline.items
        if objects or self._candidate.type not in _ASKING or number + _PAIR + 1 >= len(items):
            return
        that, asked, verb = items[number + 1 : number + _PAIR + 2]
        if that.kind == THAT and that.word == "that" and asked.kind == NOUN and verb.kind == VERB and asked.actor >= 0:
            self._add_actor(asked.actor, "recipient")

    def _deed(self, number: int, objects: list[Item]) -> None:
        """Who did what is praised or blamed: "condemned a raid by Chile"."""
        items = self._outline.items
        after = number + _PAIR
        if len(objects) != 1 or objects[0].actor >= 0 or after + 1 >= len(items):
            return
        if items[after].kind == WITH and items[after].word == "by" and items[after + 1].actor >= 0:
            self._add_actor(items[after + 1].actor, "recipient")

    def _is_amount(self, item: Item) -> bool:
        """Whether a phrase says by how much: "fell 21 per cent"."""
        words = self._article.words
        return item.actor < 0 and (words[item.first][0].isdigit() or words[item.first][0] in _CURRENCIES)

    def _inside(self, role: str) -> None:
        """Actors within the words of the trigger: "jailed a baker for", "release of hostages"."""
        candidate, article = self._candidate, self._article
        for token in range(candidate.first_token + 1, candidate.end_token):
            number = article.actor_at.get(token)
            if number is not None:
                self._add_actor(number, role)

    def _own_source(self) -> None:
        """The speaker of a statement without a subject, as attribution found it."""
        candidate = self._candidate
        source, cue = candidate.attribution.source, candidate.attribution.cue
        if candidate.actors or candidate.type != "STATEMENT" or source is None or cue is None:
            return
        starts, ends = self._article.tokens.starts, self._article.tokens.ends
        if cue.start < ends[candidate.end_token - 1] and starts[candidate.first_token] < cue.end:
            candidate.actors.append(source)
            self._seen.add(source.key or (source.start, source.end))

    def _is_inverted(self, number: int) -> bool:
        """Whether the subject stands behind the verb: ``"We won," said Firth``."""
        items = self._outline.items
        quoted = number > 0 and items[number - 1].kind == QUOTE_ITEM
        if self._candidate.type != "STATEMENT" and not quoted:
            return False
        after = number + 2
        return after >= len(items) or items[after].kind != NOUN

    # --------------------------------------------------------------------------------------------------- nouns

    def _noun(self, item: Item) -> None:
        article, rule, outline = self._article, self._rule, self._outline
        first = self._candidate.first_token
        owners = [
            number
            for token in range(item.first, first)
            if (number := article.actor_at.get(token)) is not None and article.actor_ends[number] <= first
        ]
        if owners and rule.possessor != "none":
            before = self._before_and()
            if before is not None:
                self._add_actor(before.actor, rule.possessor)
            for number in owners:
                self._add_actor(number, rule.possessor)
        receives = False
        if self._candidate.light >= 0:
            light = outline.number_of(self._candidate.light)
            if light is not None and outline.items[light].kind == VERB:
                subjects, relative = outline.subjects(light)
                if outline.items[light].passive:
                    subjects = []
                role = rule.subject if rule.subject != "undergoer" else "agent"
                if outline.items[light].word in article.rules.receiving and role == "agent":
                    role = rule.object if rule.object not in ("none", "theme") else "recipient"
                    receives = True
                for subject in subjects:
                    self._add(subject, role, relative)
        if not self._candidate.actors and not receives:
            self._above()
            self._doer()
        self._victims()
        role = rule.prepositions.get("of", "theme")
        self._inside(role if role != "none" and role not in _ACTOR_ROLES else "theme")
        if self._candidate.end_token == item.end and self._candidate.end_token - first > 1:
            # "a call on the government": the trigger ends in its preposition.
            after = self._number + 1
            role = rule.prepositions.get(article.lowers[item.end - 1], "none")
            if after < len(outline.items) and outline.items[after].kind == NOUN:
                self._add(outline.items[after], role)
        self._phrases(self._number, passive=True, receives=receives)

    def _victims(self) -> None:
        """Who was killed or hurt in an attack: "two miners were killed in an air strike"."""
        items = self._outline.items
        place = self._number - 2
        if self._candidate.type != "ASSAULT" or place < 0 or items[place + 1].word not in _AMID:
            return
        if items[place].kind == VERB and items[place].passive and items[place].word in self._article.rules.harming:
            for subject in self._outline.subjects(place)[0]:
                self._add(subject, "patient")

    def _before_and(self) -> Item | None:
        """The actor that "and" joins to the owner of a noun: "Chile and Peru's talks"."""
        items, number = self._outline.items, self._number
        if number < _PAIR or items[number - 1].word != "and":
            return None
        before = items[number - _PAIR]
        hangs = number > _PAIR and items[number - _PAIR - 1].kind in (VERB, WITH)
        return before if before.kind == NOUN and before.actor >= 0 and not hangs else None

    def _doer(self) -> None:
        """The subject of the verb whose object a noun is, when that verb does what the noun names: "issued an
        order".
        """
        items = self._outline.items
        place = self._number - 1
        if place < 0 or items[place].kind != VERB or items[place].passive or self._rule.subject not in _ACTOR_ROLES:
            return
        if items[place].word in self._article.rules.support:
            subjects, relative = self._outline.subjects(place)
            for subject in subjects:
                if subject.actor >= 0:
                    self._add(subject, self._rule.subject, relative)

    def _above(self) -> None:
        """The subject of the verb above a noun of speech: "Firth said in a statement", "marched with a call for"."""
        items = self._outline.items
        place = self._number - 1
        if self._candidate.type not in _SPOKEN:
            # "executives are in talks", "what they won by fighting"
            if place < 1 or items[place - 1].kind != VERB:
                return
            lower = self._article.lowers[self._candidate.first_token]
            deed = items[place].word in ("by", "through", "without") and lower.endswith("ing")
            if not deed and (items[place].word != "in" or items[place - 1].word not in _BEING):
                return
        if place >= 1 and items[place].kind == WITH and items[place].word in _DOING:
            place -= 1
            while place >= 0 and items[place].kind in (NOUN, TIME, WITH):
                place -= 1
            if place >= 0 and items[place].kind == VERB and not items[place].passive:
                subjects, relative = self._outline.subjects(place)
                for subject in subjects:
                    if subject.actor >= 0:
                        self._add(subject, self._rule.subject, relative)

    def _phrases(self, number: int, *, passive: bool, receives: bool = False) -> None:
        """The roles of the prepositional phrases behind the trigger."""
        prepositions, article = self._rule.prepositions, self._article
        verb = self._outline.items[number].kind == VERB
        for word, items in self._outline.phrases_after(number):
            first = items[0].first
            self._place(word, items)
            if verb and word == "of" and self._outline.number_of(first) != number + 2:
                continue  # belongs to the noun before it
            role = prepositions.get(word)
            if word == "by":
                if not passive or role == "none":
                    continue
                role = role or ("agent" if self._rule.subject == "undergoer" else self._rule.subject)
            if receives and word == "from":
                role = "agent"
            if role is None or role == "none":
                continue
            if role == "about":
                span = Span(start=article.tokens.starts[first], end=article.tokens.ends[items[-1].end - 1])
                self._candidate.about.append(span)
                continue
            if verb and role == "recipient" and self._hangs_on_phrase(first):
                continue
            if role == "counterpart" and article.lowers[first - _PAIR] in _BORDERS:
                continue
            if first in article.place_at and items[0].actor < 0 and role not in ("patient", "party", "recipient"):
                continue
            for item in items:
                if item.actor < 0 and word != "by" and (role in _ACTOR_ROLES or role in _PERSONAL):
                    if self._country(item)[0] is None:
                        continue
                    if role in _ACTOR_ROLES:
                        continue
                self._add(item, role)

    def _hangs_on_phrase(self, first: int) -> bool:
        """Whether a phrase follows another prepositional phrase and belongs to it: "curbs on trade with Chile"."""
        items = self._outline.items
        number = self._outline.number_of(first) or 0
        if number < 3 or items[number - 2].kind != NOUN or items[number - 3].kind != WITH:
            return False
        return items[number - 3].word != "in"  # "two million in aid to Chile"

    # ------------------------------------------------------------------------------------------------- filling

    def _add(self, item: Item, role: str, relative: Item | None = None) -> None:
        if role == "none":
            return
        if role == "about":
            tokens = self._article.tokens
            self._candidate.about.append(Span(start=tokens.starts[item.first], end=tokens.ends[item.end - 1]))
            return
        if role == "undergoer":
            acts = item.actor >= 0 and self._candidate.type not in _SUFFERED
            role = "agent" if acts else "patient"  # a speaker begins, a bridge collapses
        if role == "mover":
            role = "agent" if item.actor >= 0 else "theme"  # people travel, an aircraft is flown
        if item.actor >= 0:
            self._add_actor(item.actor, role, relative)
        elif role not in ("party", "speaker"):
            self._add_noun_phrase(item, role, relative)

    def _add_actor(self, number: int, role: str, relative: Item | None = None) -> None:
        article = self._article
        mention = article.mentions[number]
        key, name, country, code = mention.key, mention.name, mention.country, mention.code
        if country is None and mention.text.partition(" ")[0].lower() in _OWNED:
            country = self._owner_country(number)
        kind: str | None = mention.kind
        if mention.form == "pronoun" and mention.text.lower().endswith(("self", "selves")):
            return  # who acts on himself is named already
        if key is None and mention.form == "pronoun":
            if mention.plural and self._add_both(number, role):
                return
            kind = None
            source = self._candidate.attribution.source
            if source is not None and mention.text.lower() in _FIRST_PERSON:
                key, name, kind, country, code = source.key, source.name, source.kind, source.country, source.code
        identity = key or (mention.start, mention.end)
        if identity in self._seen:
            return
        self._seen.add(identity)
        start, end, text = mention.start, mention.end, mention.text
        if relative is not None:
            start, end = article.tokens.starts[relative.first], article.tokens.ends[relative.end - 1]
            text = article.tokens.text[start:end]
        self._put(
            Participant(
                start=start,
                end=end,
                text=text,
                name=name,
                role=role,
                kind=kind,
                key=key,
                country=country,
                code=code,
            )
        )

    def _owner_country(self, number: int) -> str | None:
        """The country of "its soldiers": that of the last state or body named before in the sentence."""
        mentions = self._article.mentions
        for before in range(number - 1, -1, -1):
            if mentions[before].sentence != mentions[number].sentence:
                return None
            if mentions[before].kind in ("country", "organisation"):
                return mentions[before].country
        return None

    def _add_both(self, number: int, role: str) -> bool:
        """Put in for "they" the two actors that "and" joins shortly before: "Chile and Peru said they will talk"."""
        article = self._article
        pronoun = article.mentions[number]
        if pronoun.text.lower() not in _THIRD_PERSONS:
            return False
        for before in range(number - 1, max(0, number - 1 - _FAR), -1):
            first, second = article.mentions[before - 1], article.mentions[before]
            if pronoun.sentence - second.sentence > 1:
                return False
            if first.sentence != second.sentence or first.key is None or second.key is None:
                continue
            if article.tokens.text[first.end : second.start].strip() in ("and", "and the", ", and"):
                for mention in (first, second):
                    if mention.key not in self._seen:
                        self._seen.add(mention.key)
                        self._put(
                            Participant(
                                start=pronoun.start,
                                end=pronoun.end,
                                text=pronoun.text,
                                name=mention.name,
                                role=role,
                                kind=mention.kind,
                                key=mention.key,
                                country=mention.country,
                                code=mention.code,
                            )
                        )
                return True
        return False

    def _add_noun_phrase(self, item: Item, role: str, relative: Item | None) -> None:
        """A phrase that no actor heads: a thing that undergoes, or that acts ("the blast killed two miners")."""
        article = self._article
        tokens = article.tokens
        first, end = item.first, item.end
        if first <= self._candidate.first_token < end:
            return
        if article.lowers[first] == "dead" and end - first == 1:
            return  # "shot dead a miner"
        number = self._outline.number_of(first) or 0
        items = self._outline.items
        # "the value of the contract": what "of" adds belongs to the phrase.
        joins = self._rule.prepositions.get("of") != "none" or role != self._rule.object
        while joins and number + 2 < len(items) and items[number + 1].word == "of" and items[number + 2].kind == NOUN:
            end = items[number + 2].end
            number += 2
            if end - first > _LONGEST_PHRASE:
                break
        while end - first > 1 and article.lowers[end - 1] in _GENITIVE:
            end -= 1
        start, stop = tokens.starts[first], tokens.ends[end - 1]
        if (start, stop) in self._seen or len(self._candidate.recipients) >= _MOST_RECIPIENTS:
            return
        self._seen.add((start, stop))
        head = first + 1 if article.lowers[first] in _ARTICLES and first + 1 < end else first
        head = self._name_tail(head, end)
        name = tokens.text[tokens.starts[head] : stop]
        text = tokens.text[start:stop]
        if relative is not None:
            start, stop = tokens.starts[relative.first], tokens.ends[relative.end - 1]
            text = tokens.text[start:stop]
        country, code = self._country(item)
        if country is None and role == "patient":
            country = self._located(self._outline.number_of(first) or 0)
        self._put(Participant(start=start, end=stop, text=text, name=name, role=role, country=country, code=code))

    def _located(self, number: int) -> str | None:
        """The country of the place where what undergoes lies: "bombed positions in northern Iraq"."""
        items = self._outline.items
        if number + _PAIR >= len(items) or items[number + 1].word not in _WITHIN:
            return None
        place = items[number + _PAIR]
        return self._country(place)[0] if items[number + 1].kind == WITH and place.kind == NOUN else None

    def _name_tail(self, first: int, end: int) -> int:
        """Where a proper name at the end of a phrase begins: "the new Comet 3G" is called "Comet 3G"."""
        words, bits = self._article.words, self._article.page.bits
        while first + 1 < end and bits[first] & (DETERMINER | NUMBER) and words[first + 1][0].isupper():
            first += 1  # "First Comet 3G"
        place = end
        while place > first and (
            words[place - 1] != words[place - 1].lower() or words[place - 1][0].isdigit() or words[place - 1] == "-"
        ):
            place -= 1
        tail = words[place:end]
        if place == first or not any(word[0].isalpha() and word != word.lower() for word in tail):
            return first
        return place + 1 if words[place] == "-" and place + 1 < end else place

    def _country(self, item: Item) -> tuple[str | None, str | None]:
        """The country that a noun phrase names: "the Russian embassy building", "southern Lebanon"."""
        article = self._article
        for token in range(item.first, item.end):
            number = article.actor_at.get(token)
            if number is not None and article.mentions[number].country is not None:
                return article.mentions[number].country, article.mentions[number].code
            place = article.place_at.get(token)
            if place is not None:
                return article.places[place].country, None
        return None, None

    def _put(self, participant: Participant) -> None:
        if participant.role in _ACTOR_ROLES:
            self._candidate.actors.append(participant)
        else:
            self._candidate.recipients.append(participant)

    # -------------------------------------------------------------------------------------------------- places

    def _opening_place(self, number: int) -> None:
        """The place that opens the sentence, for its first verb: "In Ghent, nurses marched"."""
        items = self._outline.items
        if len(items) < _PAIR or items[0].kind != WITH or items[0].word not in _VENUE or items[1].kind != NOUN:
            return
        if not any(item.kind == VERB and item.finite for item in items[:number]):
            self._place(items[0].word, items[1:2])

    def _place(self, preposition: str, items: list[Item]) -> None:
        concerns = self._rule.prepositions.get(preposition) == "about"
        role = "about" if concerns else self._place_role(preposition)
        article = self._article
        if role is None or (preposition == "in" and self._holds_place(items[0].first)):
            return
        for item in items:
            for token in range(item.first, item.end):
                number = article.place_at.get(token)
                if number is not None:
                    self._candidate.places.append(_event_place(article.places[number], role))
                    break

    def _holds_place(self, first: int) -> bool:
        """Whether a phrase says where the place before it lies: "from Ghent in Belgium"."""
        number = self._outline.number_of(first) or 0
        places = self._candidate.places
        if number < _PAIR or (places and places[-1].role == "about"):
            return False
        before = self._outline.items[number - _PAIR]
        return before.kind == NOUN and any(token in self._article.place_at for token in range(before.first, before.end))

    def _place_role(self, preposition: str) -> str | None:
        if preposition in _VENUE:
            return "venue"
        if preposition in _TOWARDS:
            moving = self._candidate.type in self._article.rules.moving or self._candidate.mode == "visit"
            return "destination" if moving else None
        if preposition == "from" and self._candidate.type != "STATEMENT":
            return "origin"
        return None


def _event_place(place: PlaceMention, role: str) -> EventPlace:
    return EventPlace(
        start=place.start,
        end=place.end,
        text=place.text,
        name=place.name,
        role=role,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
    )


__all__ = ["assign"]
