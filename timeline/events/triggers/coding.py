"""Which type, mode and label a trigger has in its frame.

What comes in: a page, a trigger and its frame. What goes out: the first lexicon entry whose conditions hold, or None
when the words around it fit none. The words are data (``lexicons/en/triggers``); here is only how conditions are read.
"""

from __future__ import annotations

from timeline.events.article.frames import Frame, Trigger
from timeline.events.article.page import Page
from timeline.lexicons.events import (
    BASE,
    BE,
    COMMA,
    DETERMINER,
    HAVE,
    MODAL,
    OBJECT,
    QUOTE,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    Entry,
)
from timeline.values.text import Sentence

#: An untyped event: kept with ``all_events`` only.
OTHER = Entry("OTHER", None, "event", "OTHER")

#: What a look-alike is coded as: no event of any type.
NO_EVENT = Entry("", None, "", "NO_EVENT")

# What stands in word classes beside words: a result like "3-1", a minute of play ("the 88th minute"), a club.
SCORE = "#score"
MINUTE = "#minute"
CLUB = "#united"
#: Stands among the objects of a verb that has an infinitive behind its object: "told Chile to stop the shelling".
INFINITIVE = "#infinitive"

_YEAR = 4  # digits
_ORDINALS = ("1st", "2nd", "3rd", "th", "first")
_OBJECT_REACH = 9
_BEHIND_OBJECT = 2  # "launched a campaign on television"
_SUBJECT_REACH = 12
_TOPIC_WORDS = 4  # different words of a class that make it the article's subject
_NO_OBJECT = STOP | COMMA | QUOTE | BE | HAVE | MODAL | SUBORDINATOR | RELATIVE
_PERSON = "him"  # stands in every class that a name or pronoun may fill


class Coder:
    """Codes the triggers of one article."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._stops = page.row(STOP)
        self._sentence = -1
        self._words: frozenset[str] = frozenset()

    def code(self, sentence: Sentence, trigger: Trigger, frame: Frame) -> Entry | None:
        """The entry that fits, most specific first; ``NO_EVENT`` where a look-alike does.

        "fired" in ``The club fired its coach`` is a dismissal, in ``Police fired at the crowd`` a shooting, in ``The
        kiln was fired`` nothing.
        """
        barred = trigger.barred
        # What stands on each side is cut once, when the first entry asks, and not for each of the five that most have.
        doers: tuple[str, ...] | None = None
        undergoers: tuple[str, ...] | None = None
        near: frozenset[str] | None = None
        for entry in trigger.entries:
            if barred and entry.type in barred:
                continue
            if entry.subject:
                if doers is None:
                    doers = self._doers(sentence, frame)
                if entry.subject.isdisjoint(doers):
                    continue
            if entry.object:
                if undergoers is None:
                    undergoers = self._undergoers(sentence, frame)
                if entry.object.isdisjoint(undergoers):
                    continue
            if entry.near:
                near = near or self._near(sentence)
                found = not near.isdisjoint(entry.near) and self._is_beside(near & entry.near, trigger)
                # Or the article as a whole is about the entry's field.
                if not found and not (entry.topical and self.page.about(entry.near, _TOPIC_WORDS)):
                    continue
            if entry.without:
                near = near or self._near(sentence)
                if not near.isdisjoint(entry.without) and self._is_beside(near & entry.without, trigger):
                    continue
            if entry.beside is not None and not self._stands_beside(*entry.beside, sentence, trigger):
                continue
            if entry.type:
                return entry
            if not entry.bars:
                return NO_EVENT
            barred |= entry.bars
        trigger.barred = barred
        return None

    def _is_beside(self, words: frozenset[str], trigger: Trigger) -> bool:
        """Whether not all words that stand in the sentence are those of the trigger: a word is no proof of itself."""
        return not words.issubset(self.page.lowers[trigger.first_token : trigger.end_token])

    def _stands_beside(
        self, before: frozenset[str], after: frozenset[str], sentence: Sentence, trigger: Trigger
    ) -> bool:
        """Whether one of the words stands right before the trigger, and one right behind it, where some are asked.

        "on" behind ``seized`` is one in "seized on the remark", and none in "seized on Thursday".
        """
        first, end = trigger.first_token, trigger.end_token
        lowers, timed = self.page.lowers, self.page.timed
        if before and (first == sentence.first_token or lowers[first - 1] not in before):
            return False
        if not after:
            return True
        last = sentence.end_token - 1
        return end <= last and lowers[end] in after and not (end < last and timed[end + 1])

    def _near(self, sentence: Sentence) -> frozenset[str]:
        if sentence.index != self._sentence:
            self._sentence = sentence.index
            words = self.page.lowers[sentence.first_token : sentence.end_token]
            self._words = self.page.words_in(sentence)
            if "-" in self._words and self._has_score(words):
                self._words |= {SCORE}
            if "minute" in self._words and words[words.index("minute") - 1].endswith(_ORDINALS):
                self._words |= {MINUTE}
            if (
                "united" in self._words
                and words[min(words.index("united") + 1, len(words) - 1)] not in self.page.lexicon.closed.union
            ):
                self._words |= {CLUB}
        return self._words

    @staticmethod
    def _has_score(words: tuple[str, ...]) -> bool:
        """Whether a result like "3-1" or "21-17" stands in the sentence."""
        last = len(words) - 1
        place = words.index("-")
        while 0 <= place < last:
            before, after = words[place - 1], words[place + 1]
            if place and before.isdigit() and after.isdigit() and len(before) < _YEAR and len(after) < _YEAR:
                return True
            place = words.index("-", place + 1) if "-" in words[place + 1 :] else -1
        return False

    def _doers(self, sentence: Sentence, frame: Frame) -> tuple[str, ...]:
        """The words among which an entry's subject must stand; those around a noun."""
        lowers = self.page.lowers
        first, end = frame.trigger
        if frame.reading == "noun":
            low = max(sentence.first_token, frame.clause_first, first - _SUBJECT_REACH)
            return lowers[low:first] + lowers[end : min(sentence.end_token, end + _OBJECT_REACH)]
        if frame.voice == "passive":
            return () if frame.agent is None else lowers[frame.agent[0] : frame.agent[1]]
        if frame.subject is not None:
            return lowers[frame.subject[0] : frame.subject[1]]
        return lowers[max(sentence.first_token, first - _SUBJECT_REACH) : first]

    def _undergoers(self, sentence: Sentence, frame: Frame) -> tuple[str, ...]:
        """The words among which an entry's object must stand, and what stands for kinds of them in word classes."""
        low, high = self._undergone(sentence, frame)
        lowers, bits = self.page.lowers, self.page.bits
        words = lowers[low:high]
        if "to" in lowers[low + 1 : low + _OBJECT_REACH] and self._has_infinitive(
            low, min(sentence.end_token, low + _OBJECT_REACH)
        ):
            words = (*words, INFINITIVE)
        if low < high:
            token = low + 1 if bits[low] & DETERMINER and low + 1 < high else low
            if bits[low] & OBJECT or self.page.words[token][:1].isupper():
                words = (*words, _PERSON)
        return words

    def _undergone(self, sentence: Sentence, frame: Frame) -> tuple[int, int]:
        """The tokens among which an entry's object must stand."""
        first, end = frame.trigger
        if frame.voice == "passive" and frame.reading == "verb":
            if frame.subject is not None:
                return frame.subject
            return max(sentence.first_token, frame.clause_first, first - _OBJECT_REACH), first
        high = min(sentence.end_token, end + _OBJECT_REACH)
        if frame.object is not None:
            high = min(high, frame.object[1] + _BEHIND_OBJECT)
        stop = self._stops.find(1, end, high)
        return end, high if stop < 0 else stop

    def _has_infinitive(self, low: int, high: int) -> bool:
        """Whether an infinitive stands behind one noun phrase."""
        lowers, bits = self.page.lowers, self.page.bits
        for token in range(low, high - 1):
            if lowers[token] == "to":
                known = self.page.lexicon.words.get(lowers[token + 1])
                return token > low and known is not None and bool(known.forms & BASE)
            if bits[token] & _NO_OBJECT:
                return False
        return False
