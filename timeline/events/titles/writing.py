"""One line for each event, as a reader would write it.

What comes in: finished candidates with their frames, sources and roles. What goes out: a non-empty ``title`` for
each, made of the article's own words: the subject and the event's verb with what follows it, dates and attribution
tails left out, a pronoun replaced by the name it stands for. Only glue is added ("says", "that", "Reportedly:",
"Planned:"). Nothing is decided about the event.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from timeline.events.article.candidates import Candidate
from timeline.events.article.items import AND, COMMA_AND, COMMA_ITEM, NOUN, STOP_ITEM, THAT, TIME, VERB, WITH, Item
from timeline.events.article.page import Page
from timeline.events.clauses.outline import Outline
from timeline.events.titles.clause_words import OWN, Parts
from timeline.events.titles.cut_places import hangs
from timeline.events.titles.line_faults import stands
from timeline.events.titles.line_names import LineNames
from timeline.events.titles.line_text import LONGEST_LINE, LONGEST_TITLE, MARKS, capital
from timeline.events.titles.lines import SHORTEST_CUT, Lines
from timeline.events.titles.statement_lines import StatementLines
from timeline.events.titles.verbatim import Verbatim
from timeline.lexicons.inflection import PARTICIPLE
from timeline.lexicons.quotes import MARK, MODAL, NEGATION, POSSESSIVE, PRONOUN, PUNCTUATION, STOP, QuoteLexicon
from timeline.values.dates import TimeExpression
from timeline.values.events import Quotation
from timeline.values.text import Sentence

_PREFIXES = {"planned": "Planned", "called_for": "Called for", "possible": "Possible", "denied": "Denied"}
#: Added to the first token of a line that is told as it stands, which the lines of verbs have below it.
_VERBATIM = 1 << 32
_PRONOUN_POSSESSIVE = PRONOUN | POSSESSIVE
#: Stretches of words, their line, and the stretch of text that it stands for.
Told = tuple[list[tuple[int, int]], str, int, int]

_BEFORE_QUESTION = 2  # tokens before a question: "But why did he leave?"
_MARK_PUNCTUATION = MARK | PUNCTUATION
_CROWDED = 130  # characters of a line that is told without what stands between its object and its event
_FAR = 160  # characters of a line that runs on
_STOP_PUNCTUATION_MARK = STOP | PUNCTUATION | MARK
_ENDS = frozenset((WITH, COMMA_ITEM, STOP_ITEM, AND, THAT, TIME))
_DEEPEST = 3  # verbs above one another that one line tells
#: Factualities that a line may have without a word in front, as it stands in quotation marks.
_QUOTABLE = frozenset(("happened", "planned", "possible", "called_for"))


def write(
    candidates: Sequence[Candidate],
    page: Page,
    quotations: Sequence[Quotation],
    quotes: QuoteLexicon,
    timexes: Sequence[TimeExpression],
    outline: Callable[[Sentence], Outline],
    classes: list[int] | None = None,
) -> None:
    """Sets ``title`` of each candidate: one line, at most about ``LONGEST_TITLE`` characters, never empty.

    ``On Sunday she said that the port of Harlow would close, a move that ...`` becomes ``Jane Firth says the port of
    Harlow would close``.

    Args:
        candidates: With frame, roles, factuality, attribution and quotation set.
        page: The article as the event stages read it.
        quotations: Of the article.
        quotes: The lexicon, for word classes and verbs.
        timexes: Of the article: the words of dates are left out.
        outline: What cuts a sentence into its items.
        classes: For each token its classes in ``quotes``, when they are known already.
    """
    if not candidates:
        return
    writer = _Writer(
        page,
        quotations,
        quotes,
        Lines(page.tokens, quotes, timexes, classes, page.placed(timexes), page.finites, page.edges, page.bits),
        candidates,
        outline,
    )
    hanging, passing = [], []
    for candidate in candidates:
        if candidate.salience == "background":
            passing.append(candidate)
        elif candidate.tense is None or candidate.reading != "verb":
            hanging.append(candidate)
        else:
            candidate.title = writer.title(candidate)
    # What hangs on a verb is told by the line of that verb, and what is told in passing by the line of what matters, if
    # that holds it.
    for candidate in chain(hanging, passing):
        candidate.title = writer.title(candidate)


class _Writer(StatementLines):
    """One article's titles."""

    __slots__ = ("_hanging", "_made", "_said", "_spoken_by", "words_of")

    def __init__(
        self,
        page: Page,
        quotations: Sequence[Quotation],
        quotes: QuoteLexicon,
        lines: Lines,
        candidates: Sequence[Candidate],
        outline: Callable[[Sentence], Outline],
    ) -> None:
        told = LineNames(lines, quotations, quotes, candidates, page)
        super().__init__(page, quotes, lines, told, Verbatim(told, page, outline))
        self.words_of = page.words
        self._hanging: dict[int, bool] = {}  # by a token
        lines.hanging = self._hangs
        # By the first token of a verb: the line of its clause, its stretches, and what they stand for; by the
        # complement of it the line that begins with all of its subject.
        self._made: dict[int, Told] = {}
        self._said: dict[int, list[Told]] = {}  # by the number of a sentence: its lines
        self._spoken_by: dict[int, tuple[int, str]] = {}  # by it: the verb that tells what is said, and its line

    def title(self, candidate: Candidate) -> str:
        """The line for one candidate."""
        spoken = candidate.type == "STATEMENT" and candidate.reading == "verb" and candidate.factuality != "denied"
        line = (self.statement(candidate) or self.said_last(candidate)) if spoken else ""
        if line:
            self._spoken_by[candidate.sentence] = candidate.first_token, line
        line = line or self._event(candidate)
        return line or capital(self.lines.plain(candidate.first_token, candidate.end_token))

    def _event(self, candidate: Candidate) -> str:
        """The subject of the event's clause and the clause from its verb on; else the words as they stand."""
        if candidate.salience == "background":
            for one in self._said.get(candidate.sentence, ()):
                if self._tells(one[0], candidate):
                    return self._truthful(candidate, one[1], one[2], one[3], one[0])
        asked = "?" in self.words and self._is_asked(candidate)
        carrier = None if asked else self.clauses.carrier(candidate)
        if carrier is not None:
            outline, _, verb, holding = carrier
            stated = self._spoken_by.get(candidate.sentence)
            if stated is not None and stated[0] == self._saying(candidate, outline.items[verb]):
                return stated[1]
            key = outline.items[verb].first
            known = self._known(candidate, outline, verb, holding)
            if known is not None:
                return self._truthful(candidate, known[1], known[2], known[3], known[0])
            parts = self.clauses.parts(candidate, carrier)
            made = self._clause_line(candidate, outline, verb, parts) if parts is not None else None
            if made is not None:
                self._made[~key if holding >= 0 else key] = made
                self._said.setdefault(candidate.sentence, []).append(made)
                return self._truthful(candidate, made[1], made[2], made[3], made[0])
        parts = self.clauses.verbatim(candidate)
        known = self._made.get(_VERBATIM + parts[2])
        if known is None or known[3] != parts[3] or parts[0] or not self._tells(known[0], candidate):
            runs = self._runs(parts)
            if runs:
                outline = self.clauses.outline(self.tokens.sentences[candidate.sentence])
                cut = outline.items and runs[-1][1] < outline.items[-1].first
                runs = self._ended(candidate, outline, runs) if cut else runs
            known = runs, self._written(candidate, parts, runs), parts[2], parts[3]
            if not parts[0]:
                self._made[_VERBATIM + parts[2]] = known
                self._said.setdefault(candidate.sentence, []).append(known)
        return self._truthful(candidate, known[1], parts[2], parts[3], known[0])

    def _clause_line(self, candidate: Candidate, outline: Outline, verb: int, parts: Parts) -> Told | None:
        """The line of a clause; None where its words do not stand by themselves or run on."""
        runs = self._runs(parts)
        if not runs or not stands(self.lines, self.page, candidate, parts, runs):
            return None
        if runs[-1][1] < outline.items[-1].first:
            runs = self._ended(candidate, outline, runs)
        line = self._written(candidate, parts, runs)
        saying = outline.items[verb]
        if saying.bare and runs[-1][1] == saying.end and candidate.quotation < 0 and self._says(saying):
            line += self._concluded(candidate, outline, parts, len(line))
        if len(line) > _CROWDED or runs[-1][1] == candidate.end_token < parts[3] - 1:
            ranges = self.clauses.shortened(candidate, outline, verb, parts)
            if ranges:
                runs = self._runs((parts[0], ranges, *parts[2:]))
                line = self._written(candidate, parts, runs)
        return (runs, line, parts[2], parts[3]) if len(line) <= _FAR else None

    def _ended(self, candidate: Candidate, outline: Outline, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The stretches of a line that would end in the air, up to where it may end; unchanged where nothing is near.

        Of "The deal | has not been" "has not been as big a blow": what follows within the length of a line, else less.
        """
        first, end = runs[-1]
        items = outline.items
        if self.classes[end] & _STOP_PUNCTUATION_MARK or self.tokens.lowers[end] in self.known.hanging:
            return runs
        place = outline.number_of(end)
        if place is None or items[place].kind == VERB:
            return runs
        if items[place].kind == NOUN and items[place].first < end:
            return [*runs[:-1], (first, items[place].end)]  # within "suspected [members]"
        if not self._hangs(end):
            return runs
        length = sum(self.tokens.ends[stop - 1] - self.tokens.starts[begin] + 1 for begin, stop in runs[:-1])
        last = -1
        for item in items:
            token = item.first
            if token <= candidate.end_token or item.kind not in _ENDS or self._hangs(token):
                continue
            if self.tokens.ends[token - 1] - self.tokens.starts[first] + length > LONGEST_LINE:
                break
            last = token
            if token > end:
                break
        return self.lines.closed([*runs[:-1], (first, last)]) if last > first else runs

    def _says(self, verb: Item) -> bool:
        """Whether a verb may stand behind what it says: "the study concluded"."""
        return verb.reporting or self.tokens.lowers[verb.end - 1] in self.known.finding

    def _concluded(self, candidate: Candidate, outline: Outline, parts: Parts, length: int) -> str:
        """What stands before a clause that says it: of "Mills would close, the study concluded" " that mills ..."."""
        first = self.told.past_dateline(self.tokens.sentences[candidate.sentence].first_token, parts[2])
        comma = parts[2] - 1
        if comma <= first or self.tokens.words[comma] != "," or not self.clauses.is_whole(outline, first, comma):
            return ""
        if outline.items[-1].first > parts[3]:
            return ""
        content = self._content(first, comma, LONGEST_TITLE - length)
        small = f"{content[:1].lower()}{content[1:]}" if self._is_plain(first) else content
        return f" that {small}" if content else ""

    def _hangs(self, token: int) -> bool:
        """Whether no line ends before a token."""
        found = self._hanging.get(token)
        if found is None:
            sentence = self.tokens.sentence_at(self.tokens.starts[token])
            outline = self.clauses.outline(sentence) if sentence is not None else None
            place = outline.number_of(token) if outline is not None else None
            found = place is not None and outline is not None and hangs(outline, place, self.clauses.is_own)
            self._hanging[token] = found
        return found

    def _ends_asked(self, candidate: Candidate, parts: Parts, runs: list[tuple[int, int]]) -> bool:
        """Whether a line is a question from its beginning to its end."""
        opening, end = runs[0][0], parts[1][-1][1]
        opened = opening - self.tokens.sentences[candidate.sentence].first_token <= _BEFORE_QUESTION or (
            self.classes[opening - 1] & _MARK_PUNCTUATION
        )
        return bool(opened) and "?" in self.words_of[max(end - 1, runs[-1][1]) : end + 1]

    def _is_asked(self, candidate: Candidate) -> bool:
        """Whether an event stands in a question, which is told as it stands."""
        end = self.tokens.sentences[candidate.sentence].end_token
        return "?" in self.tokens.words[max(end - 2, candidate.end_token) : end]

    def _saying(self, candidate: Candidate, verb: Item) -> int:
        """The verb that tells what a statement says: "said" of "In a statement, the mayor said ..."; -1 elsewhere."""
        if candidate.type != "STATEMENT" or candidate.reading == "verb" or candidate.factuality != "happened":
            return -1
        number = self.told.by_cue.get(verb.end - 1, -1)
        if number < 0:
            return -1
        span = self.told.quotations[number].content_spans[0]
        inside = span.start <= self.tokens.starts[candidate.first_token] < span.end
        return -1 if inside else verb.end - 1

    def _known(self, candidate: Candidate, outline: Outline, verb: int, holding: int) -> Told | None:
        """The line of another event that tells this one too: of its verb, or of the one that its verb hangs on."""
        items, made = outline.items, self._made
        for _ in range(_DEEPEST):
            known = made.get(items[verb].first)
            if known is not None and self._tells(known[0], candidate):
                return known
            if holding == OWN or items[verb].finite or items[verb - 1].kind in COMMA_AND:
                break
            above = self.clauses.above(outline, verb)
            if above is None:
                break
            verb = above
        known = made.get(~items[verb].first) if holding >= 0 else None
        return known if known is not None and self._tells(known[0], candidate) else None

    def _tells(self, runs: Sequence[tuple[int, int]], candidate: Candidate) -> bool:
        """Whether the line of another event of the clause tells this one too, with what makes it unsure."""
        last = candidate.end_token - 1
        for first, end in runs:
            if first <= last < end:
                break
        else:
            return False
        cue = candidate.factuality_cue
        return cue is None or any(first <= cue[0] < end for first, end in runs)

    def _runs(self, parts: Parts) -> list[tuple[int, int]]:
        """The stretches of words that make a line of parts."""
        name, ranges, _, _, least = parts
        room = LONGEST_TITLE - len(name) - 1 if name else LONGEST_TITLE
        if ranges and not name:
            first, end = ranges[0]
            word = self.words_of[first]
            if word[0].isdigit() or word.isupper():
                ranges[0] = (self.told.past_dateline(first, end), end)
        return self.lines.runs(ranges, max(room, SHORTEST_CUT), dates=False, least=least) if ranges else []

    def _written(self, candidate: Candidate, parts: Parts, runs: list[tuple[int, int]]) -> str:
        """The stretches of words as a line, behind the name when there is one."""
        name = parts[0]
        line = self.lines.joined(runs)
        if not line:
            return ""
        if "?" in self.words and self._ends_asked(candidate, parts, runs):
            line += "?"
        if name:
            name = capital(name)
            clitic, _, rest = line.partition(" ")
            full = self._spelt_out(clitic.lower().replace("’", "'"), rest)
            line = f"{full} {rest}" if full else line
            line = f"{name}{line}" if line.startswith(("'s", "’s")) else f"{name} {line}"
        return self._spoken(candidate, name, capital(line), runs)

    def _spelt_out(self, clitic: str, rest: str) -> str:
        """What a clitic is behind a name: "have" for "'ve", for "'d" "had" or "would" by the verb; else nothing."""
        if clitic != "'d":
            return self.known.clitics.get(clitic, "")
        word = self.page.lexicon.words.get(rest.partition(" ")[0].lower())
        return "had" if word is not None and word.forms & PARTICIPLE else "would"

    def _spoken(self, candidate: Candidate, name: str, line: str, runs: Sequence[tuple[int, int]]) -> str:
        """A line that begins with a pronoun of somebody who is quoted, as what he or she says: "Firth: “We march”"."""
        if name or candidate.quotation < 0 or not self.classes[runs[0][0]] & _PRONOUN_POSSESSIVE:
            return line
        quotation = self.told.quotations[candidate.quotation]
        if quotation.kind != "direct" or candidate.factuality not in _QUOTABLE:
            return line
        first, end = self.tokens.starts[runs[0][0]], self.tokens.ends[runs[-1][1] - 1]
        if not any(span.start <= first and end <= span.end for span in quotation.content_spans):
            return line
        speaker = self.told.speaker(quotation)
        if not speaker or len(speaker) + len(line) > LONGEST_LINE or any(map(line.__contains__, MARKS)):
            return line
        return f"{speaker}: “{line}”"

    def _tells_who_says(self, candidate: Candidate, runs: Sequence[tuple[int, int]]) -> bool:
        """Whether a line names who says or alleges what it tells: "Ames accused Firth of stealing"."""
        cue = candidate.factuality_cue
        for begin, end in runs:
            if cue is not None and begin <= cue[0] < end:
                return True
            if any(self.told.is_saying(token) for token in range(begin, min(end, candidate.first_token))):
                return True
        return False

    def _truthful(self, candidate: Candidate, line: str, first: int, end: int, runs: Sequence[tuple[int, int]]) -> str:
        """The line with what keeps it from stating as fact what is not: a word in it, or a word in front."""
        if candidate.factuality == "happened" or not line or line[-1] == "?":
            return line
        if candidate.factuality == "reported":
            told = "reportedly" in line.lower() or self._tells_who_says(candidate, runs)
            return line if told else f"Reportedly: {line}"
        cue = candidate.factuality_cue
        if cue is not None and first <= cue[0] < end:
            return line
        if candidate.factuality == "planned" and self.tokens.lowers[first] == "to":
            return line  # "Ames to sell two mills"
        if candidate.factuality == "planned" and not self.known.ahead.isdisjoint(line.lower().split()):
            return line
        stated = NEGATION if candidate.factuality == "denied" else MODAL | NEGATION
        if any(self.classes[token] & stated for token in range(first, min(end, candidate.first_token))):
            return line
        return f"{_PREFIXES[candidate.factuality]}: {line}"
