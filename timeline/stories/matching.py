"""Whether two reports are of one event: what they share, and what keeps them apart.

In come the reports of one event within an article (an ``Account``), out goes a number of points for each pair of
accounts, or None when the two cannot be one event. Which pairs are asked, and how pairs become events, is decided in
``merging``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.lexicons.weights import MentionWeights, StoryWeights
from timeline.stories.conflicts import contradicts, places_contradict
from timeline.stories.reports import Report
from timeline.stories.similarity import plain_words, terms
from timeline.values.actors import EventPlace, Participant
from timeline.values.dates import EventDate

#: Days between two publications within which differing dates may be those of one event.
DISPUTE_DAYS = 3

#: Days by which the dates of one event may differ between two articles.
MOST_DISPUTED_DAYS = 2

#: Days before a publication within which an event dated by that publication alone may lie.
NEWS_DAYS = 3

#: Equal words in the two titles, as a share, from which two accounts with differing dates may be one.
ALIKE_WORDS = 0.5

#: How far the names of two sides agree.
NOT_AT_ALL, PARTLY, WHOLLY = 0, 1, 2

#: Kinds of actors whose name identifies them.
NAMED_KINDS = frozenset({"person", "organisation", "country"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One event as one article tells it: its reports there, and what of them is compared."""

    reports: tuple[Report, ...]
    key: str
    article_key: str
    story: str
    published: int | None
    family: str
    types: frozenset[str]
    labels: frozenset[str]
    lemmas: frozenset[str]
    actors: frozenset[str]
    named_actors: frozenset[str]
    recipients: frozenset[str]
    venues: tuple[EventPlace, ...]
    date: EventDate | None
    words: frozenset[str]
    prospective: bool
    recurring: bool
    reciprocal: bool

    @property
    def speech(self) -> bool:
        """Whether something was said rather than done."""
        return self.family == "speech"


def account(reports: Sequence[Report], weights: StoryWeights) -> Account:
    """The reports of one event within one article, made ready for comparing."""
    reports = tuple(sorted(reports, key=lambda report: report.order))
    first, mentions = reports[0], [report.mention for report in reports]
    dates = [mention.date for mention in mentions if mention.date is not None]
    types = frozenset(mention.type for mention in mentions)
    return Account(
        reports=reports,
        key=first.key,
        article_key=first.article_key,
        story=first.story or first.article_key,
        published=first.published_on.toordinal() if first.published_on else None,
        family=weights.families.get(mentions[0].type, mentions[0].type),
        types=types,
        labels=frozenset(mention.label for mention in mentions if mention.label),
        lemmas=frozenset(weights.classes.get(mention.lemma, mention.lemma) for mention in mentions),
        actors=_names(who for mention in mentions for who in mention.actors),
        named_actors=_names(who for mention in mentions for who in mention.actors if who.kind in NAMED_KINDS),
        recipients=_names(who for mention in mentions for who in mention.recipients),
        venues=tuple(place for mention in mentions for place in mention.places if place.role == "venue"),
        date=min(dates, key=_surest) if dates else None,
        words=frozenset(
            terms(
                word
                for mention in mentions
                for text in (mention.title, *(who.name for who in (*mention.actors, *mention.recipients)))
                for word in plain_words(text)
            )
        ),
        prospective=all(mention.aspect == "prospective" for mention in mentions),
        recurring=bool(types & set(weights.words.repeated)),
        reciprocal=bool(types & set(weights.words.reciprocal)),
    )


def points(one: Account, other: Account, weights: StoryWeights) -> float | None:
    """How much the two accounts share; None when they cannot be of one event.

    Two marches of one group on different days cannot; "15 people died in a fire" and "a fire killed 12" on one day can.
    """
    scale = weights.mentions["speech" if one.speech or other.speech else "action"]
    alike = _share(one.words, other.words)
    if not _dates_fit(one, other, alike) or not _places_fit(one.venues, other.venues):
        return None
    if one.article_key == other.article_key and not one.lemmas & other.lemmas:
        return None
    if one.reciprocal and other.reciprocal and _agreement(one.named_actors, other.named_actors) == PARTLY:
        return None
    if one.speech != other.speech and not one.lemmas & other.lemmas:
        return None
    return _total(one, other, scale, alike)


def _total(one: Account, other: Account, scale: MentionWeights, alike: float) -> float:
    total = scale.words * alike
    if one.family == other.family:
        total += scale.family
    if one.labels & other.labels:
        total += scale.label
    if one.lemmas & other.lemmas:
        total += scale.lemma
    if one.date and other.date and one.date.single_day and one.date.single_day == other.date.single_day:
        total += scale.same_day
    for ours, theirs, same, differ in (
        (one.actors, other.actors, scale.actors, scale.other_actors),
        (one.recipients, other.recipients, scale.recipients, scale.other_recipients),
        (
            frozenset(place.name.lower() for place in one.venues),
            frozenset(place.name.lower() for place in other.venues),
            scale.places,
            scale.other_places,
        ),
    ):
        if ours and theirs:
            agreement = _agreement(ours, theirs)
            total += same if agreement == WHOLLY else differ if agreement == NOT_AT_ALL else (same + differ) / 2
    return total


def _agreement(ours: frozenset[str], theirs: frozenset[str]) -> int:
    """``WHOLLY`` when all names of the shorter side are found on the other.

    ``PARTLY`` when both have one that is not.
    """
    shorter, longer = sorted((ours, theirs), key=len)
    found = sum(any_same((name,), longer) for name in shorter)
    return WHOLLY if found == len(shorter) else PARTLY if found else NOT_AT_ALL


def any_same(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether a name of ours is one of theirs: equal, or the shorter is the end or the beginning of the longer.

    "firth" is "jane firth"; "harlow council" is not "harlow port".
    """
    return any(same_name(our, their) for our in ours for their in theirs)


def same_name(one: str, other: str) -> bool:
    """Whether two lower-case names, words apart by "-" or space, may be of one and the same."""
    if one == other:
        return True
    short, long = sorted((one.replace("-", " ").split(), other.replace("-", " ").split()), key=len)
    if not short or short == long:
        return bool(short)
    return long[-len(short) :] == short or (len(short) > 1 and long[: len(short)] == short)


def _names(participants: Iterable[Participant]) -> frozenset[str]:
    found = set()
    for who in participants:
        name = who.key or " ".join(terms(plain_words(who.name)))
        if name:
            found.add(name)
    return frozenset(found)


def _share(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Equal words as a share of the shorter side's (at least three, or one equal word would be all)."""
    shorter = max(3, min(len(ours), len(theirs)))
    return len(ours & theirs) / shorter


def _surest(day: EventDate) -> tuple[bool, bool, int, str]:
    return (day.bound != "on", day.uncertain, day.granularity.rank, day.sort_key)


def _dates_fit(one: Account, other: Account, alike: float) -> bool:
    """Whether the dates allow one event; an unknown date allows all but what is said again and again."""
    if one.date is None or other.date is None:
        return True
    if not contradicts(one.date, other.date):
        return _near_enough(one.date, other.date)
    if one.article_key == other.article_key or one.recurring or other.recurring:
        return False
    # Two outlets may differ on the day of one event: then all else must agree, and both must tell it as news.
    apart = one.date.distance_days(other.date)
    published = one.published is not None and other.published is not None
    fresh = published and abs(one.published - other.published) <= DISPUTE_DAYS  # type: ignore[operator]
    return (
        apart <= MOST_DISPUTED_DAYS
        and fresh
        and alike >= ALIKE_WORDS
        and bool(one.lemmas & other.lemmas or one.labels & other.labels)
    )


def _near_enough(one: EventDate, other: EventDate) -> bool:
    """Whether a date that only bounds lies near the other: news dated by its publication is of the last days."""
    if "on" in (one.bound, other.bound) and one.bound == other.bound:
        return True
    return one.distance_days(other) <= NEWS_DAYS


def _places_fit(ours: Sequence[EventPlace], theirs: Sequence[EventPlace]) -> bool:
    """Whether the venues allow one event: no venue of ours may lie in another country than every one of theirs."""
    return not ours or not theirs or any(not places_contradict(one, other) for one in ours for other in theirs)
