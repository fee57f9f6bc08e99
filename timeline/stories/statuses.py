"""Whether an event happened, by all its reports: what happened outweighs the plan, what came later what came before.

In come the reports of one event, out go status and factuality. What depends on the day of asking is decided in
``outcomes``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.lexicons.weights import Vocabulary
from timeline.stories import conflicts
from timeline.stories.reports import Report
from timeline.values.events import FACTUALITIES, Mention

UNDONE = ("planned", "called_for", "possible")


def settle_status(reports: Sequence[Report], words: Vocabulary) -> tuple[str, str]:
    """Status and factuality over all reports: what happened outweighs what was planned, and what came later what came
    before.

    A happening that somebody denies is ``disputed``; a plan that a later report takes back is ``cancelled`` or
    ``postponed``.
    """
    found = factualities(reports)
    strongest = min(found, key=FACTUALITIES.index)
    if strongest == "happened":
        if conflicts.disputed(reports):
            return "disputed", "happened"
        told = [report for report, value in zip(reports, found, strict=True) if value == strongest]
        return ("ongoing" if told[-1].mention.aspect == "ongoing" else "happened"), "happened"
    for report in reversed(reports):
        taken_back = withdrawal(report, words)
        if taken_back is not None:
            return taken_back, strongest
        if report.mention.factuality == "planned" and report.published_on is not None:
            break  # planned anew, later; of an article without a date nobody knows whether it is later
    return strongest, strongest


def factualities(reports: Sequence[Report]) -> list[str]:
    """Each report's factuality; a noun without a day claims nothing against a plan or wish in the same article.

    In "A cease-fire could follow. ... They are working on the cease-fire" nothing says that it holds.
    """
    found = [_factuality(report) for report in reports]
    undone: dict[str, str] = {}
    for report, value in zip(reports, found, strict=True):
        if value in UNDONE:
            undone.setdefault(report.article_key, value)
    if not undone:
        return found
    told = {
        report.article_key
        for report, value in zip(reports, found, strict=True)
        if value == "happened" and not _is_bare(report.mention)
    }
    return [
        undone[report.article_key]
        if value == "happened" and report.article_key in undone and report.article_key not in told
        else value
        for report, value in zip(reports, found, strict=True)
    ]


def _is_bare(mention: Mention) -> bool:
    """Whether a mention has neither a day nor a tense that would give it one."""
    return mention.date is None and mention.date_link.rule == "none" and mention.aspect == "completed"


def _factuality(report: Report) -> str:
    """A report's factuality, where "did not happen" is a denial."""
    mention = report.mention
    if mention.polarity == "negative" and mention.factuality in ("happened", "reported"):
        return "denied"
    return mention.factuality


def withdrawal(report: Report, words: Vocabulary) -> str | None:
    """``cancelled`` or ``postponed`` when this report takes a plan back or moves it, else None."""
    said = {report.mention.lemma.lower(), report.mention.label.lower(), *_cue_words(report.cue)}
    if said & set(words.cancelled):
        return "cancelled"
    return "postponed" if said & set(words.postponed) else None


def _cue_words(cue: str | None) -> list[str]:
    """The words of a cue, alone and with their neighbour: "was called off" has "called off"."""
    single = (cue or "").lower().split()
    return single + [" ".join(pair) for pair in pairwise(single)]
