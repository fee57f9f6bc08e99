"""Whether two reports are of one event: what they share, and what keeps them apart.

In come two accounts (``accounts``), out goes a probability, or None when they cannot be one event. Which pairs are
asked, and how pairs become events, is decided in ``merging``.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from timeline.lexicons.weights import MentionWeights, StoryWeights, logistic
from timeline.stories.accounts import Account
from timeline.stories.conflicts import contradicts, places_contradict
from timeline.stories.days import ALIKE_WORDS, dates_fit, one_year_alone
from timeline.stories.names import NOT_AT_ALL, PARTLY, WHOLLY, agreement, any_same
from timeline.values.actors import EventPlace

#: What speaks against one event so strongly that two accounts alone are never joined, and yet may be a mistake of ours
#: or theirs: a day, a name or a place that was read wrongly, in one account among many that agree.
DOUBTED = 0.0

#: How many times the one number of dead or injured is the other where they are not one toll that grew.
FAR_COUNTS = 3

#: Dead from which a number speaks of many; and days between two publications from which a toll may have grown.
MANY, GROWING_DAYS = 2, 1


def probability(one: Account, other: Account, weights: StoryWeights, look_alikes: float = 1.0) -> float | None:
    """How likely the two accounts are of one event; None when they cannot be, ``DOUBTED`` when a detail forbids it.

    Where the story tells of many such events on different days (``look_alikes``), two accounts without a common day
    are the less likely to be of the same one.

    Two marches of one group on different days cannot; "15 people died in a fire" and "a fire killed 12" on one day can.
    """
    same_kind = not (one.lemmas.isdisjoint(other.lemmas) and one.classes.isdisjoint(other.classes))
    alike = _share(one.words, other.words)
    together = one.article_key == other.article_key
    if (
        (one.refused and other.happened)
        or (other.refused and one.happened)
        or (together and _apart_in_wish(one, other))
    ):
        return None
    if _differ_in_detail(one, other, alike, same_kind=same_kind):
        # An article that gives two days, places or names means two events; so do days of what happens again and again.
        return None if together or (one.recurring and other.recurring) else DOUBTED
    if (not same_kind and (together or one.speech != other.speech)) or (together and _to_others(one, other)):
        return DOUBTED
    scale = weights.mentions["speech" if one.speech or other.speech else "action"]
    total = _total(one, other, scale, alike)
    if look_alikes > 1.0 and not _same_day(one, other):
        total -= log(look_alikes)
    return logistic(total)


def _differ_in_detail(one: Account, other: Account, alike: float, *, same_kind: bool) -> bool:
    """Whether days, places or those who take part are not those of one event.

    What happens to nobody twice needs no day: somebody's death is one event, whatever day is given for it.
    """
    if one.victims and other.victims:
        if agreement(one.victims, other.victims) == NOT_AT_ALL:
            return True
    elif not dates_fit(one, other, alike, same_kind=same_kind):
        return True
    if _one_and_many(one, other) or _one_and_many(other, one) or (alike < ALIKE_WORDS and _far_tolls(one, other)):
        return True
    if not _places_fit(one.venues, other.venues):
        return True
    if one.reciprocal and other.reciprocal and agreement(one.named_actors, other.named_actors) == PARTLY:
        return True
    return one.speech and other.speech and _strangers(one.named_actors, other.named_actors)


def _one_and_many(one: Account, other: Account) -> bool:
    """Whether one tells of the death of somebody by name and without a number, the other of many without a name.

    "Hale was killed" is not "seven villagers were killed", though he may be among them.
    """
    return (
        bool(one.victims)
        and not _numbers(one)
        and not other.victims
        and _toll(other) >= MANY
        and not any_same(one.recipients, other.recipients)
    )


def _numbers(one: Account) -> bool:
    """Whether an account says how many, beyond that somebody alone is one."""
    return any(low != 1 or high is not None for _, low, high in one.counts)


def _far_tolls(one: Account, other: Account) -> bool:
    """Whether the dead of the one are many times those of the other, with no days between that let a toll grow."""
    fewer, more = sorted((_toll(one), _toll(other)))
    if not fewer or more < FAR_COUNTS * fewer:
        return False
    return one.published is None or other.published is None or abs(one.published - other.published) <= GROWING_DAYS


def _toll(one: Account) -> int:
    """The number of dead that an account gives, the highest of several, 0 for none."""
    return max((low or 0 for kind, low, _ in one.counts if kind == "dead"), default=0)


def _in_one_sentence(one: Account, other: Account) -> bool:
    """Whether one sentence tells of both: it would not tell one event twice."""
    return not {report.mention.sentence for report in one.reports}.isdisjoint(
        report.mention.sentence for report in other.reports
    )


def _to_others(one: Account, other: Account) -> bool:
    """Whether two accounts of one article give differing numbers of dead, and nobody is in both."""
    if not (_toll(one) and _toll(other)) or _toll(one) == _toll(other):
        return False
    return not any_same(one.actors | one.recipients, other.actors | other.recipients)


def _apart_in_wish(one: Account, other: Account) -> bool:
    """Whether one article demands the one and thinks the other possible, with nobody in common: two hopes, not one."""
    if not (one.prospective and other.prospective):
        return False
    ours = {report.mention.factuality for report in one.reports}
    theirs = {report.mention.factuality for report in other.reports}
    return ours.isdisjoint(theirs) and not any_same(one.actors | one.recipients, other.actors | other.recipients)


def _same_day(one: Account, other: Account) -> bool:
    return (
        one.date is not None
        and other.date is not None
        and one.date.single_day is not None
        and (one.date.single_day == other.date.single_day)
    )


def _total(one: Account, other: Account, scale: MentionWeights, alike: float) -> float:
    total = scale.intercept + scale.words * alike
    if one.lemmas & other.lemmas:
        total += scale.lemma
    elif one.classes & other.classes:
        total += scale.lemma_class
    else:
        total += scale.other_lemma
    if one.common and other.common:
        total += scale.common_lemma
    if one.family == other.family:
        total += scale.family
    if one.labels & other.labels:
        total += scale.label
    if _same_day(one, other):
        total += scale.same_day
    elif one.date and other.date and contradicts(one.date, other.date):
        total += scale.other_day
    elif one_year_alone(one, other):
        total += scale.year_alone
    if one.article_key == other.article_key:
        total += scale.same_sentence if _in_one_sentence(one, other) else scale.same_article
    if one.counts and other.counts:
        total += _counts_weight(one, other, scale)
    if _strangers(one.people, other.people):
        total += scale.other_people
    if _elsewhere(one, other):
        total += scale.elsewhere
    for ours, theirs, same, differ in (
        (one.actors, other.actors, scale.actors, scale.other_actors),
        (one.recipients, other.recipients, scale.recipients, scale.other_recipients),
        (
            one.venue_names,
            other.venue_names,
            scale.places,
            scale.other_places,
        ),
    ):
        if ours and theirs:
            agreed = agreement(ours, theirs)
            total += same if agreed == WHOLLY else differ if agreed == NOT_AT_ALL else (same + differ) / 2
    return total


def _counts_weight(one: Account, other: Account, scale: MentionWeights) -> float:
    """What numbers of dead, injured and the like add: an equal one joins, far ones part; a toll that grows does not.

    That one person was hurt in both joins nothing: most who are hurt are one.
    """
    if any(low != 1 or high is not None for _, low, high in one.counts & other.counts):
        return scale.counts
    far = any(
        kind == their_kind and low and their_low and max(low, their_low) >= FAR_COUNTS * min(low, their_low)
        for kind, low, _ in one.counts
        for their_kind, their_low, _ in other.counts
    )
    return scale.other_counts if far else 0.0


def _elsewhere(one: Account, other: Account) -> bool:
    """Whether it happened to somebody else and in another place."""
    places, sufferers = (one.venue_names, other.venue_names), (one.recipients, other.recipients)
    return _strangers(*places) and _strangers(*sufferers)


def _strangers(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both sides name somebody and nobody is on both."""
    return bool(ours and theirs) and agreement(ours, theirs) == NOT_AT_ALL


def _share(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Equal words as a share of the shorter side's (at least three, or one equal word would be all)."""
    shorter = max(3, min(len(ours), len(theirs)))
    return len(ours & theirs) / shorter


def _places_fit(ours: Sequence[EventPlace], theirs: Sequence[EventPlace]) -> bool:
    """Whether the venues allow one event: no venue of ours may lie in another country than every one of theirs."""
    return not ours or not theirs or any(not places_contradict(one, other) for one in ours for other in theirs)
