"""Names that no table knows: what stands beside them in the article tells what they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

KINDS = (
    ("Garron, who was born in Malvo, burned the mill.", "Garron", "person"),
    ("The guards shot Dessian at noon.", "Dessian", "person"),
    ("Then Dessian left. Dessian's widow wept.", "Dessian", "person"),
    ("Prices rose after Doven said it would close a mill.", "Doven", "organisation"),
    ("They hold shares in Doven.", "Doven", "organisation"),
    ("GridCo is here.", "GridCo", "organisation"),
    ("Then the Orvadians burned the mill.", "Orvadians", "group"),
    ("Artaban II burned the mill.", "Artaban II", "person"),
    ("Police arrested Veng Sorth on Monday.", "Veng Sorth", "person"),
    ("They sold the mill to Doven for a crown.", "Doven", "organisation"),
    ("Then Sultan bin Nasser left.", "Sultan bin Nasser", "person"),
    ("They met Susan Hill there.", "Susan Hill", "person"),
)
NOBODY = (
    ("He ate a can of Crispels.", "Crispels"),
    ("They lost the battle of Narda.", "Narda"),
    ("The siege of Narda lasted a year.", "Narda"),
    ("Thousands fled to Narda.", "Narda"),
    ("It rained in northern Sarvia and in Sarvia's capital.", "Sarvia"),
    ("The Senna rose by a metre.", "Senna"),
    ('His first film, "Salt Winter", was a success.', "Salt Winter"),
    ("The film won the Silver Gull.", "Silver Gull"),
    ("Minted, an app, has failed.", "Minted"),
    ("She was struck by Hurricane Dora and the 2004 Tony show.", "Tony"),
    ("In 208 BC the mill burned.", "BC"),
    ("The MV Sea Aster sank. The Sea Aster was old.", "Sea Aster"),
    ("The frigate Admiral Dorn sank.", "Dorn"),
    ("He sold a yellow 1977 Tarn Marquette.", "Tarn Marquette"),
    ("They sang in Albert Hall.", "Albert Hall"),
)


@pytest.mark.parametrize(("text", "words", "kind"), KINDS, ids=[f"{words}: {kind}" for _, words, kind in KINDS])
def test_a_name_has_the_kind_that_its_article_shows(read: Callable, text: str, words: str, kind: str) -> None:
    """A person by what befalls people, a body by its shares and what it says, a people by its ending."""
    found = [mention for mention in read(text).mentions if mention.text.removeprefix("the ") == words]
    assert [mention.kind for mention in found] == [kind]


@pytest.mark.parametrize(("text", "words"), NOBODY, ids=[f"{words}: {text}" for text, words in NOBODY])
def test_what_does_nothing_is_nobody(read: Callable, text: str, words: str) -> None:
    """Places of battles, rivers, ships, prizes, brands and works are no actors."""
    assert [mention.text for mention in read(text).mentions if words in mention.text] == []


def test_all_of_one_name_are_alike(read: Callable) -> None:
    """One place that tells is enough for the article."""
    reading = read("Then Rukan left. The mill burned. Rukan, who had lost an eye, wept.")
    assert [mention.kind for mention in reading.mentions if mention.text == "Rukan"] == ["person", "person"]


def test_a_place_is_one_everywhere(read: Callable) -> None:
    """What is a place once is found as a place."""
    reading = read("They live in Lower Tolmin. A train left for Tolmin.")
    assert [place.text for place in reading.places] == ["Lower Tolmin", "Tolmin"]
