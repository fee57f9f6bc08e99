"""The word that stands above a trigger, and how the trigger hangs on it.

What comes in: a page and where the verb group or noun phrase begins. What goes out: (token of the governor or -1,
relation or None). Which effect a governor has on factuality is data and is read in ``factuality``.
"""

from __future__ import annotations

from timeline.events.article.page import Page
from timeline.events.clauses.verb_groups import GROUP
from timeline.lexicons.events import (
    ADVERB,
    AUXILIARY,
    COMMA,
    CONDITION,
    COORDINATOR,
    DETERMINER,
    GOVERNOR,
    GOVERNOR_HEAD,
    MODAL,
    NEGATION,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    REPORTING,
    STOP,
    SUBORDINATOR,
    TO,
    TRIGGER,
)

#: Token of the governor, -1 without one, and the relation.
Governed = tuple[int, str | None]

_GOVERNS = GOVERNOR | GOVERNOR_HEAD
_NONE: Governed = (-1, None)
_NO_ACT: Governed = (-1, "purpose")
_REACH = 9  # tokens that a governor may stand before its complement
_OF_PURPOSE = 13  # tokens between a verb and an infinitive that tells its purpose
_RATHER_THAN = ("rather", "than")
_BARE = 7  # tokens between such a verb and its infinitive without "to"
_JOINED = 10  # tokens between two -ing forms with one governor
_HELD = 5  # tokens of who is held back
_BEFORE_CLAUSE = 3  # tokens between a governor and the clause it governs ("told reporters")
_LINKS = frozenset(("from", "into"))  # prepositions that tell what comes of holding back or talking to somebody
_TIMES = frozenset(("after", "before", "since", "despite", "upon", "while", "until"))
# Behind these a noun is a circumstance, and no wish or plan of the verb before: "agreed in a meeting".
_CIRCUMSTANCE = frozenset(
    (
        "after",
        "amid",
        "at",
        "before",
        "by",
        "despite",
        "during",
        "following",
        "from",
        "in",
        "since",
        "under",
        "until",
        "with",
    )
)
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_GROUP_AUXILIARY = GROUP | AUXILIARY
_PREPOSITION_ADVERB = PREPOSITION | ADVERB
_OPENS_NOUN = DETERMINER | POSSESSIVE
_TRIGGER_AUXILIARY = TRIGGER | AUXILIARY
_HELD_BORDER = STOP | COMMA | QUOTE | PREPOSITION | RELATIVE
_PREPOSITION_GOVERNOR = PREPOSITION | GOVERNOR
_STOP_COMMA_QUOTE = STOP | COMMA | QUOTE
_STOP_COMMA_QUOTE_COORDINATOR = STOP | COMMA | QUOTE | COORDINATOR
_STOP_QUOTE = STOP | QUOTE
_STOP_QUOTE_RELATIVE = STOP | QUOTE | RELATIVE
_STOP_QUOTE_SUBORDINATOR_RELATIVE = STOP | QUOTE | SUBORDINATOR | RELATIVE


def of_infinitive(page: Page, to: int, sentence_first: int) -> Governed:
    """What governs "to" and its verb: "plan to march" (complement), "marched to demand" (purpose)."""
    bits = page.bits
    token = to - 1
    if bits[token] & COMMA and page.lowers[to + 1] == "be":
        return _NO_ACT  # "ordered twenty jets, to be delivered in June"
    floor = max(sentence_first, to - _OF_PURPOSE)
    while token >= floor:
        kind = bits[token]
        if kind & _STOP_QUOTE or (kind & RELATIVE and not kind & DETERMINER):
            break
        if (
            kind & _GOVERNS
            and not page.timed[token]
            and not kind & NEGATION
            and page.governs(token, "infinitive")
            and not (_is_verb_alone(page, token) and _is_behind_noun_words(bits[token - 1]))
        ):
            return token, "complement"
        if kind & TRIGGER and page.finites[token]:
            return token, "purpose"
        if kind & MODAL:
            break
        token -= 1
    return _NO_ACT


def _is_behind_noun_words(before: int) -> bool:
    """Whether the word before a governor makes a noun of it: "the proceeds", "in proceeds"."""
    return bool(before & _OPENS_NOUN) or bool(before & PREPOSITION and not before & TO)


def _is_verb_alone(page: Page, token: int) -> bool:
    """Whether a word behind "the" governs as a verb only: "use the proceeds to repay"."""
    found = page.lexicon.governors.get(page.lowers[token], ())
    return all(one.part == "verb" for one in found) and not page.lowers[token].endswith(("ed", "ing"))


def of_bare(page: Page, group: int, low: int, sentence_first: int) -> int:
    """What has an infinitive without "to", before a verb group: "let them leave", "rather than leave"; -1 without."""
    bits, bare = page.bits, page.lexicon.scope.bare
    if group - 2 >= sentence_first and page.lowers[group - 2 : group] == _RATHER_THAN:
        return group - 2
    for token in range(group - 2, max(low, group - _BARE) - 1, -1):
        if page.lowers[token] in bare:
            return token
        if bits[token] & _STOP_COMMA_QUOTE_COORDINATOR or (bits[token] & _TRIGGER_AUXILIARY and page.finites[token]):
            break
    return -1


def of_gerund(page: Page, group: int, low: int, sentence_first: int) -> Governed:
    """What governs an -ing form: "accused of killing", "denied meeting"."""
    bits = page.bits
    before = group - 1
    if before > sentence_first and bits[before] & COORDINATOR:
        return _of_joined(page, before, low, sentence_first)
    if before >= low and bits[before] & PREPOSITION:
        floor = max(low, before - _REACH)
        if page.lowers[before] in _TIMES:
            return _NONE
        wanted = page.lowers[before] if page.lowers[before] in _LINKS else "gerund"
        if page.lowers[before] == "of" and page.lowers[before - 1] == "out":
            wanted = "out"
        if bits[before] & GOVERNOR and page.governs(before, "gerund"):
            return before, "complement"  # "without attacking"
        for token in range(before - 1, floor - 1, -1):
            kind = bits[token]
            if kind & _GOVERNS and page.governs(token, wanted):
                return token, "complement"
            if kind & _STOP_COMMA_QUOTE or (kind & _TRIGGER_AUXILIARY and page.finites[token]):
                break
    elif before >= sentence_first and bits[before] & GOVERNOR and page.governs(before, "gerund"):
        return before, "complement"
    else:
        return _of_held_back(page, before, low)
    return _NONE


def _of_joined(page: Page, joint: int, low: int, sentence_first: int) -> Governed:
    """What governs the second of two -ing forms: "accused of hiding the gun and lying"."""
    bits = page.bits
    for token in range(joint - 1, max(sentence_first, joint - _JOINED) - 1, -1):
        kind = bits[token]
        if kind & _STOP_QUOTE_RELATIVE or (kind & _TRIGGER_AUXILIARY and page.finites[token]):
            break
        if kind & TRIGGER and page.lowers[token].endswith("ing") and bits[token - 1] & _PREPOSITION_GOVERNOR:
            return of_gerund(page, token, min(low, token), sentence_first)
    return _NONE


def _of_held_back(page: Page, before: int, low: int) -> Governed:
    """What stops somebody doing something, without "from": "stopped the bank paying a bonus"."""
    bits = page.bits
    for token in range(before, max(low, before - _HELD) - 1, -1):
        kind = bits[token]
        if kind & _HELD_BORDER:
            break
        if kind & TRIGGER and page.finites[token]:
            stops = kind & GOVERNOR and page.lowers[token] in page.lexicon.scope.stopping
            return (token, "complement") if stops and token < before else _NONE
    return _NONE


def of_clause(page: Page, low: int, sentence_first: int) -> Governed:
    """What governs a finite clause: a condition, a relative pronoun, a reporting or attitude verb before it."""
    bits = page.bits
    first = bits[low]
    if first & CONDITION and not first & MODAL:
        return low, "conditional"
    if first & RELATIVE and not first & SUBORDINATOR:
        return -1, "relative"
    after = bits[low + 1] if low + 1 < len(bits) else STOP
    if first & PREPOSITION and after & RELATIVE and not after & SUBORDINATOR:
        return -1, "relative"  # "questions about who owned it"
    if low == sentence_first or first & COORDINATOR or (first & SUBORDINATOR and page.lowers[low] != "that"):
        return _NONE
    before = low - 1
    while before > sentence_first and (
        page.timed[before] or (bits[before] & _PREPOSITION_ADVERB and not bits[before] & GOVERNOR)
    ):
        before -= 1
    floor = max(sentence_first, before - _BEFORE_CLAUSE)
    while before >= floor and not bits[before] & _STOP_COMMA_QUOTE_COORDINATOR:
        if bits[before] & REPORTING or (bits[before] & _GOVERNS and page.governs(before, "clause")):
            return before, "complement"
        before -= 1
    return _NONE


def of_noun(page: Page, phrase: int, sentence_first: int, light: int) -> Governed:
    """What governs a noun whose phrase begins at a token: "demanded talks", "plans for talks", "to make a deal"."""
    bits, lowers = page.bits, page.lowers
    floor = max(sentence_first, phrase - _REACH)
    if light >= 0 and (not _governs_noun(page, light) or _says_nothing(page, light)):
        return _of_light(page, light, floor)
    token = phrase - 1
    while token >= floor:
        kind = bits[token]
        if kind & PREPOSITION and lowers[token] in _CIRCUMSTANCE:
            if lowers[token] == "in" and lowers[token + 1] == "principle":
                token -= 1
                continue  # "reached an agreement in principle for the sale"
            if lowers[token] == "with" and token > floor and bits[token - 1] & GOVERNOR:
                return (token - 1, "complement") if page.governs(token - 1, "with") else _NONE
            if lowers[token] == "from" and token == phrase - 1:
                return _of_rescue(page, token, floor)
            return _NONE
        if kind & _STOP_QUOTE_SUBORDINATOR_RELATIVE and not kind & PREPOSITION:
            break
        if kind & COMMA and token < phrase - 1:
            break
        if kind & _GOVERNS and not kind & DETERMINER and not page.timed[token] and page.governs(token, "noun"):
            return token, "complement"
        if kind & MODAL and not kind & TRIGGER:
            return _NONE  # "hope the council will correct its action"
        if kind & TRIGGER and page.finites[token]:
            before = token - 1
            if before >= sentence_first and bits[before] & GOVERNOR and bits[token + 1] & PREPOSITION:
                for one in page.lexicon.governors[lowers[before]]:
                    if one.part == "noun" and "noun" in one.reaches and not page.governs(token, "noun"):
                        return before, "complement"  # "hopes faded for a truce"
            return _NONE
        token -= 1
    if token >= sentence_first and bits[token] & CONDITION:
        return token, "conditional"
    return _NONE


def _governs_noun(page: Page, light: int) -> bool:
    """Whether a light verb is a governor itself, alone or with its particle: "announced", "put off"."""
    kind = page.bits[light]
    return bool(kind & GOVERNOR) or (bool(kind & GOVERNOR_HEAD) and page.governs(light, "noun"))


def _of_rescue(page: Page, preposition: int, floor: int) -> Governed:
    """What keeps from a noun: "saved the carmaker from collapse"."""
    for token in range(preposition - 1, floor - 1, -1):
        kind = page.bits[token]
        if kind & _STOP_COMMA_QUOTE:
            break
        if kind & GOVERNOR:
            for one in page.lexicon.governors.get(page.lowers[token], ()):
                if one.effect == "denied" and "from" in one.reaches and one.part == "verb":
                    return token, "complement"
            break
    return _NONE


def _says_nothing(page: Page, light: int) -> bool:
    """Whether a light verb behind "to" leaves it to what stands above: "a call to make a deal"."""
    behind = light > 0 and bool(page.bits[light - 1] & TO)
    return behind and all(found.effect == "happened" for found in page.lexicon.governors.get(page.lowers[light], ()))


def _of_light(page: Page, light: int, floor: int) -> Governed:
    """What governs the light verb of a noun, when that is an infinitive: "plan to hold talks"."""
    bits = page.bits
    token = light - 1
    to = False
    while token >= floor and bits[token] & _GROUP_AUXILIARY:
        to = to or bool(bits[token] & TO)
        token -= 1
    if not to:
        return _NONE
    while token >= floor and not bits[token] & _STOP_QUOTE_RELATIVE:
        if bits[token] & _GOVERNS and page.governs(token, "infinitive"):
            return token, "complement"
        if bits[token] & TRIGGER and page.finites[token]:
            return token, "purpose"
        token -= 1
    return -1, "purpose"
