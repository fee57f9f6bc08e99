"""How fast one text is parsed, stage by stage, on one core, beside a yardstick and a peer in the same run.

    python bench/speed.py                 450-word articles: CPU milliseconds an article, articles a CPU-second
    python bench/speed.py --linear        characters a CPU-second from 20 kB to 9 MB

The texts are the project's own samples (``tests/corpus``, ``timeline/demo``), cut and joined to articles of 450 words.
Each figure is the median of five runs of process CPU time, with the collector set as in the command's process. Absolute
times move with the machine: read the ratios to the yardstick (``re.finditer(r"\\w+")`` over the same texts) and to the
peer (``dateparser.search.search_dates``, English).
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parent.parent
WORDS = 450
SHORTEST = 5  # tokens of a sentence worth taking
RUNS = 5
PUBLISHED = "2026-03-05"
STAGES = ("sentences and tokens", "time expressions", "actors and places", "events, quotes, titles")
LONG = 1_000_000  # one run of a text this long says enough


def sample_articles(count: int) -> list[str]:
    """``count`` texts of about 450 words each, made of the project's own sample sentences, no two alike."""
    from timeline.text import split

    places = sorted([*ROOT.glob("tests/corpus/*/article.txt"), *ROOT.glob("tests/corpus/messy/*.txt")])
    sentences: list[str] = []
    for place in places:
        text = place.read_text(encoding="utf-8", errors="replace")
        sentences += [text[s.start : s.end] for s in split(text).sentences if s.end_token - s.first_token > SHORTEST]
    articles = []
    position = 0
    for number in range(count):
        chosen: list[str] = []
        words = 0
        while words < WORDS:
            # A stride that shares no factor with the number of sentences visits all of them in another order each time.
            position = (position + 7 + number % 5) % len(sentences)
            chosen.append(sentences[position])
            words += len(sentences[position].split())
        articles.append("\n\n".join(" ".join(chosen[n : n + 3]) for n in range(0, len(chosen), 3)))
    return articles


def cpu_seconds(work: Callable[[], object]) -> float:
    """Median CPU seconds of five runs, after one that warms up."""
    work()
    taken = []
    for _ in range(RUNS):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return statistics.median(taken)


def stages(articles: Sequence[str]) -> dict[str, float]:
    """CPU seconds of each stage over all articles, each stage on what the one before has just made; median of five."""
    from datetime import date

    from timeline import actors, events, temporal
    from timeline.lexicons.actors import actor_lexicon
    from timeline.lexicons.events import event_lexicon
    from timeline.lexicons.quotes import quote_lexicon
    from timeline.lexicons.time import time_lexicon
    from timeline.text import split

    day = date.fromisoformat(PUBLISHED)
    clock = time.process_time
    runs = []
    for _ in range(1 + RUNS):
        taken = dict.fromkeys(STAGES, 0.0)
        for text in articles:
            marks = [clock()]
            tokens = split(text)
            marks.append(clock())
            timexes = temporal.resolve(temporal.tag(tokens, time_lexicon()), day)
            marks.append(clock())
            found, places = actors.find(tokens, actor_lexicon())
            named, _ = actors.resolve(tokens, found, actor_lexicon())
            marks.append(clock())
            events.detect(
                tokens, timexes, named, places, lexicon=event_lexicon(), quotes=quote_lexicon(), published_on=day
            )
            marks.append(clock())
            for stage, (start, end) in zip(STAGES, pairwise(marks), strict=True):
                taken[stage] += end - start
        runs.append(taken)
    return {stage: statistics.median(taken[stage] for taken in runs[1:]) for stage in STAGES}


def by_stage(count: int) -> None:
    """Print the table of stages."""
    from timeline import parse

    articles = sample_articles(count)
    characters = sum(map(len, articles))

    def all_stages() -> None:
        for text in articles:
            parse(text, published=PUBLISHED)

    yardstick = cpu_seconds(lambda: [sum(1 for _ in re.finditer(r"\w+", text)) for text in articles])
    print(f"{count} articles of {WORDS} words, {characters / count:,.0f} characters each")
    print(f"{'':26}{'ms/article':>12}{'articles/s':>12}{'x yardstick':>13}")

    def line(name: str, seconds: float, number: int) -> None:
        per_article, yard = seconds / number, yardstick / count
        print(f"{name:26}{1000 * per_article:12.2f}{1 / per_article:12.0f}{per_article / yard:13.1f}")

    line("yardstick: \\w+", yardstick, count)
    for name, seconds in stages(articles).items():
        line(name, seconds, count)
    line("all stages (parse)", cpu_seconds(all_stages), count)
    from dateparser.search import search_dates

    few = articles[: max(1, count // 20)]
    line("peer: search_dates", cpu_seconds(lambda: [search_dates(text, languages=["en"]) for text in few]), len(few))


def by_length() -> None:
    """Print characters a CPU-second for one text of growing length."""
    from timeline import parse

    base = "\n\n".join(sample_articles(8))
    print(f"{'characters':>12}{'characters/s':>16}{'yardstick/s':>16}{'ratio':>8}")
    for length in (20_000, 200_000, 2_000_000, 9_000_000):
        text = (base * (length // len(base) + 1))[:length]

        def work(text: str = text) -> None:
            parse(text, published=PUBLISHED)

        def yard(text: str = text) -> None:
            sum(1 for _ in re.finditer(r"\w+", text))

        started = time.process_time()
        work()
        taken = time.process_time() - started if length > LONG else cpu_seconds(work)
        yard_taken = cpu_seconds(yard)
        print(f"{length:12,}{length / taken:16,.0f}{length / yard_taken:16,.0f}{taken / yard_taken:8.1f}")


def main() -> None:
    """Read the options and print one of the tables."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--articles", type=int, default=200)
    options.add_argument("--linear", action="store_true")
    chosen = options.parse_args()
    from timeline.collector import collect_seldom

    collect_seldom()  # as in the process of ``timeline annotate``
    if chosen.linear:
        by_length()
    else:
        by_stage(chosen.articles)


if __name__ == "__main__":
    main()
