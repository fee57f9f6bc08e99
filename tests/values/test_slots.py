"""A quick record is the frozen dataclass it was, defaults, checks and equality included."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from timeline.values.slots import builder, quick
from timeline.values.text import Sentence, Span


def test_a_quick_record_behaves_as_the_dataclass_it_was() -> None:
    """It compares, hashes, orders, copies, pickles and is replaced by its fields, and cannot be changed."""
    span = Span(start=3, end=7)
    assert (span, hash(span)) == (Span(start=3, end=7), hash(Span(start=3, end=7)))
    assert span < Span(start=4, end=5)
    assert replace(span, end=9) == Span(start=3, end=9)
    assert copy.deepcopy(span) == pickle.loads(pickle.dumps(span)) == span
    with pytest.raises(FrozenInstanceError):
        span.start = 4  # type: ignore[misc]


def test_arguments_defaults_and_checks_are_kept() -> None:
    """Missing and unknown arguments are refused, defaults fill in, and ``__post_init__`` runs."""
    sentence = Sentence(index=0, start=0, end=3, first_token=0, end_token=1, paragraph=0)
    assert (sentence.kind, sentence.first_in_paragraph) == ("body", False)
    assert list(inspect.signature(Span).parameters) == ["start", "end"]
    for wrong in ({"start": 1}, {"start": 1, "end": 2, "middle": 1}):
        with pytest.raises(TypeError):
            Span(**wrong)
    with pytest.raises(ValueError, match="a span needs"):
        Span(start=2, end=2)


def test_a_builder_makes_the_same_record_as_its_class() -> None:
    """By order or by name it gives an equal, frozen record of the same class, with the same defaults and checks."""
    build = builder(Span)
    assert build(3, 7) == build(start=3, end=7) == Span(start=3, end=7)
    assert type(build(3, 7)) is Span
    assert pickle.loads(pickle.dumps(build(3, 7))) == Span(start=3, end=7)
    assert builder(Sentence)(0, 0, 3, 0, 1, 0) == Sentence(
        index=0, start=0, end=3, first_token=0, end_token=1, paragraph=0
    )
    with pytest.raises(FrozenInstanceError):
        build(3, 7).start = 4
    with pytest.raises(ValueError, match="a span needs"):
        build(2, 2)
    with pytest.raises(TypeError):
        build(2)


def test_what_cannot_be_made_quick_is_refused() -> None:
    """A field with a factory would be shared between records."""

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Bag:
        things: list[str] = field(default_factory=list)

    with pytest.raises(TypeError, match=r"Bag\.things"):
        quick(Bag)
