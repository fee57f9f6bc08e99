"""Actors, into the rows of a write transaction: as they were read, and as people have them.

A row of ``actor_mentions`` keeps the key that reading gave beside the actor that holds, so that what people changed
can be applied to the next reading, and taken back. Which actor holds is decided in ``recasting``, what people may
change in ``timeline.actor_corrections``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from sqlalchemy import and_, func, insert, select, update

from timeline.lexicons.titles import stated_of
from timeline.storage import article_mapping, mapping, story_mapping
from timeline.storage.article_tables import actor_mentions, actor_names, actors, articles, stated_countries
from timeline.storage.mapping import AnyRow
from timeline.storage.recasting import Recasting, public
from timeline.storage.story_tables import edits
from timeline.storage.writing import Writing
from timeline.values import namesakes
from timeline.values.actors import Actor
from timeline.values.events import Edit, Extraction
from timeline.values.namesakes import Stated

#: Which article names whom, as reading had it and as it holds, with the country that it states.
CASTING = (
    select(
        actor_mentions.c.article_id,
        actor_mentions.c.position,
        actor_mentions.c.key,
        actor_mentions.c.name,
        actor_mentions.c.aliases,
        actor_mentions.c.titles,
        actor_mentions.c.actor_id,
        actors.c.key.label("actor_key"),
        articles.c.key.label("article_key"),
        stated_countries.c.country.label("stated"),
        stated_countries.c.calling,
    )
    .join(actors, actors.c.id == actor_mentions.c.actor_id)
    .join(articles, articles.c.id == actor_mentions.c.article_id)
    .outerjoin(
        stated_countries,
        and_(
            stated_countries.c.key == actor_mentions.c.key, stated_countries.c.article_id == actor_mentions.c.article_id
        ),
    )
    .order_by(actor_mentions.c.article_id, actor_mentions.c.position)
)


def cast_of(extraction: Extraction) -> dict[str, Actor]:
    """The actors of an article by key, and whoever takes part without being among them."""
    cast = {actor.key: actor for actor in extraction.actors}
    for mention in extraction.mentions:
        for who in (*mention.actors, *mention.recipients):
            if who.key and who.key not in cast:
                cast[who.key] = Actor(
                    key=who.key, name=who.name, kind=who.kind or "group", country=who.country, code=who.code
                )
    return cast


def stated_back(country: str | None, calling: str | None) -> Stated:
    """What a row of ``stated_countries`` says, or the lack of one."""
    return Stated(country or None, calling or None)


class ActorWriting(Writing):
    """The part of ``Store`` that keeps actors, their names, and which article names whom."""

    def actor_ids(self, keys: Iterable[str]) -> Mapping[str, int]:
        """The row number of each actor key, as far as there is one."""
        unknown = [mapping.ACTOR_PREFIX + key for key in set(keys) if key not in self._actor_ids]
        for row in self._by(select(actors.c.key, actors.c.id), actors.c.key, unknown):
            self._actor_ids[row.key.removeprefix(mapping.ACTOR_PREFIX)] = row.id
        return self._actor_ids

    # --- as they are read --------------------------------------------------------------------------------------------

    def _add_actors(
        self, article_id: int, article_key: str, extraction: Extraction, *, again: bool
    ) -> dict[str, tuple[str, str]]:
        """Gather the rows of an article's actors, and of whoever takes part without being among them.

        Key and name of those that are others, or called otherwise, by what people changed come back by the key that
        reading gave; none for most articles. When an article is read ``again``, kind, country and code are as they are
        known now.
        """
        cast = cast_of(extraction)
        self.actor_ids(cast)
        if again:
            self._know_better(cast)
        changed = self._as_they_hold(article_key, cast.values())
        for position, actor in enumerate(cast.values()):
            actor_id = self._actor_ids.get(actor.key)
            if actor_id is None:
                actor_id = self._actor_ids[actor.key] = self._new_id(actors)
                decided = self._homes.get(public(actor.key))
                at_home = actor.country if decided is None else decided.country or actor.country
                first = actor if actor.country == at_home else replace(actor, country=at_home, code=None)
                self._rows[actors].append(article_mapping.actor_values(actor_id, first))
            elif actor.same_as:
                self._note_same_as(actor_id, actor.same_as)
            stated = stated_of(actor)
            if stated != Stated():
                self._rows[stated_countries].append(
                    (public(actor.key), stated.country or "", article_id, stated.calling or "")
                )
            key, name = changed.get(actor.key, (actor.key, actor.name))
            actor_id = self._actor_ids[key]
            self._rows[actor_mentions].append(
                article_mapping.actor_mention_values(article_id, position, actor_id, actor)
            )
            aliases = actor.aliases if name == actor.name else (actor.name, *actor.aliases)
            for kind, names in (("alias", aliases), ("title", actor.titles)):
                self._rows[actor_names] += [
                    (actor_id, kind, other, number) for number, other in enumerate(names) if other != name
                ]
        return changed

    def _as_they_hold(self, article_key: str, cast: Iterable[Actor]) -> dict[str, tuple[str, str]]:
        """Key and name of each actor that is another, or called otherwise, than reading says."""
        if not self._edited and not self._homes:
            return {}
        now = {}
        for actor in cast:
            holds = self._apart(actor)
            if self._edited:
                holds = self._recasting.key(holds, article_key, actor.name, actor.aliases)
            key = holds.removeprefix(mapping.ACTOR_PREFIX)
            if key != actor.key or holds in self._renamed:
                now[actor.key] = key
        self.actor_ids(now.values())
        names = self._actor_names(public(key) for key in now.values())
        return {read: (key, names[public(key)]) for read, key in now.items()}

    def _apart(self, actor: Actor) -> str:
        """The public key of an article's actor, namesakes of other countries kept apart."""
        key = public(actor.key)
        return namesakes.parted(key, stated_of(actor), self._homes.get(key))

    def _know_better(self, cast: Mapping[str, Actor]) -> None:
        """Correct kind, country and code of actors that are stored: word lists grow.

        The country of a name whose bearers are told apart by it is decided by all articles, not by this one.
        """
        by_key = {self._apart(actor): actor for actor in cast.values()}
        decided = self._counted(by_key)
        for row in self._by(select(actors), actors.c.key, by_key):
            actor = by_key[row.key]
            country, code = actor.country or row.country, actor.code or row.code
            if country != row.country and row.key in decided:
                country, code = row.country, row.code
            known = (actor.kind, country, code)
            if known != (row.kind, row.country, row.code):
                self._later(actors, ("kind", "country", "code"), (*known, row.id))

    def _note_same_as(self, actor_id: int, addresses: Sequence[str]) -> None:
        """Add addresses elsewhere, which word lists give, to an actor that is stored."""
        found = self.connection.execute(select(actors.c.same_as).where(actors.c.id == actor_id)).first()
        if found is None:
            return  # it is new in this transaction, and its row has them
        known = mapping.read_list(found.same_as)
        every = list(dict.fromkeys((*known, *addresses)))
        if every != known:
            self._later(actors, ("same_as",), (mapping.names_json(every), actor_id))

    # --- whose name it is --------------------------------------------------------------------------------------------

    @cached_property
    def _homes(self) -> dict[str, Stated]:
        """What is said of whoever has each plain key, by public key, as far as this transaction has decided it."""
        return {}

    @cached_property
    def _handled(self) -> frozenset[str]:
        """Public keys that people have named in an edit, undone or not: those stay whose they are."""
        query = select(edits.c.target_key, edits.c.human_value).where(edits.c.target_key.like("ac\\_%", escape="\\"))
        return frozenset(str(key) for row in self.connection.execute(query) for key in row)

    def _counted(self, keys: Iterable[str]) -> dict[str, Counter[Stated]]:
        """How many stored articles state what of each public key; only of those of which any does."""
        table = stated_countries.c
        query = select(table.key, table.country, table.calling, func.count().label("articles")).group_by(
            table.key, table.country, table.calling
        )
        found: dict[str, Counter[Stated]] = defaultdict(Counter)
        for row in self._by(query, table.key, keys):
            found[row.key][stated_back(row.country, row.calling)] += row.articles
        return found

    def _keeping(self, keys: Iterable[str]) -> dict[str, Stated]:
        """What is said of whoever keeps each plain key that people have named: its country, and its first calling."""
        keys = sorted(self._handled.intersection(keys))
        countries = {
            row.key: row.country for row in self._by(select(actors.c.key, actors.c.country), actors.c.key, keys)
        }
        table = stated_countries.c
        query = select(table.key, table.country, table.calling).order_by(table.article_id)
        callings: dict[str, str] = {}
        for row in self._by(query, table.key, keys):
            if row.calling and row.country in ("", countries.get(row.key)):
                callings.setdefault(row.key, row.calling)
        return {key: Stated(country, callings.get(key)) for key, country in countries.items()}

    def _homes_of(self, keys: Iterable[str]) -> dict[str, Stated]:
        """What is said of whoever has each plain key, from what is stored."""
        counted = self._counted(keys)
        held = self._keeping(counted)
        return {key: namesakes.home(counts, held.get(key)) for key, counts in counted.items()}

    @cached_property
    def _edits(self) -> tuple[Edit, ...]:
        """Active edits of actors; none in most databases, where this is all that they cost."""
        query = select(edits).where(edits.c.active == 1, edits.c.target_key.like("ac\\_%", escape="\\"))
        return tuple(story_mapping.edit_back(row) for row in self.connection.execute(query.order_by(edits.c.id)))

    @cached_property
    def _edited(self) -> bool:
        return any(edit.field != "same_as" for edit in self._edits)

    @cached_property
    def _recasting(self) -> Recasting:
        return Recasting(self._edits)

    @cached_property
    def _renamed(self) -> frozenset[str]:
        return frozenset(edit.target_key for edit in self._edits if edit.field == "name")

    def _actor_names(self, keys: Iterable[str]) -> dict[str, str]:
        """The name of each actor by its public key."""
        return {row.key: row.name for row in self._by(select(actors.c.key, actors.c.name), actors.c.key, keys)}

    # --- as people have them -----------------------------------------------------------------------------------------

    def add_actor(self, key: str, name: str, *, like: str) -> None:
        """Keep an actor that people part from another, of the same kind; public keys."""
        row = self.connection.execute(select(actors).where(actors.c.key == like)).one()
        values = (self._new_id(actors), key, name, row.kind, row.country, row.code, None)
        self.connection.execute(insert(actors).values(dict(zip(actors.columns.keys(), values, strict=True))))

    def rename_actor(self, key: str, name: str) -> None:
        """Set the name that an actor goes by."""
        self.connection.execute(update(actors).where(actors.c.key == key).values(name=name))

    def set_same_as(self, key: str, addresses: Sequence[str]) -> None:
        """Set the addresses of the same actor elsewhere."""
        written = mapping.names_json(addresses)
        self.connection.execute(update(actors).where(actors.c.key == key).values(same_as=written))

    def recast(self, keys: Iterable[str], names: Iterable[str]) -> frozenset[str]:
        """Let the mentions of some actors be those of whom the active edits say; keys of the articles that changed.

        Args:
            keys: Public keys that may be concerned, as read or as they hold.
            names: Names in lower case that aliases gave; whoever is called so is concerned too.
        """
        keys = sorted(keys)
        concerned: dict[tuple[int, int], Any] = {}
        for column, wanted in ((actor_mentions.c.key, keys), (actors.c.key, keys)):
            concerned |= {(row.article_id, row.position): row for row in self._by(CASTING, column, wanted)}
        called = func.lower(actor_mentions.c.name)
        concerned |= {(row.article_id, row.position): row for row in self._by(CASTING, called, sorted(names))}
        homes = self._homes_of(row.key for row in concerned.values() if row.stated is not None)
        return self._cast_again(concerned.values(), homes, keys)

    def _cast_again(
        self, rows: Iterable[AnyRow], homes: Mapping[str, Stated], keys: Iterable[str] = ()
    ) -> frozenset[str]:
        """Let stored mentions of actors be those of whom they are; keys of the articles that changed.

        Args:
            rows: Of ``CASTING``.
            homes: What is said of whoever has each plain key.
            keys: Public keys of actors whose names may have changed besides.
        """
        recasting = Recasting(self._edits)
        concerned = {(row.article_id, row.position): row for row in rows}
        holding = {
            place: recasting.key(
                namesakes.parted(row.key, stated_back(row.stated, row.calling), homes.get(row.key)),
                row.article_key,
                row.name,
                mapping.read_list(row.aliases),
            )
            for place, row in concerned.items()
        }
        ids = self.actor_ids({key.removeprefix(mapping.ACTOR_PREFIX) for key in (*keys, *holding.values())})
        changed = set()
        for place, row in concerned.items():
            if row.actor_key == holding[place]:
                continue
            changed.add(row.article_key)
            self.connection.execute(
                update(actor_mentions)
                .where(actor_mentions.c.article_id == row.article_id, actor_mentions.c.position == row.position)
                .values(actor_id=ids[holding[place].removeprefix(mapping.ACTOR_PREFIX)])
            )
        self.name_again({*keys, *holding.values(), *(row.actor_key for row in concerned.values())})
        return frozenset(changed)

    def name_again(self, keys: Iterable[str]) -> None:
        """Gather the names and titles of some actors anew, from what the articles call them and what people added."""
        keys = sorted(keys)
        rows = list(self._by(select(actors.c.id, actors.c.key, actors.c.name), actors.c.key, keys))
        proper = {row.id: row.name for row in rows}
        found: dict[tuple[int, str, str], int] = {}
        for edit in self._edits:
            for row in rows if edit.field == "alias" else ():
                if row.key == edit.target_key and edit.human_value != row.name:
                    found.setdefault((row.id, "alias", str(edit.human_value)), 0)
        for row in self._by(CASTING, actor_mentions.c.actor_id, proper):
            aliases, titles = mapping.read_list(row.aliases), mapping.read_list(row.titles)
            for kind, told in (("alias", [row.name, *aliases]), ("title", titles)):
                for position, name in enumerate(told):
                    if name != proper[row.actor_id]:
                        found.setdefault((row.actor_id, kind, name), position)
        self._delete_by(actor_names, actor_names.c.actor_id, sorted(proper))
        if found:
            columns = actor_names.columns.keys()
            values = [dict(zip(columns, (*place, position), strict=True)) for place, position in found.items()]
            self.connection.execute(insert(actor_names), values)

    def edits_changed(self) -> None:
        """Forget the edits of actors that were read: one was made or undone in this transaction."""
        for name in ("_edits", "_edited", "_recasting", "_renamed", "_handled"):
            self.__dict__.pop(name, None)
