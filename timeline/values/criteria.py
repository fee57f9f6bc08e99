"""What events and what actors are asked for, as a person states it: days, types, names, statuses.

In come single values, checked against what there is; what rows answer them is decided in ``timeline.query``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.errors import QueryError
from timeline.values.actors import ACTOR_KINDS
from timeline.values.events import FACTUALITIES, SALIENCES, STATUSES


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """What events are asked for; what is left out is not asked.

    Attributes:
        after, before: First and last day, both inclusive; an event whose range shares a day with them is meant.
        types: Types, labels or modes: ``PROTEST``, ``march``.
        actors: Keys or names of whoever takes part; one of them is enough.
        places: Names of places, or country codes.
        sources: Names, keys or domains of outlets that report it.
        statuses: As in ``STATUSES``. ``unconfirmed`` depends on the day of asking and is found among the planned.
        factualities: As in ``FACTUALITIES``.
        salience: Least salience: ``core``, ``secondary`` or ``background``.
        min_sources: Least number of independent sources.
        undated: True for undated events only, False for dated ones only, None for both.
        hidden: Whether events that a human took out are meant too.
        limit: At most so many, the earliest first.
    """

    after: date | None = None
    before: date | None = None
    types: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    factualities: tuple[str, ...] = ()
    salience: str | None = None
    min_sources: int = 1
    undated: bool | None = None
    hidden: bool = False
    limit: int | None = None

    def __post_init__(self) -> None:
        for name, values, allowed in (
            ("status", self.statuses, STATUSES),
            ("factuality", self.factualities, FACTUALITIES),
            ("salience", (self.salience,) if self.salience else (), SALIENCES),
        ):
            for value in values:
                if value not in allowed:
                    raise QueryError(f"there is no {name} {value!r}; one of {', '.join(allowed)}", criterion=name)
        if self.after is not None and self.before is not None and self.before < self.after:
            raise QueryError(f"before ({self.before}) lies earlier than after ({self.after})", criterion="before")
        if self.limit is not None and self.limit < 0:
            raise QueryError(f"limit: {self.limit} is less than 0", criterion="limit")

    @property
    def asks_nothing(self) -> bool:
        """Whether all events are meant."""
        return self == Criteria()

    @property
    def window(self) -> bool:
        """Whether only some days are meant."""
        return self.after is not None or self.before is not None


#: In what order actors can be listed: most events, names, or latest day first.
ACTOR_ORDERS = ("events", "name", "last")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorCriteria:
    """What actors are asked for; what is left out is not asked.

    Attributes:
        kinds: As in ``ACTOR_KINDS``; one of them is enough.
        countries: ISO 3166-1 alpha-2 codes.
        words: Words or parts of words that their name, or one of their other names, has: all of them.
        named: Only those with a name of their own who take part in something: "Jane Firth", not "two men".
        order: One of ``ACTOR_ORDERS``.
        limit: At most so many.
    """

    kinds: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    named: bool = False
    order: str = "events"
    limit: int | None = None

    def __post_init__(self) -> None:
        for name, values, allowed in (("kind", self.kinds, ACTOR_KINDS), ("order", (self.order,), ACTOR_ORDERS)):
            for value in values:
                if value not in allowed:
                    raise QueryError(f"there is no {name} {value!r}; one of {', '.join(allowed)}", criterion=name)
