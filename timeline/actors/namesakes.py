"""Names to the members of a cast that bear them: last names, initials, given names, acronyms.

What comes in: mentions by name, and the members found so far. What goes out: the one member that a name can mean, or
None: where two people bear it nobody is chosen, unless honorific, title or the sentences around tell them apart. Titles
without a name and pronouns are decided in ``descriptions`` and ``pronouns``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from timeline.actors.ages import age_beside
from timeline.actors.cast import Member
from timeline.actors.keys import sound
from timeline.lexicons.actor_flags import FAMILY_FIRST, GIVEN
from timeline.lexicons.actors import ActorLexicon
from timeline.lexicons.name_evidence import name_evidence
from timeline.values.actors import ActorMention

_REACH = 3  # sentences back in which a namesake is the one who is spoken of
_FAR = 100  # mentions back: more than three sentences hold, unless they are lists
_NAMES_KEPT = 4096
_MOST_BEARERS = 30  # of one name that are told apart; more stand in a list
_LONG_NAME = 2
_INITIALS = 2
_LONG_MIDDLE = 4  # letters of a middle name by which somebody may be called
_PARTICLES = frozenset(
    (
        "al",
        "el",
        "de",
        "da",
        "do",
        "das",
        "dos",
        "del",
        "di",
        "van",
        "von",
        "der",
        "den",
        "ten",
        "bin",
        "ben",
        "abu",
        "la",
        "le",
        "ter",
        "ould",
        "uld",
    )
)
_SKIPPED = frozenset(("of", "the", "and", "for", "in", "on", "&", "de", "des", "la", "to"))


class Namesakes:
    """Who bears which name in one article."""

    __slots__ = (
        "_by_key",
        "_by_last",
        "_by_short",
        "_by_sound",
        "_introduced",
        "_lexicon",
        "_mentions",
        "_owners",
        "_text",
    )

    def __init__(
        self, text: str, mentions: Sequence[ActorMention], owners: Sequence[Member | None], lexicon: ActorLexicon
    ) -> None:
        self._text = text
        self._mentions = mentions
        self._owners = owners
        self._lexicon = lexicon
        self._by_key: dict[str, Member] = {}
        self._introduced: dict[str, Member] = {}
        self._by_last: dict[str, list[Member]] = {}
        self._by_sound: dict[str, list[Member]] = {}
        self._by_short: dict[str, list[Member]] = {}

    def with_key(self, key: str | None) -> Member | None:
        """The member with exactly this key, or the one that was introduced under it."""
        if key is None:
            return None
        return self._introduced.get(key) or self._by_key.get(key)

    def add(self, owner: Member, mention: ActorMention) -> None:
        """Take in a new member under all names by which the article may call it."""
        key = mention.key or ""
        self._by_key[key] = owner
        parts = key.split("-")
        if mention.kind == "person":
            self._add_person(owner, mention, parts)
        else:
            self._add_body(owner, mention, parts)

    def note(self, owner: Member, key: str) -> None:
        """Take in a new member that is called so, and by no shorter name."""
        self._by_key[key] = owner

    def introduce(self, short: str, owner: Member) -> None:
        """Note a short form that stood in brackets behind the name: nobody else is called so."""
        self._introduced[short] = owner

    def rename(self, owner: Member, mention: ActorMention) -> None:
        """Call a member by the fuller name that comes after the short one."""
        if owner.key is not None:
            self._by_key.pop(owner.key, None)
        owner.aliases.append(owner.name)
        owner.key, owner.name = mention.key, mention.name
        self.add(owner, mention)

    def with_last_words(self, mention: ActorMention) -> Member | None:
        """The one person or body whose name ends in these words: "Van der Berg", "City Hall"."""
        key = mention.key or ""
        if "-" not in key or mention.name in self._lexicon.names:
            return None
        table = self._by_last if key.partition("-")[0] in _PARTICLES else self._by_short
        bearers = table.get(key) or (
            table.get("-".join(map(sound, key.split("-"))), []) if table is self._by_last else []
        )
        return bearers[0] if len(bearers) == 1 and bearers[0].first < mention.start else None

    def is_shared(self, key: str | None) -> bool:
        """Whether a name is the last name of persons of the article, of whom nothing tells which is meant."""
        return key is not None and len(self._bearers(key)) > 1

    def short_for(self, number: int, mention: ActorMention, gender: str | None) -> Member | None:
        """Whom a name of one word, or an acronym, means."""
        key = mention.key
        if key is None:
            return None
        known = self.with_key(key)
        if known is not None and known.kind != "person":
            return known
        bearers = self._bearers(key)
        if known is not None and known not in bearers:
            bearers = [known, *bearers]
        if bearers and not any(owner.first < mention.start for owner in bearers):
            earlier = [owner for owner in self._by_short.get(key, ()) if owner.first < mention.start]
            bearers = earlier or bearers  # "Etcheverry" of "Juan Etcheverry Luna", before his sister is named
        if bearers:
            return self._one_of(bearers, number, mention, gender)
        if mention.name in self._lexicon.names:
            return None
        short = self._by_short.get(key)
        return self._one_of(short, number, mention, gender) if short else None

    def same_person(self, number: int, mention: ActorMention, gender: str | None) -> Member | None:
        """A person already named with the same last name and a first one that does not contradict: "J. Smith", "Mayor
        Firth", "López Obrador"."""
        parts = (mention.key or "").split("-")
        bearers = self._bearers(parts[-1])
        if len(parts) == 1:
            return self._one_of(bearers, number, mention, gender) if bearers else None
        if not bearers and len(parts) == _LONG_NAME:
            bearers = self._by_short.get(parts[0], [])
        fitting = [owner for owner in bearers if self._agree(parts, (owner.key or "").split("-"), mention, owner)]
        owner = self._one_of(fitting, number, mention, gender) if fitting else None
        if owner is not None:
            theirs = (owner.key or "").split("-")
            if len(theirs) < len(parts) or len(theirs[0]) == 1 < len(parts[0]):
                self.rename(owner, mention)  # the fuller name comes later
        return owner

    def _bearers(self, last: str) -> list[Member]:
        last = last.removeprefix("al-")
        found = self._by_last.get(last)
        if found is None and self._by_sound:
            found = self._by_sound.get(sound(last))
        return found or []

    def _one_of(
        self, bearers: Sequence[Member], number: int, mention: ActorMention, gender: str | None
    ) -> Member | None:
        """The only bearer, or the only one that honorific, title and the sentences before leave; else None."""
        if gender is not None:
            bearers = [owner for owner in bearers if owner.gender in (None, gender)]
        if len(bearers) > 1 and (age := age_beside(self._text, mention)) is not None:
            bearers = [owner for owner in bearers if owner.age in (None, age)]
            bearers = [owner for owner in bearers if owner.age == age] or bearers
        if len(bearers) > 1:
            before = [owner for owner in bearers if owner.first < mention.start]
            bearers = before or bearers
        if len(bearers) > 1 and mention.title is not None:
            words = set(mention.title.lower().split())
            bearers = [owner for owner in bearers if not words.isdisjoint(owner.words)] or bearers
        if len(bearers) > 1:
            bearers = self._near(bearers, number, mention)
        return bearers[0] if len(bearers) == 1 else None

    def _near(self, bearers: Sequence[Member], number: int, mention: ActorMention) -> list[Member]:
        """Those that are named in the sentences just before."""
        near: list[Member] = []
        for before in range(number - 1, max(-1, number - 1 - _FAR), -1):
            if mention.sentence - self._mentions[before].sentence > _REACH:
                break
            owner = self._owners[before]
            if owner is not None and owner in bearers and owner not in near:
                near.append(owner)
        return near

    def _agree(self, parts: Sequence[str], theirs: Sequence[str], mention: ActorMention, owner: Member) -> bool:
        """Whether two names may be one person's."""
        if owner.kind != "person":
            return False
        if len(theirs) == 1:
            return True
        shorter, longer = (parts, theirs) if len(parts) < len(theirs) else (theirs, parts)
        if len(shorter) < len(longer) and list(longer[-len(shorter) :]) == list(shorter):
            return True  # "López Obrador" of "Andrés Manuel López Obrador"
        if len(shorter) < len(longer) and list(longer[: len(shorter)]) == list(shorter):
            second = mention.name.split()[1:2] if shorter is parts else owner.name.split()[1:2]
            return bool(second) and not self._lexicon.capitals.get(second[0], 0) & GIVEN
        if parts[-1] != theirs[-1] and not (sound(parts[-1]) == sound(theirs[-1]) and parts[0] == theirs[0]):
            return False
        return _agree_in_first(parts[0], theirs[0]) and _agree_in_middle(parts[1:-1], theirs[1:-1])

    def _add_person(self, owner: Member, mention: ActorMention, parts: list[str]) -> None:
        lasts = {parts[-1]}
        words = mention.name.split()
        if len(parts) > _LONG_NAME and parts[-2] in _PARTICLES:
            start = len(parts) - 2
            while start > 1 and parts[start - 1] in _PARTICLES:
                start -= 1
            lasts.add("-".join(parts[start:]))
        elif len(parts) > _LONG_NAME:
            lasts.add("-".join(parts[-2:]))
        for place in range(1, len(parts) - 1):
            if parts[place] in _PARTICLES:
                lasts.add("-".join(parts[place:]))  # "De Oliveira Prado"
                lasts.add("-".join(map(sound, parts[place:])))
        raw = words[-1].rpartition("-")[2].lower().replace("'", "").replace("’", "")
        if raw.isascii() and raw.isalpha():
            lasts.add(raw)
        for middle in parts[1:-1]:
            if len(middle) >= _LONG_MIDDLE and middle not in _PARTICLES:
                self._note(self._by_short, middle, owner)  # "Hashemi" of "Akbar Hashemi Rafsanjani"
        if self._lexicon.capitals.get(words[0], 0) & FAMILY_FIRST:
            lasts.add(parts[0])
            self._note(self._by_short, "-".join(parts[1:]), owner)
        else:
            self._note(self._by_short, parts[0], owner)
            if "-" in words[0]:
                self._note(self._by_short, words[0].lower(), owner)
        for last in lasts:
            self._note(self._by_last, last, owner)
        if parts[-1] != raw or parts[0] != words[0].lower():
            self._note(self._by_sound, sound(parts[-1]), owner)

    def _add_body(self, owner: Member, mention: ActorMention, parts: list[str]) -> None:
        words = mention.name.replace("-", " ").split()
        for short in initials(mention.name):
            if len(short) >= _INITIALS:
                self._note(self._by_short, short, owner)
        if mention.kind != "organisation":
            return
        if len(parts) > 1 and words[0] not in self._lexicon.names and not self._lexicon.words.get(parts[0], 0):
            self._note(self._by_short, parts[0], owner)
            if len(parts) > _LONG_NAME:
                self._note(self._by_short, "-".join(parts[:-1]), owner)
            if len(parts) == _LONG_NAME and words[0].lower() in name_evidence().openers_of_bodies:
                self._note(self._by_short, parts[1], owner)  # "Hidrosur" of "Grupo Hidrosur"
        if len(parts) > _LONG_NAME:
            self._note(self._by_short, "-".join(parts[-_LONG_NAME:]), owner)  # "the Air Force"
        if len(parts) > 1 and parts[-1].endswith("s"):
            self._note(self._by_short, parts[-1], owner)  # "the Falcons"

    @staticmethod
    def _note(table: dict[str, list[Member]], name: str, owner: Member) -> None:
        bearers = table.setdefault(name, [])
        if len(bearers) < _MOST_BEARERS and owner not in bearers:
            bearers.append(owner)


@lru_cache(maxsize=_NAMES_KEPT)
def initials(name: str) -> tuple[str, str]:
    """The first letters of the words of a name in lower case, without and with "of" and the like."""
    words = name.replace("-", " ").split()
    every = "".join(word[0] for word in words).lower()
    return "".join(word[0] for word in words if word.lower() not in _SKIPPED).lower(), every


def _agree_in_first(one: str, other: str) -> bool:
    """Whether two first names may be one: "J" and "John"."""
    if one == other:
        return True
    shorter, longer = (one, other) if len(one) < len(other) else (other, one)
    return len(shorter) == 1 and longer.startswith(shorter)


def _agree_in_middle(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether what stands between first and last name does not contradict: "W" and "H" do, "W" and nothing do not."""
    return all(_agree_in_first(first, second) for first, second in zip(one, other, strict=False))
