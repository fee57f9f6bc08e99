"""Whether "May" is a month, "1998" a year, "Friday" a day: tests against names, verbs and numbers.

What comes in: the place of a match. What goes out: whether the rule holds there. The word lists are data
(``en/time_guards.toml``); which rule asks which guard is written in ``en/time_rules.toml``.
"""

from __future__ import annotations

from timeline.temporal.person_names import is_named_day, is_named_month
from timeline.temporal.places import Place, is_year

_FIRST_COMMON_YEAR, _LAST_COMMON_YEAR = 1900, 2050
_LIST_DEPTH = 6  # members of a list ("1990, 1994 and 1998") that are looked back to
_DASHES = ("-", "–", "—")
_SPORT_REACH = 14  # tokens around a quarter in which words of a match are looked for
_DEICTIC = ("today", "yesterday", "tomorrow")
_YEAR_OPENERS = (
    "the",
    "last",
    "next",
    "this",
    "that",
    "past",
    "previous",
    "coming",
    "current",
    "following",
    "upcoming",
)
_BARE_STEPS = ("past", "previous", "current", "following", "upcoming", "coming")


def month(place: Place) -> bool:
    """A month by itself needs a preposition before it, or the article of what it dates ("the March elections")."""
    lists, before, after = place.lists, place.before, place.after
    word = place.last_word
    lower = word.lower()
    named = lower.rstrip(".") in lists["name_like"]
    if place.end - place.first > 1:
        if named and place.lowers[0] == "that":
            return False
        return not (place.lowers[0] == "march" and before == "the" and after in lists["march_after"])
    if after in lists["month_things"] or (before == "of" and place.lower_at(-2) in lists["peers"]):
        return False
    if after in lists["places"] or (lower in lists["short_names"] and before not in lists["firm"]):
        return False
    if named and _is_named(place, lower, word):
        return False
    if after in lists["month_nouns"] and not place.opens:
        return True  # "release April figures"
    if named and before == "the" and after in lists["kin"]:
        return False
    if named and (is_named_month(place) or (before in ("and", "or") and not place.is_listed_behind)):
        return False
    if before in ("and", "or", ",", "&"):
        return place.is_listed and not place.name_behind
    if before in lists["firm"]:
        return True
    if before in lists["before_dates"]:
        return not (named and place.name_behind)
    if before == "the":
        return after.isalpha() and after not in lists["function"] and not place.name_behind
    if before in ("a", "an") or before in lists["possessives"]:
        return place.after_is_lower
    return not named and (not before or before in ("'s", ".", ":", "(")) and not place.name_behind


def _is_named(place: Place, lower: str, word: str) -> bool:
    """Whether a name-like month is a person or a verb: "April & Sons", "ask for June", "MARCH", "the March for ..."."""
    lists = place.lists
    return (
        "&" in (place.before, place.after)
        or (place.after in lists["seasons"] and place.tokens.words[place.end][0].isupper())
        or (place.before == "for" and place.lower_at(-2) in lists["asking"])
        or (word.isupper() and len(word) > 1)
        or (lower == "march" and place.after in lists["march_after"] and place.before != "in")
    )


def march(place: Place) -> bool:
    """The protest: a small letter, or "for", "on", "against" behind it."""
    number = next((number for number, lower in enumerate(place.lowers) if lower == "march"), None)
    if number is None:
        return True
    return place.word_at(number)[0].islower() or place.lower_at(number + 1) in place.lists["march_after"]


def year(place: Place, depth: int = _LIST_DEPTH) -> bool:
    """Four digits are a year behind a preposition, a possessive or an article; else they count or name."""
    word = place.lowers[0]
    if word in _YEAR_OPENERS:
        return not (word in _BARE_STEPS and place.end - place.first == len(("previous", "year")))
    if not word[0].isdigit():
        return _spelled_year(place)
    lists, before, after = place.lists, place.before, place.after
    if after in lists["measures"] or (
        place.touches_next and (after[0].isalnum() or after in ("+", "=", "/", "°", "%"))
    ):
        return False
    if after in lists["year_names"] or after in lists["makes"]:
        return False
    if before == "the" and int(word) < _FIRST_COMMON_YEAR and (not after or after in lists["function"]):
        return False  # "he ran the 1500 in 3:45"
    if before in ("in", "since") or before in lists["possessives"]:
        return True
    if before == "year" and int(word) >= _FIRST_COMMON_YEAR:
        return True  # "full-year 2013 earnings"
    if place.counts_things and before not in ("the", "during", "throughout", "until"):
        return False
    common = _FIRST_COMMON_YEAR <= int(word) <= _LAST_COMMON_YEAR
    if before in _DASHES:
        return _behind_dash(place, depth)
    if before in ("and", "or", "&", ",", "to", "through"):
        earlier = _earlier_year(place, depth)
        return earlier if earlier is not None else common and before in ("to", "through")
    if before in lists["before_years"]:
        return True
    if before == "as" and place.lower_at(-2) not in lists["late_as"]:
        return False
    if before in lists["before_dates"] and before not in ("again", "back", "every", "each", "/", "on"):
        firm = common or before in ("of", "from", "between", "as")
        return firm or not after.isalpha() or after in lists["function"]
    if common and (after in lists["year_verbs"] or (before in ("making", "of") and after in lists["year_levels"])):
        return True
    if not before:
        return common and after != "." and not after[:1].isdigit()
    if before in ("a", "an"):
        return common and after.isalpha() and after not in lists["function"]
    if not (common and place.after_is_lower):
        return False
    if before in ("that", "this"):
        return True
    opener = place.lower_at(-2)
    return (
        (opener in lists["possessives"] or opener in ("the", "a", "an"))
        and before.isalpha()
        and place.word_at(-1)[0].islower()
    )


def _spelled_year(place: Place) -> bool:
    """ "nineteen ninety-six" in small letters; "two thousand" only behind a preposition."""
    if place.last_word[0].isupper():
        return False
    if place.lowers[0] in ("two", "twenty"):
        return place.before in ("in", "since", "year", "by", "until", "of")
    return place.end - place.first > 1 and (place.lowers[1] != "hundred" or place.before in ("in", "since"))


def _behind_dash(place: Place, depth: int) -> bool:
    """Whether what stands before a dash lets a year follow: "mid-1998", "1914-1918", "May-1945", a dash with blanks."""
    left = place.lower_at(-2)
    if not left:
        return False
    if left in ("mid", "pre", "post", "early", "late") or left in place.lists["calendar"]:
        return True
    if is_year(left):
        return depth > 0 and year(place.moved(place.first - 2, place.first - 1), depth - 1)
    return place.tokens.ends[place.first - 1] < place.tokens.starts[place.first]


def _earlier_year(place: Place, depth: int) -> bool | None:
    """Whether the year before "and", "to" or a comma is one; None when none stands there."""
    left = place.lower_at(-2)
    if is_year(left):
        return depth > 0 and year(place.moved(place.first - 2, place.first - 1), depth - 1)
    if left in place.lists["calendar"]:
        return True
    named = place.before == "," and place.word_at(-2)[:1].isupper() and place.first - 2 > place.sentence.first_token
    return True if named else None


def day(place: Place) -> bool:
    """ "Today" inside a name ("USA Today") is none, nor is "Friday" in "the Friday Club" or behind "Mr"."""
    lists, before = place.lists, place.before
    if place.end - place.first > 1:
        if place.lowers[-2] == "the" and place.last_word.isalpha() and place.after_is_lower:
            return False  # "in October the first trains ran"
        return place.lowers[0] not in lists["calendar"] or before.rstrip(".") not in lists["titles"]
    word = place.first_word
    if word == "Today" and not place.opens:
        return not place.name_before and before != "the"
    if word.lower() in _DEICTIC:
        return True
    if is_named_day(place) or place.after in lists["weekday_things"]:
        return False
    if _in_title(place) or (
        place.after in ("night", "morning", "evening", "afternoon") and place.word_at(1)[0].isupper()
    ):
        return False
    if before == "," and not place.word_at(-2)[:1].isupper():
        return place.is_listed or not (place.name_behind or place.after in (",", "."))
    if place.name_behind and not word.isupper():
        spoken = before.endswith("ed") or before in ("said", "late", "early")
        return before in lists["before_dates"] or before in lists["possessives"] or spoken
    return word[0].isupper()


def _in_title(place: Place) -> bool:
    """Whether the words before are written like a title: "The Man Who Was Thursday"."""
    word, further = place.word_at(-1), place.word_at(-2)
    titled = word[:1].isupper() and not word.isupper() and place.before in place.lists["function"]
    return titled and further[:1].isupper()


def day_part(place: Place) -> bool:
    """ "Saturday night", but not "Saturday Night at the Dairy"."""
    return place.last_word[0].islower() or place.last_word.isupper()


def weekdays(place: Place) -> bool:
    """ "Mondays", or a weekday with a plural part of the day; no band or restaurant."""
    plural = place.lowers[-1].endswith("s") and place.first_word[0].isupper()
    return plural and not place.name_behind and not place.name_before


def decade(place: Place) -> bool:
    """ "in her 20s" is an age."""
    before = place.lower_at(-2) if place.before in ("early", "mid", "late", "-") else place.before
    if before in ("over", "under"):
        return False
    return before not in place.lists["possessives"] or before == "'s"


def century(place: Place) -> bool:
    """ "the 19th century", but not "20th Century Fox"."""
    return place.last_word[0].islower() or place.last_word.isupper() or not place.name_behind


def season(place: Place) -> bool:
    """A season needs a word that speaks for it when it could be a verb, water or a name."""
    lists, before, after = place.lists, place.before, place.after
    last = place.lowers[-1]
    if after in lists["season_names"]:
        return False
    if last not in lists["seasons"]:
        return True
    spoken_for = before in lists["before_seasons"] or after in lists["season_nouns"]
    if place.last_word[0].isupper() and (not spoken_for or place.word_at(place.end - place.first)[:1].isupper()):
        return False
    if place.lowers[0] == "the" and place.end - place.first > len(("the", "spring")):
        return True
    if place.lowers[0] == "the":
        if place.after_is_lower and place.after not in lists["season_verbs"]:
            return False  # "the summer offensive" dates by its season alone
        return last not in ("fall", "spring") or (spoken_for and after not in ("of", "in", "to", "from"))
    if place.end - place.first > 1:
        return True
    if last == "fall":
        return spoken_for and after not in ("in", "of", "to", "from", "through")
    return last != "spring" or spoken_for


def quarter(place: Place) -> bool:
    """Not "the first quarter" of a match, nor a quarter of a town or of a cheese."""
    if place.after in place.lists["quarter_things"]:
        return False
    if place.last_word[0].isupper() and not place.last_word.isupper() and place.after:
        return not place.name_behind
    if place.lowers == ("the", "quarter") and not place.is_after("before_quarters"):
        return False
    near = place.tokens.lowers[max(0, place.first - _SPORT_REACH) : place.end + _SPORT_REACH]
    return place.lists["sport"].isdisjoint(near)


def half(place: Place) -> bool:
    """ "first-half" earnings, but no half of a match."""
    return place.after not in place.lists["halves"]


def feast(place: Place) -> bool:
    """A feast is written with a capital, and is no ship, island or person."""
    capital = any(word[0].isupper() for word in place.tokens.words[place.first : place.end])
    if place.before in ("called", "named") or (place.name_behind and not place.is_after("before_feasts")):
        return False
    return capital and not place.name_before and place.after not in place.lists["feast_things"]
