"""One actor has one key, namesakes have two, and what may mean two means neither.

A row is a text, the words of a mention (the last with these words counts), and its key.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

LAST_NAMES = (
    ("Jane Firth resigned. Firth wept.", "Firth", "jane-firth"),
    ("Mayor Jane Firth resigned. Mayor Firth wept.", "Mayor Firth", "jane-firth"),
    ("Jane Firth resigned. Ms Firth wept.", "Ms Firth", "jane-firth"),
    ("Jane Firth resigned. Mrs. Firth wept.", "Mrs. Firth", "jane-firth"),
    ("Dr. Jane Firth resigned. Professor Jane Firth wept.", "Professor Jane Firth", "jane-firth"),
    ("Mr Vance resigned. Later Tom Vance wept.", "Mr Vance", "tom-vance"),
    ("JANE FIRTH resigned. Jane Firth wept.", "Jane Firth", "jane-firth"),
    ("Sean O'Brien resigned. O’Brien wept.", "O’Brien", "sean-obrien"),
    ("Sean O'Brien resigned. Mr O'Brien wept.", "Mr O'Brien", "sean-obrien"),
    ("Jean-Claude Morel resigned. Jean Claude Morel wept.", "Jean Claude Morel", "jean-claude-morel"),
    ("Jean-Claude Morel resigned. Morel wept.", "Morel", "jean-claude-morel"),
    ("José Pérez resigned. Jose Perez wept.", "Jose Perez", "jose-perez"),
    ("José Pérez resigned. Perez wept.", "Perez", "jose-perez"),
    ("Lech Wałęsa resigned. Walesa wept.", "Walesa", "lech-walesa"),
)
INITIALS = (
    ("John Smith resigned. J. Smith wept.", "J. Smith", "john-smith"),
    ("John F. Smith resigned. John Smith wept.", "John Smith", "john-f-smith"),
    ("John Smith resigned. John F. Smith wept.", "John Smith", "john-f-smith"),
    ("Mary Jones resigned. J. Jones wept.", "J. Jones", "j-jones"),
    ("John Smith met Jane Smith. J. Smith wept.", "J. Smith", "j-smith"),
    ("George W. Marsh met George H. Marsh. The two wept.", "George H. Marsh", "george-h-marsh"),
    ("George W. Marsh met George H. Marsh. The two wept.", "George W. Marsh", "george-w-marsh"),
)
FOREIGN_FORMS = (
    ("Andrés Manuel López Obrador resigned. López Obrador wept.", "López Obrador", "andres-manuel-lopez-obrador"),
    ("Andrés Manuel López Obrador resigned. Lopez Obrador wept.", "Lopez Obrador", "andres-manuel-lopez-obrador"),
    ("Mark van der Berg resigned. Van der Berg wept.", "Van der Berg", "mark-van-der-berg"),
    ("Ursula von der Leyen resigned. Von der Leyen wept.", "Von der Leyen", "ursula-von-der-leyen"),
    ("Anna de Vries resigned. Mrs de Vries wept.", "Mrs de Vries", "anna-de-vries"),
    ("Mohammed bin Rashid resigned. Bin Rashid wept.", "Bin Rashid", "mohammed-bin-rashid"),
    ("Mahmoud Abu Hamza resigned. Abu Hamza wept.", "Abu Hamza", "mahmoud-abu-hamza"),
    ("Xi Jinping resigned. Xi wept.", "Xi", "xi-jinping"),
    ("Xi Jinping resigned. President Xi wept.", "President Xi", "xi-jinping"),
    ("Park Min-seo resigned. Park wept.", "Park", "park-min-seo"),
    ("Park Min-seo resigned. Park Min Seo wept.", "Park Min Seo", "park-min-seo"),
    ("Ban Ki-moon resigned. Mr Ban wept.", "Mr Ban", "ban-ki-moon"),
    ("Ban Ki-moon resigned. Ban wept.", "Ban", "ban-ki-moon"),
    ("Zhang Wei resigned. Zhang wept.", "Zhang", "zhang-wei"),
    ("Akbar Hashemi Rafsanjani resigned. Hashemi wept.", "Hashemi", "akbar-hashemi-rafsanjani"),
    ("François Morel resigned. Francois wept.", "Francois", "francois-morel"),
)
TRANSLITERATIONS = (
    ("Mohammed Harun resigned. Muhammad Harun wept.", "Muhammad Harun", "mohammed-haroun"),
    ("Mohammed Harun resigned. Mohamed Haroun wept.", "Mohamed Haroun", "mohammed-haroun"),
    ("Mohammad Qandil resigned. Mohammed Kandil wept.", "Mohammed Kandil", "mohammed-kandil"),
    ("Muammar Gaddafi resigned. Moammar Qaddafi wept.", "Moammar Qaddafi", "muammar-kadafi"),
    ("Muammar Gaddafi resigned. Kadhafi wept.", "Kadhafi", "muammar-kadafi"),
    ("Bashar al-Assad resigned. Bashar Assad wept.", "Bashar Assad", "bashar-asad"),
    ("Omar al-Tayeb resigned. Omar Tayeb wept.", "Omar Tayeb", "omar-tayeb"),
    ("Omar al-Tayeb resigned. Al-Tayeb wept.", "Al-Tayeb", "omar-tayeb"),
    ("Omar el-Tayeb resigned. Omar al-Tayeb wept.", "Omar al-Tayeb", "omar-tayeb"),
    ("Omar Al Tayeb resigned. Omar al-Tayeb wept.", "Omar al-Tayeb", "omar-tayeb"),
    ("Omar as-Sabri resigned. Omar al-Sabri wept.", "Omar al-Sabri", "omar-sabri"),
    ("Abdel Karim Nuri resigned. Abdul Karim Nouri wept.", "Abdul Karim Nouri", "abdulkarim-nouri"),
    ("Abdelkarim Nuri resigned. Abdel Karim Nuri wept.", "Abdel Karim Nuri", "abdulkarim-nouri"),
    ("Hassan Yousef resigned. Hasan Yusuf wept.", "Hasan Yusuf", "hassan-yusuf"),
    ("Khaled Tariq resigned. Khalid Tarek wept.", "Khalid Tarek", "khaled-tariq"),
    ("Ismail Haniyeh resigned. Ismail Haniya wept.", "Ismail Haniya", "ismail-haniya"),
    ("Sergei Orlov resigned. Sergey Orlov wept.", "Sergey Orlov", "sergei-orlov"),
    ("Yuri Sobolevskiy resigned. Yury Sobolevsky wept.", "Yury Sobolevsky", "yuri-sobolevsky"),
    ("Ahmed Saleh met Ahmed Salah. The two wept.", "Ahmed Salah", "ahmed-salah"),
    ("Ahmed Hassan met Ahmed Hussein. The two wept.", "Ahmed Hussein", "ahmed-hussein"),
    ("Yuri Gromov resigned. Gromov wept.", "Gromov", "yuri-gromov"),
)
NAMESAKES = (
    ("John Smith met Jane Smith. Smith wept.", "Smith", "smith"),
    ("John Smith met Jane Smith. Mr. Smith wept.", "Mr. Smith", "john-smith"),
    ("John Smith met Jane Smith. Ms. Smith wept.", "Ms. Smith", "jane-smith"),
    ("Mayor Jane Firth met Peter Firth. Mayor Firth wept.", "Mayor Firth", "jane-firth"),
    ("Jane Firth met her brother Peter Firth. Jane Firth wept.", "Jane Firth", "jane-firth"),
    ("Jane Firth met Peter Firth. Jane Firth wept.", "Peter Firth", "peter-firth"),
    ("John Smith won. Peter Smith lost. John Smith wept.", "Peter Smith", "peter-smith"),
    ("Kim Jong-su met Kim Seo-yeon. Kim wept.", "Kim", "kim"),
    ("Kim Jong-su left. Kim wept. Later Kim Seo-yeon came.", "Kim", "kim-jong-su"),
    ("Mr Firth resigned. Jane Firth stayed.", "Mr Firth", "firth"),
    ("Mr Firth resigned. Jane Firth stayed.", "Jane Firth", "jane-firth"),
    ("Ada Reed left. Reed wept. Tom Reed came a week later.", "Reed", "ada-reed"),
    ("Mohammed Ali met Mohammed Ali Karimi. The two wept.", "Mohammed Ali", "mohammed-ali"),
    ("Omar Bey met Ada Bey. Bey wept.", "Bey", "bey"),
)
BODIES = (
    ("Nurses thanked the World Harbour Agency (WHA). WHA wept.", "WHA", "world-harbour-agency"),
    ("The Orava Workers' Party (PTO) warned. PTO wept.", "PTO", "orava-workers-party"),
    ("The Orava Dock Company (ODX) lost. Later ODX wept.", "ODX", "orava-dock"),
    ("The Orava Air Force left. The Air Force wept.", "The Air Force", "orava-air-force"),
    ("Orava Lines (OXL) grew. OXL wept.", "OXL", "orava-lines"),
    ("Nurses thanked the Northern Relief Agency (NRA). Later the NRA wept.", "NRA", "northern-relief-agency"),
    ("General Motors grew. GM wept.", "GM", "general-motors"),
    ("Acme Widgets Inc. grew. Acme Widgets wept.", "Acme Widgets", "acme-widgets"),
    ("Acme Widgets Inc. grew. Acme wept.", "Acme", "acme-widgets"),
    ("Acme Widgets Ltd grew. Acme Widgets Limited wept.", "Acme Widgets Limited", "acme-widgets"),
    ("The United Nations met. The U.N. wept.", "U.N.", "united-nations"),
    ("Harlow Council met. The council wept.", "The council", "harlow-council"),
    ("Kelmouth City Hall closed. Later City Hall wept.", "City Hall", "kelmouth-city-hall"),
    (
        "The mayor paid the Kelmouth Port Authority. The port authority wept.",
        "The port authority",
        "kelmouth-port-authority",
    ),
    ("Orava Lines sued Orava Mills. Orava Mills wept.", "Orava Mills", "orava-mills"),
    ("Harlow Council met Kelmouth Council. Kelmouth Council wept.", "Kelmouth Council", "kelmouth-council"),
    ("Al-Azhar met El-Azhar. The two wept.", "El-Azhar", "al-azhar"),
)
TITLES = (
    ("Spokesman Omar Bey left. The spokesman wept.", "The spokesman", "omar-bey"),
    ("Omar Bey, the spokesman, left. The spokesman wept.", "The spokesman", "omar-bey"),
    ("Mayor Jane Firth left. The mayor wept.", "The mayor", "jane-firth"),
    ("Gov. Jane Firth left. The governor wept.", "The governor", "jane-firth"),
    ("Sen. Jane Firth left. The senator wept.", "The senator", "jane-firth"),
    ("Foreign Minister Ada Reed met Finance Minister Jane Firth. The finance minister wept.", "The finance minister",
     "jane-firth"),
    ("Foreign Minister Ada Reed met Finance Minister Jane Firth. The minister wept.", "The minister", "minister"),
    ("President Ada Reed met President Tom Vance. The president wept.", "The president", "president"),
    ("French President Ada Reed met Chilean President Tom Vance. The French president wept.", "The French president",
     "ada-reed"),
    ("French President Ada Reed met Chilean President Tom Vance. The Chilean president wept.", "The Chilean president",
     "tom-vance"),
    ("Jane Firth left. The mayor wept.", "The mayor", "mayor"),
    ("The spokesman left. Later Omar Bey came.", "The spokesman", "spokesman"),
    ("Mayor Jane Firth left. A mayor wept.", "A mayor", "mayor"),
    ("Jane Firth, the mayor of Harlow, left.", "the mayor of Harlow", "jane-firth"),
    ("Tom Vance, a spokesman, met Jane Firth, the mayor. The mayor wept.", "The mayor", "jane-firth"),
)  # fmt: skip
PRONOUNS = (
    ("Peter Holm left. He wept.", "He", "peter-holm"),
    ("Peter Holm met Omar Bey. He wept.", "He", None),
    ("Peter Holm met Omar Bey. His car was blue.", "His", None),
    ("Peter Holm told Omar Bey he was late.", "he", None),
    ("Jane Firth met Ada Reed. She wept.", "She", None),
    ("Jane Firth met Omar Bey. He wept.", "He", "omar-bey"),
    ("Jane Firth met Omar Bey. She wept.", "She", "jane-firth"),
    ("Jane Firth met Omar Bey. Her car was blue.", "Her", "jane-firth"),
    ("Peter Holm said Omar Bey had left. He added that it was late.", "He", "peter-holm"),
    ("Peter Holm told Omar Bey to leave. He said it was late.", "He", "peter-holm"),
    ("Peter Holm met Omar Bey. He said it was late.", "He", None),
    ("Peter Holm praised him.", "him", None),
    ("Peter Holm said police had hurt him.", "him", "peter-holm"),
    ("Peter Holm left. Jane Firth praised him.", "him", "peter-holm"),
    ("Peter Holm left. Omar Bey praised him.", "him", "peter-holm"),
    ("He wept. Peter Holm left.", "He", None),
    ("Peter Holm met Omar Bey. Holm said he was late.", "he", "peter-holm"),
    ("Spokeswoman Ada Reed left. She wept.", "She", "ada-reed"),
    ("Mr Vance met Mrs Reed. She wept.", "She", "reed"),
    ("Israeli officials left. They wept.", "They", "israeli-officials"),
    ("Peter Holm and Omar Bey left. They wept.", "They", None),
    ("Nurses met drivers. They wept.", "They", None),
    ("Orava Lines sued Harlow Council. It wept.", "It", None),
    ("Orava Lines grew. It wept.", "It", "orava-lines"),
    ("The Vatican denied it.", "it", None),
    ("Orava Lines grew. Harlow Council rejected it on Monday.", "it", "orava-lines"),
    ("Orava Lines said it would close.", "it", "orava-lines"),
    ("Orava Lines announced it would close.", "it", "orava-lines"),
    ("Peter Holm left.\nIt rained.\nIt snowed.\nIt thawed.\nIt froze.\nHe wept.", "He", None),
)
ALL = (
    *LAST_NAMES, *INITIALS, *FOREIGN_FORMS, *TRANSLITERATIONS, *NAMESAKES, *BODIES, *TITLES, *PRONOUNS,
)  # fmt: skip


@pytest.mark.parametrize(("text", "words", "key"), ALL, ids=[f"{row[0]} [{row[1]}]" for row in ALL])
def test_a_mention_has_the_key_of_the_one_actor_it_can_mean(
    read: Callable, text: str, words: str, key: str | None
) -> None:
    """The only bearer of a name, a title or a gender; a key of its own, or none, where there are two."""
    mentions = [mention for mention in read(text).mentions if mention.text == words]
    assert mentions, [mention.text for mention in read(text).mentions]
    assert mentions[-1].key == key


def test_a_title_is_written_without_whose_it_is(read: Callable) -> None:
    """ "Its general secretary" and "the general secretary" are one title."""
    assert read("The union named its general secretary, Ada Reed.").actor("ada-reed").titles == ("general secretary",)


def test_a_number_at_the_beginning_of_a_sentence_is_nobody(read: Callable) -> None:
    """ "Fourteen" counts, and has no name."""
    assert read("Sixteen dockers left. Fourteen voted no.").texts == ["Sixteen dockers"]


def test_there_are_tables_enough() -> None:
    """More than a hundred texts of our own."""
    assert len(set(ALL)) >= 120


def test_a_name_that_two_people_bear_is_a_person_of_its_own(read: Callable) -> None:
    """ "Smith" after John and Jane Smith is somebody, and neither of them."""
    reading = read("John Smith met Jane Smith. Smith wept.")
    assert [(actor.key, actor.kind) for actor in reading.actors] == [
        ("john-smith", "person"),
        ("jane-smith", "person"),
        ("smith", "person"),
    ]


def test_forms_of_a_name_are_its_aliases(read: Callable) -> None:
    """The name is the first full one, the others stand beside it."""
    actor = read("Muammar Gaddafi left. Moammar Qaddafi came. Kadhafi wept.").actor("muammar-kadafi")
    assert actor.name.startswith("Muammar")
    assert set(actor.aliases) & {"Moammar Qaddafi", "Kadhafi"}
