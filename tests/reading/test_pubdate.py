"""The day of publication: what declares it, what is stronger, and what is never taken."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.reading.pubdate import from_filename, from_url, plausible, read_declared, strongest
from timeline.values.article import Published


def stated(value: str, basis: str) -> Published:
    """A date on a ground."""
    return Published(value=value, precision="second" if "T" in value else "day", basis=basis)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Wed, 28 Feb 2024 21:44:00 +0200", "2024-02-28T21:44:00+02:00"),
        ("Wed, 28 Feb 2024 21:44:00 GMT", "2024-02-28T21:44:00+00:00"),
        ("February 28, 2024", "2024-02-28"),
        ("28. Februar 2024", "2024-02-28"),
        ("28 de febrero de 2024 18:30", "2024-02-28T18:30"),
        ("28 février 2024", "2024-02-28"),
    ],
)
def test_declared_dates_are_read_in_mails_and_other_languages(text: str, value: str) -> None:
    """Metadata come in many forms; the day is the same."""
    published = read_declared(text, basis="metadata")
    assert published is not None
    assert published.value == value


@pytest.mark.parametrize(
    "text",
    [
        "02/03/2024",
        "février 2024",
        "mercredi",
        "1970-01-01T00:00:00Z",
        "0001-01-01",
        "soon",
        "Februar",
        "gestern 18:30",
    ],
)
def test_what_is_not_certain_is_not_declared(text: str) -> None:
    """Two readings, no day, the zero of a clock and words like "yesterday" give nothing."""
    assert read_declared(text, basis="metadata") is None


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://beacon.example/2024/02/28/harbour", "2024-02-28"),
        ("https://beacon.example/news/2024-02-28-harbour", "2024-02-28"),
        ("https://beacon.example/20240228/harbour", "2024-02-28"),
        ("https://beacon.example/world/2024/feb/28/harbour", "2024-02-28"),
        ("https://beacon.example/harbour?date=2024/02/28", None),
        ("https://beacon.example/harbour#2024/02/28", None),
        ("https://beacon.example/article/20241399", None),
        ("https://beacon.example/2024/harbour", None),
        ("https://beacon.example/harbour-123456789", None),
    ],
)
def test_a_day_in_the_path_of_an_address_counts(url: str, value: str | None) -> None:
    """The path may carry the day; the query never does."""
    published = from_url(url)
    assert (published.value if published else None) == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("2024-02-28-harbour.txt", "2024-02-28"),
        ("beacon_20240228.html", "2024-02-28"),
        ("beacon_2024_02_28.html", "2024-02-28"),
        ("120240228.txt", None),
        ("harbour.txt", None),
        ("2024-13-41.txt", None),
    ],
)
def test_a_day_in_a_file_name_counts(name: str, value: str | None) -> None:
    """A whole date in the name of a file is a ground, if the weakest."""
    published = from_filename(name)
    assert (published.value if published else None) == value


def test_the_stronger_ground_wins_whatever_the_order() -> None:
    """Metadata beat the address, the address beats the date line."""
    candidates = [stated("2024-03-03", "dateline"), stated("2024-03-02", "url"), stated("2024-03-01", "metadata")]
    for order in (candidates, candidates[::-1]):
        published, problems = strongest(order)
        assert (published.value, problems) == ("2024-03-01", ())


def test_the_hour_of_a_weaker_ground_is_kept_for_the_same_day() -> None:
    """The address has the day, the date line the same day with its hour."""
    published, _ = strongest([stated("2024-03-01", "url"), stated("2024-03-01T18:20:00", "dateline")])
    assert published.value == "2024-03-01T18:20:00"


def test_the_future_is_refused_and_said() -> None:
    """A day later than tomorrow cannot be that of publication; the next ground is taken, and a problem tells."""
    published, problems = strongest(
        [stated("2027-01-01", "metadata"), stated("2024-03-01", "url")], as_of=date(2024, 3, 5)
    )
    assert published.value == "2024-03-01"
    assert "2027-01-01" in problems[0].what


def test_tomorrow_has_begun_somewhere() -> None:
    """The day after ``as_of`` is plausible, the one after that is not, and without ``as_of`` any is."""
    assert plausible(stated("2024-03-06", "metadata"), date(2024, 3, 5))
    assert not plausible(stated("2024-03-07", "metadata"), date(2024, 3, 5))
    assert plausible(stated("2024-03-07", "metadata"))


def test_unknown_stays_unknown() -> None:
    """Without candidates there is no date and no problem."""
    assert strongest([None, Published()]) == (Published(), ())
