"""Which mentions of one article report the same event.

What comes in: candidates with type, date, roles and factuality. What goes out: ``group``, a number that mentions of one
event share, from 0 in text order. Events of several articles are joined in ``timeline.stories``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.lexicons.events import DETERMINER, POSSESSIVE
from timeline.lexicons.happenings import happenings
from timeline.values.dates import EventDate, Granularity

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "their", "his", "her", "its", "both"))
_FACTS = frozenset(("happened", "reported"))
_UNDONE = frozenset(("planned", "called_for", "possible"))
_SAID = frozenset(("ACCUSE", "AGREE", "REJECT", "REQUEST", "STATEMENT", "THREATEN"))
_NAMED = frozenset(("person", "organisation", "country"))
_LOOSE = frozenset(("STATEMENT", "OTHER", "MOVE", "MARKET", "REQUEST", "BUSINESS"))
_OTHERS = frozenset(
    ("another", "earlier", "fourth", "further", "last", "other", "previous", "second", "similar", "third")
)
_BEFORE_NOUN = 3  # tokens
_GROUPS_IN_MIND = 40
_MENTIONS_IN_MIND = 12
_NEWS_DAYS = 60  # what is told without a day is no longer ago than that
_LOOKING_BACK = 2  # sentences behind the one that gives a day long past in which a text still tells of that day
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_DETERMINER_POSSESSIVE = DETERMINER | POSSESSIVE


@dataclass(slots=True)
class _Group:
    """The mentions of one event so far: its number, the latest of them, and the keys of all who take part.

    ``kinds`` are the roots and classes that their triggers have in common, ``sufferers`` the keys of those with a name
    to whom it was done.
    """

    number: int
    latest: deque[Candidate]
    kinds: set[str]
    keys: set[str]
    sufferers: set[str]
    anonymous: bool


def group(page: Page, candidates: Sequence[Candidate]) -> None:
    """Sets ``group``. "Talks opened in Harlow. ... The talks ended" is one event; two dated marches are two.

    Only triggers that name one kind of happening can be of one event ("walkout" and "strike", not "fire" and "damage"),
    and a sentence tells an event once. A mention is compared with the groups of its type that were named last, and with
    the latest mentions in each: what a reader still has in mind, and what keeps a text of a million words linear.
    """
    count = 0
    recent: dict[str, deque[_Group]] = {}
    statements: dict[tuple[int, str], int] = {}
    words = happenings()
    newest = _newest(candidates)
    for candidate in candidates:
        if candidate.statement >= 0 and candidate.type in _SAID:
            # The sentences of one speech were joined already, by who speaks; what is demanded in it is told apart.
            speech = (candidate.statement, candidate.type)
            if speech not in statements:
                statements[speech] = count
                count += 1
            candidate.group = statements[speech]
            continue
        known = recent.setdefault(candidate.type, deque(maxlen=_GROUPS_IN_MIND))
        keys, kinds = _keys(candidate), words.names(candidate.lemma, candidate.type)
        sufferers = _sufferers(candidate)
        one = next(
            (
                one
                for one in reversed(known)
                if not kinds.isdisjoint(one.kinds)
                and not _done_to_others(sufferers, one)
                and _same(page, candidate, keys, one, newest)
            ),
            None,
        )
        if one is None:
            latest = deque((candidate,), maxlen=_MENTIONS_IN_MIND)
            known.append(
                _Group(
                    number=count,
                    latest=latest,
                    kinds=set(kinds),
                    keys=set(keys),
                    sufferers=sufferers,
                    anonymous=not keys,
                )
            )
            candidate.group = count
            count += 1
            continue
        one.latest.append(candidate)
        one.kinds &= kinds
        one.keys |= keys
        one.sufferers |= sufferers
        one.anonymous = one.anonymous and not keys
        candidate.group = one.number


def _same(page: Page, candidate: Candidate, keys: set[str], one: _Group, newest: date | None) -> bool:
    """Whether a candidate, whose participants have these keys, reports the event of a group of its kind.

    ``newest`` is the last day of which the article tells as news.
    """
    last = one.latest[-1]
    if candidate.reading == "noun" and _another(page, candidate):
        return False
    if candidate.sentence == last.sentence:
        return False
    meant = _is_meant_before(page, candidate)
    if not _compatible(candidate, one.latest, meant=meant) or _looks_back(candidate, one.latest, newest):
        return False
    shared = not keys.isdisjoint(one.keys)
    if candidate.type in _LOOSE:
        if candidate.lemma != last.lemma:
            return False
        return shared or (candidate.reading == "noun" and _definite(page, candidate))
    if shared or (candidate.reading == "noun" and _definite(page, candidate)):
        return True
    if candidate.factuality != last.factuality and candidate.factuality not in _FACTS and not meant:
        return False  # "demanded a deal. ... An agreement is possible"
    return not keys or one.anonymous


def _compatible(candidate: Candidate, members: Iterable[Candidate], *, meant: bool) -> bool:
    """Whether dates and facts can be those of one event; a noun that means what was told before has no facts of its
    own."""
    for member in members:
        if (candidate.factuality in _FACTS) != (member.factuality in _FACTS) and not (
            meant and member.factuality in _UNDONE
        ):
            return False
        if candidate.date is not None and member.date is not None and _apart(candidate.date, member.date):
            return False
        for count in candidate.counts:
            for other in member.counts:
                if count.kind == other.kind and count.minimum != other.minimum and count.start != other.start:
                    return False
    return True


def _newest(candidates: Iterable[Candidate]) -> date | None:
    """The last day that rests on the publication of the article, None when it is not known."""
    days = (one.date.last_day for one in candidates if one.date is not None and one.date.basis == "published")
    return max((day for day in days if day is not None), default=None)


def _looks_back(candidate: Candidate, members: Iterable[Candidate], newest: date | None) -> bool:
    """Whether one is of a day long past, and the others without a day stand too far off to be of that day as well.

    "Rebels last attacked the port in 2008. ..." is over two sentences later: "the attack" is that of the news again.
    """
    for member in members:
        if (candidate.date is None) == (member.date is None):
            continue
        day = candidate.date or member.date
        if day is not None and _long_past(day, newest):
            return abs(candidate.sentence - member.sentence) > _LOOKING_BACK
    return False


def _long_past(day: EventDate, newest: date | None) -> bool:
    if day.bound != "on" or day.last_day is None:
        return False
    if newest is None:
        return day.granularity.rank >= Granularity.YEAR.rank
    return (newest - day.last_day).days > _NEWS_DAYS


def _apart(one: EventDate, other: EventDate) -> bool:
    """Whether two dates are those of two events: days that differ, or a day long before what is told as news."""
    if one.bound == other.bound == "on":
        return not one.overlaps(other)
    if other.bound == "on_or_before":
        one, other = other, one
    news = one.bound == "on_or_before" and one.basis == "published" and other.bound == "on"
    if not news or one.last_day is None or other.last_day is None:
        return False
    return (one.last_day - other.last_day).days > _NEWS_DAYS


def _is_meant_before(page: Page, candidate: Candidate) -> bool:
    """Whether a noun without a day only means what was told of: "will walk out on Friday. ... called the strike a gift"
    claims no strike that was."""
    bare = candidate.reading == "noun" and candidate.date is None and candidate.date_link.rule == "none"
    return bare and candidate.factuality in _FACTS and _definite(page, candidate)


def _keys(candidate: Candidate) -> set[str]:
    return {who.key or who.name.lower() for who in (*candidate.actors, *candidate.recipients)}


def _sufferers(candidate: Candidate) -> set[str]:
    return {who.key for who in candidate.recipients if who.key and who.kind in _NAMED}


def _done_to_others(sufferers: set[str], one: _Group) -> bool:
    """Whether both name to whom it was done and name others: "arrested Hale. ... arrested Ella Marsh"."""
    return bool(sufferers and one.sufferers) and sufferers.isdisjoint(one.sufferers)


def _another(page: Page, candidate: Candidate) -> bool:
    """Whether the noun is told apart from others of its kind: "the last strike, in 2009", "a second attack"."""
    first = candidate.first_token
    return any(low in _OTHERS for low in page.lowers[max(candidate.clause_first, first - _BEFORE_NOUN) : first])


def _definite(page: Page, candidate: Candidate) -> bool:
    """Whether "the", "their" or the like stands before the noun."""
    for token in range(candidate.first_token - 1, max(-1, candidate.first_token - 4), -1):
        if page.lowers[token] in _DEFINITE:
            return True
        if page.bits[token] & _DETERMINER_POSSESSIVE:
            return False
    return False
