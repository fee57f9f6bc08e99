"""One event as one article tells it, made ready for comparing: an ``Account``.

In come the reports of one event within an article, out goes what of them is compared with those of other articles. What
is compared with what is decided in ``matching``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.lexicons.happenings import happenings
from timeline.lexicons.weights import StoryWeights
from timeline.stories.reports import Report
from timeline.stories.similarity import plain_words, stem, term_share, terms
from timeline.values.actors import EventPlace, Participant
from timeline.values.dates import EventDate
from timeline.values.events import Mention

#: Share of news articles from which a trigger is a common word.
COMMON_SHARE = 0.08

#: Kinds of actors whose name identifies them.
NAMED_KINDS = frozenset({"person", "organisation", "country"})

#: Of an account that names none.
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One event as one article tells it: its reports there, and what of them is compared.

    ``speech`` is whether something was said rather than done, ``kinds`` are the roots and classes of its triggers.
    ``people`` are the persons among actors and recipients, ``victims`` those to whom it happened, where that happens to
    nobody twice. ``refused`` is what somebody says that he will not do: that it was done later denies nothing.
    ``named_only`` is what its word as it stands in a dictionary names, so that no tense says that it was.
    """

    reports: tuple[Report, ...]
    key: str
    article_key: str
    story: str
    published: int | None
    family: str
    speech: bool
    types: frozenset[str]
    labels: frozenset[str]
    lemmas: frozenset[str]
    classes: frozenset[str]
    kinds: frozenset[str]
    common: bool
    actors: frozenset[str]
    named_actors: frozenset[str]
    recipients: frozenset[str]
    people: frozenset[str]
    victims: frozenset[str]
    counts: frozenset[tuple[str, int | None, int | None]]
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


def account(reports: Sequence[Report], weights: StoryWeights) -> Account:
    """The reports of one event within one article, made ready for comparing."""
    reports = tuple(sorted(reports, key=lambda report: report.order))
    first, mentions = reports[0], [report.mention for report in reports]
    kinds, family = happenings(), weights.families.get(mentions[0].type, mentions[0].type)
    dates = [mention.date for mention in mentions if mention.date is not None]
    types = frozenset(mention.type for mention in mentions)
    lemmas = frozenset(kinds.root(mention.lemma) for mention in mentions)
    classes = frozenset(kind for mention in mentions for kind in kinds.kinds(mention.lemma, mention.type))
    venues = tuple(place for mention in mentions for place in mention.places if place.role == "venue")
    people = _people(who for mention in mentions for who in (*mention.actors, *mention.recipients))
    return Account(
        reports=reports,
        key=first.key,
        article_key=first.article_key,
        story=first.story or first.article_key,
        published=first.published_on.toordinal() if first.published_on else None,
        family=family,
        speech=family == "speech",
        types=types,
        labels=frozenset(mention.label for mention in mentions if mention.label),
        lemmas=lemmas,
        classes=classes,
        kinds=lemmas | classes,
        common=all(_is_common(mention.lemma, weights) for mention in mentions),
        actors=_names(who for mention in mentions for who in mention.actors),
        named_actors=_names(who for mention in mentions for who in mention.actors if who.kind in NAMED_KINDS),
        recipients=_names(who for mention in mentions for who in mention.recipients),
        people=people,
        victims=_people(who for mention in mentions for who in mention.recipients) if classes & kinds.once else NOBODY,
        counts=frozenset((count.kind, count.minimum, count.maximum) for one in mentions for count in one.counts),
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


def _is_common(lemma: str, weights: StoryWeights) -> bool:
    """Whether the trigger is a word of every other article ("give", "help"), so that sharing it says little."""
    word = happenings().head(lemma)
    return word in weights.words.stop or term_share(stem(word)) >= COMMON_SHARE


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


def _people(participants: Iterable[Participant]) -> frozenset[str]:
    return _names(who for who in participants if who.kind == "person")


def _surest(day: EventDate) -> tuple[bool, bool, int, str]:
    return (day.bound != "on", day.uncertain, day.granularity.rank, day.sort_key)
