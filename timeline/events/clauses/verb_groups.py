"""The words of one verb: auxiliaries, negation, modal and "to" before it, and the tense and voice they make.

What comes in: a page, a verb trigger and the clause it stands in. What goes out: a ``VerbGroup``. Whose verb it is and
what stands above it is found in ``clauses`` and ``governors``.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.article.frames import Trigger
from timeline.events.article.page import Page
from timeline.lexicons.events import (
    ADVERB,
    AUXILIARY,
    BE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    DO,
    HAVE,
    MODAL,
    NEGATION,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TO,
    TRIGGER,
)
from timeline.lexicons.inflection import BASE, PARTICIPLE, PAST

#: What may stand between the first auxiliary and the verb.
GROUP = MODAL | BE | HAVE | NEGATION | ADVERB | TO

_SHARED_REACH = 15  # tokens over which a second verb shares a modal
_FUTURE = frozenset(("will", "wo", "shall", "'ll", "sha"))
_PARTICIPLES = frozenset(("participle", "past"))  # forms that may be one
_PRESENT = frozenset(("third", "base"))
_PAST = frozenset(("was", "were", "had", "did"))
_NOT = frozenset(("not", "never", "yet"))  # "decided not to sell", "has yet to sign"
_HELP = frozenset(("help", "helps", "helped"))
_GET = frozenset(("get", "gets", "got", "getting", "gotten"))
_OPENS_CLAUSE = RELATIVE | SUBORDINATOR
_BE_HAVE = BE | HAVE
_JOINS = COORDINATOR | COMMA
_NOT_SHARED = STOP | QUOTE | SUBORDINATOR | SUBJECT
_NO_PARTICIPLE_AFTER = SUBJECT | COMMA | COORDINATOR | STOP | QUOTE | RELATIVE
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_OPENS_OBJECT = DETERMINER | POSSESSIVE
_COMMA_QUOTE = COMMA | QUOTE
_COORDINATOR_COMMA = COORDINATOR | COMMA
_DETERMINER_PRONOUN = DETERMINER | PRONOUN
_GROUP_AUXILIARY = GROUP | AUXILIARY
_PAST_PARTICIPLE = PAST | PARTICIPLE
_PREPOSITION_SUBJECT_DETERMINER = PREPOSITION | SUBJECT | DETERMINER


@dataclass(slots=True)
class VerbGroup:
    """A verb with the words before it that belong to it.

    Attributes:
        first_token: Where the group begins; the verb itself when nothing belongs to it.
        auxiliaries: Tokens, left to right.
        negation, modal, to: Tokens, -1 without one; a second verb shares those of the first.
        passive: Undergone and not done.
        reduced: A participle that hangs on the noun before it ("the weapons seized last year").
        tense, aspect: As in ``Frame``.
    """

    first_token: int
    auxiliaries: tuple[int, ...]
    negation: int
    modal: int
    to: int
    passive: bool
    reduced: bool
    tense: str | None
    aspect: str | None


def read(page: Page, trigger: Trigger, low: int, clause_end: int, sentence_first: int) -> VerbGroup:
    """The group of a verb trigger; the group of "meet" in ``may not have met`` begins at "may"."""
    bits, lowers = page.bits, page.lowers
    auxiliaries: list[int] = []
    negation = modal = to = be = have = -1
    group, form = trigger.first_token, trigger.form
    token = group - 1
    helped = form == "base" and token > low and lowers[token] in _HELP
    if helped:
        group = token  # "may help prevent", "to help finance"
        token -= 1
    while token >= low:
        kind = bits[token]
        if not kind & _GROUP_AUXILIARY:
            if lowers[token] == "longer" and token > low and lowers[token - 1] == "no":
                token -= 1
                negation = token
            elif lowers[token] == "well" and bits[token - 1] & MODAL:
                pass  # "may well resign"
            elif lowers[token][-2:] != "ly" or kind & TRIGGER:
                break
        elif kind & NEGATION:
            if kind & _DETERMINER_PRONOUN and lowers[token] != "neither":
                break
            negation = token
        elif kind & TO:
            to = group = token
            if token > low and lowers[token - 1] in _NOT:
                negation = token - 1
            break
        elif kind & AUXILIARY:
            if kind & MODAL and not kind & TRIGGER:
                modal = token
            elif kind & BE:
                be = token
            elif kind & HAVE:
                have = token
            auxiliaries.append(token)
        elif kind & _PREPOSITION_SUBJECT_DETERMINER and not kind & ADVERB:
            break
        group = token
        token -= 1
    if not auxiliaries:
        return _bare(page, trigger, group, negation, to, (low, clause_end, sentence_first), helped=helped)
    passive = form in _PARTICIPLES and (be >= 0 or (group > low and lowers[group - 1] in _GET))
    tense: str | None = None  # "to be held"
    if modal >= 0:
        tense = "future" if lowers[modal] in _FUTURE else "past" if lowers[modal] == "would" else "present"
    elif to < 0:
        tense = "past" if lowers[auxiliaries[-1]] in _PAST else "present"
    aspect: str | None = "simple" if tense is not None else None
    if be >= 0 and form == "gerund":
        aspect = "progressive"
    elif have >= 0:
        aspect = "perfect"
    auxiliaries.reverse()
    return VerbGroup(
        group, tuple(auxiliaries), negation, modal, to, passive or form == "adjective", False, tense, aspect
    )


def _bare(
    page: Page, trigger: Trigger, group: int, negation: int, to: int, within: tuple[int, int, int], *, helped: bool
) -> VerbGroup:
    """The group of a verb without auxiliary: three in four; it may share those of the verb before it.

    Args:
        page, trigger: As in ``read``.
        group, negation, to: As in ``VerbGroup``, so far as they stand right before the verb.
        within: The clause and the first token of the sentence.
        helped: Whether the verb stands behind "help".
    """
    bits, lowers, form = page.bits, page.lowers, trigger.form
    low, clause_end, sentence_first = within
    modal = be = -1
    participle = form in _PARTICIPLES
    if to < 0 and group > sentence_first:
        if form == "base" and not helped:
            modal, to, negation = _shared(page, group, sentence_first, negation)
        elif participle and bits[group - 1] & _JOINS:
            word = page.lexicon.words.get(lowers[trigger.first_token])
            if word is not None and word.forms & BASE:  # "will close two plants and cut 900 jobs"
                modal, to, negation = _shared(page, group, sentence_first, negation)
                if modal >= 0 or to >= 0:
                    form, participle = "base", False
            if participle and bits[group - 1] & COORDINATOR and not _takes_object(page, trigger, group, clause_end):
                modal, to, be, negation = _shared_by_participles(page, group, sentence_first, negation)
    reduced = participle and _is_reduced(page, trigger, low, group, clause_end, sentence_first)
    passive = form == "adjective" or reduced
    if participle and not reduced:
        passive = (
            be >= 0
            or (group > low and lowers[group - 1] in _GET)
            or (trigger.end_token < clause_end and lowers[trigger.end_token] == "by")
        )
    tense: str | None = None
    if modal >= 0:
        tense = "future" if lowers[modal] in _FUTURE else "past" if lowers[modal] == "would" else "present"
    elif to < 0:
        if (form == "past" and not reduced) or (helped and lowers[trigger.first_token - 1] == "helped"):
            tense = "past"
        elif form in _PRESENT:
            tense = "present"
    return VerbGroup(group, (), negation, modal, to, passive, reduced, tense, "simple" if tense is not None else None)


def future(word: str) -> bool:
    """Whether a modal tells the future ("will", "'ll")."""
    return word in _FUTURE


def past(word: str) -> bool:
    """Whether an auxiliary stands in the past ("was", "did")."""
    return word in _PAST


def _takes_object(page: Page, trigger: Trigger, group: int, clause_end: int) -> bool:
    """Whether an object shows that a verb behind a comma shares no "be": "is to be opened, and caused no deaths"."""
    end = trigger.end_token
    return bool(page.bits[group - 2] & COMMA and end < clause_end and page.bits[end] & _OPENS_OBJECT)


def _is_reduced(page: Page, trigger: Trigger, low: int, group: int, clause_end: int, sentence_first: int) -> bool:
    """Whether a participle hangs on the noun before it: a finite verb came before, or comes behind it in its clause.

    Of the verbs behind it those of clauses that open in between do not count. Behind a bare name a verb is finite
    ("Brask pledged to ...").
    """
    bits, finites, end = page.bits, page.finites, trigger.end_token
    if group == low or bits[group - 1] & _NO_PARTICIPLE_AFTER:
        return False
    word = page.lexicon.words.get(page.lowers[trigger.first_token])
    if word is not None and word.forms & _PAST_PARTICIPLE == PAST:
        return False  # "took" is no participle
    if trigger.lemma in page.lexicon.closed.intransitive and end < clause_end and bits[end] & TO:
        return False  # "the parties agreed to meet"
    for token in range(group - 1, low - 1, -1):
        if bits[token] & COMMA:
            break
        if finites[token]:
            return True
    if end >= clause_end or not bits[end] & PREPOSITION or _follows_name(page, low, group, sentence_first):
        return False
    opened = 0
    for token in range(end + 1, clause_end):
        kind = bits[token]
        if kind & COMMA:
            return False
        if kind & _OPENS_CLAUSE or page.lowers[token] == "whose":
            opened += 1
        elif finites[token] and not (token + 1 < clause_end and page.lowers[token + 1] == "by"):
            if not opened:
                return True
            opened -= 1
    return False


def _follows_name(page: Page, low: int, group: int, sentence_first: int) -> bool:
    """Whether nothing but a name stands between the border of a clause, or a comma, and a verb."""
    words = page.words
    first = group
    while first > low and words[first - 1][0].isupper():
        first -= 1
    if first == group or (first > low and not page.bits[first - 1] & _COMMA_QUOTE):
        return False
    return first > sentence_first or group - first > 1


def _shared(page: Page, group: int, sentence_first: int, negation: int) -> tuple[int, int, int]:
    """The modal or "to" that a second verb shares, with its negation.

    "will allow them and then distribute", "did not confirm or deny".
    """
    bits, lowers = page.bits, page.lowers
    token = group - 1
    if not bits[token] & COMMA and lowers[token] not in ("and", "or"):
        return -1, -1, negation
    floor = max(sentence_first, token - _SHARED_REACH)
    while token >= floor and not bits[token] & _NOT_SHARED:
        kind = bits[token]
        if kind & MODAL and not kind & TRIGGER:
            return token, -1, token + 1 if bits[token + 1] & NEGATION else negation
        if kind & TO and token + 1 < group and bits[token + 1] & TRIGGER:
            return -1, token, token - 1 if lowers[token - 1] in _NOT else negation
        if kind & DO and bits[token + 1] & NEGATION:
            return -1, -1, token + 1
        token -= 1
    return -1, -1, negation


def _shared_by_participles(page: Page, group: int, sentence_first: int, negation: int) -> tuple[int, int, int, int]:
    """Modal, "to", form of "be" and negation that a second participle shares: "will be closed and sold".

    Without modal and "to" only a negation before "or" is shared: "has not bought or leased a jet".
    """
    bits = page.bits
    token = group - 1
    either = page.lowers[token] in ("or", "nor")
    floor = max(sentence_first, token - _SHARED_REACH)
    nothing = -1, -1, -1, negation
    while token > floor and not bits[token] & _NOT_SHARED:
        if bits[token] & _BE_HAVE:
            break
        if page.finites[token] and not bits[token + 1] & _COORDINATOR_COMMA and not bits[token - 1] & _BE_HAVE:
            return nothing
        token -= 1
    if not bits[token] & _BE_HAVE:
        return nothing
    be = token if bits[token] & BE else -1
    while token > sentence_first and bits[token - 1] & _GROUP_AUXILIARY and not bits[token - 1] & _NOT_SHARED:
        kind = bits[token - 1]
        if kind & NEGATION:
            negation = token - 1
        if kind & TO:
            return -1, token - 1, be, negation
        if kind & MODAL and not kind & TRIGGER:
            return token - 1, -1, be, token if bits[token] & NEGATION else negation
        token -= 1
    first = bits[token]
    if first & NEGATION or bits[token + 1] & NEGATION:
        return (-1, -1, be, token if first & NEGATION else token + 1) if either else nothing
    return nothing
