"""Actors of the user's own: they go before ours, hold between the days that are stated, and bad rows are named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from timeline import parse
from timeline.actors.keys import key as key_of
from timeline.errors import LexiconError
from timeline.lexicons.actors import actor_lexicon
from timeline.lexicons.own_actors import OwnActor, own_actors, shipped_terms

HEADER = "name,kind,country,code,aliases,from,until,same_as\n"
COUNTRIES = {"GB": "United Kingdom", "FR": "France"}
HARLOW = (
    HEADER + "Jane Firth,person,GB,,,,,wikidata:Q42\n"
    "Jane Firth,person,GB,GBRGOV,mayor of Harlow;Harlow mayor,2012-05-01,2016-04,\n"
    "Tom Reed,person,United Kingdom,GBRGOV,mayor of Harlow,2016-05-01,,\n"
    "Orrin Dock Choir,group,,,ODC;Dock Choir,,,https://orrin.example/choir\n"
)


def folder(tmp_path: Path, content: str | bytes) -> Path:
    """A folder with an ``actors.csv``."""
    written = content.encode() if isinstance(content, str) else content
    (tmp_path / "actors.csv").write_bytes(written)
    return tmp_path


def test_rows_are_read(tmp_path: Path) -> None:
    """Countries by code or name, kinds in words, days of a month from its first to its last, addresses."""
    rows = own_actors(folder(tmp_path, HARLOW), COUNTRIES)
    assert rows[1] == OwnActor(
        name="Jane Firth",
        kind="person",
        alpha2="GB",
        code="GBRGOV",
        aliases=("mayor of Harlow", "Harlow mayor"),
        first_day=date(2012, 5, 1),
        last_day=date(2016, 4, 30),
    )
    assert rows[0].same_as == ("http://www.wikidata.org/entity/Q42",)
    assert (rows[2].alpha2, rows[3].kind) == ("GB", "organisation")


@pytest.mark.parametrize(
    "content",
    [
        "\ufeffname,kind\r\nJane Firth,person\r\n\r\n".encode(),
        b"kind,name\nperson,Jane Firth\n",
        b"Name , Kind,alpha2\nJane Firth,person\n",
        b'name,kind\n"Jane Firth",person\n,\n',
    ],
)
def test_spreadsheets_are_taken_as_they_are(tmp_path: Path, content: bytes) -> None:
    """A byte order mark, Windows line ends, empty lines, another order, short rows and our own column name."""
    assert own_actors(folder(tmp_path, content), COUNTRIES) == (OwnActor(name="Jane Firth", kind="person"),)


def test_a_folder_without_the_table_adds_nothing(tmp_path: Path) -> None:
    """Whoever has trigger words only needs no actors."""
    assert own_actors(tmp_path, COUNTRIES) == ()
    assert actor_lexicon(tmp_path).names.keys() == actor_lexicon().names.keys()


WRONG = [
    ("", "line 1", "lacks the column 'name'"),
    ("name\nJane\n", "line 1", "lacks the column 'kind'; begin with the line name,kind"),
    ("name,kind,contry\n", "line 1", "unknown column 'contry'; did you mean 'country'"),
    ("name;kind\n", "line 1", "with commas between"),
    ("name,kind\n,person\n", "line 2, column name", "is empty"),
    ("name,kind\nJane Firth,people\n", "line 2, column kind", "'people' is no kind; write person"),
    ("name,kind,country\nJane Firth,person,Ruritania\n", "line 2, column country", "write its ISO code, such as FR"),
    ("name,kind,code\nJane Firth,person,gov\n", "line 2, column code", "write three capitals each, such as FRAGOV"),
    ("name,kind,from\nA,person,\nJane Firth,person,May 2012\n", "line 3, column from", "'May 2012' is no day; write"),
    ("name,kind,until\nJane Firth,person,2012-02-30\n", "line 2, column until", "is no day"),
    ("name,kind,from,until\nJane,person,2013,2012\n", "line 2, column until", "2012 lies before 2013; swap them"),
    ("name,kind,same_as\nJane Firth,person,wikipedia\n", "line 2, column same_as", "write https://... or wikidata:Q42"),
    ("name,kind\nFirth, Jane,person\n", "line 2", "has 3 cells, and the header 2; put a cell with a comma in quotes"),
    (b"name,kind\nJos\xe9,person\n", "actors.csv", "save it as CSV UTF-8"),
]


@pytest.mark.parametrize(("content", "where", "what"), WRONG)
def test_a_bad_row_is_named_with_what_helps(tmp_path: Path, content: str | bytes, where: str, what: str) -> None:
    """File, line and column stand in the message, and the remedy."""
    with pytest.raises(LexiconError) as raised:
        own_actors(folder(tmp_path, content), COUNTRIES)
    message = str(raised.value)
    assert str(tmp_path / "actors.csv") in message
    assert where in message
    assert what in message


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """A folder that is not there is no silent nothing."""
    with pytest.raises(LexiconError, match="there is no such folder"):
        actor_lexicon(tmp_path / "nowhere")


def test_own_actors_go_before_ours(tmp_path: Path) -> None:
    """A row of one's own overrides ours of that name, all else of ours stays."""
    lexicon = actor_lexicon(folder(tmp_path, "name,kind,country,code\nAdidas,organisation,FR,FRABUS\n"))
    known = lexicon.names["Adidas"]
    assert (known.country, known.code) == ("FR", "FRABUS")
    assert lexicon.names["3M"] == actor_lexicon().names["3M"]


@pytest.mark.parametrize(
    ("published", "key", "name", "code"),
    [
        ("2014-03-05", "jane-firth", "Jane Firth", "GBRGOV"),
        ("2012-05-01", "jane-firth", "Jane Firth", "GBRGOV"),
        ("2016-04-30", "jane-firth", "Jane Firth", "GBRGOV"),
        ("2016-05-01", "tom-reed", "Tom Reed", "GBRGOV"),
        ("2012-04-30", "mayor-of-harlow", "mayor of Harlow", None),
        (None, "mayor-of-harlow", "mayor of Harlow", None),
    ],
)
def test_an_office_is_that_of_its_holder_on_the_day(
    tmp_path: Path, published: str | None, key: str, name: str, code: str | None
) -> None:
    """Who held it when the article was published; of a day that the table does not cover, or none, nobody."""
    text = "The mayor of Harlow opened the new bridge on Tuesday."
    reading = parse(text, published=published, lexicon=folder(tmp_path, HARLOW))
    (actor,) = (one for one in reading.actors if one.key == key)
    assert actor.name == name
    if code is not None:
        assert (actor.code, actor.titles) == (code, ("mayor of Harlow",))
    opened = next(mention for mention in reading.mentions if mention.text == "opened")
    assert [(who.key, who.name) for who in opened.actors] == [(key, name)]
    assert opened.actors[0].text == "The mayor of Harlow"


def test_what_the_text_says_of_an_office_wins(tmp_path: Path) -> None:
    """A mayor whom the article names is that one, whatever the table says."""
    text = "The mayor of Harlow, Ada Lund, opened the bridge. Lund thanked the workers."
    reading = parse(text, published="2014-03-05", lexicon=folder(tmp_path, HARLOW))
    assert "ada-lund" in {actor.key for actor in reading.actors}
    assert "jane-firth" not in {actor.key for actor in reading.actors}


def test_office_and_name_are_one_actor(tmp_path: Path) -> None:
    """Whoever is named besides is the same one, with the office as a title and its address elsewhere."""
    text = "The mayor of Harlow opened the bridge on Tuesday. In the evening Jane Firth spoke to pupils."
    reading = parse(text, published="2014-03-05", lexicon=folder(tmp_path, HARLOW))
    (firth,) = (actor for actor in reading.actors if actor.key == "jane-firth")
    assert len(firth.mentions) == 2
    assert firth.same_as == ("http://www.wikidata.org/entity/Q42",)


def test_aliases_without_days_name_always(tmp_path: Path) -> None:
    """An organisation is found by its other names, with or without a day."""
    text = "ODC sang at the pier. The Dock Choir will sing again."
    for published in (None, "2014-03-05"):
        reading = parse(text, published=published, lexicon=folder(tmp_path, HARLOW))
        (choir,) = (actor for actor in reading.actors if actor.key == "orrin-dock-choir")
        assert (choir.kind, choir.same_as) == ("organisation", ("https://orrin.example/choir",))


def test_our_terms_are_whole() -> None:
    """Sorted, of persons that our table of actors knows, with days in order that do not overlap."""
    rows = shipped_terms()
    assert [(row.name, row.code, row.first_day) for row in rows] == sorted(
        (row.name, row.code, row.first_day) for row in rows
    )
    names = actor_lexicon().names
    last: dict[str, str] = {}
    for row in sorted(rows, key=lambda row: (row.name, row.first_day)):
        assert names[row.name].kind == "person", row.name
        assert key_of(row.name) is not None
        assert date.fromisoformat(row.first_day) < date.fromisoformat(row.last_day or "9999-12-31"), row.name
        assert last.get(row.name, "") < row.first_day, row.name
        last[row.name] = row.last_day or "9999-12-31"


@pytest.mark.parametrize(
    ("published", "code"), [("2013-06-01", "USAGOV"), ("2006-06-01", "USALEG"), ("2019-06-01", "USA"), (None, "USAGOV")]
)
def test_a_known_person_has_the_code_of_the_day(published: str | None, code: str) -> None:
    """In office, in parliament before, and neither afterwards; without a day as the table of actors has it."""
    reading = parse("Barack Obama spoke in Harlow on Tuesday.", published=published)
    (obama,) = (actor for actor in reading.actors if actor.key == "barack-obama")
    assert obama.code == code
    assert {who.code for mention in reading.mentions for who in mention.actors} == {code}


@pytest.mark.parametrize(
    ("name", "published", "code"),
    [
        ("Joseph Stalin", "2013-06-01", "RUS"),
        ("Winston Churchill", "1942-06-01", "GBRGOV"),
        ("Winston Churchill", "1948-06-01", "GBR"),
        ("Winston Churchill", "1953-06-01", "GBRGOV"),
        ("Margaret Thatcher", "1985-06-01", "GBRGOV"),
        ("Margaret Thatcher", "2010-06-01", "GBR"),
        ("Augusto Pinochet", "1980-06-01", "CHLGOV"),
        ("Augusto Pinochet", "1995-06-01", "CHLMIL"),
        ("Augusto Pinochet", "2000-06-01", "CHL"),
        ("Nelson Mandela", "1995-06-01", "ZAFGOV"),
        ("Nelson Mandela", "2010-06-01", "ZAF"),
        ("Francois Mitterrand", "1990-06-01", "FRAGOV"),
        ("Kim Il Sung", "2020-06-01", "PRK"),
    ],
)
def test_nobody_of_the_past_governs_for_ever(name: str, published: str, code: str) -> None:
    """Those who are out of office have the code of their country alone."""
    reading = parse(f"{name} was told of in Harlow on Tuesday.", published=published)
    assert [actor.code for actor in reading.actors if actor.kind == "person"] == [code]


@pytest.mark.parametrize(
    ("text", "published", "key"),
    [
        ("President Bush met dockers in Harlow on Tuesday.", "1990-08-20", "george-h-w-bush"),
        ("President Bush met dockers in Harlow on Tuesday.", "2005-08-20", "george-w-bush"),
        ("President Bush met dockers in Harlow on Tuesday.", None, "george-w-bush"),
        ("George W. Bush met dockers in Harlow. Bush spoke.", "1990-08-20", "george-w-bush"),
        ("George H. W. Bush met dockers in Harlow. Bush spoke.", "2005-08-20", "george-h-w-bush"),
        ("President Assad met dockers in Harlow on Tuesday.", "1995-08-20", "hafez-assad"),
        ("Bashar Assad met dockers in Harlow on Tuesday.", "1995-08-20", "bashar-asad"),
    ],
)
def test_a_namesake_is_the_one_of_the_day(text: str, published: str | None, key: str) -> None:
    """A short name means who was in office when the article was published; a name in full means itself."""
    reading = parse(text, published=published)
    assert key in {actor.key for actor in reading.actors}
    people = {who.key for mention in reading.mentions for who in mention.actors if who.kind == "person"}
    assert people == {key}
