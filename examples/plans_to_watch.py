"""What is coming: every plan in a database whose day has not passed, with who announced it.

python examples/plans_to_watch.py timeline-demo.db 2026-03-10
"""

from __future__ import annotations

import sys
from datetime import date

from timeline import Archive, Criteria


def main(place: str, today: date) -> None:
    """Print the open plans of all stories, the next first."""
    with Archive(place, read_only=True) as archive:
        for event in archive.events(Criteria(after=today, statuses=("planned",)), as_of=today):
            announced = event.mentions[0].evidence[0]
            article = archive.article(event.article_keys[0])
            print(f"{event.date.display if event.date else 'no date'}: {event.title}")
            print(f"    {announced.quote(article.text)}")
            print(f"    {article.outlet.name if article.outlet else article.path}, {article.published.value}")


if __name__ == "__main__":
    main(sys.argv[1], date.fromisoformat(sys.argv[2]))
