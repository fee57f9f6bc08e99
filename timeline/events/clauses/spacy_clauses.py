"""What surrounds a trigger, by a parser of spaCy's: the optional finder behind the door of ``frames.ClauseFinder``.

What comes in: a ``Page``, a trigger and a loaded pipeline that sets dependencies. What goes out: the ``Frame`` of the
rules, in which the parser says who acts, who undergoes, the voice, the negation and what stands above a verb. The verb
group (tense, aspect, modal) and the clause stay those of the rules: closed-class words say them as well. This is the
only module that knows spaCy, and it is imported when a pipeline is asked for. Labels are those of spaCy's English
pipelines and of Universal Dependencies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from timeline.errors import MissingExtra, QueryError
from timeline.events.article.frames import Frame, Parsed, TokenRange, Trigger
from timeline.events.article.page import Page
from timeline.events.clauses.rule_clauses import RuleClauses
from timeline.lexicons.events import NEGATION, REPORTING
from timeline.values.text import Sentence

EXTRA = "spacy"

_SUBJECTS = frozenset(("nsubj", "csubj", "nsubjpass", "csubjpass", "nsubj:pass", "csubj:pass", "nsubj:outer"))
_PASSIVE = frozenset(("nsubjpass", "csubjpass", "auxpass", "nsubj:pass", "csubj:pass", "aux:pass"))
_OBJECTS = frozenset(("dobj", "obj", "iobj", "dative"))
_DIRECT = frozenset(("dobj", "obj"))
_AGENTS = frozenset(("agent", "obl:agent"))
_COMPLEMENTS = frozenset(("xcomp", "ccomp"))
_ON_NOUNS = frozenset(("relcl", "acl", "acl:relcl"))
_NOT = frozenset(("neg",))
#: What Universal Dependencies hang on a noun before its phrase: "by", "and".
_BEFORE = frozenset(("case", "cc", "mark"))
#: What ends a noun phrase behind its head.
_BEHIND = frozenset(("relcl", "acl", "acl:relcl", "appos", "advcl", "punct", "parataxis"))
_CONDITIONS = frozenset(("if", "unless"))
_DEEPEST = 6  # verbs that a subject may be looked for above

#: Any token of a parsed sentence: spaCy has no types here that the core could name.
_Token = Any


def finder(model: str) -> Callable[[Page], SpacyClauses]:
    """What makes the finder of an article's frames, with a pipeline by name or folder.

    Raises:
        MissingExtra: spaCy is not installed, or there is no such pipeline.
        QueryError: The pipeline sets no dependencies.
    """
    pipeline = load(model)
    return lambda page: SpacyClauses(page, pipeline)


@cache
def load(model: str) -> Any:
    """A pipeline of spaCy's, by the name of a package or the path of a folder; loaded once.

    Raises:
        MissingExtra, QueryError: As in ``finder``.
    """
    try:
        import spacy
    except ImportError:
        raise MissingExtra(
            "spaCy is not installed; run pip install 'story-timeline[spacy]', or leave --clauses out", extra=EXTRA
        ) from None
    try:
        pipeline = spacy.load(model)
    except OSError:
        raise MissingExtra(
            f"there is no spaCy pipeline {model!r}; run python -m spacy download {model}, or name a folder that holds "
            "one",
            extra=EXTRA,
        ) from None
    return checked(pipeline, model)


def checked(pipeline: Any, name: str) -> Any:
    """The pipeline, when it sets dependencies.

    Raises:
        QueryError: It sets none.
    """
    if not pipeline("They spoke.").has_annotation("DEP"):
        raise QueryError(
            f"the spaCy pipeline {name!r} sets no dependencies; name one with a parser, such as en_core_web_sm",
            criterion="clauses",
        )
    return pipeline


class SpacyClauses:
    """Frames of one article; each sentence is parsed once, when its first trigger is framed."""

    def __init__(self, page: Page, pipeline: Any) -> None:
        self.page = page
        self._pipeline = pipeline
        self._rules = RuleClauses(page)
        self._parses: dict[int, Any] = {}

    def frame(self, sentence: Sentence, trigger: Trigger) -> Frame:
        """The frame of one trigger.

        Of "sued" in ``The union that the mill accused sued the owners``: subject "The union", object "the owners".
        """
        frame = self._rules.frame(sentence, trigger)
        parse = self._parse(sentence)
        if trigger.reading == "verb":
            self._tell_verb(frame, parse[trigger.first_token - sentence.first_token], sentence.first_token)
        elif trigger.light >= sentence.first_token:
            light = parse[trigger.light - sentence.first_token]
            acting = _subject(light)
            if acting is not None:
                frame.subject = _range(acting, sentence.first_token)
        return frame

    def _parse(self, sentence: Sentence) -> Any:
        """The sentence as the pipeline parses it, token by token ours."""
        first = sentence.first_token
        parse = self._parses.get(first)
        if parse is None:
            from spacy.tokens import Doc

            tokens = self.page.tokens
            words = list(self.page.words[first : sentence.end_token])
            behind = [*tokens.starts[first + 1 : sentence.end_token], tokens.ends[sentence.end_token - 1]]
            spaces = [end < start for end, start in zip(tokens.ends[first : sentence.end_token], behind, strict=True)]
            parse = self._parses[first] = self._pipeline(Doc(self._pipeline.vocab, words=words, spaces=spaces))
        return parse

    def _tell_verb(self, frame: Frame, verb: _Token, first: int) -> None:
        """Let the parser say who acts, who undergoes, the voice, the negation and the governor of a verb."""
        acting = _subject(verb)
        objects = [child for child in verb.children if child.dep_ in _OBJECTS]
        agent = _agent(verb)
        passive = any(child.dep_ in _PASSIVE for child in verb.children) or _shares_passive(verb)
        passive = passive or (verb.dep_ in _ON_NOUNS and frame.voice == "passive")
        frame.voice = "passive" if passive else "active"
        frame.subject = None if acting is None else _range(acting, first)
        direct = [one for one in objects if one.dep_ in _DIRECT] or objects
        frame.object = _range(direct[0], first) if direct and not passive else None
        frame.agent = None if agent is None else _range(agent, first)
        frame.negation = self._negation(frame, verb, first)
        frame.governor, frame.relation = self._governor(frame, verb, first)
        frame.parsed = Parsed(
            subjects=() if acting is None else tuple(first + one.i for one in _joined(acting)),
            objects=tuple(first + one.i for named in objects for one in _joined(named)),
        )

    def _negation(self, frame: Frame, verb: _Token, first: int) -> int:
        """The token that negates the verb itself: "not" below it, or "no" in its subject."""
        bits = self.page.bits
        for child in verb.children:
            if child.dep_ in _NOT or (child.dep_ == "advmod" and bits[first + child.i] & NEGATION):
                return int(first + child.i)
        inside = frame.subject is not None and frame.subject[0] <= frame.negation < frame.subject[1]
        return frame.negation if inside else -1

    def _governor(self, frame: Frame, verb: _Token, first: int, depth: int = 0) -> tuple[int, str | None]:
        """What stands above a verb, and how the verb hangs on it; as ``governors`` says it of words."""
        head = verb.head
        above = first + head.i
        label = verb.dep_
        if label == "conj" and depth < _DEEPEST:
            return self._governor(frame, head, first, depth + 1)
        infinitive = any(child.dep_ in ("aux", "mark") and child.lower_ == "to" for child in verb.children)
        if label == "advcl":
            for child in verb.children:
                if child.dep_ == "mark" and child.lower_ in _CONDITIONS:
                    return first + child.i, "conditional"
            return (above, "purpose") if infinitive else (-1, None)
        if label in _COMPLEMENTS and head.i < verb.i:
            kind = "infinitive" if infinitive else "clause"
            if self.page.bits[above] & REPORTING or self.page.governs(above, kind):
                return above, "complement"
            return (above, "purpose") if infinitive else (-1, None)
        if label in _ON_NOUNS:
            if infinitive:
                return (above, "complement") if self.page.governs(above, "infinitive") else (-1, "purpose")
            return -1, "relative"
        if label == "pcomp" and self.page.governs(first + head.head.i, "gerund"):
            return first + head.head.i, "complement"
        if frame.relation == "modifier":
            return frame.governor, frame.relation
        return -1, None


def _subject(verb: _Token, depth: int = 0) -> _Token | None:
    """Who acts or, in the passive, undergoes: the verb's own subject, else that of the verb or noun it hangs on."""
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            stands_for = verb.dep_ in _ON_NOUNS and child.lower_ in ("who", "which", "that")
            return verb.head if stands_for else child
    if depth >= _DEEPEST:
        return None
    label, head = verb.dep_, verb.head
    if label in _ON_NOUNS:
        infinitive = any(child.lower_ == "to" for child in verb.children)
        return _subject(_verb_above(head), depth + 1) if infinitive and _verb_above(head) is not None else head
    if label == "xcomp":
        held = [child for child in head.children if child.dep_ in _OBJECTS]
        return held[0] if held else _subject(head, depth + 1)
    if label in ("conj", "advcl"):
        return _subject(head, depth + 1)
    if label == "pcomp":
        return _subject(head.head, depth + 1)
    return None


def _verb_above(noun: _Token) -> _Token | None:
    """The verb whose object a noun is: "plans" of "announced plans to march"."""
    return noun.head if noun.dep_ in _OBJECTS else None


def _shares_passive(verb: _Token) -> bool:
    """Whether a second verb shares the passive of the first: "was arrested and jailed"."""
    if verb.dep_ != "conj" or any(child.dep_ in _SUBJECTS or child.dep_ in _DIRECT for child in verb.children):
        return False
    return any(child.dep_ in _PASSIVE for child in verb.head.children)


def _agent(verb: _Token) -> _Token | None:
    """Who acts in the passive: the noun behind "by"."""
    for child in verb.children:
        if child.dep_ in _AGENTS:
            inner = [one for one in child.children if one.dep_ in ("pobj", "pcomp")]
            return inner[0] if inner else child
    return None


def _joined(noun: _Token) -> Iterator[_Token]:
    """A noun and those that "and" joins to it."""
    yield noun
    yield from noun.conjuncts


def _range(noun: _Token, first: int) -> TokenRange:
    """The phrase of a noun without what hangs on it behind a comma or as a clause."""
    start, end = noun.left_edge.i, noun.i + 1
    for child in noun.lefts:
        if child.dep_ in _BEFORE:
            start = child.right_edge.i + 1
    for child in noun.rights:
        if child.dep_ in _BEHIND:
            break
        end = child.right_edge.i + 1
    return first + start, first + end


__all__ = ["SpacyClauses", "checked", "finder", "load"]
