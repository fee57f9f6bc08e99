"""The error tree in the docstring is the one in the code, and problems read as one line."""

from __future__ import annotations

import inspect
import re

from timeline import errors


def test_the_drawn_tree_is_the_real_one() -> None:
    """Each class stands once in the docstring's tree, under its parent."""
    drawn: dict[str, str] = {}
    stack: list[tuple[int, str]] = []
    for line in (errors.__doc__ or "").splitlines():
        match = re.match(r"\s{4}([│├└─\s]*)([A-Z][A-Za-z]+)(?:\s|$)", line)
        if not match or not hasattr(errors, match[2]):
            continue
        depth = len(match[1])
        stack = [(d, name) for d, name in stack if d < depth]
        drawn[match[2]] = stack[-1][1] if stack else "Exception"
        stack.append((depth, match[2]))
    real = {
        name: thing.__bases__[0].__name__
        for name, thing in inspect.getmembers(errors, inspect.isclass)
        if issubclass(thing, errors.TimelineError)
    }
    assert real == drawn


def test_a_problem_is_one_line() -> None:
    """Place, fact and remedy, in this order."""
    problem = errors.Problem(where="feed.xml item 3", what="no publication date", hint="pass --published YYYY-MM-DD")
    assert str(problem) == "feed.xml item 3: no publication date; pass --published YYYY-MM-DD"
