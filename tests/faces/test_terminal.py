"""Styles are for terminals: colours there, plain text elsewhere, and no article steers the terminal."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout

import pytest

from timeline.export.to_text import Segment
from timeline.export.wording import MARKS
from timeline.faces.cli.common import write_rows
from timeline.faces.cli.terminal import STYLES, print_lines, style_of, width
from timeline.values.events import EVENT_TYPES

LINES = (
    (Segment("A story", "story"), Segment("  ongoing", "facts")),
    (Segment("● ", "mark.happened"), Segment("on ", "quote"), Segment("Monday", "date_words"), Segment("  ")),
)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def printed(stream: io.StringIO) -> str:
    """What the lines come to on a stream."""
    with redirect_stdout(stream):
        print_lines(LINES)
    return stream.getvalue()


def test_a_pipe_gets_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """No escape sequences, no trailing blanks; date words are marked as in a typed letter."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert printed(io.StringIO()) == "A story  ongoing\n● on _Monday_\n"


def test_a_terminal_gets_colour_unless_it_is_unwanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Escape sequences on a terminal; with NO_COLOR no colour among them."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[32m" in printed(Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[32m" not in printed(Terminal())


def test_an_article_cannot_steer_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control characters of a text are left out; letters of every script stay."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    stream = io.StringIO()
    with redirect_stdout(stream):
        print_lines([(Segment("\x1b[2Jgone\x07 שלום\x9b ok", "title"),)])
    assert stream.getvalue() == "[2Jgone שלום ok\n"


def test_every_status_and_type_has_a_style() -> None:
    """Names with a dot fall back to the part before it; no name is an error."""
    assert all(style_of(f"mark.{status}") for status in MARKS)
    assert all(style_of(f"label.{kind}") for kind in EVENT_TYPES)
    assert style_of("no such style") == ""
    assert style_of("quote") == STYLES["quote"] == ""


def test_a_pipe_is_a_hundred_columns_wide() -> None:
    """What is written into a file does not depend on the terminal it was written from."""
    with redirect_stdout(io.StringIO()):
        assert width() == 100
        assert width(72) == 72


COLUMNS = ("key", "title")
ROWS: list[tuple[str, str]] = [
    ("ev_1", "The council of Orrin voted on Tuesday to buy twenty buses and a ferry"),
    ("ev_2", "nothing"),
]


@pytest.mark.parametrize("columns", [20, 40, 60, 200])
def test_a_table_fits_the_terminal(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    """Long cells are folded; when there is no room for that, each value has a line; no word is lost, no key is cut."""
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "1")
    with redirect_stdout(Terminal()) as stream:
        write_rows(COLUMNS, ROWS, "table")
    lines = re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue()).splitlines()
    if columns >= 40:
        assert max(map(len, lines)) <= columns
    assert {"ev_1", "ev_2"} <= {word for line in lines for word in line.split()}
    assert set(ROWS[0][1].split()) <= set(" ".join(lines).split())


def test_a_table_in_a_pipe_has_one_line_a_row() -> None:
    """Whatever the width: a line a row, so that other programs can read it."""
    with redirect_stdout(io.StringIO()) as stream:
        write_rows(COLUMNS, [("ev_1", "a\nb " * 200)], "table")
    assert len(stream.getvalue().splitlines()) == 3
