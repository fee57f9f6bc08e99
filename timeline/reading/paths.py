"""Paths, folders and patterns to files, in a fixed order.

What comes in: what the caller named. What goes out: files, and a ``Failure`` for each name that leads to none. Not
decided here: what is in a file.
"""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline.reading.formats import BY_SUFFIX, suffix_of
from timeline.values.article import Failure


def files_behind(paths: Iterable[str | Path]) -> Iterator[Path | Failure]:
    """The files behind the paths, and a failure for each path that leads to none."""
    for given in paths:
        path = Path(given)
        if path.is_dir():
            files = sorted(_files_below(path), key=lambda file: file.as_posix())
            if files:
                yield from files
            else:
                reason = f"the folder holds nothing to read; files that are read end in {', '.join(BY_SUFFIX)}"
                yield Failure(path=str(given), where=str(given), reason=reason)
        elif path.exists():
            yield path
        elif glob.has_magic(str(given)):
            matches = sorted(Path(match) for match in glob.glob(str(given), recursive=True))  # noqa: PTH207 - a pattern may be absolute
            found = [match for match in matches if match.is_file()]
            if found:
                yield from found
            else:
                yield Failure(path=str(given), where=str(given), reason="no file matches; check the pattern")
        elif "://" in str(given):
            reason = "addresses are not fetched; save the page and name the file, with --url for its address"
            yield Failure(path=str(given), where=str(given), reason=reason)
        else:
            yield Failure(path=str(given), where=str(given), reason="there is no such file; check the name")


def _files_below(folder: Path) -> Iterator[Path]:
    """Files with a suffix of ours or none, hidden ones and folders left out."""
    for path in folder.rglob("*"):
        inside = path.relative_to(folder).parts
        if any(part.startswith(".") for part in inside) or not path.is_file():
            continue
        suffix = suffix_of(path)
        if suffix in BY_SUFFIX or not suffix:
            yield path
