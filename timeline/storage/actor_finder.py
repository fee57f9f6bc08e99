"""Rows to actors: who they are, what articles call them, and what people changed of them.

In come keys or row numbers, out go frozen values; ``finder`` adds all else that is stored. Which actors are wanted is
decided in ``timeline.query``, what a list or card shows of them in ``timeline.profiling``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, func, or_, select

from timeline.storage import article_mapping, mapping, story_mapping
from timeline.storage.article_tables import actor_mentions, actor_names, actors, articles
from timeline.storage.keys import rows_by
from timeline.storage.mapping import AnyRow
from timeline.storage.recasting import Cast, Recasting, split_of
from timeline.storage.story_tables import edits
from timeline.values.actors import Actor
from timeline.values.events import Edit, Quotation
from timeline.values.profiles import Naming

_NOT_IN_KEY = re.compile(r"[^a-z0-9]+")


class ActorFinder:
    """Reads actors on one connection; ``Finder`` adds all else."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def actors(self, keys: Iterable[str] | None = None) -> tuple[Actor, ...]:
        """The actors of some keys, or all that an article names, by name."""
        if keys is None:
            named = select(actor_mentions.c.actor_id).where(actor_mentions.c.actor_id == actors.c.id).exists()
            rows = list(self.connection.execute(select(actors).where(named)).all())
        else:
            rows = list(self._by(select(actors), actors.c.key, [mapping.ACTOR_PREFIX + key for key in keys]))
        return self._with_names(sorted(rows, key=lambda row: (row.name.casefold(), row.key)))

    def actors_in(self, ids: Iterable[int]) -> dict[int, Actor]:
        """The actor of each row number."""
        rows = list(self._by(select(actors), actors.c.id, ids))
        return dict(zip([row.id for row in rows], self._with_names(rows), strict=True))

    def actor_id(self, key: str) -> int | None:
        """The row number of an actor by its public key; None when there is none."""
        found = self.connection.execute(select(actors.c.id).where(actors.c.key == key)).scalar()
        return None if found is None else int(found)

    def ids_called(self, name: str) -> list[int]:
        """The row numbers of the actors with this key, with prefix or without, else with this whole name.

        The key of an actor that people merged into another names that other one.
        """
        key = name.removeprefix(mapping.ACTOR_PREFIX)
        keys = {self.leads_to(mapping.ACTOR_PREFIX + one) for one in (key, _as_key(name))}
        found = list(self.connection.execute(select(actors.c.id).where(actors.c.key.in_(sorted(keys)))).scalars())
        if found:
            return found
        word = name.casefold()
        found += self.connection.execute(select(actors.c.id).where(func.lower(actors.c.name) == word)).scalars()
        known_as = select(actor_names.c.actor_id).where(
            actor_names.c.kind == "alias", func.lower(actor_names.c.name) == word
        )
        return [*found, *self.connection.execute(known_as).scalars()]

    def namings(self, key: str) -> tuple[Naming, ...]:
        """What each article calls an actor, and where, in the order in which the articles were read."""
        query = (
            select(
                articles.c.key.label("article_key"),
                *(actor_mentions.c[name] for name in ("name", "aliases", "titles", "spans")),
            )
            .join(actors, actors.c.id == actor_mentions.c.actor_id)
            .join(articles, articles.c.id == actor_mentions.c.article_id)
            .where(actors.c.key == key)
            .order_by(actor_mentions.c.article_id, actor_mentions.c.position)
        )
        return tuple(
            Naming(
                article_key=row.article_key,
                name=row.name,
                aliases=tuple(mapping.read_list(row.aliases)),
                titles=tuple(mapping.read_list(row.titles)),
                spans=mapping.spans_back(row.spans),
            )
            for row in self.connection.execute(query)
        )

    def articles_of_actor(self, key: str) -> tuple[str, ...]:
        """The keys of the articles that name an actor, by its public key."""
        query = (
            select(articles.c.key)
            .join(actor_mentions, actor_mentions.c.article_id == articles.c.id)
            .join(actors, actors.c.id == actor_mentions.c.actor_id)
            .where(actors.c.key == key)
        )
        return tuple(dict.fromkeys(self.connection.execute(query.order_by(articles.c.id)).scalars()))

    def actor_names(self) -> list[tuple[str, str]]:
        """Public key and name of all actors that an article names: to propose near ones."""
        named = select(actor_mentions.c.actor_id).where(actor_mentions.c.actor_id == actors.c.id).exists()
        return [
            (row.key, row.name) for row in self.connection.execute(select(actors.c.key, actors.c.name).where(named))
        ]

    # --- what people changed -----------------------------------------------------------------------------------------

    def edits(self, *, target_key: str | None = None, active: bool | None = None) -> tuple[Edit, ...]:
        """Edits in the order in which they were made."""
        query = select(edits).order_by(edits.c.id)
        if target_key is not None:
            query = query.where(edits.c.target_key == target_key)
        if active is not None:
            query = query.where(edits.c.active == int(active))
        return tuple(story_mapping.edit_back(row) for row in self.connection.execute(query))

    def actor_edits(self) -> tuple[Edit, ...]:
        """Edits of actors, undone ones too, in the order in which they were made."""
        query = select(edits).where(edits.c.target_key.like("ac\\_%", escape="\\")).order_by(edits.c.id)
        return tuple(story_mapping.edit_back(row) for row in self.connection.execute(query))

    def leads_to(self, key: str) -> str:
        """The public key of the actor that one went into; itself when it was not merged."""
        return Recasting(self._recast_edits).leads_to(key)

    def casts(self, article_keys: Iterable[str]) -> dict[str, Cast]:
        """For each article, the actors that are others now, or called otherwise, than reading says; none for most."""
        recast = self._recast_edits
        keys = {edit.target_key for edit in recast if edit.field in ("alias", "name")}
        keys |= {str(edit.human_value) for edit in recast if edit.field == "merge"}
        keys |= {split_of(edit).key for edit in recast if edit.field == "split"}
        query = (
            select(
                articles.c.key.label("article_key"),
                actor_mentions.c.key,
                actors.c.key.label("actor_key"),
                actors.c.name,
            )
            .join(actor_mentions, actor_mentions.c.article_id == articles.c.id)
            .join(actors, actors.c.id == actor_mentions.c.actor_id)
            .where(or_(actors.c.key.in_(sorted(keys)), actors.c.key != actor_mentions.c.key))
        )
        found: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
        for row in self._by(query, articles.c.key, article_keys):
            key = row.actor_key.removeprefix(mapping.ACTOR_PREFIX)
            found[row.article_key][row.key.removeprefix(mapping.ACTOR_PREFIX)] = (key, row.name)
        return dict(found)

    @cached_property
    def _recast_edits(self) -> tuple[Edit, ...]:
        """Active edits that change whose mentions are whose, or how an actor is called."""
        return tuple(edit for edit in self.actor_edits() if edit.active and edit.field != "same_as")

    # --- within an article -------------------------------------------------------------------------------------------

    def _cast(self, article_id: int) -> tuple[Actor, ...]:
        """The actors of an article, in order of first naming, each once."""
        query = (
            select(
                actors,
                actor_mentions.c.name.label("local_name"),
                *(actor_mentions.c[name] for name in ("aliases", "titles", "spans")),
            )
            .join(actor_mentions, actor_mentions.c.actor_id == actors.c.id)
            .where(actor_mentions.c.article_id == article_id)
            .order_by(actor_mentions.c.position)
        )
        together: dict[str, list[AnyRow]] = defaultdict(list)
        for row in self.connection.execute(query):
            together[row.key].append(row)
        return tuple(_actor_of(rows) for rows in together.values())

    def _quotation(self, row: AnyRow, cast: Cast) -> Quotation:
        """The quotation of a row, with the actor that people have for its speaker."""
        quotation = article_mapping.quotation_back(row)
        now = cast.get(quotation.speaker_key or "")
        if now is None:
            return quotation
        return Quotation(
            kind=quotation.kind,
            content_spans=quotation.content_spans,
            source_spans=quotation.source_spans,
            cue_spans=quotation.cue_spans,
            speaker=now[1],
            speaker_key=now[0],
        )

    def _with_names(self, rows: list[AnyRow]) -> tuple[Actor, ...]:
        names: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        known = self._by(
            select(actor_names).order_by(actor_names.c.actor_id, actor_names.c.position, actor_names.c.name),
            actor_names.c.actor_id,
            [row.id for row in rows],
        )
        for row in known:
            names[row.actor_id][row.kind].append(row.name)
        return tuple(
            article_mapping.actor_back(
                row, name=row.name, aliases=names[row.id]["alias"], titles=names[row.id]["title"]
            )
            for row in rows
        )

    def _by(self, query: Any, column: Any, keys: Iterable[Any]) -> Iterator[Any]:
        """The rows of a query for many keys, some hundred at a time."""
        return rows_by(self.connection, query, column, keys)


def _actor_of(rows: list[AnyRow]) -> Actor:
    """One actor of an article, from the rows of all that reading took for different ones."""
    first = rows[0]
    if len(rows) == 1:
        return article_mapping.actor_back(
            first,
            name=first.local_name,
            aliases=mapping.read_list(first.aliases),
            titles=mapping.read_list(first.titles),
            mentions=mapping.spans_back(first.spans),
        )
    names = [name for row in rows for name in (row.local_name, *mapping.read_list(row.aliases))]
    spans = {span for row in rows for span in mapping.spans_back(row.spans)}
    return article_mapping.actor_back(
        first,
        name=first.local_name,
        aliases=[name for name in dict.fromkeys(names) if name != first.local_name],
        titles=list(dict.fromkeys(title for row in rows for title in mapping.read_list(row.titles))),
        mentions=sorted(spans, key=lambda span: (span.start, span.end)),
    )


def _as_key(name: str) -> str:
    """A name as actor keys are made of it: "John Kirby" is ``john-kirby``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_KEY.sub("-", plain).strip("-")
