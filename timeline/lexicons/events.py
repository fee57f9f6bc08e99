"""What is known about events: types, the words that name them, and the words that plan, demand, doubt or deny them.

What goes out: one cached ``EventLexicon``. Kinds of words are named in ``event_kinds``, rows in ``event_rows``,
what is looked up in ``event_records``, and how the one becomes the other in ``event_compiler``. Not decided here: which
reading a word has in a sentence (``timeline.events.triggers``) and which of a lemma's entries fits
(``timeline.events.triggers.coding``).
"""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from timeline.errors import LexiconError
from timeline.lexicons.event_compiler import compiled
from timeline.lexicons.event_kinds import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BE,
    COMMA,
    CONDITION,
    COORDINATOR,
    DETERMINER,
    DO,
    FENCE,
    FINITE,
    GOVERNOR,
    GOVERNOR_HEAD,
    HAVE,
    MODAL,
    NEGATION,
    NUMBER,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    REPORTING,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TO,
    TRIGGER,
    TYPED,
    VERB_FORM,
)
from timeline.lexicons.event_records import Entry, EventLexicon, EventType, Governor, Phrase, Phrases, Word
from timeline.lexicons.event_rows import NamedWords
from timeline.lexicons.event_word_sets import ClosedWords, ScopeWords
from timeline.lexicons.inflection import BASE, PARTICIPLE, PAST, PROGRESSIVE, THIRD
from timeline.lexicons.load import kept, load_csv, load_toml
from timeline.lexicons.trigger_tables import TRIGGER_FOLDER


@kept
def event_lexicon(folder: Path | None = None) -> EventLexicon:
    """The compiled lexicon, with the user's ``folder`` on top when one is given.

    Raises:
        LexiconError: A file is malformed, or names a type, mode or word class that does not exist.
    """
    types = {kind.name: kind for kind in load_toml("en/event_types.toml", {"type": EventType})["type"]}
    if folder is not None and (folder / "modes.csv").exists():
        for row in load_csv("modes.csv", NamedWords, folder):
            if row.name not in types:
                raise LexiconError(
                    f"unknown type {row.name!r}; one of {', '.join(types)}", file=str(folder / "modes.csv")
                )
            types[row.name] = replace(types[row.name], modes=(*types[row.name].modes, *row.words))
    aliases = {row.name: row.words for row in load_csv("en/event_aliases.csv", NamedWords)}
    return compiled(types, aliases, folder)


def trigger_files() -> tuple[str, ...]:
    """Names of the shipped trigger tables, one a type."""
    return tuple(sorted(path.name for path in files("timeline.lexicons").joinpath(TRIGGER_FOLDER).iterdir()))


__all__ = [
    "ADJECTIVE",
    "ADVERB",
    "AUXILIARY",
    "BASE",
    "BE",
    "COMMA",
    "CONDITION",
    "COORDINATOR",
    "DETERMINER",
    "DO",
    "FENCE",
    "FINITE",
    "GOVERNOR",
    "GOVERNOR_HEAD",
    "HAVE",
    "MODAL",
    "NEGATION",
    "NUMBER",
    "OBJECT",
    "PARTICIPLE",
    "PAST",
    "POSSESSIVE",
    "PREPOSITION",
    "PROGRESSIVE",
    "PRONOUN",
    "QUOTE",
    "RELATIVE",
    "REPORTING",
    "STOP",
    "SUBJECT",
    "SUBORDINATOR",
    "THIRD",
    "TO",
    "TRIGGER",
    "TYPED",
    "VERB_FORM",
    "ClosedWords",
    "Entry",
    "EventLexicon",
    "EventType",
    "Governor",
    "Phrase",
    "Phrases",
    "ScopeWords",
    "Word",
    "event_lexicon",
    "trigger_files",
]
