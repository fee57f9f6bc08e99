"""What the tests of the event room share: an article as pages, and its mentions without the other rooms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.events.detector import candidates_of
from timeline.lexicons.events import event_lexicon
from timeline.text import split


@pytest.fixture
def page() -> Callable[[str], Page]:
    """Makes a page of a text, without time expressions."""
    return lambda text: Page(split(text), event_lexicon())


@pytest.fixture
def found(page: Callable[[str], Page]) -> Callable[..., list[Candidate]]:
    """Makes the candidates of a text: framed, coded and judged, without roles and dates."""
    return lambda text, all_events=False: candidates_of(page(text), all_events=all_events)


@pytest.fixture
def one(found: Callable[..., list[Candidate]]) -> Callable[[str, str], Candidate]:
    """Makes the one candidate of a text whose lemma is given."""

    def pick(text: str, lemma: str) -> Candidate:
        (candidate,) = [candidate for candidate in found(text) if candidate.lemma == lemma]
        return candidate

    return pick
