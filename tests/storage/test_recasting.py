"""Which actor holds follows from the edits alone, in the order in which they were made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline.storage.recasting import Recasting, Split, recast, split_of, touched
from timeline.values.actors import Participant
from timeline.values.events import Attribution, Edit, Mention
from timeline.values.text import Span


def edit(target: str, field: str, value: str, *, active: bool = True) -> Edit:
    """An edit of an actor."""
    return Edit(
        key="ed_1", target_key=target, field=field, machine_value=None, human_value=value, at="2026", active=active
    )


HARLOW = Split(key="ac_a-2", name="A", articles=frozenset(("ar_1",)))
CALLED = Split(key="ac_a-3", name="A", names=frozenset(("al",)))


@pytest.mark.parametrize(
    ("edits", "key"),
    [
        ((), "ac_a"),
        ((edit("ac_a", "merge", "ac_b"),), "ac_b"),
        ((edit("ac_a", "merge", "ac_b"), edit("ac_b", "merge", "ac_c")), "ac_c"),
        ((edit("ac_b", "merge", "ac_c"), edit("ac_a", "merge", "ac_b")), "ac_b"),
        ((edit("ac_a", "merge", "ac_b", active=False), edit("ac_b", "merge", "ac_c")), "ac_a"),
        ((edit("ac_a", "merge", "ac_b"), edit("ac_b", "merge", "ac_a")), "ac_a"),
        ((edit("ac_a", "split", HARLOW.written()),), "ac_a-2"),
        ((edit("ac_a", "split", CALLED.written()),), "ac_a-3"),
        ((edit("ac_a", "split", replace(HARLOW, names=frozenset(("bo",))).written()),), "ac_a"),
        ((edit("ac_a", "split", replace(HARLOW, articles=frozenset(("ar_2",))).written()),), "ac_a"),
        ((edit("ac_b", "alias", "Ann Holt"),), "ac_b"),
        ((edit("ac_b", "alias", "Al"),), "ac_a"),  # a name besides is not the name
        ((edit("ac_a", "name", "Anna"), edit("ac_a", "same_as", "https://a.example")), "ac_a"),
    ],
)
def test_edits_are_replayed_in_order(edits: tuple[Edit, ...], key: str) -> None:
    """Each edit is about the actors as they stood when it was made."""
    assert Recasting(edits).key("ac_a", "ar_1", "Ann Holt", ("Al",)) == key


def test_a_split_must_say_whom() -> None:
    """Neither articles nor names would mean everybody."""
    with pytest.raises(ValueError, match="articles or names"):
        Split(key="ac_a-2", name="A")
    assert split_of(edit("ac_a", "split", HARLOW.written())) == HARLOW


def test_what_edits_tie_together_is_touched() -> None:
    """Chains of merges and splits, and the names that aliases gave; undone ones too."""
    edits = (
        edit("ac_a", "merge", "ac_b"),
        edit("ac_b", "split", HARLOW.written(), active=False),
        edit("ac_a-2", "alias", "Bo"),
        edit("ac_x", "merge", "ac_y"),
    )
    assert touched(edits, "ac_a") == ({"ac_a", "ac_b", "ac_a-2"}, {"bo"})
    assert touched(edits, "ac_y") == ({"ac_x", "ac_y"}, set())


def test_a_mention_has_each_actor_once_in_a_role() -> None:
    """Two that became one are named once, with the words of the first; the source changes with them."""

    def who(start: int, key: str | None, role: str) -> Participant:
        return Participant(start=start, end=start + 1, text="x", name="X", role=role, key=key)

    mention = Mention(
        key="mn_1",
        start=0,
        end=1,
        text="x",
        lemma="x",
        sentence=0,
        type="OTHER",
        mode=None,
        label="x",
        evidence=(Span(start=0, end=9),),
        actors=(who(0, "a", "party"), who(2, "b", "party"), who(4, "a", "agent")),
        recipients=(who(6, None, "theme"), who(8, None, "theme")),
        attribution=Attribution(source=who(0, "a", "speaker")),
    )
    told = recast(mention, {"a": ("b", "Bo")})
    assert [(one.start, one.key, one.name, one.role) for one in told.actors] == [
        (0, "b", "Bo", "party"),
        (4, "b", "Bo", "agent"),
    ]
    assert told.recipients == mention.recipients
    assert told.attribution.source is not None
    assert told.attribution.source.key == "b"
