"""Who stands on which side: refusals, what is shared, what two states agree to, and whom words of a deed concern."""

from __future__ import annotations

import pytest

from timeline import parse
from timeline.events.export_codes import codes
from timeline.values.events import Mention

_DAY = "2024-05-15"

Row = tuple[str, str, str | None, list[str | None], list[str | None]]

#: A sentence, a trigger in it, its CAMEO code, countries of its actors and of its recipients.
ROWS: tuple[Row, ...] = (
    ("Norway will not meet Peru.", "meet", "12", ["NO"], ["PE"]),
    ("Norway said it would not attend talks with Peru.", "talks", "12", ["NO"], ["PE"]),
    ("Talks between Norway and Peru were called off.", "Talks", "12", ["NO", "PE"], []),
    ("Norway and Peru swapped prisoners.", "swapped prisoners", "06", ["NO", "PE"], []),
    ("Norway and Peru agreed to open the strait.", "agreed", "03", ["NO", "PE"], []),
    ("Norway agreed to help Peru.", "agreed", "03", ["NO"], ["PE"]),
    ("Norway mediated between Chile and Peru.", "mediated", "04", ["NO"], ["CL", "PE"]),
    ("Norway told Chile to leave the island.", "told", "10", ["NO"], ["CL"]),
    ("Norway told Chile that the island was lost.", "told", "01", ["NO"], ["CL"]),
    ("Norway denied that it was bombing Chile.", "denied", "01", ["NO"], ["CL"]),
    ("Norway denied that it was bombing Chile.", "bombing", "016", ["NO"], ["CL"]),
    ("Norway admitted bombing Chile.", "admitted", "01", ["NO"], ["CL"]),
    ("Norway claimed responsibility for the bombing of Chile.", "claimed", "01", ["NO"], ["CL"]),
    ("Norway is considering an attack on Chile.", "attack", "014", ["NO"], ["CL"]),
    ("Norway did not rule out force against Chile.", "rule out", "014", ["NO"], [None, "CL"]),
    ("Norway demanded an end to Chilean air strikes.", "demanded", "10", ["NO"], [None, "CL"]),
    ("The Norwegian premier telephoned Vladimir Putin to demand an apology.", "demand", "10", ["NO"], [None, "RU"]),
    ("Norway summoned the Chilean ambassador to protest.", "protest", "11", ["NO"], ["CL"]),
    ("Norway said Chile had violated a treaty.", "said", "11", ["NO"], ["CL"]),
    ("The raid was condemned by Berlin.", "condemned", "11", ["DE"], [None]),
    ("Norway recalled its ambassador to Santiago.", "recalled", "16", ["NO"], [None, "CL"]),
    ("Chile's decision to free Peru was praised by Norway.", "praised", "05", ["NO"], ["CL"]),
    ("The two neighbours, Chile and Peru, signed a treaty.", "treaty", "057", ["CL", "PE"], []),
    ("Norway accused Chile of arming rebels.", "arming", "07", ["CL"], [None]),
    ("Norway threatened Chile with bombing the port.", "bombing", "13", ["NO"], [None]),
    ("Greeks marched in front of the Chilean embassy.", "marched", "14", ["GR"], ["CL"]),
    ("Jane Firth toured Chile and praised its king.", "praised", "05", [None], ["CL"]),
)


@pytest.mark.parametrize(("text", "trigger", "code", "actors", "recipients"), ROWS, ids=[row[0] for row in ROWS])
def test_each_side_is_named_where_it_stands(
    text: str, trigger: str, code: str | None, actors: list[str | None], recipients: list[str | None]
) -> None:
    """Actors and recipients by country, and the CAMEO code under which the event is exported."""
    mentions = parse(text, published=_DAY).mentions
    found: Mention = next(mention for mention in mentions if mention.text.startswith(trigger))
    assert codes(found, text=text)[1] == code
    assert [part.country for part in found.actors] == actors
    assert [part.country for part in found.recipients] == recipients
