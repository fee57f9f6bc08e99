"""Places have the country that the context gives, and none when it gives none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.lexicons.actors import actor_lexicon

#: A text, the words of the place, its name and country.
PLACES = (
    ("Nurses met in Ghent.", "Ghent", "Ghent", "BE"),
    ("Nurses met in Aurora, Illinois.", "Aurora, Illinois", "Aurora", "US"),
    ("Nurses met in southern Lebanon.", "southern Lebanon", "Lebanon", "LB"),
    ("Nurses met in the Gaza Strip.", "Gaza Strip", "Gaza", "PS"),
    ("Nurses met in Tbilisi. They left Georgia.", "Tbilisi", "Tbilisi", "GE"),
    ("The march to Jerusalem began.", "Jerusalem", "Jerusalem", "IL"),
    ("Nurses met in Orava Bay.", "Orava Bay", "Orava Bay", None),
    ("Nurses met in Beijing.", "Beijing", "Beijing", "CN"),
    ("A fire broke out in the Belgian city of Ghent.", "Ghent", "Ghent", "BE"),
    ("A fire broke out in the Iraqi town of Tarnwick.", "Tarnwick", "Tarnwick", "IQ"),
    ("A fire broke out in the village of Tarnwick.", "Tarnwick", "Tarnwick", None),
    ("A court in The Hague freed him.", "Hague", "The Hague", "NL"),
    # Regions of the first level, by themselves and with their word.
    ("Gunmen burned a school in Borno state.", "Borno state", "Borno", "NG"),
    ("Shells fell on Kherson region at night.", "Kherson region", "Kherson region", "UA"),
    ("Shells fell on Kherson Oblast at night.", "Kherson Oblast", "Kherson region", "UA"),
    ("Troops left Deir ez-Zor province.", "Deir ez-Zor province", "Deir ez-Zor province", "SY"),
    ("Floods hit Khyber Pakhtunkhwa.", "Khyber Pakhtunkhwa", "Khyber Pakhtunkhwa", "PK"),
    ("Floods hit Sergipe.", "Sergipe", "Sergipe", "BR"),
    ("He was held in Guanajuato state.", "Guanajuato state", "Guanajuato", "MX"),
    ("A strike began in North Rhine-Westphalia.", "North Rhine-Westphalia", "North Rhine-Westphalia", "DE"),
    ("They fled to South Kordofan.", "South Kordofan", "South Kordofan", "SD"),
    ("Police raided homes in Catalonia.", "Catalonia", "Catalonia", "ES"),
    ("Rebels hold Hajjah.", "Hajjah", "Hajjah", "YE"),
    ("The quake shook Kahramanmaras province.", "Kahramanmaras province", "Kahramanmaraş province", "TR"),
    # What stands behind the comma decides.
    ("A church in Birmingham, Alabama, burned.", "Birmingham, Alabama", "Birmingham", "US"),
    ("Fans marched in Birmingham, England.", "Birmingham, England", "Birmingham", "GB"),
    ("A court in Hyderabad, Pakistan, freed him.", "Hyderabad, Pakistan", "Hyderabad", "PK"),
    ("A court in Hyderabad, Sindh, freed him.", "Hyderabad, Sindh", "Hyderabad", "PK"),
    ("A court in Hyderabad, Telangana, freed him.", "Hyderabad, Telangana", "Hyderabad", "IN"),
    ("A strike in London, Ontario, ended.", "London, Ontario", "London", "CA"),
    ("A bank in Victoria, British Columbia, closed.", "Victoria, British Columbia", "Victoria", "CA"),
    ("Police in Concord, N.H., came.", "Concord, N.H.", "Concord", "US"),
    ("In Paris, Texas, a mill burned.", "Paris, Texas", "Paris", "US"),
    ("They drove to Moscow, Idaho.", "Moscow, Idaho", "Moscow", "US"),
    ("A mill burned in Lebanon, New Hampshire, on Monday.", "Lebanon, New Hampshire", "Lebanon", "US"),
    ("A mill burned in Cuba, New York.", "Cuba, New York", "Cuba", "US"),
    ("A mill burned in Athens, Georgia.", "Athens, Georgia", "Athens", "US"),
    ("A mill burned in Macon, Georgia.", "Macon, Georgia", "Macon", "US"),
    ("A mill burned in Batumi, Georgia.", "Batumi, Georgia", "Batumi", "GE"),
    ("A mill burned in Cambridge, Massachusetts.", "Cambridge, Massachusetts", "Cambridge", "US"),
    ("Nurses met in Orava, Norway.", "Orava, Norway", "Orava", "NO"),
    # A list is no region behind a comma.
    ("They flew to Damascus, Lebanon and Iraq.", "Damascus", "Damascus", "SY"),
    ("Protests in Lebanon, Georgia and Armenia went on.", "Lebanon", "Lebanon", "LB"),
    ("They met in Paris, Rome and Ghent.", "Paris", "Paris", "FR"),
    # Other names of the article decide.
    ("Crowds met in Tripoli. Libya closed its border.", "Tripoli", "Tripoli", "LY"),
    ("Crowds met in Tripoli. Lebanon closed its border.", "Tripoli", "Tripoli", "LB"),
    ("Crowds met in Tripoli and Beirut.", "Tripoli", "Tripoli", "LB"),
    ("Crowds met in Hyderabad. Pakistani police came.", "Hyderabad", "Hyderabad", "PK"),
    ("Crowds met in Hyderabad. Indian police came.", "Hyderabad", "Hyderabad", "IN"),
    ("Crowds met in Birmingham. British police came.", "Birmingham", "Birmingham", "GB"),
    ("Crowds met in Birmingham, then in Montgomery, Alabama.", "Birmingham", "Birmingham", "US"),
    ("Crowds met in Cambridge. A court in Boston agreed.", "Cambridge", "Cambridge", "US"),
    ("Crowds met in Cambridge.", "Cambridge", "Cambridge", None),
    ("Crowds met in Santiago. Chile was calm.", "Santiago", "Santiago", "CL"),
    ("Crowds met in Valencia. Venezuela was calm.", "Valencia", "Valencia", "VE"),
    ("Crowds met in Valencia. Spanish police came.", "Valencia", "Valencia", "ES"),
    ("Canadian nurses flew to London.", "London", "London", "GB"),
    # A country or a state.
    ("A storm hit Georgia and Alabama.", "Georgia", "Georgia", "US"),
    ("Gov. Dana Reed spoke in Atlanta. They left Georgia.", "Georgia", "Georgia", "US"),
    ("Protests went on in Georgia. Georgian police came.", "Georgia", "Georgia", "GE"),
    ("Protests in Tbilisi spread through Georgia.", "Georgia", "Georgia", "GE"),
    ("American nurses met in Georgia.", "Georgia", "Georgia", None),
    # A town that is also somebody's name.
    ("Lloyd Austin met them in Austin.", "Austin", "Austin", "US"),
)


@pytest.mark.parametrize(("text", "words", "name", "country"), PLACES, ids=[row[0] for row in PLACES])
def test_a_place_has_its_name_and_country(
    read: Callable, text: str, words: str, name: str, country: str | None
) -> None:
    """Regions and countries behind a comma belong to the place; an unknown place has no country."""
    place = next(place for place in read(text).places if place.text == words)
    assert (name, country) == (place.name, place.country)


@pytest.mark.parametrize(
    ("text", "words", "latitude", "longitude"),
    [
        ("Nurses met in Ghent.", "Ghent", 51.05, 3.72),
        ("Nurses met in Tikrit.", "Tikrit", 34.62, 43.68),
        ("Nurses met in Bavaria.", "Bavaria", 48.9, 11.3),
        ("Nurses met in Helmand province.", "Helmand province", 31.6, 64.2),
        ("Nurses met in Birmingham, Alabama.", "Birmingham, Alabama", 33.52, -86.8),
        ("Nurses met in Orava Bay.", "Orava Bay", None, None),
        ("Nurses met in Cambridge.", "Cambridge", None, None),
        ("Nurses met in Paris, Texas.", "Paris, Texas", None, None),
    ],
)
def test_a_place_has_the_position_of_its_reading(
    read: Callable, text: str, words: str, latitude: float | None, longitude: float | None
) -> None:
    """Towns and regions have a position for maps; a name that stays open, or is not in the table, has none."""
    place = read(text).place(words)
    if latitude is None:
        assert (place.latitude, place.longitude) == (None, None)
    else:
        assert place.latitude == pytest.approx(latitude, abs=0.1)
        assert place.longitude == pytest.approx(longitude, abs=0.1)


def test_a_capital_that_acts_is_its_government(read: Callable) -> None:
    """ "Washington said" is an actor and no place."""
    reading = read("Washington said it would wait.")
    assert reading.places == ()
    assert (reading.mention("Washington").country, reading.mention("Washington").kind) == ("US", "country")


def test_a_capital_behind_in_is_a_place(read: Callable) -> None:
    """ "In Washington" is where."""
    reading = read("Nurses met in Washington.")
    assert [place.country for place in reading.places] == ["US"]
    assert "Washington" not in reading.texts


def test_a_country_behind_in_is_a_place_and_no_actor(read: Callable) -> None:
    """ "In Israel" is where, "Israel" alone is who."""
    reading = read("Nurses met in Israel. Israel closed the road.")
    assert [place.text for place in reading.places] == ["Israel"]
    assert [mention.sentence for mention in reading.mentions if mention.text == "Israel"] == [1]


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("Lloyd Austin left Manila. Austin said the talks went well.", "Austin", "lloyd-austin"),
        ("Barbara Jordan resigned. Jordan said she was tired.", "Jordan", "barbara-jordan"),
        ("Jordan closed its border. Jordanian police came.", "Jordan", "jordan"),
        ("Whitney Houston sang. Houston was glad.", "Houston", "whitney-houston"),
    ],
)
def test_a_place_name_may_be_the_last_name_of_somebody(read: Callable, text: str, words: str, key: str) -> None:
    """Where an article names a person in full, the last name alone is the person and no place."""
    reading = read(text)
    assert reading.mention(words).key == key
    assert words not in [place.text for place in reading.places]


def test_georgia_is_no_actor_where_it_is_a_state(read: Callable) -> None:
    """The country does not act where only the state is meant."""
    assert "georgia" not in [actor.key for actor in read("The storm hit Georgia and Alabama.").actors]


def test_names_of_countries_that_are_regions_too_are_few() -> None:
    """Only these need the context of the article."""
    assert "Georgia" in actor_lexicon().namesakes
    assert len(actor_lexicon().namesakes) < 12
