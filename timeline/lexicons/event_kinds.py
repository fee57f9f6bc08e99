"""Kinds of words as bits of one integer: closed classes, and what the event lexicon knows of a form.

One look-up a token gives all of them; the stages test bits and no strings. Which word is of which kind is data
(``en/word_kinds.csv``) and is put together in ``event_compiler``.
"""

from __future__ import annotations

# Kinds of closed-class words, as bits of one integer per word form.
DETERMINER = 1 << 0
POSSESSIVE = 1 << 1
PREPOSITION = 1 << 2
BE = 1 << 3
HAVE = 1 << 4
DO = 1 << 5
MODAL = 1 << 6
TO = 1 << 7
SUBJECT = 1 << 8
OBJECT = 1 << 9
PRONOUN = 1 << 10
RELATIVE = 1 << 11
COORDINATOR = 1 << 12
SUBORDINATOR = 1 << 13
CONDITION = 1 << 14
NEGATION = 1 << 15
NUMBER = 1 << 16
ADVERB = 1 << 17
ADJECTIVE = 1 << 18
STOP = 1 << 19
COMMA = 1 << 20
QUOTE = 1 << 21
GOVERNOR = 1 << 22
TRIGGER = 1 << 23
FENCE = 1 << 24
REPORTING = 1 << 25
TYPED = 1 << 26
#: The first word of a governor of two words ("rule" of "rule out").
GOVERNOR_HEAD = 1 << 27
#: A form that may be a finite verb without an auxiliary: a past, a third person, the plain form of a reporting verb.
FINITE = 1 << 28
#: Any form of a verb, or the "re" of "re-elect". The last bit that is free: wider integers take twice the time.
VERB_FORM = 1 << 29
AUXILIARY = BE | HAVE | DO | MODAL

#: Kinds by the names that ``en/word_kinds.csv`` uses.
KINDS = {
    "determiner": DETERMINER,
    "possessive": POSSESSIVE,
    "preposition": PREPOSITION,
    "be": BE,
    "have": HAVE,
    "do": DO,
    "modal": MODAL,
    "to": TO,
    "subject": SUBJECT,
    "object": OBJECT,
    "pronoun": PRONOUN,
    "relative": RELATIVE,
    "coordinator": COORDINATOR,
    "subordinator": SUBORDINATOR,
    "condition": CONDITION,
    "negation": NEGATION,
    "number": NUMBER,
    "adverb": ADVERB,
    "adjective": ADJECTIVE,
}
#: Marks and the kind they are.
PUNCTUATION = (
    ((".", ";", ":", "!", "?", "–", "—", "--", "(", ")", "[", "]", "...", "…"), STOP),
    ((",",), COMMA),
    (('"', "“", "”", "„", "«", "»", "``", "''"), QUOTE),
)
