"""Whether two reports are of one event: what they share, and what keeps them apart.

In come the reports of one event within an article (an ``Account``), out goes a number of points for each pair of
accounts, or None when the two cannot be one event. Which pairs are asked, and how pairs become events, is decided in
``merging``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from timeline.lexicons.happenings import happenings
from timeline.lexicons.weights import MentionWeights, StoryWeights, logistic
from timeline.stories.conflicts import contradicts, places_contradict
from timeline.stories.reports import Report
from timeline.stories.similarity import plain_words, stem, term_share, terms
from timeline.values.actors import EventPlace, Participant
from timeline.values.dates import EventDate
from timeline.values.events import Mention

#: Share of news articles from which a trigger is a common word.
COMMON_SHARE = 0.08

#: Days between two publications within which differing dates may be those of one event.
DISPUTE_DAYS = 3

#: Days by which the dates of one event may differ between two articles.
MOST_DISPUTED_DAYS = 2

#: Days by which a date may be wrong that does not rest on firm ground: a weekday counted from the wrong week.
SLIP_DAYS = 14

#: Days around its publication that an account without a date is taken to be of, unless its words say that it is the
#: same.
NEWS_SPAN_DAYS = 60

#: Days before its first within which a lasting thing is named as one that is to come.
ANNOUNCED_DAYS = 7

#: Days before a publication within which an event dated by that publication alone may lie.
NEWS_DAYS = 3

#: The same for what is said and done again and again.
REPEATED_DAYS = 1

#: Equal words in the two titles, as a share, from which two accounts with differing dates may be one.
ALIKE_WORDS = 0.5

#: The same from which an account without a date may be of an event long past.
RETOLD_WORDS = 0.8

#: How far the names of two sides agree.
NOT_AT_ALL, PARTLY, WHOLLY = 0, 1, 2

#: Kinds of actors whose name identifies them.
NAMED_KINDS = frozenset({"person", "organisation", "country"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One event as one article tells it: its reports there, and what of them is compared.

    ``refused`` is what somebody says that he will not do: that it was done later denies nothing. ``named_only`` is what
    its word as it stands in a dictionary names, so that no tense says that it was.
    """

    reports: tuple[Report, ...]
    key: str
    article_key: str
    story: str
    published: int | None
    family: str
    types: frozenset[str]
    labels: frozenset[str]
    lemmas: frozenset[str]
    classes: frozenset[str]
    common: bool
    actors: frozenset[str]
    named_actors: frozenset[str]
    recipients: frozenset[str]
    venues: tuple[EventPlace, ...]
    venue_names: frozenset[str]
    date: EventDate | None
    words: frozenset[str]
    prospective: bool
    refused: bool
    happened: bool
    recurring: bool
    reciprocal: bool
    lasting: frozenset[str]
    named_only: bool

    @property
    def speech(self) -> bool:
        """Whether something was said rather than done."""
        return self.family == "speech"


def account(reports: Sequence[Report], weights: StoryWeights) -> Account:
    """The reports of one event within one article, made ready for comparing."""
    reports = tuple(sorted(reports, key=lambda report: report.order))
    first, mentions = reports[0], [report.mention for report in reports]
    kinds, family = happenings(), weights.families.get(mentions[0].type, mentions[0].type)
    dates = [mention.date for mention in mentions if mention.date is not None]
    types = frozenset(mention.type for mention in mentions)
    classes = frozenset(filter(None, (kinds.kind(mention.lemma, mention.type) for mention in mentions)))
    venues = tuple(place for mention in mentions for place in mention.places if place.role == "venue")
    return Account(
        reports=reports,
        key=first.key,
        article_key=first.article_key,
        story=first.story or first.article_key,
        published=first.published_on.toordinal() if first.published_on else None,
        family=family,
        types=types,
        labels=frozenset(mention.label for mention in mentions if mention.label),
        lemmas=frozenset(kinds.root(mention.lemma) for mention in mentions),
        classes=classes,
        common=all(_is_common(mention.lemma, weights) for mention in mentions),
        actors=_names(who for mention in mentions for who in mention.actors),
        named_actors=_names(who for mention in mentions for who in mention.actors if who.kind in NAMED_KINDS),
        recipients=_names(who for mention in mentions for who in mention.recipients),
        venues=venues,
        venue_names=frozenset(place.name.lower() for place in venues),
        date=min(dates, key=_surest) if dates else None,
        words=_words(mentions, speech=family == "speech"),
        prospective=all(mention.aspect == "prospective" for mention in mentions),
        refused=all(mention.aspect == "prospective" and mention.factuality == "denied" for mention in mentions),
        happened=any(mention.aspect != "prospective" and mention.factuality == "happened" for mention in mentions),
        recurring=bool(types & set(weights.words.repeated)),
        reciprocal=bool(types & set(weights.words.reciprocal)),
        lasting=classes & kinds.lasting,
        named_only=all(mention.text.lower() == mention.lemma for mention in mentions),
    )


def probability(one: Account, other: Account, weights: StoryWeights, look_alikes: float = 1.0) -> float | None:
    """How likely the two accounts are of one event; None when they cannot be.

    Where the story tells of many such events on different days (``look_alikes``), two accounts without a common day
    are the less likely to be of the same one.

    Two marches of one group on different days cannot; "15 people died in a fire" and "a fire killed 12" on one day can.
    """
    same_kind = not (one.lemmas.isdisjoint(other.lemmas) and one.classes.isdisjoint(other.classes))
    if not same_kind and (one.article_key == other.article_key or one.speech != other.speech):
        return None
    alike = _share(one.words, other.words)
    if not _dates_fit(one, other, alike, same_kind=same_kind) or not _places_fit(one.venues, other.venues):
        return None
    if one.reciprocal and other.reciprocal and _agreement(one.named_actors, other.named_actors) == PARTLY:
        return None
    if one.speech and other.speech and _strangers(one.named_actors, other.named_actors):
        return None
    if one.article_key == other.article_key and _apart_in_wish(one, other):
        return None
    if (one.refused and other.happened) or (other.refused and one.happened):
        return None
    scale = weights.mentions["speech" if one.speech or other.speech else "action"]
    total = _total(one, other, scale, alike)
    if look_alikes > 1.0 and not _same_day(one, other):
        total -= log(look_alikes)
    return logistic(total)


def _in_one_sentence(one: Account, other: Account) -> bool:
    """Whether one sentence tells of both: it would not tell one event twice."""
    return not {report.mention.sentence for report in one.reports}.isdisjoint(
        report.mention.sentence for report in other.reports
    )


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
    if one.article_key == other.article_key:
        total += scale.same_sentence if _in_one_sentence(one, other) else scale.same_article
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
            agreement = _agreement(ours, theirs)
            total += same if agreement == WHOLLY else differ if agreement == NOT_AT_ALL else (same + differ) / 2
    return total


def _is_common(lemma: str, weights: StoryWeights) -> bool:
    """Whether the trigger is a word of every other article ("give", "help"), so that sharing it says little."""
    word = happenings().head(lemma)
    return word in weights.words.stop or term_share(stem(word)) >= COMMON_SHARE


def _strangers(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both sides name somebody and nobody is on both."""
    return bool(ours and theirs) and _agreement(ours, theirs) == NOT_AT_ALL


def _agreement(ours: frozenset[str], theirs: frozenset[str]) -> int:
    """``WHOLLY`` when all names of the shorter side are found on the other.

    ``PARTLY`` when both have one that is not.
    """
    shorter, longer = (ours, theirs) if len(ours) <= len(theirs) else (theirs, ours)
    if shorter <= longer:
        return WHOLLY
    found = sum(1 for name in shorter if name in longer or any_same((name,), longer))
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
    if one[-1:] != other[-1:] and one[:1] != other[:1]:
        return False
    short, long = sorted((one.replace("-", " ").split(), other.replace("-", " ").split()), key=len)
    if not short or short == long:
        return bool(short)
    return long[-len(short) :] == short or (len(short) > 1 and long[: len(short)] == short)


def _words(mentions: Sequence[Mention], *, speech: bool) -> frozenset[str]:
    """The words of the titles and parties; of what was said those of the content, whoever the speaker is."""
    titles = _terms(mention.title for mention in mentions)
    if speech:
        return titles - _terms(who.name for mention in mentions for who in mention.actors)
    return titles | _terms(who.name for mention in mentions for who in (*mention.actors, *mention.recipients))


def _terms(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(terms(word for text in texts for word in plain_words(text)))


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


def _dates_fit(one: Account, other: Account, alike: float, *, same_kind: bool) -> bool:
    """Whether the dates allow one event; an unknown date allows all but what is said again and again."""
    if one.date is None and other.date is None:
        return True
    if one.date is None or other.date is None:
        if _before_it_was(one, other) or _before_it_was(other, one):
            return False
        return alike >= RETOLD_WORDS or not (_long_before(one, other) or _long_before(other, one))
    if not contradicts(one.date, other.date):
        if one.lasting & other.lasting and (_while_it_lasted(one, other) or _while_it_lasted(other, one)):
            return True
        repeated = one.recurring and other.recurring
        return _near_enough(one.date, other.date, REPEATED_DAYS if repeated else NEWS_DAYS)
    if not (firm(one.date) and firm(other.date)):
        return one.date.distance_days(other.date) <= SLIP_DAYS
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
        and (same_kind or bool(one.labels & other.labels))
    )


def _while_it_lasted(later: Account, begun: Account) -> bool:
    """Whether one tells as news of its own day what the other dates to weeks before it at most.

    "The strike has closed the port", of the sixth day, is of the strike that began on the first.
    """
    if later.date is None or begun.date is None or later.date.bound == "on" or begun.date.first_day is None:
        return False
    day = later.date.last_day or later.date.first_day
    return day is not None and 0 <= (day - begun.date.first_day).days <= NEWS_SPAN_DAYS


def _before_it_was(undated: Account, dated: Account) -> bool:
    """Whether the undated one was told as done in an article older than the day on which the other happened.

    "Talks ended hours before a strike" names one of the next day, and does not say that it was.
    """
    if undated.date is not None or undated.prospective or undated.published is None:
        return False
    if dated.date is None or dated.prospective or dated.date.bound != "on" or dated.date.first_day is None:
        return False
    days = dated.date.first_day.toordinal() - undated.published
    named = undated.named_only and bool(undated.lasting & dated.lasting) and days <= ANNOUNCED_DAYS
    return days > 0 and not named


def _long_before(undated: Account, dated: Account) -> bool:
    """Whether the dated event lies far from the day on which the undated one was published.

    News tells of its own days.
    """
    if undated.date is not None or undated.published is None or dated.date is None:
        return False
    days = [day.toordinal() for day in (dated.date.first_day, dated.date.last_day) if day is not None]
    return all(abs(undated.published - day) > NEWS_SPAN_DAYS for day in days)


def firm(day: EventDate) -> bool:
    """Whether a date rests on firm ground.

    Not on a day of the week or "yesterday" counted from a date within the text.
    """
    grounds = day.basis.split("+")
    return not day.uncertain and ("reference" not in grounds or "explicit" in grounds)


def _near_enough(one: EventDate, other: EventDate, days: int) -> bool:
    """Whether a date that only bounds lies near the other: news dated by its publication is of the last days."""
    return one.bound == other.bound == "on" or one.distance_days(other) <= days


def _places_fit(ours: Sequence[EventPlace], theirs: Sequence[EventPlace]) -> bool:
    """Whether the venues allow one event: no venue of ours may lie in another country than every one of theirs."""
    return not ours or not theirs or any(not places_contradict(one, other) for one in ours for other in theirs)
