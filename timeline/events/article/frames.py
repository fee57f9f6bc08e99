"""What surrounds one trigger in its clause: subject, object, agent, auxiliaries and the word that governs it.

A ``Frame`` is what rules (``clauses.RuleClauses``) or a parser can say about a trigger; everything after it (coding,
factuality, roles, dates) reads frames and no grammar. All ranges are half-open token ranges of one ``TokenizedText``.
How a frame is found is decided in ``clauses``, and, for who asks for a parser, in ``spacy_clauses``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from timeline.lexicons.events import Entry
from timeline.values.text import Sentence

if TYPE_CHECKING:
    from timeline.events.article.page import Page

#: A half-open range of tokens.
TokenRange = tuple[int, int]

#: How a trigger is read.
READINGS = ("verb", "noun", "phrase")

#: How the trigger hangs on its governor.
RELATIONS = ("complement", "purpose", "relative", "conditional", "modifier")


@dataclass(slots=True)
class Trigger:
    """A word or phrase that may name an event, before it is coded.

    Attributes:
        first_token, end_token: Half-open token range.
        sentence: Index of the sentence.
        lemma: Lexicon lemma ("cease-fire" for "ceasefires").
        reading: One of ``READINGS``; a phrase is ``verb`` or ``noun`` by its head and this says which.
        form: ``base past participle adjective gerund third singular plural modifier``: the form in which it stands;
            an ``adjective`` is a participle before its noun, a ``modifier`` a noun before another.
        entries: What the lexicon has for the lemma, most specific first; none for a generic word.
        phrase: How many words the matched phrase has; 0 for a single word.
        light: Token of a light verb that carries a nominal event ("made" in "made a statement"); -1 without one.
        barred: Types that it cannot have, as a look-alike says.
    """

    first_token: int
    end_token: int
    sentence: int
    lemma: str
    reading: str
    form: str
    entries: tuple[Entry, ...] = ()
    phrase: int = 0
    light: int = -1
    barred: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Parsed:
    """Head tokens of who acts and of who or what undergoes, where a parser says it; joined ones are all there."""

    subjects: tuple[int, ...]
    objects: tuple[int, ...]


@dataclass(slots=True)
class Frame:
    """What surrounds a trigger.

    Attributes:
        trigger: Token range of the trigger.
        reading: ``verb`` or ``noun``.
        voice: ``active`` or ``passive``; None for a noun without a light verb.
        tense: ``past present future`` or None (infinitive, participle, noun).
        aspect: ``simple perfect progressive`` or None.
        subject: Noun phrase before the verb that acts (or undergoes, in the passive).
        object: Noun phrase right after an active verb; None for nouns.
        agent: The by-phrase of a passive verb or of a noun.
        auxiliaries: Tokens of the verb group before the trigger.
        negation: Token that negates this clause's verb, -1 without one.
        modal: Token of the modal, -1 without one.
        governor: Token of the attitude, reporting or planning word above the trigger, -1 without one.
        relation: One of ``RELATIONS``; None without a governor.
        clause_first, clause_end: The clause the trigger stands in.
        parsed: What a parser says of subject and objects; None when rules framed it, and roles are cut by rules too.
    """

    trigger: TokenRange
    reading: str
    voice: str | None
    tense: str | None
    aspect: str | None
    subject: TokenRange | None
    object: TokenRange | None
    agent: TokenRange | None
    auxiliaries: tuple[int, ...]
    negation: int
    modal: int
    governor: int
    relation: str | None
    clause_first: int
    clause_end: int
    parsed: Parsed | None = None


class ClauseFinder(Protocol):
    """Whatever can say what surrounds a trigger."""

    def frame(self, sentence: Sentence, trigger: Trigger) -> Frame:
        """The frame of one trigger."""
        ...


#: What makes the finder of one article, from the ``Page`` that the event stages read.
FinderMaker = Callable[["Page"], ClauseFinder]
