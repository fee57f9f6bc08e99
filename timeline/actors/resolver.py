"""Actor mentions to actors: one key for everyone who is named, whatever the words.

What comes in: the mentions of ``finder`` in text order. What goes out: the same mentions with the key and name of their
actor, and the actors. "John Kirby", "Kirby", "the spokesman" and "he" become one; "EADS" joins the name it abbreviates;
a pronoun goes to the last actor that fits by gender and number, in subject position first. What does not fit anyone
keeps
``key=None``: no actor is better than a guessed one. Keys across articles are those of ``keys``.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.lexicons.actors import (
    FAMILY_FIRST,
    FEMALE_HONORIFIC,
    GIVEN_FEMALE,
    GIVEN_MALE,
    MALE_HONORIFIC,
    PRONOUN_FEMALE,
    PRONOUN_FIRST,
    PRONOUN_MALE,
    PRONOUN_NEUTER,
    PRONOUN_PLURAL,
    ActorLexicon,
)
from timeline.values.actors import Actor, ActorMention
from timeline.values.text import Span, TokenizedText

_REACH = 3  # sentences back that a pronoun may reach
_FAR = 12  # sentences back that a name may be taken up by its last words
_LONG_NAME = 2
_APPOSITION = 2  # characters of ", " between a name and what explains it
_INITIALS = 2
_SKIPPED = frozenset(
    ("of", "the", "and", "for", "in", "on", "&", "de", "des", "la", "to")
)  # fmt: skip


class _Person:
    """An actor of the article while its mentions are gathered."""

    __slots__ = (
        "aliases",
        "code",
        "country",
        "first",
        "gender",
        "key",
        "kind",
        "mentions",
        "name",
        "outlet",
        "plural",
        "titles",
        "words",
    )

    def __init__(self, mention: ActorMention, gender: str | None) -> None:
        self.key = mention.key
        self.name = mention.name
        self.kind = mention.kind
        self.country = mention.country
        self.code = mention.code
        self.plural = mention.plural
        self.gender = gender
        self.aliases: list[str] = []
        self.titles: list[str] = []
        self.mentions: list[int] = []
        self.words: set[str] = set()
        self.outlet = mention.outlet
        self.first = mention.start


def resolve(
    tokens: TokenizedText, mentions: Sequence[ActorMention], lexicon: ActorLexicon
) -> tuple[tuple[ActorMention, ...], tuple[Actor, ...]]:
    """The mentions with the key of their actor, and the actors in order of first naming.

    In "Harlow mayor Jane Firth resigned. Firth said she ..." the mentions ``Firth`` and ``she`` have the key
    ``jane-firth`` and the name ``Jane Firth``. Applying it twice changes nothing.
    """
    return _Resolution(tokens, mentions, lexicon).run()


class _Resolution:
    __slots__ = ("_actors", "_by_key", "_by_last", "_by_short", "_lexicon", "_mentions", "_owner", "_tokens")

    def __init__(self, tokens: TokenizedText, mentions: Sequence[ActorMention], lexicon: ActorLexicon) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._lexicon = lexicon
        self._actors: list[_Person] = []
        self._by_key: dict[str, _Person] = {}
        self._by_last: dict[str, _Person] = {}
        self._by_short: dict[str, _Person] = {}
        self._owner: list[_Person | None] = [None] * len(mentions)

    def run(self) -> tuple[tuple[ActorMention, ...], tuple[Actor, ...]]:
        self._full_names()
        self._short_names()
        self._walk()
        return self._mended(), self._frozen()

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

    def _introduced(self, number: int, mention: ActorMention) -> _Person | None:
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

    def _short_for(self, mention: ActorMention) -> _Person | None:
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
            owner = _Person(mention, self._gender(mention))
            self._actors.append(owner)
            self._by_key[key] = owner
            self._index(mention, owner)
        self._join(number, mention, owner)

    def _same_person(self, mention: ActorMention) -> _Person | None:
        """A person already named with the same last name and a compatible first one ("Bob Riley", "Governor Riley")."""
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

    def _index(self, mention: ActorMention, owner: _Person) -> None:
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

    def _join(self, number: int, mention: ActorMention, owner: _Person) -> None:
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
                owner.words.update([_WRITTEN_OUT.get(word, word) for word in title.lower().split()])

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
        previous = -1
        for number, mention in enumerate(self._mentions):
            if mention.form == "pronoun":
                owner = self._pronoun(number, mention)
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
                    owner.words.update(mention.name.lower().split())
                else:
                    self._group(number, mention)
            previous = number

    def _explained(self, number: int, mention: ActorMention, previous: int) -> _Person | None:
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

    def _may_be(self, mention: ActorMention, owner: _Person) -> bool:
        if mention.kind == "role":
            if owner.kind == "organisation":
                return mention.name.rsplit(" ", 1)[-1].lower() in _OF_ORGANISATIONS
            return owner.kind == "person" and not owner.plural
        if owner.kind == "person" and owner.gender is None and not owner.titles:
            owner.kind = "organisation"  # "their group, Quayside Voice": two unknown words need not be a person
        return owner.kind == "organisation"

    def _role(self, mention: ActorMention) -> _Person | None:
        """Who a bare title stands for: "the spokesman" is the last person with that word in a title, when the
        phrase names nobody else.
        """
        words = mention.name.lower().split()
        definite = mention.text[:4].lower() == "the " or not mention.text.islower()
        if not definite or (mention.affiliation is not None and len(words) > _LONG_NAME + 1):
            return self._by_key.get(mention.key or "")
        head = words[-1]
        best: _Person | None = None
        for actor in self._actors:
            if actor.kind != "person" or head not in actor.words or actor.first >= mention.start:
                continue
            if len(words) == 1 or actor.words.issuperset(words):
                best = actor
        return best

    def _body(self, number: int, mention: ActorMention) -> _Person | None:
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
            owner = _Person(mention, self._gender(mention))
            self._actors.append(owner)
            self._by_key[mention.key] = owner
            if mention.kind == "role":
                owner.words.update(mention.name.lower().split())
        self._join(number, mention, owner)

    def _pronoun(self, number: int, mention: ActorMention) -> _Person | None:
        flags = self._lexicon.words.get(mention.text.lower(), 0)
        if flags & PRONOUN_FIRST:
            return None
        if flags & PRONOUN_PLURAL:
            if self._coordinated(number, mention):
                return None
            return self._antecedent(number, mention, self._fits_plural) or self._antecedent(
                number, mention, self._fits_neuter
            )
        if flags & PRONOUN_NEUTER:
            return self._antecedent(number, mention, self._fits_neuter)
        gender = "m" if flags & PRONOUN_MALE else "f" if flags & PRONOUN_FEMALE else None
        if gender is None:
            return None
        return self._antecedent(
            number, mention, lambda owner: _fits_person(owner, gender, "person")
        ) or self._antecedent(number, mention, lambda owner: _fits_person(owner, gender, "role"))

    def _antecedent(self, number: int, mention: ActorMention, fits) -> _Person | None:  # type: ignore[no-untyped-def]
        """The last actor that fits: in the same sentence the first one named, in those before the first of the
        nearest.
        """
        best: _Person | None = None
        sentence = mention.sentence
        for before in range(number - 1, -1, -1):
            other = self._mentions[before]
            if other.sentence != sentence:
                if best is not None:
                    return best
                if mention.sentence - other.sentence > _REACH:
                    return None
                sentence = other.sentence
            owner = self._owner[before]
            if owner is not None and not owner.outlet and fits(owner):
                best = owner
        return best

    def _coordinated(self, number: int, mention: ActorMention) -> bool:
        """Whether two actors joined by "and" come last before "they" in its sentence: it means both of them."""
        text = self._tokens.text
        for before in range(number - 1, 0, -1):
            second, first = self._mentions[before], self._mentions[before - 1]
            if mention.sentence != second.sentence or second.plural:
                return False
            if first.sentence == second.sentence and text[first.end : second.start].strip() in _JOINING:
                return first.form != "pronoun" and second.form != "pronoun"
        return False

    def _fits_plural(self, owner: _Person) -> bool:
        return owner.plural

    def _fits_neuter(self, owner: _Person) -> bool:
        return owner.kind in ("organisation", "country") and not owner.plural

    # ------------------------------------------------------------------------------------------------- results

    def _mended(self) -> tuple[ActorMention, ...]:
        mended: list[ActorMention] = []
        for mention, owner in zip(self._mentions, self._owner, strict=True):
            if owner is None or (
                owner.key == mention.key
                and owner.name == mention.name
                and owner.country == mention.country
                and owner.code == mention.code
                and owner.kind == mention.kind
            ):
                mended.append(mention)
                continue
            # Written out: ``dataclasses.replace`` takes twice as long, and half of all mentions change.
            mended.append(
                ActorMention(
                    start=mention.start,
                    end=mention.end,
                    text=mention.text,
                    sentence=mention.sentence,
                    key=owner.key,
                    name=owner.name,
                    kind=owner.kind,
                    form=mention.form,
                    head_start=mention.head_start,
                    head_end=mention.head_end,
                    country=owner.country,
                    code=owner.code if mention.form != "name" or mention.code is None else mention.code,
                    title=mention.title,
                    affiliation=mention.affiliation,
                    plural=mention.plural or owner.plural,
                    outlet=owner.outlet,
                )
            )
        return tuple(mended)

    def _frozen(self) -> tuple[Actor, ...]:
        actors = []
        for owner in sorted(self._actors, key=lambda actor: actor.first):
            if owner.key is None:
                continue
            actors.append(
                Actor(
                    key=owner.key,
                    name=owner.name,
                    kind=owner.kind,
                    country=owner.country,
                    code=owner.code,
                    aliases=tuple(owner.aliases),
                    titles=tuple(owner.titles),
                    mentions=tuple(
                        Span(start=self._mentions[number].start, end=self._mentions[number].end)
                        for number in sorted(owner.mentions)
                    ),
                )
            )
        return tuple(actors)


def _fits_person(owner: _Person, gender: str, kind: str) -> bool:
    return owner.kind == kind and not owner.plural and owner.gender in (None, gender)


_JOINING = frozenset(("and", ", and", "and the", "or", "&"))
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
