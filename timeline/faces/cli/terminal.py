"""Lines of segments on the terminal: colours there, plain text everywhere else.

In come lines as ``timeline.export.to_text`` makes them, each piece with the name of its style. Colour is for terminals
only, and ``NO_COLOR`` takes it away.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from timeline.faces.cli.common import CONTROLS, WIDTH_WITHOUT_TERMINAL, console

if TYPE_CHECKING:
    from timeline.export.to_text import Line, Segment

#: Styles by name; a name with a dot falls back to the part before it.
STYLES = {
    "story": "bold",
    "facts": "dim",
    "year": "bold",
    "day": "bold",
    "part": "dim",
    "mark": "green",
    "mark.planned": "yellow",
    "mark.called_for": "yellow",
    "mark.possible": "yellow",
    "mark.postponed": "yellow",
    "mark.cancelled": "red",
    "mark.denied": "red",
    "mark.disputed": "magenta",
    "mark.reported": "magenta",
    "mark.unconfirmed": "magenta",
    "label": "blue",
    "source": "dim",
    "status": "italic",
    "conflict": "magenta",
    "note": "dim",
    "key": "dim",
    "field": "dim",
    "quote": "",
    "trigger": "bold",
    "date_words": "underline",
    "step": "dim",
}

#: Labels take the colour of what kind of act they name: with others, against others, words, hurt.
_LABEL_COLOURS = (
    ("green", ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT")),
    ("yellow", ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION")),
    ("red", ("MOBILIZE", "COERCE", "ASSAULT", "CRIME", "DEATH", "INJURY", "DISASTER")),
    ("cyan", ("STATEMENT",)),
)
_COLOUR_OF_TYPE = {f"label.{name}": colour for colour, types in _LABEL_COLOURS for name in types}

#: How marked words are shown where nothing can be underlined: as in a typed letter.
_PLAIN_MARKS = {"date_words": "_"}


def style_of(name: str) -> str:
    """The style behind a name: ``mark.planned`` is yellow, ``mark.happened`` falls back to ``mark``."""
    found = STYLES.get(name) or _COLOUR_OF_TYPE.get(name)
    return found if found is not None else STYLES.get(name.partition(".")[0], "")


def width(wanted: int | None = None) -> int:
    """Columns to write in: those asked for, else those of the terminal, else a hundred."""
    if wanted is not None:
        return wanted
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDTH_WITHOUT_TERMINAL


def print_lines(lines: Iterable[Line]) -> None:
    """The lines on stdout, coloured on a terminal."""
    screen = console()
    if not screen.is_terminal:
        for line in lines:
            sys.stdout.write("".join(map(_plain, line)).rstrip() + "\n")
        return
    from rich.text import Text

    for line in lines:
        screen.print(Text.assemble(*((_clean(piece.text), style_of(piece.style)) for piece in line)), soft_wrap=True)


def _plain(piece: Segment) -> str:
    mark = _PLAIN_MARKS.get(piece.style, "")
    return f"{mark}{_clean(piece.text)}{mark}"


def _clean(text: str) -> str:
    """The text without control characters: an article must not steer the terminal."""
    return CONTROLS.sub("", text)
