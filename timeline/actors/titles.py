"""Titles that contradict each other: one office of two bodies, given to one actor at about the same time.

What comes in: the titles that articles give an actor, each with its article and day. What goes out: pairs that nobody
holds at once ("Pentagon spokesman" and "Treasury spokesman"). Which of them is right is not decided here, nor anywhere:
both stay. Titles of different offices do not contradict ("admiral" and "spokesman"), nor does a shorter one ("the
spokesman"), nor one that is over ("former mayor").
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from timeline.lexicons.actor_flags import DETERMINER, FUNCTION, MODIFIER, PARTICLE, PLACE_PREPOSITION
from timeline.lexicons.actors import ActorLexicon
from timeline.lexicons.titles import title_lexicon
from timeline.values.profiles import TitleConflict, TitleUse

#: Days between two articles beyond which somebody may have taken another office.
SAME_TIME_DAYS = 366

_SKIPPED = DETERMINER | FUNCTION | MODIFIER | PARTICLE

#: Prepositions behind an office: "mayor of Harlow", "minister for health".
_BEHIND = ("of", "for", "to")


class _Office(NamedTuple):
    """An office in lower case ("foreign minister"), its last word, and the words that say of whom: {"FR"}."""

    head: str
    office: str
    which: frozenset[str]


def contradictions(titles: Sequence[TitleUse], lexicon: ActorLexicon) -> tuple[TitleConflict, ...]:
    """Pairs of titles that contradict each other, each pair once, with the articles that give either.

    "Harlow mayor" and "Mayor of Kelmouth" within a year contradict; "mayor" and "Mayor of Kelmouth" do not.
    """
    read = [(use, office) for use in titles if (office := _office(use.title, lexicon)) is not None]
    found: dict[tuple[str, str], dict[str, None]] = {}
    for place, (use, office) in enumerate(read):
        for other, other_office in read[place + 1 :]:
            if _differ(office, other_office) and _near(use, other):
                pair = (use.title, other.title)
                same = next((known for known in found if _folded(known) == _folded(pair)), pair)
                found.setdefault(same, {}).update({use.article_key: None, other.article_key: None})
    return tuple(TitleConflict(titles=pair, article_keys=tuple(keys)) for pair, keys in found.items())


def _differ(one: _Office, other: _Office) -> bool:
    """Whether nobody holds both: two offices of one name, or one of two bodies; a title that says less fits."""
    if one.head != other.head:
        return False
    if one.office != other.office and " " in one.office and " " in other.office:
        return True
    return not one.which <= other.which and not other.which <= one.which


def _office(title: str, lexicon: ActorLexicon) -> _Office | None:
    """The office that a title names: "Mayor of Harlow" is mayor, of {"harlow"}.

    None for what is no office that one person alone holds, or none that is held now.
    """
    known = title_lexicon()
    words = [word.strip(",") for word in title.replace("’", "'").replace("'s ", " ").split()]
    lowered = [known.alike.get(word.lower(), word.lower()) for word in words]
    if not known.not_held.isdisjoint(part for word in lowered for part in word.split("-")):
        return None
    end = next((place for place, word in enumerate(lowered) if _opens(word, lexicon)), len(lowered))
    if end == 0 or lowered[end - 1] not in known.exclusive:
        return None
    start = next(start for start in range(end) if start == end - 1 or " ".join(lowered[start:end]) in lexicon.roles)
    rest = (*zip(words[:start], lowered[:start], strict=True), *zip(words[end:], lowered[end:], strict=True))
    which = frozenset(
        _country(word, low, lexicon) for word, low in rest if low.isalpha() and not lexicon.words.get(low, 0) & _SKIPPED
    )
    return _Office(lowered[end - 1], " ".join(lowered[start:end]), which)


def _opens(word: str, lexicon: ActorLexicon) -> bool:
    """Whether a word opens what stands behind an office."""
    return word in _BEHIND or bool(lexicon.words.get(word, 0) & PLACE_PREPOSITION)


def _country(word: str, lowered: str, lexicon: ActorLexicon) -> str:
    """A word as it is compared: "Israeli" and "Israel" are one."""
    known = lexicon.names.get(word)
    return known.country if known is not None and known.country and known.kind != "person" else lowered


def _near(use: TitleUse, other: TitleUse) -> bool:
    """Whether two titles are given at about the same time; unknown days are taken for it."""
    if use.published is None or other.published is None:
        return True
    days = date.fromisoformat(use.published[:10]) - date.fromisoformat(other.published[:10])
    return abs(days.days) <= SAME_TIME_DAYS


def _folded(pair: tuple[str, str]) -> frozenset[str]:
    return frozenset(title.casefold() for title in pair)
