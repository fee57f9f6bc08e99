"""Years and numbers that are counted otherwise: the Iranian calendar, eras of Japan and Taiwan, Chinese figures.

What comes in: numbers, or a folded date line. What goes out: a civil day, or the line in figures of our era. Calendars
that turn at sunset (the Islamic, the Jewish) are not converted. Not decided here: what the words of a line mean
(``timeline.reading.foreign_dates``).
"""

from __future__ import annotations

import re
from datetime import date

SOLAR_YEARS = range(1250, 1550)
_ERAS = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911}
_ERA = re.compile(rf"({'|'.join(_ERAS)})\s?(\d{{1,3}}|元)\s?年")
_CHINESE_DIGITS = {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
_CHINESE_NUMBER = re.compile(r"[〇零○一二三四五六七八九十]+(?=[年月日号號时時点點分秒])")
_NEW_YEAR_1403 = date(2024, 3, 20)
_MONTHS = 12


def from_iranian(year: int, month: int, day: int) -> date | None:
    """The civil day of a date of the Iranian calendar, or None when it has no such day.

    >>> from_iranian(1402, 12, 9)
    datetime.date(2024, 2, 28)

    Leap years by the cycle of 33 years, which holds from 1178 to 1633.
    """
    if year not in SOLAR_YEARS or not 1 <= month <= _MONTHS:
        return None
    length = 31 if month <= 6 else 30 if month < _MONTHS or _is_solar_leap(year) else 29
    if not 1 <= day <= length:
        return None
    leaps = sum(map(_is_solar_leap, range(min(year, 1403), max(year, 1403))))
    years = (year - 1403) * 365 + (leaps if year >= 1403 else -leaps)
    in_year = (month - 1) * 31 - max(0, month - 7) + day - 1
    return date.fromordinal(_NEW_YEAR_1403.toordinal() + years + in_year)


def _is_solar_leap(year: int) -> bool:
    return (25 * year + 11) % 33 < 8


def in_figures(folded: str) -> str:
    """The line with years of eras and Chinese numbers in figures.

    >>> in_figures("令和六年二月二十八日")
    '2024年2月28日'
    """
    if "年" not in folded and "月" not in folded:
        return folded
    folded = _CHINESE_NUMBER.sub(lambda match: _figures(match.group()), folded)
    return _ERA.sub(lambda match: f"{_ERAS[match[1]] + (1 if match[2] == '元' else int(match[2]))}年", folded)


def _figures(number: str) -> str:
    """ "二十八" is 28, "二〇二四" is 2024."""
    if "十" not in number:
        return "".join(_CHINESE_DIGITS[digit] for digit in number)
    tens, _, units = number.partition("十")
    return f"{_CHINESE_DIGITS.get(tens, '1')}{_CHINESE_DIGITS.get(units, '0')}"
