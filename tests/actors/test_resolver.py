"""One actor has one key within an article, and nobody is guessed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

#: A text, and the keys of its mentions in order.
KEYS = (
    ("Harlow mayor Jane Firth resigned. Firth said she was tired.", ["jane-firth", "jane-firth", "jane-firth"]),
    (
        "Omar Bey won. The Orava Dock Company (ODC) lost. ODC will appeal.",
        ["omar-bey", "orava-dock", "orava-dock", "orava-dock"],
    ),
    ("Orava Lines (OXL) grew. Later OXL shrank.", ["orava-lines", "orava-lines", "orava-lines"]),
    ("The Orava Air Force left. The Air Force was late.", ["orava-air-force", "orava-air-force"]),
    ("Jane Firth, the mayor of Harlow, resigned.", ["jane-firth", "jane-firth"]),
    ("Spokesman Omar Bey denied everything. The spokesman left.", ["omar-bey", "omar-bey"]),
    ("Israeli officials left. They were tired.", ["israeli-officials", "israeli-officials"]),
    ("Jane Firth met Omar Bey. He smiled.", ["jane-firth", "omar-bey", "omar-bey"]),
    ("Boeing won. The company is glad.", ["boeing", "boeing"]),
    ("The town's biggest employer, Northgate Rail, sued the guild.", ["northgate-rail", "northgate-rail", "guild"]),
    ("He left before anybody knew.", [None]),
    (
        "Peter Banner won. Banner headlines were printed. Banner said so.",
        ["peter-banner", "peter-banner"],
    ),
    ("The Harlow Falcons won. The Falcons are glad.", ["harlow-falcons", "harlow-falcons"]),
)


@pytest.mark.parametrize(("text", "keys"), KEYS, ids=[row[0][:30] for row in KEYS])
def test_mentions_of_one_actor_share_its_key(read: Callable, text: str, keys: list[str | None]) -> None:
    """Names, last names, acronyms, roles and pronouns of one actor have one key; a pronoun of nobody has none."""
    assert keys == [mention.key for mention in read(text).mentions]


def test_two_titles_of_one_person_are_both_kept(read: Callable) -> None:
    """Titles are kept as reported, in order; a contradiction is not settled here."""
    reading = read("Council spokesperson Omar Bey agreed.\nCouncil adviser Omar Bey said more.")
    assert reading.actor("omar-bey").titles == ("Council spokesperson", "Council adviser")


def test_a_pronoun_takes_the_gender_of_the_name(read: Callable) -> None:
    """ "She" is not the man named last."""
    reading = read("Jane Firth thanked Peter Holm. She left.")
    assert reading.mention("She").key == "jane-firth"


def test_the_name_of_an_actor_is_its_fullest(read: Callable) -> None:
    """A headline's last name becomes the full name of the text."""
    reading = read("Mr Vance resigned. Later Tom Vance, 45, said he was ill.")
    assert [actor.key for actor in reading.actors if actor.kind == "person"] == ["tom-vance"]
    assert (reading.actor("tom-vance").name, reading.actor("tom-vance").aliases) == ("Tom Vance", ("Vance",))


def test_actors_come_in_order_of_first_naming_with_all_their_spans(read: Callable) -> None:
    """Every mention with a key is a span of its actor."""
    reading = read("Jane Firth met Omar Bey. Firth smiled.")
    assert [actor.key for actor in reading.actors] == ["jane-firth", "omar-bey"]
    text = reading.tokens.text
    assert [span.quote(text) for span in reading.actor("jane-firth").mentions] == ["Jane Firth", "Firth"]


def test_a_company_and_whom_it_is_called_after_are_two(read: Callable) -> None:
    """A person and a body never share a key within an article."""
    reading = read("Walter Holm, who founded Walter Holm Ltd in 1990, resigned. Holm said Walter Holm Ltd was sound.")
    assert [(actor.key, actor.kind) for actor in reading.actors] == [
        ("walter-holm", "person"),
        ("walter-holm-ltd", "organisation"),
    ]
