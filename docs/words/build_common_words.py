"""Write ``timeline/lexicons/en/common_words.csv``: words that news write in lower case, the rare ones left out.

    python docs/words/build_common_words.py

Two packages are asked, which the project does not need otherwise (``pip install symspellpy spylls``). How common a
word is comes from the frequency dictionary of symspellpy (MIT; counts of Google Books Ngrams, CC BY 3.0), all in lower
case; whether it is a word at all, and no name, from the American dictionary of spylls (SCOWL, free for any use).
British spellings count as words where the American one is.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

from spylls.hunspell import Dictionary

from timeline.lexicons.events import event_lexicon

LEXICONS = Path(__file__).parents[2] / "timeline" / "lexicons"
TABLE, COUNTRIES = LEXICONS / "en" / "common_words.csv", LEXICONS / "countries.csv"
#: Words that are names as well: a lone "Bush" or "Brown" is somebody, "China" a country.
NAMES = Path(__file__).with_name("names.txt")
#: How many of the commonest words are looked at.
COMMONEST = 15_000
SHORTEST = 2
#: British ending to American one.
SPELLINGS = (
    ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"), ("ourable", "orable"), ("ourite", "orite"),
    ("ourites", "orites"), ("ouritism", "oritism"), ("ourhood", "orhood"), ("ourhoods", "orhoods"),
    ("tre", "ter"), ("tres", "ters"), ("tred", "tered"), ("bre", "ber"), ("ise", "ize"), ("ises", "izes"),
    ("ised", "ized"), ("ising", "izing"), ("isation", "ization"), ("isations", "izations"), ("iser", "izer"),
    ("isers", "izers"), ("yse", "yze"), ("ysed", "yzed"), ("ysing", "yzing"), ("ogue", "og"), ("ogues", "ogs"),
    ("lled", "led"), ("lling", "ling"), ("ller", "ler"), ("llers", "lers"), ("ence", "ense"), ("ences", "enses"),
    ("ellery", "elry"), ("anoeuvre", "aneuver"), ("anoeuvres", "aneuvers"), ("anoeuvring", "aneuvering"),
    ("ometre", "ometer"), ("ometres", "ometers"), ("aemia", "emia"), ("mme", "m"), ("mmes", "ms"),
)  # fmt: skip


def american(word: str) -> list[str]:
    """The American spellings that a word may be the British one of."""
    return [word.removesuffix(british) + other for british, other in SPELLINGS if word.endswith(british)]


def main() -> None:
    """Write the table, one row a letter."""
    dictionary = Dictionary.from_files(str(files("spylls").joinpath("hunspell/data/en/en_US")))
    counted = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    counts = {word: int(count) for word, count in (line.split() for line in counted.splitlines())}
    commonest = sorted(counts, key=lambda word: (-counts[word], word))[:COMMONEST]
    found: dict[str, set[str]] = defaultdict(set)
    # The words of events are mostly rarer: "evacuated", "bailout". They are verbs and nouns in our own tables.
    commonest += sorted(set(event_lexicon().words) - set(commonest))
    names = {*NAMES.read_text(encoding="utf-8").split(), *_nations()}
    for word in commonest:
        if len(word) < SHORTEST or not (word.isascii() and word.isalpha()) or word in names:
            continue
        known = [spelling for spelling in (word, *american(word)) if dictionary.lookup(spelling)]
        for spelling in (word, *known) if known else ():
            found[spelling[0]].add(spelling)
    with TABLE.open("w", encoding="utf-8", newline="") as table:
        rows = csv.writer(table, lineterminator="\n")
        rows.writerow(("kind", "words"))
        for letter in sorted(found):
            rows.writerow((letter, ";".join(sorted(found[letter]))))


def _nations() -> set[str]:
    """What countries and those who live there are called, in lower case: a "dane" is a dog too."""
    with COUNTRIES.open(encoding="utf-8", newline="") as table:
        return {
            name.lower() for row in csv.DictReader(table) for cell in row.values() for name in (cell or "").split(";")
        }


if __name__ == "__main__":
    main()
