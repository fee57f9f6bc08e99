"""The public names are sorted, there, and promised."""

from __future__ import annotations

import timeline


def test_public_names_are_sorted_and_there() -> None:
    """Each name of ``__all__`` can be had, and the list is in order."""
    assert sorted(timeline.__all__) == timeline.__all__
    assert all(getattr(timeline, name) is not None for name in timeline.__all__)


def test_an_unknown_name_says_what_there_is() -> None:
    """A wrong name is an AttributeError that lists the right ones."""
    try:
        timeline.Timelime  # noqa: B018
    except AttributeError as error:
        assert "Timeline" in str(error)
    else:
        raise AssertionError("an unknown name was found")
