"""Events, into the rows of a write transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete, insert, select, update

from timeline.storage import event_mapping
from timeline.storage.article_writing import ArticleWriting
from timeline.storage.event_tables import conflict_values, counts, event_links, events, mentions, participants, places
from timeline.storage.keys import chunks
from timeline.storage.stored import StoredEvent, StoredMention
from timeline.storage.story_tables import redirects, story_events
from timeline.values.events import Event

_EVENT_ID_COLUMN = list(mentions.columns.keys()).index("event_id")
_EVENT_PARTS = (participants, places, counts, conflict_values, event_links)


class EventWriting(ArticleWriting):
    """The part of ``Store`` that keeps events, whose mentions ``ArticleWriting`` has kept."""

    def stored_events(self, keys: Iterable[str]) -> dict[str, StoredEvent]:
        """What the rows of events say that no value does."""
        query = select(
            events.c.key, events.c.id, events.c.fingerprint, events.c.revision, events.c.first_seen_at, events.c.hidden
        )
        return {
            row.key: StoredEvent(
                id=row.id,
                fingerprint=row.fingerprint,
                revision=row.revision,
                first_seen_at=row.first_seen_at,
                hidden=bool(row.hidden),
            )
            for row in self._by(query, events.c.key, keys)
        }

    def save_events(
        self,
        found: Sequence[Event],
        *,
        before: Iterable[str],
        story_of: Mapping[str, str | None],
        stored_mentions: Mapping[str, StoredMention],
        outlet_names: Mapping[str, str],
        hidden: frozenset[str] = frozenset(),
    ) -> tuple[int, int]:
        """Keep events; how many are new and how many changed comes back.

        Args:
            found: All events of the stories in question.
            before: Keys of the events that those stories had; what is no longer found is removed.
            story_of: Story key of each event key.
            stored_mentions: Each mention of them by its key.
            outlet_names: Name of the outlet of each article key.
            hidden: Keys of events that a human took out.
        """
        stored = self.stored_events({*before, *(event.key for event in found)})
        living = {event.key for event in found}
        self._remove_events([stored[key].id for key in stored if key not in living])
        article_ids = self.article_ids(key for event in found for key in event.article_keys)
        actor_ids = self.actor_ids(who.key for event in found for who in (*event.actors, *event.recipients) if who.key)
        new = changed = 0
        rewritten: list[int] = []
        for event in found:
            old = stored.get(event.key)
            event_id = self._new_id(events) if old is None else old.id
            self._event_ids[event.key] = event_id
            is_hidden = event.key in hidden
            sort_key = None if event.date is None else event.date.sort_key
            homes = event_mapping.Homes(article_ids, event)
            content = event_mapping.event_content(event, sort_key)
            parts = (
                event_mapping.participant_rows(event_id, event, sort_key, actor_ids, homes),
                event_mapping.place_rows(event_id, event, homes),
                event_mapping.count_rows(event_id, event, homes),
                event_mapping.conflict_rows(event_id, event, outlet_names),
                event_mapping.link_rows(event_id, event),
            )
            fingerprint = event_mapping.fingerprint(event, story_of.get(event.key), is_hidden, (content, *parts))
            moved = self._claim_mentions(event, event_id, stored_mentions)
            if old is not None and old.fingerprint == fingerprint and not moved:
                continue
            visible = old is not None and old.fingerprint != fingerprint
            new += old is None
            changed += visible
            revision = 1 if old is None else old.revision + visible
            first_seen_at = self.at if old is None else old.first_seen_at
            row = (*content, int(is_hidden), revision, fingerprint, first_seen_at, self.at)
            if old is None:
                self._rows[events].append((event_id, *row))
            else:
                rewritten.append(event_id)
                self._later(events, tuple(events.columns.keys())[1:], (*row, event_id))
            for table, rows in zip(_EVENT_PARTS, parts, strict=True):
                self._rows[table] += rows
        for table in _EVENT_PARTS:
            self._delete_by(table, table.c.event_id, rewritten)
        return new, changed

    def _claim_mentions(self, event: Event, event_id: int, stored_mentions: Mapping[str, StoredMention]) -> bool:
        """Point the event's mentions to it; whether any of them did not before."""
        moved = False
        for mention in event.mentions:
            stored = stored_mentions[mention.key]
            row = self._mention_rows.get(mention.key)
            if row is not None:
                row[_EVENT_ID_COLUMN] = event_id
            elif stored.event_id != event_id:
                self._later(mentions, ("event_id",), (event_id, stored.id))
            moved = moved or stored.event_id != event_id
        return moved

    def _remove_events(self, event_ids: Sequence[int]) -> None:
        for table in (story_events, *_EVENT_PARTS):
            self._delete_by(table, table.c.event_id, event_ids)
        for chunk in chunks(event_ids):
            self.connection.execute(update(mentions).where(mentions.c.event_id.in_(chunk)).values(event_id=None))
        self._delete_by(events, events.c.id, event_ids)

    def redirect(self, old_key: str, new_key: str, reason: str) -> None:
        """Let a key that named something lead to what it is now; earlier redirects follow."""
        self.connection.execute(update(redirects).where(redirects.c.new_key == old_key).values(new_key=new_key))
        self.connection.execute(delete(redirects).where(redirects.c.old_key.in_((old_key, new_key))))
        self.connection.execute(insert(redirects).values(old_key=old_key, new_key=new_key, reason=reason, at=self.at))
