"""Parse one text without a database, and print each event with the words that its date rests on.

python examples/dates_in_a_text.py 2026-03-05 < article.txt
"""

from __future__ import annotations

import sys

from timeline import parse


def main(published: str | None, text: str) -> None:
    """Print the events of a text in their order: day, kind, words."""
    reading = parse(text, published=published)
    for mention in reading.mentions:
        day = mention.date.edtf if mention.date else "no date"
        timex = None if mention.date_link.timex is None else reading.timexes[mention.date_link.timex]
        words = f"“{timex.text}”" if timex else "no words"
        print(f"{day:22} {mention.factuality:10} {mention.label:18} {words:24} {mention.evidence[0].quote(text)}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None, sys.stdin.read())
