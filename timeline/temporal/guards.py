"""Tests for what words alone cannot say: whether "May" is a month, "1998" a year, "a day" a rate.

What comes in: the tokens, the half-open token range that a rule matched, and the range of its sentence. What goes out: whether
the rule holds there. A rule names its guard in ``en/time_rules.toml``.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.values.text import Sentence, TokenizedText

Guard = Callable[..., bool]

#: Words before a bare month, year or season that speak for it.
_BEFORE_DATES = frozenset(
    ["in", "since", "until", "till", "by", "from", "through", "during", "last", "next", "this", "early", "late", "mid", "and", "to", "between", "before", "after", "-", "–", "—", ",", "(", "for", "of", "every", "each", "around", "about", "circa", "c.", "ca.", "or", "on", "past", "previous", "following", "than", "&", "/", "again", "back", "into", "as"]
)
#: Words before a number that leave no doubt that it is a year.
_BEFORE_YEARS = frozenset(
    ["in", "since", "until", "till", "the", "year", "circa", "late", "early", "during", "throughout", "mid", "(", "summer", "winter", "spring", "autumn", "fall", "fiscal", "season", "into", "due"]
)
_NAMES = frozenset(["may", "march", "mar", "april", "june", "august", "jan", "jun", "jul", "dec", "sep"])
_MARCH_AFTER = frozenset(["on", "for", "against", "of", "to", "through"])
_NOT_PLURAL = frozenset(
    ["was", "is", "has", "as", "its", "this", "his", "us", "does", "always", "perhaps", "towards", "across", "besides", "unless", "makes", "says", "plus", "versus", "vs", "thus", "afterwards", "whereas", "news", "series"]
)
_FUNCTION = frozenset(
    ["a", "an", "and", "as", "at", "after", "because", "before", "but", "by", "for", "from", "had", "has", "have", "he", "her", "his", "i", "if", "in", "into", "is", "it", "its", "not", "of", "on", "or", "she", "that", "the", "their", "there", "they", "this", "to", "until", "was", "we", "were", "when", "where", "which", "while", "who", "will", "with", "would", "you", "than", "then", "did", "does", "during", "under", "over", "against", "about", "again", "also", "so", "could", "can", "may", "might", "should", "are", "be", "been", "being", "saw", "began", "came", "'s"]
)
_RATE_BEFORE = frozenset(
    ["million", "billion", "trillion", "thousand", "hundred", "percent", "%", "pct", "dollars", "cents", "pounds", "euros", "dollar", "times", "once", "twice", "yen", "share", "tons", "barrels", "hours", "days", "minutes", "people", "passengers", "cars", "units", "jobs", "flights", "miles"]
)
_LENGTH_HOURS_BEFORE = frozenset(
    ["for", "in", "after", "within", "of", "lasted", "took", "last", "lasts", "about", "nearly", "almost", "over", "several", "few", "couple", "than"]
)
_LENGTH_NOT_BEFORE = frozenset(
    ["these", "those", "his", "her", "their", "its", "my", "our", "your", "opening", "working", "business", "office", "the", "early", "teenage", "dog", "glory", "school", "college", "war", "formative", "trading", "last"]
)
_YEAR_FIRST, _YEAR_LAST = 1900, 2050
_LIST_DEPTH = 6
_SEASON_NAMES_AFTER = frozenset(
    ["olympics", "games", "palace", "school", "camp", "olympic", "street", "river", "garden", "gardens", "valley", "hill", "hills", "break"]
)
_FEAST_BEFORE = frozenset(
    ["on", "before", "after", "since", "until", "by", "during", "at", "over", "around", "of", "last", "next", "this", "every", "each", "for"]
)
_SPRING_BEFORE = frozenset(
    ["in", "spent", "last", "this", "next", "early", "late", "since", "of", "until", "by", "during", "each", "every", "following", "previous", "through", "throughout", "over", "mid", "-"]
)
_SEASONS = frozenset(["spring", "summer", "autumn", "fall", "winter"])
_SHORT = frozenset(["jan", "mar", "jun", "jul", "dec", "sep"])  # without a full stop and a day these are names
_PLACE_WORDS = frozenset(["street", "road", "lane", "avenue", "square", "island", "hall", "park"])
_ASKING = frozenset(["ask", "asked", "asks", "vote", "voted", "call", "called", "look", "looked", "care", "cared", "fell", "fall"])
_FIRM_BEFORE = frozenset(["in", "since", "until", "till", "during", "last", "next", "this", "early", "late", "mid", "circa"])
_POSSESSIVES = frozenset(["its", "his", "her", "their", "our", "my", "your", "'s", "whose"])
_TITLES = frozenset(
    ["mr", "mrs", "ms", "miss", "dr", "sir", "lady", "sister", "brother", "father", "judge", "officer", "sergeant", "captain", "councillor", "joe", "ruby", "robinson"]
)
_COLOURS = frozenset(["black", "blue", "manic", "stormy", "bloody", "man", "ruby", "cyber", "sheffield"])
_MEASURES = frozenset(
    ["%", "percent", "meters", "metres", "feet", "million", "billion", "km", "kilometers", "kilometres", "miles", "degrees", "points", "tons", "tonnes", "people", "troops"]
)
_SPAN_BEFORE = frozenset(
    ["for", "in", "of", "during", "over", "this", "through", "throughout", "by", "from", "within", "after", "since", "until", "and", ",", "(", "'", "'s", "than"]
)
_SPORT_REACH = 14
_SPORT_WORDS = frozenset(
    ["touchdown", "touchdowns", "outplayed", "outscored", "quarterback", "rebounds", "yards", "halftime", "goalkeeper", "striker", "scoreless", "kickoff", "inning", "innings", "three-pointer", "basket", "baskets", "dunk", "field-goal", "outmuscled", "penalty"]
)
_CALENDAR = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.", "jan", "feb", "apr", "aug", "sept", "oct", "nov", "spring", "summer", "autumn", "winter", "morning", "afternoon", "evening", "night", "a.m.", "p.m.", "gmt", "est", "edt", "utc"]
)
_SCORE_LARGEST = 150
_PHONE_SHORTEST = 7


def _before(tokens: TokenizedText, first: int, sentence: Sentence) -> str:
    return tokens.lowers[first - 1] if first > sentence.first_token else ""


def _after(tokens: TokenizedText, end: int, sentence: Sentence) -> str:
    return tokens.lowers[end] if end < sentence.end_token else ""


def _capital_name_before(tokens: TokenizedText, first: int, sentence: Sentence) -> bool:
    """Whether a capitalised word that is no function word stands before: "Theresa May"."""
    if first <= sentence.first_token:
        return False
    word = tokens.words[first - 1]
    return word[0].isupper() and word.lower() not in _FUNCTION and word.lower() not in _BEFORE_DATES


def _follows_name(tokens: TokenizedText, end: int, sentence: Sentence) -> bool:
    """Whether a capitalised word that is no calendar word stands right behind: "April Quayle", "the Friday Club"."""
    if end >= sentence.end_token:
        return False
    word = tokens.words[end]
    return word[0].isupper() and word[-1] != "." and word.lower() not in _CALENDAR


def month(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """A month by itself needs a preposition before it, or the article of what it dates ("the March elections")."""
    before, after = _before(tokens, first, sentence), _after(tokens, end, sentence)
    lower, word = tokens.lowers[end - 1], tokens.words[end - 1]
    if end - first > 1:
        if lower.rstrip(".") in _NAMES and tokens.lowers[first] == "that":
            return False
        return not (tokens.lowers[first] == "march" and before == "the" and after in _MARCH_AFTER)
    named = lower.rstrip(".") in _NAMES
    if after in _PLACE_WORDS or (lower in _SHORT and before not in _FIRM_BEFORE):
        return False
    if named and (
        "&" in (before, after)
        or (after in _SEASONS and tokens.words[end][0].isupper())
        or (before == "for" and tokens.lowers[max(sentence.first_token, first - 2)] in _ASKING)
    ):
        return False
    if named and ((word.isupper() and len(word) > 1) or (lower == "march" and after in _MARCH_AFTER and before != "in")):
        return False
    if before in ("and", "or", ",", "&"):
        return _is_listed(tokens, first, sentence) and not _follows_name(tokens, end, sentence)
    if before in _FIRM_BEFORE:
        return True
    if before in _BEFORE_DATES:
        return not (named and (_follows_name(tokens, end, sentence)))
    if before == "the":
        return after.isalpha() and after not in _FUNCTION and not _follows_name(tokens, end, sentence)
    return not named and (not before or before in ("'s", ".", ":", "(")) and not _follows_name(tokens, end, sentence)


def _is_listed(tokens: TokenizedText, first: int, sentence: Sentence) -> bool:
    """Whether another calendar word or year stands before "and" or a comma: "in April and May", "1994, 1996"."""
    near = tokens.lowers[max(sentence.first_token, first - 3) : first - 1]
    return any(word in _CALENDAR or (len(word) == 4 and word.isdigit()) for word in near)


def year(tokens: TokenizedText, first: int, end: int, sentence: Sentence, depth: int = _LIST_DEPTH) -> bool:
    """Four digits are a year behind a preposition, a possessive or the article of what it dates; else they count or name.

    ``depth`` is how many members of a list ("1990, 1994 and 1998") may still be looked back to.
    """
    word = tokens.lowers[first]
    if word in (
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
    ):
        if (word == "the" and tokens.lowers[first + 1] == "year") or not word[0].isalpha():
            return True
        return not (word in ("past", "previous", "current", "following", "upcoming", "coming") and end - first == 2)
    before, after = _before(tokens, first, sentence), _after(tokens, end, sentence)
    if not word[0].isdigit():
        return _spelled_year(tokens, first, end, before)
    if (
        end < sentence.end_token
        and tokens.starts[end] == tokens.ends[end - 1]
        and (after[0].isalnum() or after in ("+", "=", "/", "°", "%"))
    ):
        return False
    if after in _MEASURES:
        return False
    number = int(word)
    common = _YEAR_FIRST <= number <= _YEAR_LAST
    counted = (
        after.isalpha() and after.endswith("s") and after not in _NOT_PLURAL and not tokens.words[end][0].isupper()
    )
    if before in ("in", "since") or before in _POSSESSIVES:
        return True
    if counted and before not in ("the", "during", "throughout", "until"):
        return False
    if before in ("-", "–", "—"):
        return first - 2 >= sentence.first_token and _before_dash(tokens, first, sentence, depth)
    if before in ("and", "or", "&", ",", "to", "through"):
        earlier = _earlier_year(tokens, first, sentence, depth)
        return (earlier is None and common and before in ("to", "through")) or bool(earlier)
    if before in _BEFORE_YEARS:
        return True
    if before == "as" and tokens.lowers[first - 2] not in ("late", "early", "back", "far", "recently", "soon", "long"):
        return False
    if before in _BEFORE_DATES and before not in (".", "again", "back", "every", "each", "&", "/", "on"):
        return common or before in ("of", "from", "between", "as") or not after.isalpha() or after in _FUNCTION
    if before in ("a", "an"):
        return common and after.isalpha() and tokens.words[end][0].islower() and after not in _FUNCTION
    if not before:
        return common and after not in (":", ".") and (not after[:1].isdigit())
    if common and after.isalpha() and after not in _FUNCTION and tokens.words[end][0].islower() and before.isalpha():
        opener = tokens.lowers[max(sentence.first_token, first - 2)]
        return (
            first - 2 >= sentence.first_token
            and (opener in _POSSESSIVES or opener in ("the", "a", "an", "'s"))
            and tokens.words[first - 1][0].islower()
        )
    return False


def _spelled_year(tokens: TokenizedText, first: int, end: int, before: str) -> bool:
    """ "nineteen ninety-six" in small letters; "two thousand" only behind a preposition."""
    if tokens.words[end - 1][0].isupper():
        return False
    if tokens.lowers[first] in ("two", "twenty"):
        return before in ("in", "since", "year", "by", "until", "of")
    return end - first > 1 and (tokens.lowers[first + 1] != "hundred" or before in ("in", "since"))


def _before_dash(tokens: TokenizedText, first: int, sentence: Sentence, depth: int) -> bool:
    """Whether what stands before a dash lets a year follow: "mid-1998", "1914-1918", "May-1945", a dash with blanks."""
    left = tokens.lowers[first - 2]
    if left in ("mid", "pre", "post", "early", "late") or left in _CALENDAR:
        return True
    if len(left) == 4 and left.isdigit():
        return depth > 0 and year(tokens, first - 2, first - 1, sentence, depth - 1)
    return tokens.ends[first - 1] < tokens.starts[first]


def _earlier_year(tokens: TokenizedText, first: int, sentence: Sentence, depth: int) -> bool | None:
    """Whether the year before "and", "to" or a comma is one; None when none stands there."""
    if first - 2 < sentence.first_token:
        return None
    left = tokens.lowers[first - 2]
    if len(left) == 4 and left.isdigit():
        return depth > 0 and year(tokens, first - 2, first - 1, sentence, depth - 1)
    if left in _CALENDAR or (
        tokens.lowers[first - 1] == "," and tokens.words[first - 2][0].isupper() and first - 2 > sentence.first_token
    ):
        return True
    return None


def day(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """ "Today" inside a name ("USA Today") is none, nor is "Friday" in "the Friday Club" or behind "Mr"."""
    before = _before(tokens, first, sentence)
    if end - first > 1:
        return tokens.lowers[first] not in _CALENDAR or before.rstrip(".") not in _TITLES
    word = tokens.words[first]
    if word == "Today" and first > sentence.first_token:
        return not _capital_name_before(tokens, first, sentence) and before != "the"
    if word.lower() in ("today", "yesterday", "tomorrow"):
        return True
    if before.rstrip(".") in _TITLES or before in _COLOURS or before in ("called", "named"):
        return False
    if (
        first > sentence.first_token + 1
        and before in _FUNCTION
        and tokens.words[first - 1][0].isupper()
        and not tokens.words[first - 1].isupper()
    ):
        if tokens.words[first - 2][0].isupper():
            return False  # "The Man Who Was Thursday"
    if end < sentence.end_token and tokens.words[end] in ("Night", "Morning", "Evening", "Afternoon"):
        return False
    if before == "," and first - 2 >= sentence.first_token and not tokens.words[first - 2][0].isupper():
        return (
            _is_listed(tokens, first, sentence)
            or (not _follows_name(tokens, end, sentence)
            and _after(tokens, end, sentence) not in (",", "."))
        )
    if _follows_name(tokens, end, sentence) and not word.isupper():
        return (
            before in _BEFORE_DATES
            or before in _POSSESSIVES
            or before.endswith("ed")
            or before in ("said", "late", "early")
        )
    return word[0].isupper()


def day_part(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """ "Saturday night", but not "Saturday Night at the Dairy"."""
    return tokens.words[end - 1][0].islower() or tokens.words[end - 1].isupper()


def quarter(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """Not "the first quarter" of a match, nor a quarter of a town; "the same period" has no quarter of its own."""
    if _after(tokens, end, sentence) in ("century", "horse", "mile", "final", "finals", "backs", "moon"):
        return False
    if tokens.words[end - 1][0].isupper() and not tokens.words[end - 1].isupper() and end < sentence.end_token:
        return not _follows_name(tokens, end, sentence)
    if tokens.lowers[first:end] == ("the", "quarter") and _before(tokens, first, sentence) not in _SPAN_BEFORE:
        return False
    near = tokens.lowers[max(0, first - _SPORT_REACH) : end + _SPORT_REACH]
    return _SPORT_WORDS.isdisjoint(near)


def half(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """ "first-half" earnings, but no half of a match."""
    return _after(tokens, end, sentence) not in (
        "goal",
        "goals",
        "lead",
        "hat",
        "substitute",
        "strike",
        "equaliser",
        "header",
    )


def season(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """A season needs a word that speaks for it when it could be a verb, water or a name."""
    before, after = _before(tokens, first, sentence), _after(tokens, end, sentence)
    last = tokens.lowers[end - 1]
    if after in _SEASON_NAMES_AFTER:
        return False
    if last not in ("spring", "summer", "autumn", "fall", "winter"):
        return True
    if tokens.words[end - 1][0].isupper() and (before not in _SPRING_BEFORE or _follows_name(tokens, end, sentence)):
        return False
    if tokens.lowers[first] == "the":
        return last not in ("fall", "spring") or (before in _SPRING_BEFORE and after not in ("of", "in", "to", "from"))
    if end - first > 1:
        return True
    if last == "fall":
        return before in _SPRING_BEFORE and after not in ("in", "of", "to", "from", "through")
    return last != "spring" or before in _SPRING_BEFORE


def a_length(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """ "a day" is a length unless it is a rate, and "a second" and "a quarter" are none."""
    last = tokens.lowers[end - 1]
    if last in ("second", "quarter"):
        return False
    if last == "century" and _before(tokens, first, sentence) not in (
        "for",
        "in",
        "than",
        "nearly",
        "about",
        "after",
        "over",
    ):
        return False
    return not rate(tokens, first, end, sentence) and _after(tokens, end, sentence) not in ("in", "when")[:1]


def rate(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """ "$40 a week", "three flights a day": a number or a measured thing stands close before."""
    before = _before(tokens, first, sentence)
    if not before:
        return False
    if before in _RATE_BEFORE or before[0].isdigit():
        return True
    if before in _FUNCTION or not before.isalpha():
        return False
    start = max(sentence.first_token, first - 3)
    near = tokens.lowers[start : first - 1]
    return before.endswith("s") and any(word[0].isdigit() or word in _RATE_BEFORE for word in near)


def length(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """A number with a singular unit counts only for one ("six year" is written for "six-year", "a third quarter" is none)."""
    last = tokens.lowers[end - 1]
    if last in ("second", "quarter", "minute", "weekend") or (
        last == "quarters" and _after(tokens, end, sentence) == "of"
    ):
        return False
    if last in ("day", "week", "month", "year", "hour", "decade", "century"):
        return (
            tokens.lowers[end - 2] in ("one", "1", "six")
            or _after(tokens, end, sentence) == "-"
            or tokens.lowers[end - 2].isdigit()
        )
    return not (tokens.lowers[first] in ("some", "the") and tokens.lowers[first + 1] in ("some",))


def bare_length(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """ "months" alone is a length; "minutes" and "hours" only where something lasts."""
    before = _before(tokens, first, sentence)
    if before in _LENGTH_NOT_BEFORE or (tokens.words[first][0].isupper() and first > sentence.first_token):
        return False
    word = tokens.lowers[first]
    if word in ("minutes", "seconds", "hours", "hrs", "mins", "yrs"):
        return before in _LENGTH_HOURS_BEFORE
    if word in ("quarters", "weekends", "fortnights"):
        return False
    return _after(tokens, end, sentence) not in ("-",)


def before_end(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """ "two years before" by itself; with a clause behind it, it is a length ("two years before he left")."""
    return tokens.lowers[end - 1] != "before" or not _after(tokens, end, sentence)[:1].isalnum()


def step_span(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """ "last week", "this month", "next year"; the other steps want an article ("the past year")."""
    if tokens.lowers[end - 1] == "day" and tokens.lowers[first] != "this":
        return False
    return tokens.lowers[first] in ("last", "this", "next") and tokens.words[end - 1][0].islower()


def lower(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """Not as part of a name or a title."""
    return tokens.words[first][0].islower() or first == sentence.first_token


def long_span(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """ "the past decade" is a length; "the past week" is a week."""
    return tokens.lowers[end - 1] in ("decade", "century")


def adverb_set(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """ "daily" in small letters, and no "weekly" that is a paper."""
    return (
        (tokens.words[first][0].islower()
        and _before(tokens, first, sentence) not in ("the", "news"))
        or (tokens.words[first][0].islower() and tokens.lowers[first] == "daily")
    )


def now(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """Not "NOW", "now-defunct" or the first word of "Now, ..."."""
    word = tokens.words[end - 1]
    after = _after(tokens, end, sentence)
    if (word.isupper() and len(word) > 1) or after == "-":
        return False
    return not (first == sentence.first_token and after == "," and end - first == 1)


def future(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """ "the future" as a time, not as a paper ("futures") and not its owner's ("his future")."""
    return (
        tokens.lowers[first] in ("the", "in")
        or (tokens.words[first][0].islower()
        and _before(tokens, first, sentence) in ("in", "near", "and"))
    )


def clock(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """Digits with a colon need something that makes them a time: a meridian, a zone, "at"; "noon" needs nothing."""
    words = tokens.lowers[first:end]
    if words[-1] in ("noon", "midnight", "midday") and tokens.words[end - 1][0].isupper():
        return end - first == 1 and first == sentence.first_token and not _follows_name(tokens, end, sentence)
    if len(words) == 1 and words[0][0].isdigit():
        return _before(tokens, first, sentence) in (
            "at",
            "by",
            "until",
            "from",
            "about",
            "around",
            "since",
            "before",
            "after",
            "between",
        ) and (":" in words[0])
    return not ("." in words[0] and len(words) == 1)


def clock_24(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """Four digits before a zone that are an hour and a minute."""
    digits = tokens.lowers[first]
    return len(digits) == 4 and int(digits[:2]) <= 24 and int(digits[2:]) < 60


def weekdays(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """ "Mondays", or a weekday with a plural part of the day."""
    named = _follows_name(tokens, end, sentence) or _capital_name_before(tokens, first, sentence)
    return tokens.lowers[end - 1].endswith("s") and tokens.words[first][0].isupper() and not named


def feast(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """A feast is written with a capital, and is no ship, island or person."""
    name = any(tokens.words[number][0].isupper() for number in range(first, end))
    after, before = _after(tokens, end, sentence), _before(tokens, first, sentence)
    if before in ("called", "named") or (_follows_name(tokens, end, sentence) and before not in _FEAST_BEFORE):
        return False
    return (
        name
        and not _capital_name_before(tokens, first, sentence)
        and after not in ("island", "rebellion", "rising", "trees", "tree", "carol")
    )


def edge(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """The month inside must be a month: "late May" with a capital, and a year must be a plausible one."""
    return True


def first_length(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """ "the first two years", with a plural or a one."""
    return tokens.lowers[end - 1] not in ("second", "quarter", "minutes", "seconds", "quarters")


def the_span(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """ "during the week"; not "the day" that a clause describes, nor "decade" and "century"."""
    return tokens.lowers[end - 1] in ("day", "week", "month", "year") and tokens.words[end - 1][0].islower()


def march(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """The protest: a small letter, or "for", "on", "against" behind it."""
    for number in range(first, end):
        if tokens.lowers[number] == "march":
            return tokens.words[number][0].islower() or _after(tokens, number + 1, sentence) in _MARCH_AFTER
    return True


def score(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """ "3-1": two small numbers without blanks between."""
    if tokens.starts[end - 1] - tokens.ends[first] > 1 or _after(tokens, end, sentence) == "-":
        return False
    left, right = tokens.lowers[first], tokens.lowers[end - 1]
    return int(left) <= _SCORE_LARGEST and int(right) <= _SCORE_LARGEST


def phone(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """Three groups of digits that are no date: seven digits or more, or none of them a year first."""
    parts = [word for word in tokens.lowers[first:end] if word[0].isdigit()]
    if len(parts[0]) == 4 and all(len(part) == 2 for part in parts[1:]):
        return False
    return sum(len(part) for part in parts) >= _PHONE_SHORTEST and not (
        len(parts[-1]) == 4 and all(len(p) <= 2 for p in parts[:-1])
    )


def days_range(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """Two days of one month, the second not a count ("March 3 to 5 percent")."""
    after = _after(tokens, end, sentence)
    return after not in ("%", "percent", "million", "billion", "p.m.", "a.m.", ":") and not (
        after.isalpha() and after.endswith("s") and after not in _NOT_PLURAL
    )


def years_range(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """Two years in order."""
    return int(tokens.lowers[first]) < int(tokens.lowers[end - 1])


def years_short(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """ "2023-24": the second is later in the same century, and close."""
    joiner = tokens.lowers[first + 1]
    start, stop = int(tokens.lowers[first][2:]), int(tokens.lowers[end - 1])
    return (
        joiner in ("-", "–", "—", "/")
        and start < stop <= start + 30
        and _after(tokens, end, sentence) not in ("-", "–")
    )


def iso_month(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """ "2023-05": two digits, no blank between, and no following year ("2003-04")."""
    digits = tokens.lowers[end - 1]
    return (
        len(digits) == 2
        and tokens.starts[end - 1] == tokens.ends[first] + 1
        and int(tokens.lowers[first][2:]) >= int(digits)
        and _after(tokens, end, sentence) not in ("-", "–")
    )


def slashes(tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> bool:
    """ "05/08/2024" without blanks, and not after another slash."""
    return tokens.ends[end - 1] - tokens.starts[first] <= len("05/08/2024") and _before(tokens, first, sentence) != "/"


GUARDS: dict[str, Guard] = {
    function.__name__: function
    for function in (
        a_length, adverb_set, bare_length, before_end, clock, clock_24, day, day_part, days_range, edge, feast, first_length,
        future, half, iso_month, length, long_span, lower, march, month, now, phone, quarter, rate, score, season, slashes,
        step_span, the_span, weekdays, year, years_range, years_short,
    )
}  # fmt: skip
