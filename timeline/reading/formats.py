"""Which reader a document needs: by the suffix of its name and by its first words.

What comes in: names and heads of documents. What goes out: the names of formats. Not decided here: how a format is
read.
"""

from __future__ import annotations

import re
from pathlib import Path

FORMATS = ("auto", "text", "html", "feed", "jsonl", "json", "csv", "tsv")
BY_SUFFIX = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
}
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_FEED = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<\?xml-stylesheet[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF|channel)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(r"</?(?:p|div|span|article|section|h[1-6]|br|li|a|table|title|meta)\b[^>]{0,400}>", re.IGNORECASE)
_SOME_TAGS = 3
_JSON_LINE = re.compile(r'\s*\{\s*"')
_JSON_LIST = re.compile(r"\s*\[\s*(?:\{|\])")


def sniff(head: str, suffix: str = "") -> str:
    """The format of a document by its first words, else by its suffix.

    >>> sniff("<!doctype html><html>", ".txt")
    'html'
    """
    by_suffix = BY_SUFFIX.get(suffix.lower())
    if _FEED.match(head):
        return "feed"
    if _PAGE.match(head):
        return "html"
    if by_suffix == "html":
        return "html" if len(_TAGS.findall(head)) >= _SOME_TAGS or "<" in head[:1] else "text"
    if by_suffix == "feed":
        return "html" if len(_TAGS.findall(head)) >= _SOME_TAGS else "feed"
    if by_suffix in ("csv", "tsv", "jsonl"):
        return by_suffix
    if _JSON_LIST.match(head):
        return "json"
    if _JSON_LINE.match(head):
        first = head.lstrip().partition("\n")[0].rstrip()
        return "jsonl" if first.endswith("}") or ("\n" not in head.strip() and by_suffix != "json") else "json"
    if by_suffix is not None:
        return by_suffix
    return "html" if len(_TAGS.findall(head)) >= _SOME_TAGS and head.lstrip().startswith("<") else "text"


def suffix_of(path: Path) -> str:
    """The suffix, that below ``.gz`` where a file is compressed."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] == ".gz":
        return suffixes[-2] if len(suffixes) > 1 else ""
    return suffixes[-1] if suffixes else ""
