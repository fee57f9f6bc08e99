"""Fitted constants of the stories room: how much a feature says that two articles, or two mentions, belong together.

In comes ``story_weights.toml``, out go records. How features are measured is decided in ``timeline.stories``.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from pathlib import Path

from timeline.errors import LexiconError
from timeline.lexicons.load import kept, load_csv, load_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class PairWeights:
    """When articles make one story: by the probability of pairs, and by the cosine with the centre of a large story.

    Attributes:
        name: ``texts`` for articles with a body, ``titles`` for bare headlines.
        intercept, title, lead, whole, bigrams, near, undated: Weights in the sum whose logistic function is the
            probability that two articles belong to one story; cosines, a decay with days, and 1 when a day is unknown.
        half_life_days: Days after which nearness in time counts half.
        join, merge: Mean probability from which an article joins a story, and two stories become one.
        centre_from: Articles from which a story is known by its centre as well.
        always_centre_from: Articles from which it is known by its centre alone.
        join_centre, merge_centre: Cosines with the centre from which an article joins, and two stories become one.
    """

    name: str
    centre_from: int
    always_centre_from: int
    join_centre: float
    merge_centre: float
    intercept: float = 0.0
    title: float = 0.0
    lead: float = 0.0
    whole: float = 0.0
    bigrams: float = 0.0
    near: float = 0.0
    undated: float = 0.0
    half_life_days: float = 1.0
    join: float = 0.5
    merge: float = 0.5

    def __post_init__(self) -> None:
        if not all(0.0 < bound < 1.0 for bound in (self.join, self.merge, self.join_centre, self.merge_centre)):
            raise ValueError("join, merge, join_centre and merge_centre lie between 0 and 1")
        if self.half_life_days <= 0:
            raise ValueError("half_life_days must be positive")


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionWeights:
    """Weights in the sum whose logistic function is the probability that two accounts are of one event.

    Attributes:
        name: ``speech`` when something was said, else ``action``.
        intercept: Of the sum.
        lemma, lemma_class, label, family, actors, recipients, places, counts, same_day, same_article: Added for each
            that both share; a lemma class only where the lemmas differ.
        same_sentence: Added instead of ``same_article`` when one sentence tells of both.
        words: Added times the share of the words of the titles and parties that are equal.
        common_lemma: Added when the triggers of both are common words, which say little by themselves.
        other_lemma: Added when neither lemma nor class is shared, only the label.
        other_actors, other_recipients, other_people, other_places, other_day: Added when both name some and none is the
            same; people in whatever role.
        other_counts: Added when numbers of one kind, of the dead for example, are far from one another.
        elsewhere: Added when both place and recipients differ.
        year_alone: Added when one is dated by a mere year, the other by nothing, and nobody knows what was news.
        join: Mean probability from which accounts are of one event.
    """

    name: str
    intercept: float
    lemma: float
    lemma_class: float
    label: float
    family: float
    actors: float
    recipients: float
    places: float
    counts: float
    same_day: float
    same_article: float
    same_sentence: float
    words: float
    common_lemma: float
    other_lemma: float
    other_actors: float
    other_recipients: float
    other_people: float
    other_places: float
    other_counts: float
    elsewhere: float
    other_day: float
    year_alone: float
    join: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeFamily:
    """Event types that may name one happening: a bombing is ASSAULT in one article and DEATH in another."""

    name: str
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Words with a meaning of their own for stories.

    Attributes:
        stop: Words that say nothing about what a text is about.
        cancelled, postponed: Lemmas and labels that take back or move a plan.
        reciprocal: Event types in which all parties are actors: with another partner it is another event.
        repeated: Event types that happen again and again between the same parties: another day is another event.
        pictures: Words of captions: a sentence with one of them tells what is to be seen.
    """

    stop: tuple[str, ...]
    cancelled: tuple[str, ...]
    postponed: tuple[str, ...]
    repeated: tuple[str, ...]
    reciprocal: tuple[str, ...]
    pictures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermShare:
    """How common a term is: in how many of ten thousand news articles it stands."""

    term: str
    share: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryWeights:
    """All constants of the stories room; ``families`` by event type."""

    pairs: dict[str, PairWeights]
    mentions: dict[str, MentionWeights]
    families: dict[str, str]
    words: Vocabulary


@kept
def story_weights(folder: Path | None = None) -> StoryWeights:
    """The fitted constants, read once.

    Raises:
        LexiconError: The file is malformed or lacks a table.
    """
    name = "story_weights.toml"
    records = {
        "pairs": PairWeights,
        "mentions": MentionWeights,
        "family": TypeFamily,
        "words": Vocabulary,
    }
    tables = load_toml(name, records, folder)
    pairs = {record.name: record for record in tables["pairs"]}
    mentions = {record.name: record for record in tables["mentions"]}
    for label, wanted, there in (("pairs", ("texts", "titles"), pairs), ("mentions", ("action", "speech"), mentions)):
        for needed in wanted:
            if needed not in there:
                raise LexiconError(f"lacks the table {label}.{needed}", file=name)
    if len(tables["words"]) != 1:
        raise LexiconError("wants exactly one table words", file=name)
    return StoryWeights(
        pairs=pairs,
        mentions=mentions,
        families={kind: family.name for family in tables["family"] for kind in family.types},
        words=tables["words"][0],
    )


@kept
def term_shares(folder: Path | None = None) -> dict[str, float]:
    """The share of news articles in which a common term stands, 0 to 1; rarer terms are left out.

    It steadies the rarity of words in a small archive, where every word of its one story would look common.
    """
    return {record.term: record.share / 10_000 for record in load_csv("term_shares.csv", TermShare, folder)}


def logistic(total: float) -> float:
    """A sum of weights as a probability."""
    return 1.0 / (1.0 + exp(-total)) if total > -700.0 else 0.0
