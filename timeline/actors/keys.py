"""Names to keys: one slug for the ways in which one name is written.

"Omar Bey" and "OMAR BEY" are ``omar-bey``, "the Israeli officials" ``israeli-officials``, "Al-Azhar" and
"El-Azhar" ``al-azhar``. Whether two mentions are one actor is decided in ``resolver``.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_ARTICLES = ("the ", "a ", "an ")
_ARABIC = ("al", "el", "ul", "as", "ash", "an", "ad", "ar", "at", "az")
_LEGAL = frozenset(
    ("inc", "incorporated", "corp", "corporation", "ltd", "limited", "llc", "llp", "lp", "plc", "co", "company",
     "ag", "sa", "nv", "gmbh", "spa", "ab", "asa", "oyj", "bhd", "kk", "bv", "se", "as", "sas", "jsc", "pjsc")
)  # fmt: skip
_CACHED = 4096


@lru_cache(maxsize=_CACHED)
def key(name: str) -> str | None:
    """The slug of a name: lower-case ASCII letters and figures joined by hyphens; None when nothing is left.

    >>> key("The Mayor of Harlow")
    'mayor-of-harlow'
    >>> key("Acme Widgets, Inc.")
    'acme-widgets'
    """
    lowered = name.strip().lower()
    for article in _ARTICLES:
        if lowered.startswith(article):
            lowered = lowered[len(article) :]
            break
    if not lowered.isascii():
        decomposed = unicodedata.normalize("NFKD", lowered.translate(_LETTERS))
        lowered = "".join(character for character in decomposed if not unicodedata.combining(character))
    lowered = lowered.replace("'s", "s").replace("'", "").replace("’", "").replace(".", "")
    words = lowered.translate(_MARKS).split()
    if not lowered.isascii():
        words = "".join(character if character.isalnum() else " " for character in " ".join(words)).split()
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    for number in range(len(words) - 1):
        if words[number] == "el" and _is_arabic(name, words[number + 1]):
            words[number] = "al"
    return "-".join(words) or None


def _is_arabic(name: str, following: str) -> bool:
    """Whether "el" is the Arabic article: it is joined by a hyphen ("El-Baradei"); "El Salvador" is not."""
    return f"el-{following}" in name.lower()


_MARKS = {number: " " for number in range(128) if not chr(number).isalnum()}
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ð": "d",
        "þ": "th",
        "ʿ": "",
        "ʾ": "",
        "‘": "",
    }
)
