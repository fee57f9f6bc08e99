"""Tests for lengths, clocks and written numbers, and the register of all guards by name.

What comes in: the place of a match. What goes out: whether the rule holds there: "a day" may be a rate, "3-1" a score,
"2023-24" a season. Names and years are judged in ``name_guards``. A rule names its guard in ``en/time_rules.toml``.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.temporal import name_guards
from timeline.temporal.places import YEAR_DIGITS, Place

Guard = Callable[[Place], bool]

_RATE_REACH = 3  # tokens before "a year" in which a number makes it a rate
_LAST_HOUR, _MINUTES = 24, 60
_SCORE_LARGEST = 150
_PHONE_SHORTEST = 7  # digits
_LONGEST_SEASON = 30  # years that "1996-97" may span
_SINGULAR_UNITS = ("day", "week", "month", "year", "hour", "decade", "century", "minute", "weekend")
_FINE_UNITS = ("minutes", "seconds", "hours", "hrs", "mins", "yrs")
_TWO = 2
_UNIT_ORDER = ("century", "decade", "year", "month", "week", "day", "hour", "minute", "second")


def a_length(place: Place) -> bool:
    """ "a day" is a length unless it is a rate; "a second" and "a quarter" are none, "a century" may be a score."""
    last = place.lowers[-1]
    if last in ("second", "quarter") or (last == "century" and not place.is_after("century_before")):
        return False
    return not rate(place)


def rate(place: Place) -> bool:
    """ "$40 a week", "three flights a day": a number or a measured thing stands close before."""
    before = place.before
    if not before:
        return False
    if place.is_after("rate_before") or before[0].isdigit():
        return True
    if place.is_after("function") or not before.isalpha() or not before.endswith("s"):
        return False
    start = max(place.sentence.first_token, place.first - _RATE_REACH)
    near = place.tokens.lowers[start : place.first - 1]
    return any(word[0].isdigit() or word in place.lists["rate_before"] for word in near)


def length(place: Place) -> bool:
    """A spelled number with a singular unit counts only for one, or as in "a six year process"."""
    last = place.lowers[-1]
    if last in ("second", "quarter") or (last == "quarters" and "three" in place.lowers) or _as_many(place):
        return False
    if last in _SINGULAR_UNITS:
        number = place.lowers[-2]
        return number == "one" or number.isdigit() or place.after == "-" or place.before in ("a", "an")
    return True


def length_sum(place: Place) -> bool:
    """ "two hours and 15 minutes": the units go from long to short; "in three days and two nights" is none."""
    units = [_UNIT_ORDER.index(word.rstrip("s")) for word in place.lowers if word.rstrip("s") in _UNIT_ORDER]
    return len(units) > 1 and units == sorted(set(units)) and place.after not in ("later", "ago", "earlier", "old")


def era(place: Place) -> bool:
    """ "AD 79", "A.D. 79" and "79 CE" in capitals, and no advertisement."""
    words = [place.word_at(number) for number in range(place.end - place.first)]
    return all(word[0].isdigit() or word.isupper() for word in words)


def _as_many(place: Place) -> bool:
    """ "the third in as many weeks" counts no weeks of its own."""
    return place.before == "as" and place.lowers[0] == "many"


def length_range(place: Place) -> bool:
    """ "two to three weeks": from less to more; "in 2006 to 15 years" is none."""
    numbers = [int(word) for word in place.lowers if word.isdigit()]
    return length(place) and numbers == sorted(numbers) and place.before != "as"


def bare_length(place: Place) -> bool:
    """ "months" alone is a length; "minutes" and "hours" only where something lasts."""
    if place.is_after("no_length") or (place.first_word[0].isupper() and not place.opens):
        return False
    word = place.lowers[0]
    if word in _FINE_UNITS:
        return place.is_after("lasting") or place.after in place.lists["beside_hours"]
    return word not in ("quarters", "weekends", "fortnights") and place.after != "-"


def before_end(place: Place) -> bool:
    """ "two years before" by itself; with a clause behind it, it is a length ("two years before he left")."""
    return place.lowers[-1] != "before" or not place.after[:1].isalnum()


def ends_here(place: Place) -> bool:
    """ "the day before" by itself; "the day before the vote" is not counted from a date."""
    if place.lowers[-1] not in ("before", "after", "following"):
        return True
    return not place.after[:1].isalnum() or place.after in place.lists["going_on"]


def from_today(place: Place) -> bool:
    """ "a week today" is a day; "$40 a month today" a price."""
    return "from" in place.lowers or not rate(place)


def step_span(place: Place) -> bool:
    """ "last week", "this month", "next year"; the other steps want an article ("the past year")."""
    step, unit = place.lowers[0], place.lowers[-1]
    if unit == "day" and step != "this":
        return False
    return step in ("last", "this", "next") and place.last_word[0].islower()


def the_span(place: Place) -> bool:
    """ "during the week"; neither "decade" nor "century"."""
    return place.lowers[-1] in ("day", "week", "month", "year") and place.last_word[0].islower()


def long_span(place: Place) -> bool:
    """ "the past decade" is a length; "the past week" is a week."""
    return place.lowers[-1] in ("decade", "century")


def first_length(place: Place) -> bool:
    """ "the first two years", "the years"; not the minutes of a meeting."""
    return place.lowers[-1] not in ("second", "quarter", "minutes", "seconds", "quarters")


def lower(place: Place) -> bool:
    """Not as part of a name or a title."""
    return place.first_word[0].islower() or place.opens


def adverb_set(place: Place) -> bool:
    """ "daily" in small letters, and no "weekly" that is a paper."""
    return place.first_word[0].islower() and (place.before not in ("the", "news") or place.lowers[0] == "daily")


def now(place: Place) -> bool:
    """Not "NOW", "now-defunct" or the first word of "Now, ..."."""
    word = place.last_word
    if (word.isupper() and len(word) > 1) or place.after == "-":
        return False
    return not (place.opens and place.after == "," and place.end - place.first == 1)


def future(place: Place) -> bool:
    """ "the future" as a time, and not its owner's ("his future")."""
    return place.lowers[0] == "the" or (place.first_word[0].islower() and place.before in ("in", "near", "and"))


def day_of_month(place: Place) -> bool:
    """ "on the 29th" by itself; "the 29th minute" and "the 14th floor" are none."""
    if place.after == "and":  # "on the 3rd and published it", but not "on the 2nd and 479th page"
        return place.lower_at(place.end - place.first + 1).endswith("ed")
    return not place.after[:1].isalnum() or place.after in place.lists["behind_days"]


def clock(place: Place) -> bool:
    """Digits with a colon need a meridian, a zone or "at" to be a time; "noon" needs a small letter."""
    words = place.lowers
    if words[-1] in ("noon", "midnight", "midday") and place.last_word[0].isupper():
        opens = len(words) == 1 and place.opens and not place.name_behind
        return opens and not (place.after == "said" or place.after in place.lists["personal_verbs"])
    if len(words) == 1 and words[0][0].isdigit():
        return ":" in words[0] and place.is_after("clock_before")
    return True


def clock_words(place: Place) -> bool:
    """ "half past nine"; minutes told by a number need their word or "past" ("ten to four" may be a count)."""
    first, words = place.lowers[0], place.lowers
    if "half" in words:
        return "past" in words
    return "quarter" in (first, *words[:2]) or "past" in words or "minutes" in words


def clock_range(place: Place) -> bool:
    """Two times behind "between", "from" or "at", or joined by a dash: "between 2 and 3 p.m.", "2-4 p.m."."""
    dashed = any(word in ("-", "–", "—") for word in place.lowers)
    return dashed or place.before in ("between", "from", "at", "around", "about")


def recently(place: Place) -> bool:
    """Not "as recently as 2019"."""
    return not (place.before == "as" and place.after == "as")


def iso_slashes(place: Place) -> bool:
    """ "2021/03/05" without blanks."""
    return place.tokens.ends[place.end - 1] - place.tokens.starts[place.first] <= len("2021/03/05")


def clock_24(place: Place) -> bool:
    """Four digits before a zone that are an hour and a minute."""
    digits = place.lowers[0]
    return len(digits) == YEAR_DIGITS and int(digits[:2]) <= _LAST_HOUR and int(digits[2:]) < _MINUTES


def score(place: Place) -> bool:
    """ "3-1": two small numbers without blanks between."""
    tokens = place.tokens
    if tokens.starts[place.end - 1] - tokens.ends[place.first] > 1 or place.after == "-":
        return False
    return int(place.lowers[0]) <= _SCORE_LARGEST and int(place.lowers[-1]) <= _SCORE_LARGEST


def phone(place: Place) -> bool:
    """Groups of digits that are no date: seven digits or more, and neither "2024-02-28" nor "28-02-2024"."""
    parts = [word for word in place.lowers if word[0].isdigit()]
    if len(parts[0]) == YEAR_DIGITS and all(len(part) == _TWO for part in parts[1:]):
        return False
    day_first = len(parts[-1]) == YEAR_DIGITS and all(len(part) <= _TWO for part in parts[:-1])
    return sum(len(part) for part in parts) >= _PHONE_SHORTEST and not day_first


def days_range(place: Place) -> bool:
    """Two days of one month, the second not a count ("March 3 to 5 percent")."""
    return place.after not in ("p.m.", "a.m.", ":", *place.lists["measures"]) and not place.counts_things


def years_range(place: Place) -> bool:
    """Two years in order."""
    return int(place.lowers[0]) < int(place.lowers[-1])


def years_short(place: Place) -> bool:
    """ "2023-24": the second is later in the same century, and close."""
    start, stop = int(place.lowers[0][2:]), int(place.lowers[-1])
    if place.lowers[1] == "/":
        return stop == (start + 1) % 100 and not place.touches_next
    return place.lowers[1] != "to" and place.after not in ("-", "–") and start < stop <= start + _LONGEST_SEASON


def iso_month(place: Place) -> bool:
    """ "2023-05": two digits, no blank between, and not the year that follows ("2003-04")."""
    tokens, digits = place.tokens, place.lowers[-1]
    if len(digits) != _TWO or tokens.starts[place.end - 1] != tokens.ends[place.first] + 1:
        return False
    return int(place.lowers[0][2:]) >= int(digits) and place.after not in ("-", "–")


def slashes(place: Place) -> bool:
    """ "05/08/2024" without blanks, and not after another slash."""
    tokens = place.tokens
    return tokens.ends[place.end - 1] - tokens.starts[place.first] <= len("05/08/2024") and place.before != "/"


_ALL = (
    a_length, adverb_set, bare_length, before_end, clock, clock_24, clock_range, clock_words, day_of_month,
    days_range, ends_here, era, first_length, from_today, future, iso_month, iso_slashes, length, length_range,
    length_sum, long_span, lower, now, phone, rate, recently, score, slashes, step_span, the_span, years_range,
    years_short, name_guards.century, name_guards.day, name_guards.day_part, name_guards.decade, name_guards.feast,
    name_guards.half, name_guards.march, name_guards.month, name_guards.quarter, name_guards.season,
    name_guards.weekdays, name_guards.year,
)  # fmt: skip

GUARDS: dict[str, Guard] = {function.__name__: function for function in _ALL}
