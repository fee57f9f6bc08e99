"""When an article was published, from what its source declares; strongest ground first, and never a guess unmarked.

What comes in: strings that are wholly a date (metadata, date lines, addresses, file names). What goes out:
``Published`` values. Not decided here: what the dates inside the text mean (``timeline.temporal``), and where on a
page a date is declared (``timeline.reading.metadata``, ``timeline.reading.datelines``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache

from timeline.errors import Problem
from timeline.lexicons.furniture import furniture_lexicon
from timeline.reading.dates import read_phrase
from timeline.reading.foreign_dates import in_english
from timeline.reading.machine_dates import read_published
from timeline.values.article import PUBLISHED_BASES, Published

_MAIL = re.compile(r"(?:[A-Za-z]{3},? )?\d{1,2} [A-Za-z]{3} \d{2,4} \d\d:\d\d")

#: Only what is stated: no part is filled in from any day, so the base is of no consequence.
_WHOLE_DATES = {
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time"],
    "RELATIVE_BASE": datetime(2000, 1, 1),
    "TIMEZONE": "UTC",
}
_OTHER_LONGEST = 60
_NAMED_MONTH = re.compile(r"\d.*[^\W\d_]{2,}.*\d|[^\W\d_]{3,}.*\d.*\d{4}", re.DOTALL)
_CLOCK = re.compile(r"\d{1,2}[:h.]\d\d(?!\d)(?!\.\d)")
_NUMBER = re.compile(r"\d+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}\Z")

#: Nothing in the press is older, and nobody's archive begins at the zero of a clock.
_OLDEST_YEAR = 1600
#: Years beyond are those of another calendar, as the Buddhist 2567.
_LATEST_YEAR = 2200
_ZERO_OF_CLOCKS = "1970-01-01"
_A_DAY = "2024-02-28"

_IN_URL = re.compile(
    r"/(?:[a-z-]+-)?((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2]|[1-9](?=[/_-]))[/_-]?(0[1-9]|[12]\d|3[01]|[1-9](?=[/_-]))(?!\d)"
)
_IN_URL_NAMED = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/(\d\d?)/")
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def read_declared(value: str, *, basis: str, language: str | None = None) -> Published | None:
    """A date that metadata declares, in any of the forms metadata use; None when it cannot be read for certain.

    >>> read_declared("Wed, 28 Feb 2024 21:44:00 +0200", basis="feed").value
    '2024-02-28T21:44:00+02:00'
    >>> read_declared("28/02/2024 às 15h30", basis="metadata", language="pt-BR").value
    '2024-02-28T15:30'

    After RFC 3339 and RFC 5322 come date lines, in English and in the languages of ``date_words.toml``, and, last,
    dateparser with the one language that page or feed declares.
    """
    text = " ".join(value.split())
    stated = read_published(text, basis=basis)
    if stated is None and _MAIL.match(text):
        try:
            moment = parsedate_to_datetime(text)
            stated = Published(value=moment.isoformat(), precision="second", basis=basis, text=value)
        except (ValueError, IndexError):
            stated = None
    if stated is None:
        phrase = read_phrase(text, language)
        if phrase is not None:
            stated = phrase.published(basis)
        elif in_english(text, language) is None:
            stated = _in_other_words(text, basis, language)
    return stated if stated is None or plausible(stated) else None


def from_url(url: str) -> Published | None:
    """The day that an address carries in its path; never one out of its query.

    >>> from_url("https://beacon.example/2024/02/28/harbour").value
    '2024-02-28'
    """
    path = url.split("?", 1)[0].split("#", 1)[0]
    path = path.split("://", 1)[-1]
    named = _IN_URL_NAMED.search(path.lower())
    if named is not None and (month := furniture_lexicon().months.get(named.group(2))):
        return _day(int(named.group(1)), month, int(named.group(3)), "url", named.group().strip("/"))
    return _day_in(_IN_URL.search(path), (1, 2, 3), "url")


def from_filename(name: str) -> Published | None:
    """The day in a file's name (not in its folders'), where it stands as ``YYYY-MM-DD`` or ``YYYYMMDD``.

    >>> from_filename("2024-02-28-harbour.txt").value
    '2024-02-28'
    """
    return _day_in(_IN_NAME.search(name), (1, 3, 4), "filename")


def plausible(published: Published, as_of: date | None = None) -> bool:
    """Whether anything can be published then: no zero of a clock, nothing later than the day after ``as_of``.

    The day after counts, because somewhere it has begun.
    """
    day = published.on
    if day is None:
        return True
    if not _OLDEST_YEAR <= day.year <= _LATEST_YEAR or (published.value or "").startswith(_ZERO_OF_CLOCKS):
        return False
    return as_of is None or day <= as_of + timedelta(days=1)


def strongest(
    candidates: Iterable[Published | None], *, as_of: date | None = None, where: str = "article"
) -> tuple[Published, tuple[Problem, ...]]:
    """The publication date on the best ground, and problems with those that cannot be.

    Candidates of one basis count in the order given. Unknown stays unknown.
    """
    problems: list[Problem] = []
    known = [published for published in candidates if published is not None and published.value is not None]
    for published in sorted(known, key=lambda published: PUBLISHED_BASES.index(published.basis)):
        if plausible(published, as_of):
            finer = [other for other in known if other.on == published.on and len(other.value or "") > len(_A_DAY)]
            # The same day with its hour, on a weaker ground, is the same statement made more exactly.
            return (finer[0] if finer and published.precision == "day" else published), tuple(problems)
        problems.append(
            Problem(
                where=where,
                what=f"the publication date {published.value} ({published.basis}) cannot be and was not taken",
                hint="pass --published YYYY-MM-DD",
            )
        )
    return Published(), tuple(problems)


def _day_in(match: re.Match[str] | None, groups: tuple[int, int, int], basis: str) -> Published | None:
    if match is None:
        return None
    year, month, day = (int(match.group(number)) for number in groups)
    return _day(year, month, day, basis, match.group().strip("/"))


def _day(year: int, month: int, day: int, basis: str, text: str) -> Published | None:
    try:
        on = date(year, month, day)
    except ValueError:
        return None
    return Published(value=on.isoformat(), precision="day", basis=basis, text=text)


@lru_cache(maxsize=1024)
def _in_other_words(text: str, basis: str, language: str | None) -> Published | None:
    """A date in the language that is declared, when day, month and year are all stated; dateparser is imported for it.

    Its answer counts only when the day and the year stand in the text as figures.
    """
    base = (language or "").replace("_", "-").partition("-")[0].lower()
    if not _LANGUAGE.match(base) or len(text) > _OTHER_LONGEST or not _NAMED_MONTH.search(text):
        return None
    import dateparser

    try:
        moment = dateparser.parse(text, languages=[base], settings=dict(_WHOLE_DATES))
    except ValueError:  # a language it does not know
        return None
    numbers = {int(number) for number in _NUMBER.findall(text)}
    if moment is None or not {moment.day, moment.year} <= numbers:
        return None
    if not _CLOCK.search(text):
        return Published(value=moment.date().isoformat(), precision="day", basis=basis, text=text)
    value = moment.replace(second=0, microsecond=0).isoformat(timespec="minutes")
    return Published(value=value, precision="minute", basis=basis, text=text)
