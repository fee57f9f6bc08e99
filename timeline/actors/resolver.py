"""Actor mentions to actors: one key for everyone who is named, whatever the words.

What comes in: the mentions of ``finder`` in text order. What goes out: the same mentions with the key and name of their
actor, and the actors. "Omar Bey", "Bey", "the spokesman" and "he" become one; "ODC" joins the name it abbreviates;
a pronoun goes to the last actor that fits by gender and number, in subject position first. What does not fit anyone
keeps
``key=None``: no actor is better than a guessed one. Keys across articles are those of ``keys``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from timeline.actors.cast import Member, frozen, mended
from timeline.actors.pronouns import Pronouns
from timeline.lexicons.actors import (
    FAMILY_FIRST,
    FEMALE_HONORIFIC,
    GIVEN_FEMALE,
    GIVEN_MALE,
    MALE_HONORIFIC,
    ActorLexicon,
)
from timeline.values.actors import Actor, ActorMention
from timeline.values.text import TokenizedText

_REACH = 3  # sentences back that a pronoun may reach
_FAR = 12  # sentences back that a name may be taken up by its last words
_MOST_HOLDERS = 100  # of one title that are looked through; more stand in a list
_LONG_NAME = 2
_INITIALS = 2
_SKIPPED = frozenset(
    ("of", "the", "and", "for", "in", "on", "&", "de", "des", "la", "to")
)  # fmt: skip


def resolve(
    tokens: TokenizedText, mentions: Sequence[ActorMention], lexicon: ActorLexicon
) -> tuple[tuple[ActorMention, ...], tuple[Actor, ...]]:
    """The mentions with the key of their actor, and the actors in order of first naming.

    In "Harlow mayor Jane Firth resigned. Firth said she ..." the mentions ``Firth`` and ``she`` have the key
    ``jane-firth`` and the name ``Jane Firth``. Applying it twice changes nothing.
    """
    return _Resolution(tokens, mentions, lexicon).run()


class _Resolution:
    __slots__ = (
        "_actors",
        "_by_key",
        "_by_last",
        "_by_short",
        "_entitled",
        "_lexicon",
        "_mentions",
        "_owner",
        "_tokens",
    )

    def __init__(self, tokens: TokenizedText, mentions: Sequence[ActorMention], lexicon: ActorLexicon) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._lexicon = lexicon
        self._actors: list[Member] = []
        self._by_key: dict[str, Member] = {}
        self._by_last: dict[str, Member] = {}
        self._by_short: dict[str, Member] = {}
        self._entitled: dict[str, list[Member]] = {}
        self._owner: list[Member | None] = [None] * len(mentions)

    def run(self) -> tuple[tuple[ActorMention, ...], tuple[Actor, ...]]:
        self._full_names()
        self._short_names()
        self._walk()
        return mended(self._mentions, self._owner), frozen(self._actors, self._mentions)

    # -------------------------------------------------------------------------------------------------- names

    def _full_names(self) -> None:
        """Names of persons with more than one word and of organisations found in full: those that others are
        short for.
        """
        for number, mention in enumerate(self._mentions):
            if mention.form != "name":
                continue
            words = mention.name.split()
            if len(words) < _LONG_NAME and mention.kind == "person" and mention.title is None:
                continue
            if len(words) < _LONG_NAME and mention.kind != "person":
                continue
            self._own(number, mention)

    def _short_names(self) -> None:
        """One-word names: a person's last name, an organisation's first word or initials, or a name of its own."""
        for number, mention in enumerate(self._mentions):
            if mention.form == "name" and self._owner[number] is None:
                owner = self._introduced(number, mention) or self._short_for(mention)
                if owner is not None:
                    self._join(number, mention, owner)
                else:
                    self._own(number, mention)

    def _introduced(self, number: int, mention: ActorMention) -> Member | None:
        """Whose short form a name in brackets is: "Orava Dock Company (ODX)"."""
        if number == 0 or mention.key is None or mention.kind == "person":
            return None
        before = self._mentions[number - 1]
        text = self._tokens.text
        if text[before.end : mention.start] != " (" or text[mention.end : mention.end + 1] != ")":
            return None
        owner = self._owner[number - 1]
        if owner is None or owner.kind != "organisation" or mention.name[0].lower() != owner.name[0].lower():
            return None
        self._by_short[mention.key] = owner
        return owner

    def _short_for(self, mention: ActorMention) -> Member | None:
        key = mention.key
        if key is None:
            return None
        known = self._by_key.get(key)
        if known is not None:
            return known
        owner = self._by_last.get(key)
        if owner is not None:
            return owner
        if mention.name in self._lexicon.names:
            return None
        return self._by_short.get(key)

    def _own(self, number: int, mention: ActorMention) -> None:
        key = mention.key
        if key is None:
            return
        owner = self._by_key.get(key)
        if owner is None and mention.kind == "person":
            owner = self._same_person(mention)
        if owner is None:
            owner = Member(mention, self._gender(mention))
            self._actors.append(owner)
            self._by_key[key] = owner
            self._index(mention, owner)
        self._join(number, mention, owner)

    def _same_person(self, mention: ActorMention) -> Member | None:
        """A person already named with the same last name and a compatible first one ("Jane Firth", "Mayor Firth")."""
        parts = (mention.key or "").split("-")
        owner = self._by_last.get(parts[-1])
        if owner is None or owner.key is None:
            return None
        theirs = owner.key.split("-")
        if len(parts) == 1:
            return owner
        if len(theirs) == 1:
            # The full name comes after the short one and becomes the name.
            self._by_key.pop(owner.key, None)
            owner.aliases.append(owner.name)
            owner.key, owner.name = mention.key, mention.name
            self._by_key[mention.key or ""] = owner
            return owner
        if parts[0] == theirs[0] or (len(parts[0]) == 1 and theirs[0].startswith(parts[0])):
            return owner
        return None

    def _index(self, mention: ActorMention, owner: Member) -> None:
        parts = (mention.key or "").split("-")
        words = mention.name.replace("-", " ").split()
        if mention.kind == "person":
            self._by_last.setdefault(parts[-1], owner)
            if len(parts) > 1 and parts[-2] in ("al", "el", "de", "van", "von", "bin", "abu"):
                self._by_last.setdefault("-".join(parts[-2:]), owner)
            if self._lexicon.capitals.get(words[0], 0) & FAMILY_FIRST:
                self._by_last.setdefault(parts[0], owner)
            else:
                self._by_short.setdefault(parts[0], owner)
            return
        initials = "".join(word[0] for word in words if word.lower() not in _SKIPPED).lower()
        if len(initials) >= _INITIALS:
            self._by_short.setdefault(initials, owner)
            self._by_short.setdefault("".join(word[0] for word in words).lower(), owner)
        if len(parts) > 1 and mention.kind == "organisation" and words[0] not in self._lexicon.names:
            flags = self._lexicon.words.get(parts[0], 0)
            if not flags:
                self._by_short.setdefault(parts[0], owner)
                if len(parts) > _LONG_NAME:
                    self._by_short.setdefault("-".join(parts[:-1]), owner)
        if len(parts) > _LONG_NAME and mention.kind == "organisation":
            self._by_short.setdefault("-".join(parts[-_LONG_NAME:]), owner)  # "the Air Force"

    def _join(self, number: int, mention: ActorMention, owner: Member) -> None:
        self._owner[number] = owner
        owner.mentions.append(number)
        owner.first = min(owner.first, mention.start)
        if mention.form != "pronoun":
            if mention.name != owner.name and mention.name not in owner.aliases and mention.form == "name":
                owner.aliases.append(mention.name)
            title = mention.title
            honorific = title is not None and self._lexicon.capitals.get(title, 0) & _COURTESY
            if title is not None and not honorific and title not in owner.titles:
                owner.titles.append(title)
            if owner.country is None:
                owner.country = mention.country
            if mention.code and (owner.code is None or len(mention.code) > len(owner.code)):
                owner.code = mention.code
            if owner.gender is None:
                owner.gender = self._gender(mention)
            if mention.kind == "person":
                owner.kind = "person"
            if title is not None:
                self._entitle(owner, title)

    def _entitle(self, owner: Member, title: str) -> None:
        """Note the words of a title, so that "the governor" finds "Gov. Firth"."""
        for word in title.lower().split():
            word = _WRITTEN_OUT.get(word, word)
            if word not in owner.words:
                owner.words.add(word)
                self._entitled.setdefault(word, []).append(owner)

    def _gender(self, mention: ActorMention) -> str | None:
        """``m`` or ``f`` by given name, honorific or a title that has one ("spokeswoman")."""
        if mention.kind not in ("person", "role"):
            return None
        if mention.title is not None:
            for word in mention.title.split():
                if word in ("Mr", "Mr.", "Sir", "King", "Prince", "Pope"):
                    return "m"
                if word in ("Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Lady", "Queen", "Princess"):
                    return "f"
                role = self._lexicon.roles.get(word.lower())
                if role is not None and role.gender is not None:
                    return role.gender
        words = mention.name.split()
        flags = self._lexicon.capitals.get(words[0], 0) if words else 0
        if mention.kind == "person" and len(words) > 1:
            if flags & GIVEN_MALE and not flags & GIVEN_FEMALE:
                return "m"
            if flags & GIVEN_FEMALE and not flags & GIVEN_MALE:
                return "f"
        return None

    # ------------------------------------------------------------------------------------- groups, roles, pronouns

    def _walk(self) -> None:
        """Roles and pronouns in text order, each to the last actor that fits."""
        pronouns = Pronouns(self._tokens.text, self._mentions, self._owner, self._lexicon)
        previous = -1
        for number, mention in enumerate(self._mentions):
            if mention.form == "pronoun":
                owner = pronouns.stands_for(number, mention)
                if owner is not None:
                    self._join(number, mention, owner)
            elif self._owner[number] is None:
                owner = self._explained(number, mention, previous)
                if owner is None and mention.form == "role" and mention.kind == "role":
                    owner = self._role(mention)
                elif owner is None and mention.form == "role":
                    owner = self._body(number, mention)
                if owner is not None:
                    self._join(number, mention, owner)
                    title = mention.name
                    if mention.kind == "role" and title not in owner.titles:
                        owner.titles.append(title)
                    self._entitle(owner, mention.name)
                else:
                    self._group(number, mention)
            previous = number

    def _explained(self, number: int, mention: ActorMention, previous: int) -> Member | None:
        """The person of an apposition: "X, the mayor of Y," or "the mayor of Y, X,"."""
        if mention.form != "role" or mention.plural:
            return None
        text = self._tokens.text
        if previous >= 0:
            before = self._mentions[previous]
            owner = self._owner[previous]
            if (
                owner is not None
                and before.form == "name"
                and before.sentence == mention.sentence
                and text[before.end : mention.start] == ", "
                and self._may_be(mention, owner)
            ):
                return owner
        if number + 1 < len(self._mentions):
            after = self._mentions[number + 1]
            owner = self._owner[number + 1]
            if (
                owner is not None
                and after.form == "name"
                and after.sentence == mention.sentence
                and text[mention.end : after.start] == ", "
                and text[after.end : after.end + 1] in (",", ".")
                and self._may_be(mention, owner)
            ):
                return owner
        return None

    def _may_be(self, mention: ActorMention, owner: Member) -> bool:
        if mention.kind == "role":
            if owner.kind == "organisation":
                return mention.name.rsplit(" ", 1)[-1].lower() in _OF_ORGANISATIONS
            return owner.kind == "person" and not owner.plural
        if owner.kind == "person" and owner.gender is None and not owner.titles:
            owner.kind = "organisation"  # "their group, Harlow Voice": two unknown words need not be a person
        return owner.kind == "organisation"

    def _role(self, mention: ActorMention) -> Member | None:
        """Who a bare title stands for: "the spokesman" is the last person with that word in a title, when the
        phrase names nobody else.
        """
        words = mention.name.lower().split()
        definite = mention.text[:4].lower() == "the " or not mention.text.islower()
        if not definite or (mention.affiliation is not None and len(words) > _LONG_NAME + 1):
            return self._by_key.get(mention.key or "")
        head = words[-1]
        best: Member | None = None
        holders = self._entitled.get(head, [])
        if len(holders) > _MOST_HOLDERS:
            place = bisect_left(holders, mention.start, key=lambda actor: actor.first)
            holders = holders[max(0, place - _MOST_HOLDERS) : place]
        for actor in holders:
            if actor.kind != "person" or actor.first >= mention.start:
                continue
            if len(words) == 1 or actor.words.issuperset(words):
                best = actor
        return best

    def _body(self, number: int, mention: ActorMention) -> Member | None:
        """What a bare kind of body stands for: the last company for "the company", Harlow Council for "the council"."""
        if mention.text[:4].lower() not in ("the ", "this") or mention.plural:
            return None
        word = mention.name.lower()
        wanted = _BODY_CODES.get(word)
        for before in range(number - 1, -1, -1):
            other = self._mentions[before]
            owner = self._owner[before]
            distance = mention.sentence - other.sentence
            if distance > _FAR:
                break
            if owner is None or owner.kind != "organisation" or other.form != "name" or owner.outlet:
                continue
            if owner.name.lower().endswith(" " + word):
                return owner
            if wanted is None or distance > _REACH:
                continue
            code = owner.code or ""
            if any(part in code for part in wanted) or len(code) <= _COUNTRY_ONLY:
                return owner
        return None

    def _group(self, number: int, mention: ActorMention) -> None:
        if mention.key is None:
            return
        owner = self._by_key.get(mention.key)
        if owner is None:
            owner = Member(mention, self._gender(mention))
            self._actors.append(owner)
            self._by_key[mention.key] = owner
            if mention.kind == "role":
                self._entitle(owner, mention.name)
        self._join(number, mention, owner)


_COURTESY = MALE_HONORIFIC | FEMALE_HONORIFIC
_WRITTEN_OUT = {
    "gov.": "governor", "sen.": "senator", "rep.": "representative", "gen.": "general", "col.": "colonel",
    "lt.": "lieutenant", "capt.": "captain", "sgt.": "sergeant", "prof.": "professor", "dr.": "doctor", "dr": "doctor",
    "adm.": "admiral", "maj.": "major", "det.": "detective", "supt.": "superintendent", "insp.": "inspector",
    "rev.": "reverend", "pres.": "president", "amb.": "ambassador",
}  # fmt: skip
_OF_ORGANISATIONS = frozenset(
    ("rival", "partner", "competitor", "owner", "supplier", "ally", "member", "winner", "champion", "operator",
     "publisher", "developer", "contractor", "founder")
)  # fmt: skip
_COUNTRY_ONLY = 3  # letters of a code that names no sector
_BUSINESS = ("BUS", "MNC")
_BODY_CODES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("company", "firm", "manufacturer", "airline", "carrier", "automaker", "carmaker", "retailer", "bank"),
        _BUSINESS,
    ),
    **dict.fromkeys(("group", "organization", "organisation", "movement", "militia"), ("REB", "NGO", "OPP", "PTY")),
    "party": ("PTY",),
    "club": (),
    "team": (),
    "side": (),
    "university": ("EDU",),
    "newspaper": ("MED",),
    "agency": ("GOV", "MED", "NGO"),
    "ministry": ("GOV",),
    "union": ("LAB",),
}
