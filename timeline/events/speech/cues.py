"""Words to cues: which verbs report here, and who their subject is.

What comes in: a ``Region`` and a token that may be a reporting verb. What goes out: a ``VerbCue``, or None when the
word is a noun or an adjective, or nobody is there to say it. What is said is decided in ``contents``.
"""

from __future__ import annotations

from timeline.events.article.content_ends import DASHES, TokenRange
from timeline.events.article.contents import Region, VerbCue
from timeline.events.article.phrases import phrase_after, phrase_before, sentence_subject
from timeline.events.article.transcripts import verb_group_start
from timeline.lexicons.inflection import BASE, PARTICIPLE, PAST, PROGRESSIVE, THIRD
from timeline.lexicons.quote_rows import ADDRESSEE, OBJECT, QUOTE
from timeline.lexicons.quotes import (
    ADVERB,
    AUXILIARY,
    BE,
    CONJUNCTION,
    DETERMINER,
    MARK,
    MODAL,
    OBJECT_PRONOUN,
    OPENER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    TIME,
    CueVerb,
)

_ARTICLES = frozenset(("a", "an", "the"))
_FIRM = frozenset(("the", "a", "an", "every", "no"))
_BREAKS = DASHES | {";"}
_JOINTS = DASHES | {","}
_SHORT_WORD = 4  # shorter words stay small in headlines
_HEADLINE_SHARE = 0.8
_NAMING = frozenset(("called", "named", "dubbed", "nicknamed", "labeled"))
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_BE_AUXILIARY_MODAL = BE | AUXILIARY | MODAL
_DETERMINER_CONJUNCTION = DETERMINER | CONJUNCTION
_DETERMINER_POSSESSIVE = DETERMINER | POSSESSIVE
_OPENER_DETERMINER_PRONOUN = OPENER | DETERMINER | PRONOUN
_BEHIND_SPEAKERS = PUNCTUATION | STOP | PREPOSITION | TIME
_PAST_PARTICIPLE = PAST | PARTICIPLE
_PAST_THIRD = PAST | THIRD
_PAST_THIRD_BASE = PAST | THIRD | BASE
_PREPOSITION_BE_AUXILIARY_MODAL_PUNCTUATION_STOP_CONJUNCTION = (
    PREPOSITION | BE | AUXILIARY | MODAL | PUNCTUATION | STOP | CONJUNCTION
)
_PREPOSITION_CONJUNCTION_SUBORDINATOR = PREPOSITION | CONJUNCTION | SUBORDINATOR
_PREPOSITION_SUBORDINATOR_CONJUNCTION = PREPOSITION | SUBORDINATOR | CONJUNCTION
_PRONOUN_MODAL = PRONOUN | MODAL
_THIRD_BASE = THIRD | BASE
_TIME_ADVERB = TIME | ADVERB


def verb_cue(region: Region, number: int, last: TokenRange | None) -> VerbCue | None:
    """The cue at a token that may be a reporting verb; None when it is a noun, an adjective, or has no subject."""
    page, classes, lowers, words = region.page, region.classes, region.lowers, region.words
    verb, forms = page.quotes.verbs[lowers[number]]
    end = number + 1
    if verb.phrasal and end < region.high and lowers[end] in verb.phrasal:
        verb = verb.phrasal[lowers[end]]
        end += 1
    if not verb.takes and not verb.about:
        return None
    if (
        number > region.low
        and words[number][0].isupper()
        and words[number - 1][0].isupper()
        and not _is_headline(region)
    ):
        return None  # part of a name
    low = region.left(number)
    group = verb_group_start(page, number, low)
    left = group - 1
    auxiliary = 0
    for token in range(group, number):
        auxiliary |= classes[token]
    be = bool(auxiliary & BE)
    gerund = forms == PROGRESSIVE
    passive = be and bool(forms & PARTICIPLE) and not gerund
    if gerund and not be:
        return _participial(region, number, end, verb, group, low, last)
    if left >= low and lowers[left] == "to" and forms & BASE:
        return None
    if group == number - 1 and auxiliary & MODAL and not forms & BASE and words[group][0].isupper():
        return VerbCue(number, end, verb, number, (group, number), False, False, False, -1)  # "May told parliament"
    if not _is_verb(region, number, forms, group, low, bool(auxiliary & _BE_AUXILIARY_MODAL)):
        return None
    if forms & _PAST_PARTICIPLE and end < region.high and lowers[end] == "by" and not auxiliary:
        # "the letter cited by prosecutors"
        source = phrase_after(page, end + 1, region.high)
        content = phrase_before(page, group, low)
        if content is None or source is None:
            return None
        return VerbCue(number, end, verb, group, content, False, True, False, -1)
    subject = phrase_before(page, group, low)
    if subject is not None and words[left] == "," and not auxiliary:
        behind = _speaker_at_end(region, end, verb) if forms & _PAST_THIRD else None
        if behind is not None:
            return VerbCue(number, end, verb, group, behind, True, False, False, left)
    if subject is not None:
        cut = -1
        if not passive and words[subject[0] - 1] == "," and words[end : end + 1] != (",",):
            subject = _with_name(region, subject, low)
        before = subject[0] - 1
        if before > low and classes[before] & CONJUNCTION and words[before - 1] in (",", ";"):
            cut = before - 1
        elif (before > low and words[before] in _BREAKS) or (
            before > low and words[before] == "," and verb.takes & QUOTE and region.tail_ends(end)
        ):
            cut = before
        return VerbCue(number, end, verb, group, subject, False, passive, False, cut)
    # No subject before it: inverted behind its content, or coordinated with an earlier verb.
    at_quote = left >= region.low and (region.inside[left] >= 0 or words[left] in _JOINTS)
    if left >= region.low and region.inside[left] >= 0:
        at_quote = page.quoted[region.inside[left]].expects
    # "Said Omar Hale, who ...: ..." opens a sentence.
    at_quote = at_quote or (group == region.low and (region.before >= 0 or not forms & BASE))
    at_quote = at_quote and not (verb.takes & ADDRESSEE and not verb.takes & OBJECT)  # "told the Commons"
    if at_quote and verb.takes & QUOTE and forms & _PAST_THIRD_BASE and not auxiliary:
        source = phrase_after(page, end, region.high)
        if source is not None and not classes[source[0]] & OBJECT_PRONOUN and _may_follow(region, source, left, verb):
            return VerbCue(
                number,
                end,
                verb,
                group,
                source,
                True,
                False,
                False,
                left if left >= low and words[left] == "," else -1,
            )
    if (left >= low and classes[left] & CONJUNCTION) or (left >= low and words[left] == ","):
        cut = left if left - 1 < low or words[left - 1] != "," else left - 1
        source = last or sentence_subject(page, low, left)
        if source is None:
            return None
        return VerbCue(number, end, verb, group, source, False, passive, True, cut)
    return None


def _with_name(region: Region, subject: TokenRange, low: int) -> TokenRange:
    """A description with the name before its comma, which opens the clause: "Jane Firth, an aide to Omar Bey said"."""
    first, end = subject
    if first - 1 <= low or region.lowers[first] not in _ARTICLES:
        return subject
    if not any(region.classes[token] & PREPOSITION for token in range(first + 1, end - 1)):
        return subject
    name = phrase_before(region.page, first - 1, low)
    if name is None or name[0] != low or not all(region.words[token][0].isupper() for token in range(*name)):
        return subject
    return name[0], end


def _speaker_at_end(region: Region, end: int, verb: CueVerb) -> TokenRange | None:
    """The name behind a cue that closes its sentence, but for an apposition: "They came, shot and left, said Firth."

    What stands before two commas may be a speaker with an insertion; a name right behind the verb then has to go on:
    "Hale, who owns the port, said Firth was wrong".
    """
    if not verb.takes & QUOTE or verb.takes & OBJECT or max(region.inside[region.low : region.high], default=-1) >= 0:
        return None
    source = phrase_after(region.page, end, region.high)
    if source is None or not region.words[source[0]][0].isupper() or region.classes[source[0]] & TIME:
        return None
    after = source[1]
    if after < region.high and region.words[after] == ",":
        rest = range(after + 1, region.high)
        if any(region.words[token] == "," or region.classes[token] & _BE_AUXILIARY_MODAL for token in rest):
            return None
        return source
    return source if after >= region.high or region.classes[after] & STOP else None


def _may_follow(region: Region, source: TokenRange, left: int, verb: CueVerb) -> bool:
    """Whether the phrase behind a cue is its subject: any behind a quotation, a name or source behind a bare comma.

    "The port will close, said Firth" against "Hale, who owns it, said the port will close". Any other phrase is it
    where nothing is said of it: "The port will close, said the owner."
    """
    if left < region.low or region.inside[left] >= 0 or region.inside[max(left - 1, 0)] >= 0:
        return True
    after = source[1]
    if after < region.high and region.classes[after] & _BE_AUXILIARY_MODAL:
        return False
    if any(
        region.words[number][0].isupper() or region.lowers[number] in region.page.quotes.sources
        for number in range(source[0], after)
    ):
        return True
    ends = after >= region.high or bool(region.classes[after] & _BEHIND_SPEAKERS)
    if not ends or _closes_relative(region, left):
        return False
    return not verb.takes & OBJECT or region.lowers[after - 1] in region.page.quotes.people


def _closes_relative(region: Region, comma: int) -> bool:
    """Whether what a comma closes began as a relative clause: "Hale, who owns it, said"."""
    start = comma - 1
    while start > region.low and region.words[start] != ",":
        start -= 1
    return start > region.low and bool(region.classes[start + 1] & RELATIVE)


def _is_headline(region: Region) -> bool:
    """Whether nearly every word is capitalised, as in headlines."""
    long = [word for word in region.words[region.low : region.high] if len(word) > _SHORT_WORD]
    return sum(word[0].isupper() for word in long) >= _HEADLINE_SHARE * len(long)


def _participial(
    region: Region, number: int, end: int, verb: CueVerb, group: int, low: int, last: TokenRange | None
) -> VerbCue | None:
    """The cue at "saying": it says what the sentence's subject says."""
    left = group - 1
    if (left >= low and region.classes[left] & _DETERMINER_POSSESSIVE) or (left >= low and region.lowers[left] == "'s"):
        return None
    if left >= low and region.lowers[left] in _FIRM:
        return None
    cut = -1
    if left >= low and (region.words[left] == "," or region.words[left] in DASHES):
        cut = left
    elif left > low and region.classes[left] & _PREPOSITION_CONJUNCTION_SUBORDINATOR:
        cut = left - 1 if region.words[left - 1] == "," else -1
    elif left >= low and not region.classes[left] & _PREPOSITION_SUBORDINATOR_CONJUNCTION:
        # "a letter saying that": the noun before it says so.
        source = phrase_before(region.page, group, low)
        if source is not None:
            return VerbCue(number, end, verb, group, source, False, False, True, -1)
    source = last
    if source is None:
        source = sentence_subject(region.page, low, left) if left > low else None
    if source is None:
        # "Speaking on Monday, the mayor ..." / "Saying it was late, the judge ..."
        comma = number
        while comma < region.high and region.words[comma] != ",":
            comma += 1
        source = phrase_after(region.page, comma + 1, region.high) if group <= low + 1 else None
    return VerbCue(number, end, verb, group, source, False, False, True, cut)


def _is_verb(region: Region, number: int, forms: int, group: int, low: int, helped: bool) -> bool:
    """Whether a word that may be a noun or an adjective stands as a verb here."""
    classes, lowers, words = region.classes, region.lowers, region.words
    left = group - 1
    if left < low:
        return helped or number == low or bool(forms & _PAST_THIRD)
    bits = classes[left]
    if lowers[left] in _FIRM or bits & POSSESSIVE:
        return False
    if lowers[left] == "'s" and not classes[left - 1] & PRONOUN:
        return False
    if bits & PREPOSITION and not forms & PROGRESSIVE:
        return False
    if forms & _PAST_PARTICIPLE:
        # "300 pledged seats", "a group called Open Water"
        if lowers[left].isdigit() and number + 1 < region.high and not classes[number + 1]:
            return False
        return (
            helped
            or lowers[number] not in _NAMING
            or not (
                number + 1 < region.high
                and words[number + 1][0].isupper()
                and not classes[number + 1]
                and words[left].islower()
            )
        )
    following = classes[number + 1] if number + 1 < region.high else STOP
    after = lowers[number + 1] if number + 1 < region.high else "."
    if classes[number] & PREPOSITION and not (helped or bits & PRONOUN):
        return False
    if (bits & _PRONOUN_MODAL and lowers[left] != "that") or helped:
        return not (helped and forms & THIRD and not forms & PAST)
    if forms & BASE and not forms & PAST:
        if bits & _DETERMINER_CONJUNCTION or words[left] in (",", '"', "”"):
            return bool(following & _OPENER_DETERMINER_PRONOUN) or lowers[left] in (
                "some",
                "many",
                "most",
                "all",
                "others",
            )
        plural = (
            lowers[left].endswith("s")
            or words[left][0].isupper()
            or lowers[left] in ("people", "men", "women", "police", "that")
        )
        if not plural:
            return False
    if forms & _THIRD_BASE and lowers[number] not in region.page.quotes.homographs:
        return True
    # A plural noun or a verb: a verb is followed by its object or clause, a noun by a preposition or a verb.
    if following & (OPENER | DETERMINER | POSSESSIVE | PRONOUN | OBJECT_PRONOUN | MARK) or after == "to":
        return True
    if following & _PREPOSITION_BE_AUXILIARY_MODAL_PUNCTUATION_STOP_CONJUNCTION:
        return False
    return words[number + 1][0].isupper() or bool(following & _TIME_ADVERB)
