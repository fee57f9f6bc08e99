"""Mentions of many articles to events: which of them are one, and what follows from all of them together.

In come reports (mentions with their article, outlet and story), out go events with the values that are best
supported, what the articles differ on, and how many independent sources there are. The result depends on the set of
reports only, never on their order; merging what was merged changes nothing, and no mention is lost. Whether two
accounts fit is decided in ``matching``, what becomes of plans in ``outcomes``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from timeline.lexicons.weights import StoryWeights, story_weights
from timeline.stories.matching import Account, account, probability
from timeline.stories.outcomes import follow_up
from timeline.stories.reports import Report
from timeline.stories.selection import in_order
from timeline.stories.settling import settle
from timeline.stories.similarity import digest
from timeline.values.events import Event

#: Accounts behind one look-up; of a longer list each is compared with the nearest by date only.
WIDEST_BLOCK = 120


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
    for group, (key, aliases) in zip(groups, keys, strict=True):
        events[group[0].story or group[0].article_key].append(
            settle(group, copies, weights.words, key=key, aliases=aliases)
        )
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
    links = _links(accounts, weights)
    parts = _agglomerate(accounts, links, weights)
    groups = [
        tuple(sorted((report for number in part for report in accounts[number].reports), key=lambda one: one.order))
        for part in parts
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


def _links(accounts: Sequence[Account], weights: StoryWeights) -> dict[tuple[int, int], float]:
    """Points of the pairs of accounts that may be one event.

    Those of one story with a lemma, label or family in common.
    """
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(accounts):
        look_ups = {f"lemma {lemma}" for lemma in one.lemmas} | {f"class {name}" for name in one.classes}
        if "OTHER" not in one.types:
            look_ups |= {f"label {label}" for label in one.labels}
        for look_up in sorted(look_ups):
            blocks[one.story, look_up].append(number)
    links: dict[tuple[int, int], float] = {}
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for pair in _pairs(block, accounts):
            if pair not in seen:
                seen.add(pair)
                value = probability(accounts[pair[0]], accounts[pair[1]], weights)
                if value is not None:
                    links[pair] = value
    return links


def _pairs(block: Sequence[int], accounts: Sequence[Account]) -> Iterable[tuple[int, int]]:
    """All pairs of a block, or the near ones in time when it is a long one."""
    near = sorted(block, key=lambda number: (_day(accounts[number]), number))
    for place, number in enumerate(near):
        for other in near[place + 1 : place + WIDEST_BLOCK]:
            yield (number, other) if number < other else (other, number)


def _day(one: Account) -> str:
    return one.date.sort_key if one.date else str(one.reports[0].published_on or "9999")


def _agglomerate(
    accounts: Sequence[Account], links: Mapping[tuple[int, int], float], weights: StoryWeights
) -> list[list[int]]:
    """Parts of accounts that are one event.

    The best pairs first, joined while all across fit and fit well on the mean.
    """
    part_of = list(range(len(accounts)))
    parts: dict[int, list[int]] = {number: [number] for number in range(len(accounts))}
    for (left, right), value in sorted(links.items(), key=lambda item: (-item[1], item[0])):
        one, other = part_of[left], part_of[right]
        wanted = weights.mentions["speech" if accounts[left].speech else "action"].join
        if one == other or value < wanted or not _parts_fit(parts[one], parts[other], links, accounts, weights, wanted):
            continue
        kept, gone = min(one, other), max(one, other)
        for number in parts.pop(gone):
            parts[kept].append(number)
            part_of[number] = kept
    return list(parts.values())


def _parts_fit(
    ours: Sequence[int],
    theirs: Sequence[int],
    links: Mapping[tuple[int, int], float],
    accounts: Sequence[Account],
    weights: StoryWeights,
    wanted: float,
) -> bool:
    total = 0.0
    for one in ours:
        for other in theirs:
            pair = (one, other) if one < other else (other, one)
            value = links.get(pair)
            if value is None:
                value = probability(accounts[pair[0]], accounts[pair[1]], weights)
                if value is None:
                    return False
            total += value
    return total >= wanted * len(ours) * len(theirs)


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
