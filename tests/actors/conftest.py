"""What the tests of the actors room share: a text read to mentions, places and actors."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.actors import find, resolve
from timeline.lexicons.actors import actor_lexicon
from timeline.text import split
from timeline.values.actors import Actor, ActorMention, PlaceMention


class Reading:
    """Mentions, places and actors of one text."""

    def __init__(self, text: str) -> None:
        tokens = split(text)
        found, self.places = find(tokens, actor_lexicon())
        self.tokens = tokens
        self.found: tuple[ActorMention, ...] = found
        self.mentions, self.actors = resolve(tokens, found, actor_lexicon())

    def mention(self, words: str) -> ActorMention:
        """The one mention with these words."""
        (mention,) = [mention for mention in self.mentions if mention.text == words]
        return mention

    def place(self, words: str) -> PlaceMention:
        """The one place with these words."""
        (place,) = [place for place in self.places if place.text == words]
        return place

    def actor(self, key: str) -> Actor:
        """The actor with this key."""
        (actor,) = [actor for actor in self.actors if actor.key == key]
        return actor

    @property
    def texts(self) -> list[str]:
        """The words of the mentions, pronouns left out."""
        return [mention.text for mention in self.mentions if mention.form != "pronoun"]


@pytest.fixture
def read() -> Callable[[str], Reading]:
    """Reads a text."""
    return Reading
