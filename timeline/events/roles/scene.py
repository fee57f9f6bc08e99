"""The actors and places of one article by token, as the stages that give roles read them.

What comes in: a page, its candidates, the actors and places of the article. What goes out: a ``Scene``, made once per
article. Nothing is decided here: who plays which role is the matter of ``participants``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import count, repeat
from operator import attrgetter

from timeline.events.article.candidates import Candidate
from timeline.events.article.items import Item
from timeline.events.article.page import Page
from timeline.events.clauses.chunks import Chunker
from timeline.lexicons.actors import capital_cities
from timeline.lexicons.roles import RoleLexicon
from timeline.values.actors import ActorMention, EventPlace, PlaceMention

_THINGS = frozenset(("country", "organisation"))

_START, _END = attrgetter("start"), attrgetter("end")


class Scene:
    """Actors and places of one article.

    Attributes:
        actor_at, place_at: Number of the mention that begins at a token.
        actor_ends: End token of each actor mention.
        deeds: First token of each noun that names an event, with its type.
    """

    __slots__ = (
        "actor_at",
        "actor_ends",
        "chunker",
        "deeds",
        "lowers",
        "mentions",
        "page",
        "place_at",
        "places",
        "rules",
        "tokens",
        "words",
    )

    def __init__(
        self,
        page: Page,
        candidates: Sequence[Candidate],
        mentions: Sequence[ActorMention],
        places: Sequence[PlaceMention],
        rules: RoleLexicon,
    ) -> None:
        tokens = page.tokens
        self.page = page
        self.tokens = tokens
        self.words = tokens.words
        self.lowers = tokens.lowers
        self.mentions = mentions
        self.places = places
        self.rules = rules
        starts = repeat(tokens.starts)  # mentions begin and end at tokens
        self.actor_at = dict(zip(map(bisect_left, starts, map(_START, mentions)), count(), strict=False))
        # One may end inside a token: "SEC" in "SEC." at the end of a line.
        self.actor_ends = list(map(bisect_left, starts, map(_END, mentions)))
        self.place_at = dict(zip(map(bisect_left, starts, map(_START, places)), count(), strict=False))
        self.deeds = {
            candidate.first_token: candidate.type
            for candidate in candidates
            if candidate.reading == "noun" and candidate.type != "OTHER"
        }
        # "Chilean" is called Chile and written otherwise; "US" may be either.
        adjectives = frozenset(
            [
                number
                for number, mention in enumerate(mentions)
                if mention.form == "country" and mention.text != mention.name and mention.text[-1] not in "sS."
            ]
        )
        things = frozenset([number for number, mention in enumerate(mentions) if mention.kind in _THINGS])
        self.chunker = Chunker(page, candidates, self.actor_at, self.actor_ends, rules.words, adjectives, things)

    def token_at(self, start: int) -> int:
        """The token that begins at an offset."""
        return bisect_left(self.tokens.starts, start)

    def is_capital(self, place: PlaceMention | EventPlace) -> bool:
        """Whether a place is the capital of its country."""
        return capital_cities().get(place.name) == place.country

    def capital_of(self, item: Item) -> str | None:
        """The country whose capital a phrase names and nothing else."""
        return capital_cities().get(" ".join(self.words[item.first : item.end]))

    def country(self, item: Item) -> tuple[str | None, str | None]:
        """Country and code that a noun phrase names: "the Russian embassy building", "southern Lebanon"."""
        for token in range(item.first, item.end):
            number = self.actor_at.get(token)
            if number is not None and self.mentions[number].country is not None:
                return self.mentions[number].country, self.mentions[number].code
            place = self.place_at.get(token)
            if place is not None:
                return self.places[place].country, None
        return None, None
