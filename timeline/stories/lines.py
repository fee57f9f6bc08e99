"""The line of an event: which of its reports' titles a timeline shows.

In come the reports of one event and the one that tells it best, out goes a title. How a title is written is decided in
``timeline.events``, which report tells best in ``settling``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence

from timeline.stories.conflicts import contradicts
from timeline.stories.days import NEWS_SPAN_DAYS
from timeline.stories.reports import Report
from timeline.stories.similarity import plain_words, terms
from timeline.values.dates import EventDate, Granularity
from timeline.values.events import SALIENCES, Mention

_FACTS = ("happened", "reported")
_SAID = frozenset(("ACCUSE", "AGREE", "REJECT", "REQUEST", "STATEMENT", "THREATEN"))
_SHORTEST_TITLE = 16  # characters below which a line says little: "Members vote"
#: Articles from which the line is chosen by what most of them say, words that a line has for nothing, and how finely
#: lines are told apart by it.
_MANY_ARTICLES, _SPARE_WORDS, _CENTRAL_STEP = 4, 8, 0.1

#: A line that begins with one of these hangs on what stands before it.
_ILL_BEGUN = frozenset(
    (
        "after", "although", "amid", "and", "as", "at", "because", "before", "but", "by", "during", "for", "from",
        "he", "her", "his", "i", "if", "in", "into", "it", "its", "my", "of", "on", "or", "our", "over", "she", "since",
        "so", "some", "that", "their", "these", "they", "this", "those", "to", "under", "until", "we", "when", "which",
        "while", "who", "whose", "with",
    )
)  # fmt: skip
_OPEN_ENDS = frozenset(("her", "him", "it", "one", "so", "that", "them", "this", "us", "you"))
_LOOKING_BACK = " had "  # "the talks had ended": a later report, of what earlier ones told as news
_NOT_PARTICIPLES = frozenset(("building", "evening", "king", "morning", "nothing", "shipping", "spring", "string"))


def best_title(
    reports: Sequence[Report], best: Report, event_date: EventDate | None = None, taken: Container[str] = ()
) -> str:
    """The title that reads best, among those of reports that tell of the same kind of event as surely.

    "It also ends a strike" gives way to "The union suspended the strike", a bare noun phrase to a line of the headline.
    Where many articles tell of it, the line that says most of what the others say goes first. What is ``taken`` by
    another event of the story is left to it where there is another line.
    """
    telling = best.mention
    # Of what was said each line is of its own; what most lines have in common is no news.
    shared = {} if telling.type in _SAID else _shared_words(reports)

    def rank(report: Report) -> tuple[object, ...]:
        mention = report.mention
        return (
            not mention.title,
            mention.label != telling.label,
            _clumsiness(mention.title),
            _without_its_day(report, event_date),
            mention.factuality != telling.factuality,
            mention.aspect == "prospective" and telling.aspect != "prospective",
            report is not best and SALIENCES.index(mention.salience) > SALIENCES.index(telling.salience),
            mention.date_link.rule == "none",
            mention.sentence > 0,  # the headline's own line first
            _LOOKING_BACK in mention.title and report is not best,
            -_centrality(mention.title, shared),
            report is not best,
            mention.sentence,
            report.order,
        )

    fitting = sorted((report for report in reports if _as_sure(report.mention, telling)), key=rank)
    if not fitting[0].mention.title:
        return telling.title
    other = (
        report.mention.title
        for report in fitting
        if report.mention.title not in taken and report.mention.label == telling.label
    )
    return next((title for title in other if not _clumsiness(title)), fitting[0].mention.title)


def _without_its_day(report: Report, event_date: EventDate | None) -> bool:
    """Whether a line may be of these days, and the event was long ago: then a line that gives that day goes first."""
    if event_date is None or event_date.last_day is None or event_date.bound != "on":
        return False
    published = report.published_on
    past = (published - event_date.last_day).days > NEWS_SPAN_DAYS if published else _by_year(event_date)
    day = report.mention.date
    return past and (day is None or contradicts(day, event_date))


def _by_year(day: EventDate) -> bool:
    return day.granularity.rank >= Granularity.YEAR.rank


def _shared_words(reports: Sequence[Report]) -> dict[str, float]:
    """In which share of the articles each word of a title stands; empty where too few articles tell of the event."""
    words: dict[str, set[str]] = {}
    for report in reports:
        words.setdefault(report.article_key, set()).update(terms(plain_words(report.mention.title)))
    if len(words) < _MANY_ARTICLES:
        return {}
    counts = Counter(word for told in words.values() for word in told)
    return {word: number / len(words) for word, number in counts.items() if number > 1}


def _centrality(title: str, shared: Mapping[str, float]) -> float:
    """How much of what the articles say of an event one line says, for its length; in steps, so that it decides only
    where lines differ."""
    if not shared:
        return 0.0
    words = frozenset(terms(plain_words(title)))
    said = sum(shared.get(word, 0.0) for word in words) / (len(words) + _SPARE_WORDS)
    return round(said / _CENTRAL_STEP) * _CENTRAL_STEP


def _as_sure(mention: Mention, telling: Mention) -> bool:
    """Whether a title may stand for what another mention tells: it happened in both, or in neither."""
    return (mention.factuality in _FACTS) == (telling.factuality in _FACTS) or mention is telling


def _clumsiness(title: str) -> int:
    """How ill a line reads by itself, 0 for well: begun with a pronoun, participle or small word, with a word set in
    front, or ended with a pronoun ("Members will vote on it")."""
    first, _, rest = title.partition(" ")
    word = first.lower().strip("“\"'’")
    if word.endswith(":") or len(title) < _SHORTEST_TITLE or title.rpartition(" ")[2] in _OPEN_ENDS:
        return 1
    if not rest or word in _ILL_BEGUN or title[:1] in "'’" or (word.endswith("ing") and word not in _NOT_PARTICIPLES):
        return 2
    return 0
