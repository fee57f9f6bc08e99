"""Titles and other descriptions of persons to the members of a cast: "the spokesman", "the Swede", "X, the mayor".

What comes in: the mentions of an article, the owners found so far, and who bears which title. What goes out: a member,
or None where two people hold the title and nothing tells which is meant. Names are decided in ``namesakes``, kinds of
bodies in ``bodies``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from timeline.actors.antecedents import BECOMING, Antecedents
from timeline.actors.cast import Member
from timeline.lexicons.referents import referent_words
from timeline.values.actors import ActorMention

_REACH = 3  # sentences back that a bare title may reach past others of its kind
_LIST = 100  # mentions back: more than three sentences hold, unless they are lists
_MOST_HOLDERS = 100  # of one title that are looked through; more stand in a list
_LONG_NAME = 2
_WRITTEN_OUT = {
    "gov.": "governor", "sen.": "senator", "rep.": "representative", "gen.": "general", "col.": "colonel",
    "lt.": "lieutenant", "capt.": "captain", "sgt.": "sergeant", "prof.": "professor", "dr.": "doctor", "dr": "doctor",
    "adm.": "admiral", "maj.": "major", "det.": "detective", "supt.": "superintendent", "insp.": "inspector",
    "rev.": "reverend", "pres.": "president", "amb.": "ambassador",
}  # fmt: skip
_GENDERS = {"man": "m", "woman": "f", "king": "m", "queen": "f"}
#: Ends of names for people of a nation: "Frenchwoman".
_OF_NATIONS = (("woman", "f"), ("shman", "m"), ("chman", "m"))
_STRIVING = (" for ", " for the ")  # what somebody is not yet: "a candidate for president"
_FORMER = "former"
_BEING = (" is ", " was ")
_BE = re.compile(r"(?:, (?:aged )?\d{1,3},)? (?:is|was) ")
_INSIDE = 3  # mentions that may stand in what is said of a description
#: What says more of a description before its name: " of sales, ", " for president, ".
_PHRASE = re.compile(r" (?:of|for|at|in|on|to|with) [\w'’ -]{1,50}, ")


class Descriptions:
    """Who is meant by words that are no name, in one article; ``owners`` is filled while it is asked."""

    __slots__ = ("_antecedents", "_entitled", "_mentions", "_owners", "_text", "_words")

    def __init__(
        self,
        text: str,
        mentions: Sequence[ActorMention],
        owners: Sequence[Member | None],
        antecedents: Antecedents,
    ) -> None:
        self._text = text
        self._antecedents = antecedents
        self._words = referent_words()
        self._mentions = mentions
        self._owners = owners
        self._entitled: dict[str, list[Member]] = {}

    def entitle(self, owner: Member, title: str) -> None:
        """Note the words of a title, so that "the governor" finds "Gov. Firth"."""
        for word in title.lower().split():
            word = _WRITTEN_OUT.get(word, word)
            if word not in owner.words:
                owner.words.add(word)
                self._entitled.setdefault(word, []).append(owner)

    def explained(self, number: int, mention: ActorMention, previous: int) -> Member | None:
        """The person of an apposition: "X, the mayor of Y," or "the mayor of Y, X,"."""
        if mention.form != "role" or mention.plural:
            return None
        text = self._text
        if mention.kind == "role" and text.endswith(BECOMING, 0, mention.start):
            return self._becoming(number, mention)
        if mention.kind == "role" and previous >= 0 and text.endswith(_BEING, 0, mention.start):
            return self._being(mention, previous)
        if previous >= 0:
            before = self._mentions[previous]
            owner = self._owners[previous]
            if (
                owner is not None
                and before.form == "name"
                and before.sentence == mention.sentence
                and text[before.end : mention.start] == ", "
                and _may_be(mention, owner)
            ):
                return owner
        if text.endswith(_STRIVING, 0, mention.start):
            return None  # "their candidate for president, Jonas Wik,"
        for following in range(number + 1, min(number + 1 + _INSIDE, len(self._mentions))):
            after = self._mentions[following]
            owner = self._owners[following]
            if after.sentence != mention.sentence:
                break
            if owner is None or after.form != "name":
                continue
            if (
                self._leads_to(mention, after)
                and text[after.end : after.end + 1] in (",", ".")
                and _may_be(mention, owner)
            ):
                return owner
        return None

    def _being(self, mention: ActorMention, previous: int) -> Member | None:
        """Whom "is a nurse" is said of: whoever stands right before it, with an age at most in between."""
        before, owner = self._mentions[previous], self._owners[previous]
        if owner is None or before.form != "name" or before.sentence != mention.sentence or not _may_be(mention, owner):
            return None
        return owner if _BE.fullmatch(self._text[before.end : mention.start]) else None

    def _leads_to(self, mention: ActorMention, after: ActorMention) -> bool:
        """Whether a comma alone parts a description from a name, or a phrase or clause that says more of it: "The head
        of sales, Ada Reed,", "A guide who turned back, Ada Reed,".
        """
        between = self._text[mention.end : after.start]
        if between == ", " or _PHRASE.fullmatch(between):
            return True
        return (
            mention.text[:2] in ("A ", "An") and between.startswith(" who ") and between.find(",") == len(between) - 2
        )

    def _becoming(self, number: int, mention: ActorMention) -> Member | None:
        """Whom a predicate tells of: "Holm beat Bey to become the first woman to win" is said of Holm, not of another.

        The one person named before it in its sentence; of several the first, where it is what she did that made her so.
        """
        named: list[int] = []
        for before in range(number - 1, max(-1, number - 1 - _LIST), -1):
            other, owner = self._mentions[before], self._owners[before]
            if other.sentence != mention.sentence:
                break
            if owner is not None and owner.kind == "person" and not owner.plural and other.form != "role":
                named.append(before)
        if not named:
            return None
        subject = self._mentions[named[-1]]
        owner = self._owners[named[-1]]
        between = self._text[subject.end : mention.start]
        if not self._words.urging.isdisjoint(between.split()):
            return None
        if any(self._owners[one] is not owner for one in named) and not between.endswith(" to become "):
            return None
        gender = _GENDERS.get(mention.name.rsplit(" ", 1)[-1].lower())
        if owner is not None and gender is not None:
            if owner.gender not in (None, gender):
                return None
            owner.gender = gender
        return owner

    def holder(self, number: int, mention: ActorMention) -> Member | None:
        """Who a bare title stands for: "the spokesman" is the one person with that word in a title.

        Of two, the one whose country is named ("the French president"), else the only one who is named in the sentences
        just before; None when both are, or the phrase names somebody else ("the mayor of Kelmouth").
        """
        words = mention.name.lower().split()
        definite = mention.text[:4].lower() == "the " or not (mention.text.islower() or mention.text[:2] == "A ")
        if not definite or (mention.affiliation is not None and len(words) > _LONG_NAME + 1):
            return None
        holders = self._entitled.get(words[-1], [])
        if len(holders) > _MOST_HOLDERS:
            place = bisect_left(holders, mention.start, key=lambda actor: actor.first)
            holders = holders[max(0, place - _MOST_HOLDERS) : place]
        found = [
            actor
            for actor in holders
            if actor.kind == "person"
            and actor.first < mention.start
            and (len(words) == 1 or actor.words.issuperset(words))
        ]
        if len(found) > 1 and mention.country is not None:
            found = [actor for actor in found if actor.country == mention.country]
        if len(found) > 1 and _FORMER not in words:
            found = [actor for actor in found if _FORMER not in actor.words] or found
        if len(found) > 1:
            found = self._near(found, number, mention)
        if found or len(words) > 1 or mention.text[:4].lower() != "the ":
            return found[0] if len(found) == 1 else None
        if mention.country is not None and mention.name[0].isupper():
            return self._compatriot(number, mention)
        if words[0] in self._words.accused:
            return self._accused(number, mention)
        return self._just_told_of(number, mention) if words[0] in self._words.epithets else None

    def aged(self, number: int, mention: ActorMention, age: int) -> Member | None:
        """Who is meant by an age: the one person of that age, else the nearest whose age nobody says."""
        known = {owner for owner in self._owners[:number] if owner is not None and owner.age == age}
        if known:
            return known.pop() if len(known) == 1 else None
        found = self._just_told_of(number, mention)
        if found is None or found.age is not None:
            return None
        found.age = age
        return found

    def _just_told_of(self, number: int, mention: ActorMention) -> Member | None:
        """Whom a sentence goes on with that opens with a description: the subject of the one before, alone there."""
        standing = self._antecedents.standing
        if standing.opens(mention) and number and self._mentions[number - 1].sentence == mention.sentence - 1:
            found = self._antecedents.nearest(number, mention, _fits_person, None, 1)
            first = standing.subject(mention.sentence - 1, number - 1)
            if found is not None and first >= 0 and self._owners[first] is found:
                gender = _GENDERS.get(mention.name.lower()) or ("f" if mention.name.lower().endswith("ess") else None)
                return found if gender is None or found.gender in (None, gender) else None
        return None

    def _compatriot(self, number: int, mention: ActorMention) -> Member | None:
        """Whom "the Swede" means: the one person of that country who was named, of several the nearest."""
        gender = next((sex for ending, sex in _OF_NATIONS if mention.name.endswith(ending)), None)

        def fits(owner: Member) -> bool:
            return (
                _fits_person(owner)
                and owner.country == mention.country
                and owner.gender in (None, gender or owner.gender)
            )

        found = {owner for owner in self._owners[max(0, number - _LIST) : number] if owner is not None and fits(owner)}
        if len(found) > 1:
            return self._antecedents.nearest(number, mention, fits)
        return found.pop() if found else None

    def _accused(self, number: int, mention: ActorMention) -> Member | None:
        """Whom "the suspect" means: the one person, without an office, of a sentence before it on an arrest."""
        found: set[Member] = set()
        sentence = -1
        for before in range(number - 1, max(-1, number - 1 - _LIST), -1):
            other, owner = self._mentions[before], self._owners[before]
            if found and other.sentence != sentence:
                break
            if mention.sentence - other.sentence > _REACH:
                return None
            if owner is None or other.sentence == mention.sentence or not _fits_person(owner):
                continue
            sentence = other.sentence
            found.add(owner)
        if len(found) != 1:
            return None
        (owner,) = found
        if owner.titles or self._words.law.isdisjoint(self._antecedents.standing.words(sentence)):
            return None
        return owner

    def _near(self, holders: Sequence[Member], number: int, mention: ActorMention) -> list[Member]:
        """Those that are named in the sentences just before."""
        near: list[Member] = []
        for before in range(number - 1, max(-1, number - 1 - _LIST), -1):
            if mention.sentence - self._mentions[before].sentence > _REACH:
                break
            owner = self._owners[before]
            if owner is not None and owner in holders and owner not in near:
                near.append(owner)
        return near


def _fits_person(owner: Member) -> bool:
    return owner.kind == "person" and not owner.plural


def _may_be(mention: ActorMention, owner: Member) -> bool:
    """Whether a description may be of a member: a role of a person, a kind of body of a body, and of no other country.

    "After meeting Nicolas Sarkozy, the Chilean minister left" tells of two.
    """
    if mention.country is not None and owner.country not in (None, mention.country):
        return False
    if mention.kind == "role":
        if owner.kind == "organisation":
            return mention.name.rsplit(" ", 1)[-1].lower() in referent_words().of_bodies
        return owner.kind == "person" and not owner.plural
    if owner.kind == "person" and owner.gender is None and not owner.titles:
        owner.kind = "organisation"  # "their group, Harlow Voice": two unknown words need not be a person
    return owner.kind == "organisation"
