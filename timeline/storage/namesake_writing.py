"""Namesakes of different countries and callings, into actors of their own, in a write transaction.

In come the readings of a batch before they are stored; out go the keys of stored articles whose people are others now.
Whose the plain key is, is decided in ``timeline.values.namesakes``; what people changed is laid over by
``actor_writing``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import insert, select, update

from timeline.lexicons.titles import stated_of
from timeline.storage import article_mapping
from timeline.storage.actor_writing import CASTING, ActorWriting, cast_of, stated_back
from timeline.storage.article_tables import actor_mentions, actors, stated_countries
from timeline.storage.mapping import ACTOR_PREFIX, AnyRow
from timeline.storage.recasting import public
from timeline.values import namesakes
from timeline.values.actors import Actor
from timeline.values.events import Extraction
from timeline.values.namesakes import Stated

_Counts = dict[str, Counter[Stated]]


class NamesakeWriting(ActorWriting):
    """The part of ``Store`` that parts people of one name whom articles give different countries or callings."""

    def part_namesakes(self, readings: Iterable[Extraction], *, read_again: Iterable[int]) -> frozenset[str]:
        """Decide whose each name of some readings is, before they are added; keys of stored articles that mean others
        now.

        Args:
            readings: Of all articles that the transaction will add.
            read_again: Row numbers of those among them that are stored, so that what they stated no longer counts.
        """
        read_again = set(read_again)
        fresh: dict[str, dict[Stated, list[Actor]]] = defaultdict(lambda: defaultdict(list))
        for reading in readings:
            for actor in cast_of(reading).values():
                stated = stated_of(actor)
                if stated != Stated():
                    fresh[public(actor.key)][stated].append(actor)
        gone = self._stated_in(read_again)
        keys = fresh.keys() | gone.keys()
        if not keys:
            return frozenset()
        stored = self._counted(keys)
        rows = {row.key: row for row in self._by(select(actors), actors.c.key, keys)}
        held = self._keeping(keys)
        moving: dict[str, tuple[Stated, Stated]] = {}
        for key in sorted(keys):
            counts = stored.get(key, Counter())
            before = namesakes.home(counts, held.get(key))
            told = Counter({stated: len(found) for stated, found in fresh[key].items()})
            now = namesakes.home((counts - gone.get(key, Counter())) + told, held.get(key))
            if now == Stated():
                continue
            self._homes[key] = now
            if before not in (Stated(), now):
                moving[key] = (before, now)
            if key in rows and now.country is not None and rows[key].country != now.country:
                at_home = (found for stated, found in fresh[key].items() if stated.country == now.country)
                self._settle(rows[key].id, now.country, (actor for found in at_home for actor in found))
        self._add_apart(
            {
                namesakes.parted(key, stated, self._homes[key]): found[0]
                for key, by_statement in fresh.items()
                for stated, found in by_statement.items()
            }
        )
        return self._move(moving, read_again)

    def _stated_in(self, article_ids: Iterable[int]) -> _Counts:
        """What some stored articles state."""
        found: _Counts = defaultdict(Counter)
        for row in self._by(select(stated_countries), stated_countries.c.article_id, article_ids):
            found[row.key][stated_back(row.country, row.calling)] += 1
        return found

    def _settle(self, actor_id: int, country: str, stating: Iterable[Actor]) -> None:
        """Give the actor of a plain key its country, and the code that goes with it where an article has one."""
        code = next((actor.code for actor in stating if actor.code is not None), None)
        self.connection.execute(update(actors).where(actors.c.id == actor_id).values(country=country, code=code))

    def _add_apart(self, wanted: Mapping[str, Actor]) -> None:
        """Keep the actors that are no longer those of a plain key and have no row yet; by public key."""
        keys = [key for key in wanted if namesakes.APART in key.removeprefix(ACTOR_PREFIX)]
        known = self.actor_ids(key.removeprefix(ACTOR_PREFIX) for key in keys)
        for key in sorted(keys):
            bare = key.removeprefix(ACTOR_PREFIX)
            if bare not in known:
                row = article_mapping.actor_values(self._new_id(actors), wanted[key], key=key)
                self.connection.execute(insert(actors).values(dict(zip(actors.columns.keys(), row, strict=True))))
                self._actor_ids[bare] = row[0]

    def _move(self, moving: Mapping[str, tuple[Stated, Stated]], read_again: set[int]) -> frozenset[str]:
        """Let stored articles mean whom they mean now that a plain key is that of somebody else."""
        places = {
            (row.article_id, row.key)
            for row in self._by(select(stated_countries), stated_countries.c.key, moving)
            if row.article_id not in read_again and _is_another(row, *moving[row.key])
        }
        rows = [
            row
            for row in self._by(CASTING, actor_mentions.c.article_id, {article_id for article_id, _ in places})
            if (row.article_id, row.key) in places
        ]
        self._add_apart(
            {
                namesakes.parted(row.key, stated_back(row.stated, row.calling), self._homes[row.key]): Actor(
                    key=row.key.removeprefix(ACTOR_PREFIX), name=row.name, kind="person", country=row.stated or None
                )
                for row in rows
            }
        )
        return self._cast_again(rows, self._homes)


def _is_another(row: AnyRow, before: Stated, now: Stated) -> bool:
    """Whether whom an article means has another key than before."""
    stated = stated_back(row.country, row.calling)
    return namesakes.parted(row.key, stated, before) != namesakes.parted(row.key, stated, now)
