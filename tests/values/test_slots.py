"""A dataclass of ours is what the standard decorator makes, defaults, checks and equality included."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, field, fields, replace
from typing import Any

import pytest

from timeline.values.slots import builder, dataclass
from timeline.values.text import Sentence, Span


def made(decorate: Callable[..., Any], **options: Any) -> Any:
    """A class as a decorator with these options makes it."""

    class Bag:
        name: str
        weight: int = 3
        things: list[str] = field(default_factory=list)

    return decorate(slots=True, **options)(Bag)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"kw_only": True},
        {"frozen": True},
        {"frozen": True, "kw_only": True, "order": True},
        {"frozen": True, "eq": False},
    ],
)
def test_it_does_what_the_standard_decorator_does(options: dict[str, bool]) -> None:
    """Signature, fields, notation, equality, order, hash and the refusal to be changed are those of ``dataclasses``."""
    standard, ours = made(dataclasses.dataclass, **options), made(dataclass, **options)
    parameters = inspect.signature(standard).parameters
    assert {name: (one.kind, one.annotation) for name, one in inspect.signature(ours).parameters.items()} == {
        name: (one.kind, one.annotation) for name, one in parameters.items()
    }
    assert [(one.name, one.type) for one in fields(ours)] == [(one.name, one.type) for one in fields(standard)]
    assert ours.__slots__ == standard.__slots__
    one, other = ours(name="a"), ours(name="a", weight=4)
    assert repr(one) == repr(standard(name="a"))
    assert asdict(replace(one, weight=4)) == asdict(other)
    assert one.things is not other.things
    for compare in ("__eq__", "__lt__", "__ge__", "__hash__", "__setattr__", "__delattr__"):
        own = getattr(ours, compare) is getattr(object, compare)
        assert own == (getattr(standard, compare) is getattr(object, compare)), compare
    assert (one == replace(one)) == (standard(name="a") == standard(name="a"))
    assert one != standard(name="a")


def test_a_record_behaves_as_a_frozen_dataclass() -> None:
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
        build(3, 7).start = 4  # type: ignore[misc]
    with pytest.raises(ValueError, match="a span needs"):
        build(2, 2)
    with pytest.raises(TypeError):
        build(2)


def test_a_field_with_options_of_its_own_is_refused() -> None:
    """What the methods would pass over is said when the class is defined."""

    class Bag:
        things: list[str] = field(repr=False)

    with pytest.raises(TypeError, match=r"Bag\.things"):
        dataclass(slots=True)(Bag)
