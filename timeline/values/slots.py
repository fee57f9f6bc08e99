"""A frozen dataclass that is quick to build: an article makes hundreds of spans, dates and participants.

What comes in: a class as ``dataclass(frozen=True, slots=True, kw_only=True)`` made it. What goes out: the same class,
whose ``__init__`` fills the slots directly. The generated one asks ``object.__setattr__`` to find each slot by its
name, which takes half as long again. What the fields mean is decided in the modules beside this one.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from typing import Any, TypeVar

Record = TypeVar("Record", bound=type)


def quick(record: Record) -> Record:
    """The class itself, with an ``__init__`` of the same arguments, defaults and checks.

    Raises:
        TypeError: A field has a default factory or is not among the arguments; no value of ours is like that.
    """
    given: tuple[Field[Any], ...] = fields(record)
    known: dict[str, Any] = {}
    arguments: list[str] = []
    body: list[str] = []
    for field in given:
        if field.default_factory is not MISSING or not field.init or not field.kw_only:
            raise TypeError(f"{record.__name__}.{field.name} is not a plain keyword field")
        known[f"_set_{field.name}"] = getattr(record, field.name).__set__
        if field.default is MISSING:
            arguments.append(field.name)
        else:
            known[f"_default_{field.name}"] = field.default
            arguments.append(f"{field.name}=_default_{field.name}")
        body.append(f"    _set_{field.name}(self, {field.name})")
    if hasattr(record, "__post_init__"):
        body.append("    self.__post_init__()")
    made: dict[str, Any] = {}
    exec("\n".join((f"def __init__(self, *, {', '.join(arguments)}):", *body)), known, made)
    begin = made["__init__"]
    begin.__qualname__ = f"{record.__qualname__}.__init__"
    begin.__module__ = record.__module__
    begin.__annotations__ = dict(vars(record)["__init__"].__annotations__)
    type.__setattr__(record, "__init__", begin)
    return record
