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
    ("Norway on Monday freed Chilean sailors.", "freed", "08", ["NO"], ["CL"]),
    ("The Norwegian premier said his country would bomb Chile.", "bomb", "13", ["NO"], ["CL"]),
    ("Norway searched the offices of a Chilean bank.", "searched", "17", ["NO"], ["CL"]),
    ("Norway seized farms owned by Chileans.", "seized", "17", ["NO"], ["CL"]),
    ("Norway appealed for calm in Chile.", "appealed", "02", ["NO"], [None, "CL"]),
    ("Norway condemned a bombing in Chile.", "condemned", "11", ["NO"], [None]),
    ("Norway has promised to build a school in Chile.", "promised", "03", ["NO"], ["CL"]),
    ("Norway's parliament approved a treaty with Chile.", "treaty", "057", ["NO"], ["CL"]),
    ("Norway ratified a treaty with Chile.", "treaty", "057", ["NO"], ["CL"]),
    ("Norwegian strikers met the Norwegian premier.", "met", "04", ["NO"], ["NO"]),
    ("Norway and Chile exchanged accusations.", "accusations", "11", ["NO", "CL"], ["NO", "CL"]),
    ("The Norwegian premier returned from a visit to Chile.", "visit", "04", ["NO", "CL"], []),
    ("The Norwegian premier flew to Santiago on Monday.", "flew", "04", ["NO"], ["CL"]),
    ("Norwegian police used gas to break up a march.", "break", "17", ["NO"], [None]),
    ("The Peruvian opposition accused the government of fraud.", "accused", "11", ["PE"], ["PE"]),
    ("Chile-backed rebels accused the government of fraud.", "accused", "11", [None], [None]),
    ("The Peruvian army said it had killed two Chileans.", "killed", "18", ["PE"], ["CL"]),
    ("The Chilean embassy was demolished by Norwegian protesters.", "demolished", "14", ["NO"], ["CL"]),
    ("The Chileans whom Norway arrested were ill.", "arrested", "17", ["NO"], ["CL"]),
    ("Criticised by Chile, Norway left the talks.", "Criticised", "11", ["CL"], ["NO"]),
    ("Norway, along with Peru, condemned Chile.", "condemned", "11", ["NO", "PE"], ["CL"]),
    ("Norway attempted to invade Chile.", "invade", "19", ["NO"], ["CL"]),
    ("Norway refused to let Chile inspect its ships.", "refused", "12", ["NO"], ["CL"]),
    ("Norwegian jets were shot down by Chile.", "shot down", "19", ["CL"], ["NO"]),
    ("Norway complained that Chilean ships had fished there.", "complained", "11", ["NO"], ["CL"]),
    ("Norway called for sanctions against Chile.", "called", "02", ["NO"], [None, "CL"]),
    ("Two days after it expelled the envoy, Chile bombed Peru.", "expelled", "16", ["CL"], [None]),
    ("Angela Merkel met Vladimir Putin and urged him to leave.", "urged", "02", ["DE"], ["RU"]),
    ("Norway signed an accord on Monday to supply Chile with gas.", "accord", "057", ["NO", "CL"], []),
    ("Norway and Chile have renewed ties.", "renewed", "05", ["NO", "CL"], []),
    ("Norway and Chile agree that the strait is open.", "agree", "03", ["NO", "CL"], []),
    ("Norway told Chile it would leave the island.", "leave", "03", ["NO"], [None]),
    ("Norway rejected accusations by Chile.", "rejected", "01", ["NO"], ["CL"]),
    ("Norway thanked Santiago on Monday for freeing sailors.", "freeing", "08", ["CL"], [None]),
    ("Norway cut off gas to Chile.", "cut off gas", "17", ["NO"], ["CL"]),
    ("Norway will send firemen to help Chile.", "send", "03", ["NO"], [None, "CL"]),
    ("A delegation led by Vladimir Putin held talks with Norway.", "held talks", "04", ["RU", "NO"], []),
    ("Norway issued a statement condemning Chile.", "condemning", "11", ["NO"], ["CL"]),
    ("Norway accused Chile of bombing a market, killing ten people.", "killing", "18", ["CL"], [None]),
    ("Jane Firth toured Chile and praised its king.", "praised", "05", [None], ["CL"]),
    ("Norway told Chile it would free two sailors.", "told", "03", ["NO"], ["CL"]),
    ("Norway told Chile it would attack the island.", "told", "13", ["NO"], ["CL"]),
    ("Norway threatened to pull out of Chile.", "pull", "13", ["NO"], ["CL"]),
    ("Norway scrapped sanctions on Chile.", "sanctions", "08", [], ["CL"]),
    ("Norway's parliament voted to break off relations with Chile.", "break", "16", ["NO"], ["CL"]),
    ("Norway ended its siege of Chile.", "ended", "08", ["NO"], [None, "CL"]),
    ("Norwegian peacekeepers were sent to Chile in May.", "sent", "07", ["NO"], ["CL"]),
    ("The demand by Norway that Chile pay was repeated.", "demand", "10", ["NO"], ["CL"]),
    ("The treaty that Norway signed with Chile covers the lake.", "treaty", "057", ["NO", "CL"], []),
    ("Norwegian negotiators held a third round of talks with Chile.", "talks", "04", ["NO", "CL"], []),
    ("A Norwegian air raid killed two Chileans.", "air raid", "19", ["NO"], ["CL"]),
    ("Two Norwegian soldiers died in a gun battle with Chilean smugglers.", "gun battle", "19", ["NO"], ["CL"]),
    ("A Norwegian was killed in an exchange of fire with Chilean gunmen.", "killed", "18", ["CL"], ["NO"]),
    ("Norway and Chile clashed near the lake.", "clashed", "19", ["NO"], ["CL"]),
    ("A Norwegian bomber blew himself up in a Chilean bus.", "blew", "18", ["NO"], ["CL"]),
    ("Ties between Norway and Chile were restored.", "restored", "05", ["NO", "CL"], []),
    ("Aid to Chile has been suspended by Norway.", "suspended", "16", ["NO"], [None, "CL"]),
    ("Norway blockaded Chile.", "blockaded", "191", ["NO"], ["CL"]),
    ("Norway protested against the Chilean raid.", "protested", "11", ["NO"], ["CL"]),
    ("Norway said Chile was behind the raid.", "was behind", "11", ["NO"], ["CL"]),
    ("Norway demanded Chile free the sailors.", "demanded", "10", ["NO"], ["CL"]),
    ("Norway is opposed to talks with Chile.", "opposed", "12", ["NO"], ["CL"]),
    ("Two Norwegian doctors were thrown out of Chile.", "thrown", "16", ["CL"], ["NO"]),
    ("Norway handed Chile a note of protest.", "note", "11", ["NO"], ["CL"]),
    ("Police in Oslo, Bergen and Trondheim held two Chileans.", "held", "17", ["NO"], ["CL"]),
    ("Norway arrested a man accused of helping Chile.", "arrested", "17", ["NO"], [None]),
    ("Norway arrested a man accused of helping Chile.", "helping", "07", [None], ["CL"]),
    ("Norway, accused of theft by Chile, on Monday left the talks.", "accused", "11", ["CL"], ["NO"]),
    ("The Norwegian premier visited Santiago on Monday.", "visited", "04", ["NO"], ["CL"]),
    ("Norway called Sunday for calm in Chile.", "called", "02", ["NO"], [None, "CL"]),
    ("Norway is willing to negotiate with Chile.", "negotiate", "03", ["NO"], ["CL"]),
    ("Norway captured a town in Chile.", "captured", "192", ["NO"], ["CL"]),
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
