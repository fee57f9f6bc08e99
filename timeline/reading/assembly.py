"""What a reader found and what the caller knows, put together to an ``Article``.

What comes in: paragraphs with their kinds, declared metadata, and the caller's defaults and overrides. What goes out:
the article with its stored text, blocks and keys. Not decided here: how paragraphs and metadata were found (the
readers beside this module).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from timeline.errors import Problem, ReadingError
from timeline.lexicons.outlets import outlet_named, outlet_of_domain
from timeline.reading.identity import article_key, canonical_address, domain_of, outlet_key, version_key
from timeline.reading.normalise import one_line
from timeline.reading.pubdate import from_filename, from_url, read_declared, strongest
from timeline.values.article import READ_KINDS, Article, Block, Outlet, Published

#: What a caller may set, by ``defaults`` (where nothing is known) or ``overrides`` (whatever is found).
SETTABLE = ("published", "source", "language", "url", "title")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a reader found in one document.

    Attributes:
        paragraphs: Kind and words, in reading order, title and subtitle left out.
        published: Candidates on whatever ground; the strongest is taken.
        source: Name of the outlet, as printed or declared.
        canonical: The address the page names as its own.
    """

    paragraphs: tuple[tuple[str, str], ...] = ()
    title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    credits: tuple[str, ...] = ()
    published: tuple[Published, ...] = ()
    modified: Published = field(default_factory=Published)
    source: str | None = None
    url: str | None = None
    canonical: str | None = None
    record_id: str | None = None
    language: str | None = None
    wire: str | None = None
    correction: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a document comes from, and what the caller says of it.

    Attributes:
        path: As the caller named it; where: the same with the line or item, for messages.
        format: ``text html feed jsonl json csv tsv``.
        as_of: Nothing is published later than the day after; None refuses no future.
    """

    path: str | None = None
    where: str = "the text"
    format: str = "text"
    defaults: Mapping[str, Any] = field(default_factory=dict)
    overrides: Mapping[str, Any] = field(default_factory=dict)
    as_of: date | None = None

    def __post_init__(self) -> None:
        for given in (self.defaults, self.overrides):
            for name in given:
                if name not in SETTABLE:
                    raise ReadingError(f"{name!r} cannot be set; there are {', '.join(SETTABLE)}", path=self.path)
            given_date(given.get("published"), self)

    def choose(self, name: str, found: str | None) -> str | None:
        """The value of a field: the caller's override, else what was found, else the caller's default."""
        for value in (self.overrides.get(name), found, self.defaults.get(name)):
            if value:
                return str(value)
        return None


def assemble(found: Found, setting: Setting) -> Article:
    """The article that a reader's findings and the caller's knowledge make.

    Raises:
        ReadingError: A given date cannot be read.
    """
    title = setting.choose("title", found.title)
    title = one_line(title) if title else None
    subtitle = one_line(found.subtitle) if found.subtitle else None
    text, blocks = _stored(title, subtitle, found.paragraphs)
    url = setting.choose("url", found.url)
    outlet = _outlet(setting.choose("source", found.source), found.canonical or url)
    published, problems = _published(found, setting, url)
    address = found.canonical or url
    return Article(
        key=article_key(url=address, record_id=found.record_id, outlet=outlet.name if outlet else None, text=text),
        version_key=version_key(title=title, text=text, correction=found.correction),
        text=text,
        blocks=blocks,
        title=title,
        subtitle=subtitle,
        authors=tuple(dict.fromkeys(one_line(name) for name in found.authors if name.strip())),
        dateline=found.dateline,
        credits=found.credits,
        outlet=outlet,
        url=url,
        canonical_url=canonical_address(address) if address else None,
        record_id=found.record_id,
        path=setting.path,
        format=setting.format,
        language=setting.choose("language", found.language),
        published=published,
        modified=found.modified,
        wire=_wire(found.wire, outlet),
        correction=found.correction,
        problems=(*found.problems, *problems) if published.value is None else problems,
    )


def given_date(value: Any, setting: Setting) -> Published | None:
    """A date that the caller gave, as a value; None when none was given.

    Raises:
        ReadingError: It cannot be read.
    """
    if value is None or value == "":
        return None
    if isinstance(value, Published):
        return value
    if isinstance(value, datetime):
        return Published(value=value.isoformat(), precision="second", basis="given")
    if isinstance(value, date):
        return Published(value=value.isoformat(), precision="day", basis="given")
    stated = read_declared(str(value), basis="given")
    if stated is None:
        raise ReadingError(f"published {value!r} is not a date; write it as YYYY-MM-DD", path=setting.path)
    return stated


def _published(found: Found, setting: Setting, url: str | None) -> tuple[Published, tuple[Problem, ...]]:
    """The day of publication on the strongest ground; the caller's default only when nothing else is known."""
    override = given_date(setting.overrides.get("published"), setting)
    if override is not None:
        return override, ()
    name = setting.path.replace("\\", "/").rsplit("/", 1)[-1] if setting.path else ""
    # A file that holds many documents says nothing of each by its name.
    by_name = from_filename(name) if setting.format in ("text", "html") else None
    addresses = [address for address in (found.canonical, url) if address]
    candidates = [*found.published, *(from_url(address) for address in addresses), by_name]
    published, problems = strongest(candidates, as_of=setting.as_of, where=setting.where)
    if published.value is None:
        default = given_date(setting.defaults.get("published"), setting)
        if default is not None:
            return default, problems
    return published, problems


def _outlet(source: str | None, url: str | None) -> Outlet | None:
    """The outlet by its name, else by its domain; facts of it where it is a known one."""
    domain = domain_of(url) if url else None
    name = one_line(source) if source else ""
    known = (outlet_named(name) if name else None) or (outlet_of_domain(domain) if domain and not name else None)
    if not name:
        if domain is None:
            return None
        name = known.name if known else domain
    return Outlet(key=outlet_key(name), name=name, domain=domain, country=(known.alpha2 or None) if known else None)


def _wire(agency: str | None, outlet: Outlet | None) -> str | None:
    """The agency of a copy; an agency's own report is no copy."""
    return None if agency is None or (outlet is not None and outlet_key(agency) == outlet.key) else agency


def _stored(
    title: str | None, subtitle: str | None, paragraphs: Iterable[tuple[str, str]]
) -> tuple[str, tuple[Block, ...]]:
    """The stored text, paragraphs with a blank line between them, and its blocks."""
    pieces: list[str] = []
    blocks: list[Block] = []
    position = 0
    for kind, words in (("title", title or ""), ("subtitle", subtitle or ""), *paragraphs):
        piece = one_line(words)
        if not piece or kind not in READ_KINDS:
            continue
        if pieces:
            position += len("\n\n")
        pieces.append(piece)
        blocks.append(Block(kind=kind, start=position, end=position + len(piece)))
        position += len(piece)
    return "\n\n".join(pieces), tuple(blocks)
