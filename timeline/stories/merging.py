"""Mentions of many articles to events: which of them are one, and what follows from all of them together.

In come reports (mentions with their article, outlet and story), out go events with the values that are best
supported, what the articles differ on, and how many independent sources there are. The result depends on the set of
reports only, never on their order; merging what was merged changes nothing, and no mention is lost. Whether two
accounts fit is decided in ``matching``, what becomes of plans in ``outcomes``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest

from timeline.lexicons.weights import StoryWeights, story_weights
from timeline.stories.accounts import Account, account
from timeline.stories.days import firm
from timeline.stories.matching import DOUBTED, probability
from timeline.stories.outcomes import follow_up
from timeline.stories.reports import Report
from timeline.stories.selection import in_order
from timeline.stories.settling import settle
from timeline.stories.similarity import digest
from timeline.values.events import Event

#: Accounts behind one look-up that are all compared; of a longer list each with so many neighbours in time.
WIDEST_BLOCK, NEAR_ACCOUNTS = 48, 16

#: Days that the accounts of one event name for it, with all that is mistaken.
USUAL_DAYS = 3

#: Share of the pairs across two parts that may be in doubt while the others speak for one event.
MOST_DOUBTS = 0.2

#: Accounts of one event that a further one is compared with.
MOST_SPOKESMEN = 12


def merge(
    reports: Sequence[Report],
    known: Mapping[str, str],
    copies: Mapping[str, str],
    *,
    weights: StoryWeights | None = None,
) -> tuple[Event, ...]:
    """The events that the reports are of, ordered by date and then key, undated last.

    An event's key is ``ev_`` and a digest of its earliest mention's key, and stays what it was for mentions that are
    known.

    Args:
        reports: All mentions of the stories in question; a mention that comes twice counts once.
        known: Event key of each mention that was merged before.
        copies: Original of each article that is a wire copy (``duplicates.find_copies``).
        weights: Fitted constants; those of the package when None.
    """
    weights = weights or story_weights()
    groups = partition(reports, weights)
    keys = _event_keys(groups, known)
    events: dict[str, list[Event]] = defaultdict(list)
    taken: dict[str, set[str]] = defaultdict(set)
    for group, (key, aliases) in zip(groups, keys, strict=True):
        story = group[0].story or group[0].article_key
        event = settle(group, copies, weights.words, key=key, aliases=aliases, taken=taken[story])
        taken[story].add(event.title)
        events[story].append(event)
    followed = (event for story in events.values() for event in follow_up(story, weights.words))
    return tuple(sorted(followed, key=in_order))


def link_across(reports: Sequence[Report], *, weights: StoryWeights | None = None) -> tuple[str, ...]:
    """The event key of each report, in the order given.

    Equal for mentions of one event, within an article and across.
    """
    groups = partition(reports, weights or story_weights())
    keyed = zip(groups, _event_keys(groups, {}), strict=True)
    keys = {report.key: key for group, (key, _) in keyed for report in group}
    return tuple(keys[report.key] for report in reports)


def partition(reports: Sequence[Report], weights: StoryWeights) -> list[tuple[Report, ...]]:
    """The reports of each event, in order; events by their earliest report."""
    accounts = _accounts(reports, weights)
    by_story: dict[str, list[Account]] = defaultdict(list)
    for one in accounts:
        by_story[one.story].append(one)
    groups = [
        tuple(sorted((report for one in part for report in one.reports), key=lambda report: report.order))
        for told in by_story.values()
        for part in _Linker(told, weights).parts()
    ]
    return sorted(groups, key=lambda group: group[0].order)


def _accounts(reports: Sequence[Report], weights: StoryWeights) -> list[Account]:
    """One account for each event of each article, in an order that depends on the reports alone."""
    once = {report.key: report for report in reports}
    together: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in once.values():
        group = str(report.mention.group) if report.mention.group >= 0 else report.key
        together[report.article_key, group].append(report)
    return sorted((account(group, weights) for group in together.values()), key=lambda one: one.reports[0].order)


class _Linker:
    """Joins the accounts of one story that are of one event: the likeliest pairs first, while all across fit."""

    def __init__(self, accounts: Sequence[Account], weights: StoryWeights) -> None:
        self._accounts = accounts
        self._weights = weights
        self._blocks = _blocks(accounts)
        self._look_alikes = _look_alikes(accounts)
        # Few kinds happen on many days; those alone are looked up for each pair.
        self._repeated = frozenset(kind for kind, times in self._look_alikes.items() if times > 1.0)
        self._known: dict[tuple[int, int], float | None] = {}

    def parts(self) -> list[list[Account]]:
        """The accounts of each event."""
        part_of = list(range(len(self._accounts)))
        parts: dict[int, list[int]] = {number: [number] for number in part_of}
        for left, right in self._likely_pairs():
            one, other = part_of[left], part_of[right]
            if one == other or not self._fit(parts[one], parts[other]):
                continue
            kept, gone = min(one, other), max(one, other)
            for number in parts.pop(gone):
                parts[kept].append(number)
                part_of[number] = kept
        return [[self._accounts[number] for number in part] for part in parts.values()]

    def _likely_pairs(self) -> list[tuple[int, int]]:
        """Pairs that are likely enough by themselves, likeliest first, equal ones in the order of the accounts."""
        likely: dict[tuple[int, int], float] = {}
        for block in self._blocks:
            for pair in _pairs(block, self._accounts):
                if pair not in self._known:
                    value = self._probability(pair)
                    if value is not None and value >= self._wanted(pair[0]):
                        likely[pair] = value
        return sorted(likely, key=lambda pair: (-likely[pair], pair))

    def _fit(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        """Whether no two across exclude each other, few are in doubt, and all across are likely enough on the mean."""
        ours, theirs = self._spokesmen(ours), self._spokesmen(theirs)
        total = 0.0
        doubts = int(MOST_DOUBTS * len(ours) * len(theirs))
        for one in ours:
            for other in theirs:
                value = self._probability((one, other) if one < other else (other, one))
                doubts -= value == DOUBTED
                if value is None or doubts < 0:
                    return False
                total += value
        return total >= self._wanted(ours[0]) * len(ours) * len(theirs)

    def _spokesmen(self, part: Sequence[int]) -> Sequence[int]:
        """The accounts that stand for a part: all, or of a large one those that are dated and earliest."""
        if len(part) <= MOST_SPOKESMEN:
            return part
        return nsmallest(MOST_SPOKESMEN, part, key=lambda number: (self._accounts[number].date is None, number))

    def _probability(self, pair: tuple[int, int]) -> float | None:
        if pair not in self._known:
            one, other = self._accounts[pair[0]], self._accounts[pair[1]]
            many = 1.0
            if not (self._repeated.isdisjoint(one.kinds) or self._repeated.isdisjoint(other.kinds)):
                shared = self._repeated & one.kinds & other.kinds
                many = max((self._look_alikes[kind] for kind in shared), default=1.0)
            self._known[pair] = probability(one, other, self._weights, many)
        return self._known[pair]

    def _wanted(self, number: int) -> float:
        return self._weights.mentions["speech" if self._accounts[number].speech else "action"].join


def _blocks(accounts: Sequence[Account]) -> list[list[int]]:
    """Accounts that may be of one event: those with a root, class or label in common."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(accounts):
        look_ups = {f"lemma {lemma}" for lemma in one.lemmas} | {f"class {name}" for name in one.classes}
        if "OTHER" not in one.types:
            look_ups |= {f"label {label}" for label in one.labels}
        for look_up in sorted(look_ups):
            blocks[look_up].append(number)
    return list(blocks.values())


def _look_alikes(accounts: Sequence[Account]) -> dict[str, float]:
    """How many events of each kind of happening the story tells of.

    By the different days of them, as a multiple of what is usual for one event; of what happens again and again also
    by how many an article tells apart on the mean: an article of five air strikes is of a story of many.
    """
    days: dict[str, set[str]] = defaultdict(set)
    told: Counter[str] = Counter()
    tellers: dict[str, set[str]] = defaultdict(set)
    for one in accounts:
        if one.recurring and not one.speech:
            for kind in one.kinds:
                told[kind] += 1
                tellers[kind].add(one.article_key)
        if one.date is not None and one.date.bound == "on" and firm(one.date):
            for kind in one.kinds:
                days[kind].add(str(one.date.first_day))
    many = {kind: number / len(tellers[kind]) for kind, number in told.items()}
    return {kind: max(len(days[kind]) / USUAL_DAYS, many.get(kind, 0.0)) for kind in days.keys() | many.keys()}


def _pairs(block: Sequence[int], accounts: Sequence[Account]) -> Iterable[tuple[int, int]]:
    """All pairs of a block, or the near ones in time when it is a long one."""
    near = sorted(block, key=lambda number: (_day(accounts[number]), number))
    width = len(near) if len(near) <= WIDEST_BLOCK else NEAR_ACCOUNTS
    for place, number in enumerate(near):
        for other in near[place + 1 : place + width]:
            yield (number, other) if number < other else (other, number)


def _day(one: Account) -> str:
    return one.date.sort_key if one.date else f"{one.reports[0].published_on or '9999'}T"


def _event_keys(groups: Sequence[Sequence[Report]], known: Mapping[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    """The key of each event and the keys that it took over.

    A known key stays with the event that holds its own earliest mention, else with the one that holds most of its
    mentions.
    """
    claims: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, group in enumerate(groups):
        held = Counter(known[report.key] for report in group if report.key in known)
        founders = {event_key(report.key) for report in group}
        for key, count in held.items():
            claims[key].append((-int(key in founders), -count, number))
    owned: dict[int, list[str]] = defaultdict(list)
    for key in sorted(claims):
        owned[min(claims[key])[2]].append(key)
    first_held: dict[str, tuple[str, str, int, str]] = {}
    for report in (report for group in groups for report in group):
        if report.key in known:
            first_held[known[report.key]] = min(first_held.get(known[report.key], report.order), report.order)
    taken = set(claims)
    keys = []
    for number, group in enumerate(groups):
        kept, *others = sorted(owned.get(number, ()), key=lambda key: (first_held[key], key)) or [_fresh(group, taken)]
        taken.add(kept)
        keys.append((kept, tuple(others)))
    return keys


def _fresh(group: Sequence[Report], taken: set[str]) -> str:
    """A key that no event has: by the earliest report whose own is free, else by all of them."""
    own = (event_key(report.key) for report in group)
    return next((key for key in own if key not in taken), event_key(" ".join(report.key for report in group)))


def event_key(mention_key: str) -> str:
    """The key of an event that is first reported by this mention."""
    return f"ev_{digest(mention_key)}"
