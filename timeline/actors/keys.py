"""Names to keys: one slug for the ways in which one name is written.

"Omar Bey" and "OMAR BEY" are ``omar-bey``, "the Israeli officials" ``israeli-officials``, "Al-Azhar" and "El-Azhar"
``al-azhar``; "Muammar Gaddafi", "Moammar Qaddafi" and "Muammar al-Gadhafi" are one by rules of transliteration, and by
no list of persons. Whether two mentions are one actor is decided in ``resolver``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from timeline.lexicons.spellings import arabic_names, spellings

_ARTICLES = ("the ", "a ", "an ")
#: The Arabic article, also as it sounds before certain letters ("as-Sadr").
_ARABIC = frozenset(("al", "el", "as", "ash", "es", "ad", "ed", "ar", "er", "at", "et", "az", "ez", "an", "en"))
_AL = "al"
_SERVANT = "abdul"  # stands before a name of God and is one word with it: "Abdel Fattah", "Abdelfattah"
_LINKS = frozenset((_AL, "el", "bin", "ibn", "ben", "bint", "abu", "abou", "umm"))
_LEGAL = frozenset(
    ("inc", "incorporated", "corp", "corporation", "ltd", "limited", "llc", "llp", "lp", "plc", "co", "company",
     "ag", "sa", "nv", "gmbh", "spa", "ab", "asa", "oyj", "bhd", "kk", "bv", "se", "as", "sas", "jsc", "pjsc")
)  # fmt: skip
_CACHED = 4096
_LONG = 4  # letters of a word whose sounds are folded; "Bey" is short enough to be written in one way
#: Sounds that are written in several ways in names from Arabic and Persian, in the order in which they are folded.
_SOUNDS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"^(?:kh|gh|q|g)(?=[aeiou])", "k"),
        (r"(?:kh|q)", "k"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"(?:ou|oo|u)", "u"),
        (r"ee", "i"),
        (r"(?:ay|ey|ei)(?![aeiou])", "ai"),
        (r"([b-df-hj-np-tv-z])\1", r"\1"),
        (r"(?:iyy|yy|iy|y)(?:ah|eh|a|e)$", "iya"),
        (r"iy$|y$", "i"),
    )
)
_SLAVIC = re.compile(r"sk(?:yy|yi|iy|ii|ij|yj)$")


@lru_cache(maxsize=_CACHED)
def key(name: str, *, whole: bool = False) -> str | None:
    """The slug of a name: lower-case ASCII letters and figures joined by hyphens; None when nothing is left.

    >>> key("The Mayor of Harlow")
    'mayor-of-harlow'
    >>> key("Acme Widgets, Inc.")
    'acme-widgets'
    >>> key("Bashar al-Assad") == key("Bashar Assad")
    True

    Args:
        name: The name.
        whole: Keep the legal form, by which a company is told from whoever it is called by: "Walter Holm Ltd".
    """
    lowered = name.strip().lower()
    for article in _ARTICLES:
        if lowered.startswith(article):
            lowered = lowered[len(article) :]
            break
    lowered = without_accents(lowered)
    lowered = lowered.replace("'s", "s").replace("'", "").replace("’", "").replace(".", "")
    words = lowered.translate(_MARKS).split()
    if not lowered.isascii():
        words = "".join(character if character.isalnum() else " " for character in " ".join(words)).split()
    while not whole and len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    if not words:
        return None
    return "-".join(_transliterated(words, lowered))


def without_accents(text: str) -> str:
    """The text with plain letters: "Wałęsa" is "Walesa"."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _transliterated(words: list[str], lowered: str) -> list[str]:
    """The words of a name with one spelling for those that come from other scripts."""
    forms = spellings()
    if _SLAVIC.search(words[-1]):
        words[-1] = _SLAVIC.sub("sky", words[-1])
    articles = [
        number for number in range(len(words) - 1) if words[number] in _ARABIC and _is_article(words, number, lowered)
    ]
    if not articles and forms.keys().isdisjoint(words) and not words[0].startswith("abd"):
        return words
    if len(words) == 1:
        return [forms.get(words[0], words[0])]
    folded: list[str] = []
    for number, word in enumerate(words):
        if number in articles:
            if not folded:
                folded.append(_AL)  # the first word of a name stays: "Al-Azhar"
            continue
        known = forms.get(word)
        if known is None and word.startswith(("abdel", "abdal", "abdol", "abdul")):
            known = _SERVANT + word[len(_SERVANT) :]
        if folded and folded[-1] == _SERVANT:
            folded[-1] += known or word
        else:
            folded.append(known or word)
    servant = folded[0].startswith(_SERVANT) and folded[0] not in forms
    if servant:
        folded[0] = sound(folded[0])
    if servant or folded[0] in arabic_names():
        for number in range(1, len(folded)):
            word = folded[number]
            if word not in forms and word not in _LINKS and len(word) >= _LONG:
                folded[number] = sound(word)
    return folded


def _is_article(words: Sequence[str], number: int, lowered: str) -> bool:
    """Whether a word is the Arabic article: joined by a hyphen, or "al" inside a name; not in "El Salvador"."""
    word = words[number]
    return f"{word}-{words[number + 1]}" in lowered or (number > 0 and word == _AL)


@lru_cache(maxsize=_CACHED)
def sound(word: str) -> str:
    """One spelling of a word of a key from Arabic or Persian: "qaddafi", "gadhafi" and "kadhafi" are "kadafi"."""
    for pattern, letters in _SOUNDS:
        word = pattern.sub(letters, word)
    return word


_MARKS = {number: " " for number in range(128) if not chr(number).isalnum()}
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "Ł": "L",
        "Ø": "O",
        "Đ": "D",
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
