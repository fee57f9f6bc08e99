"""Bytes to text, whatever they were written in; nothing else is changed.

What comes in: the bytes of a file. What goes out: the text, and what a person should know about how it was read. Line
ends, blanks and composed letters stay as they are, so that offsets count in what the file holds
(``timeline.reading.normalise`` is for text that will be stored).
"""

from __future__ import annotations

import codecs
import re

from timeline.errors import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PICTURE = "a picture; what is written in it must be typed"
#: First bytes of files that people take for articles, what they are, and what helps.
_FOREIGN = (
    (b"%PDF", "a PDF; save its text as .txt first"),
    (b"PK\x03\x04", "a ZIP archive or an office file; unpack it, or save the document as .txt or .html"),
    (b"\xd0\xcf\x11\xe0", "an office file; save the document as .txt or .html"),
    (b"{\\rtf", "an RTF document; save it as .txt"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"BZh", "compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "compressed with xz; unpack it first"),
    (b"SQLite format 3", "a database; name it with -d"),
    *((mark, _PICTURE) for mark in (b"\xff\xd8\xff", b"\x89PNG", b"GIF8")),
)
_SAMPLE = 4096
_MANY_NULS = 0.3  # of every second byte: Latin text in UTF-16
_FEW_NULS = 0.05
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{3,30})""")
_DECLARED_WITHIN = 2048
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_ASCII = bytes(range(128))
_NOT_IN_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")


def decode(raw: bytes, *, where: str = "the text", declared: bool = False) -> tuple[str, tuple[Problem, ...]]:
    """The text, and problems where bytes could not be read.

    >>> decode("café".encode("cp1252"))[0]
    'café'

    Byte order marks come first, then UTF-16 by its zero bytes, UTF-8, what the page declares, Windows-1252 and Latin-1.

    Args:
        raw: All bytes of a document.
        where: Names the document in problems.
        declared: Whether a page or feed may name its own encoding (``charset=...``), for bytes that are no UTF-8.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _with_replacements(raw[len(mark) :], encoding, where)
    wide = _wide(raw)
    if wide:
        return _with_replacements(raw, wide, where)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    named = _named(raw) if declared else None
    if named:
        try:
            return raw.decode(named), ()
        except UnicodeDecodeError:
            pass
    if _mostly_utf8(raw):
        return _with_replacements(raw, "utf-8", where)
    return raw.decode("latin-1" if _NOT_IN_1252.search(raw) else "cp1252"), ()


def is_binary(raw: bytes) -> bool:
    """Whether the bytes are no text in any encoding that ``decode`` knows: pictures, archives, office files."""
    sample = raw[:_SAMPLE]
    if any(sample.startswith(mark) for mark, _ in _MARKS) or _wide(raw):
        return False
    controls = sum(byte < 9 or 13 < byte < 27 for byte in sample)
    return b"\0" in sample or controls > len(sample) * _FEW_NULS


def foreign_format(raw: bytes) -> str | None:
    """What a file is that holds no text as it stands, and what helps; None when its first bytes tell nothing.

    ``%PDF-1.7`` gives ``a PDF; save its text as .txt first``.
    """
    return next((words for mark, words in _FOREIGN if raw.startswith(mark)), None)


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a byte order mark, known by the zero bytes of its Latin letters, blanks and line ends."""
    sample = raw[:_SAMPLE]
    if len(sample) < 4 or len(raw) % 2 or b"\0" not in sample:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > _MANY_NULS and even < _FEW_NULS:
        return "utf-16-le"
    if even > _MANY_NULS and odd < _FEW_NULS:
        return "utf-16-be"
    return None


def _named(raw: bytes) -> str | None:
    """The encoding that the head of a page names, when Python knows it."""
    match = _DECLARED.search(raw, 0, _DECLARED_WITHIN)
    if match is None:
        return None
    try:
        return codecs.lookup(match.group(1).decode("ascii")).name
    except LookupError:
        return None


def _mostly_utf8(raw: bytes) -> bool:
    """Whether most bytes beyond ASCII belong to whole UTF-8 characters: a damaged file, not another encoding."""
    beyond = len(raw.translate(None, _ASCII))
    whole = 0
    for match in _MULTIBYTE.finditer(raw):
        try:
            match.group().decode("utf-8")
            whole += len(match.group())
        except UnicodeDecodeError:
            continue
    return whole * 2 > beyond


def _with_replacements(raw: bytes, encoding: str, where: str) -> tuple[str, tuple[Problem, ...]]:
    try:
        return raw.decode(encoding), ()
    except UnicodeDecodeError:
        text = raw.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    what = f"{lost} {'place' if lost == 1 else 'places'} could not be read as {encoding.upper()} and became \ufffd"
    return text, (Problem(where=where, what=what, hint="save the file as UTF-8 again from its source"),)
