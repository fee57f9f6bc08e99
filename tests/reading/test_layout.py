"""Raw texts laid out: what is title, byline, body and furniture, and that nothing is lost."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.reading.layout import Layout, lay_out
from timeline.reading.plaintext import read
from timeline.values.article import READ_KINDS

CORPUS = Path(__file__).parent.parent / "corpus"
GOLD = sorted(path.parent for path in CORPUS.glob("*/expected.json"))
MESSY = sorted((*(CORPUS / "messy").glob("*.txt"), *(Path(__file__).parent / "messy").glob("*.txt")))
DEMO = Path(__file__).parent.parent.parent / "timeline" / "demo" / "articles"

PAGE = """The Quay Beacon
News   Harbour   Sport   Log in

Ferry back in service after nine weeks
Captain says the new engine "purrs"

By Ada Holt and Jon Reed
Published: 4 March 2026, 18:20 | Updated: 5 March 2026, 9:00
Share: Facebook X Email

KELMOUTH (Quay Wire) - The ferry sailed again on Wednesday, nine weeks after its engine failed.

"She purrs," said the captain, Ola Vey.
2 of 5
The ferry at the pier
(Photo: Ada Holt / Beacon)

More stories:
Tram fares to rise
Five soups for a cold week

Passengers cheered. The company will pay back fares until Friday.

Correction: an earlier version gave the wrong name for the ferry.
14 Comments
I was on it and it rattled.
"""


def kinds(text: str, layout: Layout, kind: str) -> list[str]:
    """The words of all blocks of a kind."""
    return [text[block.start : block.end] for block in layout.blocks if block.kind == kind]


def test_every_part_of_a_page_is_told_apart() -> None:
    """One page with everything on it."""
    layout = lay_out(PAGE)
    assert layout.title == "Ferry back in service after nine weeks"
    assert layout.subtitle == 'Captain says the new engine "purrs"'
    assert layout.authors == ("Ada Holt", "Jon Reed")
    assert layout.outlet_name == "The Quay Beacon"
    assert (layout.published.value, layout.published.basis) == ("2026-03-04T18:20", "dateline")
    assert layout.modified.value == "2026-03-05T09:00"
    assert (layout.dateline, layout.wire) == ("KELMOUTH (Quay Wire) -", "Quay Wire")
    assert layout.credits == ("(Photo: Ada Holt / Beacon)",)
    assert layout.correction == "Correction: an earlier version gave the wrong name for the ferry."
    assert kinds(PAGE, layout, "caption") == ["The ferry at the pier"]
    assert kinds(PAGE, layout, "body") == [
        "The ferry sailed again on Wednesday, nine weeks after its engine failed.",
        '"She purrs," said the captain, Ola Vey.',
        "Passengers cheered. The company will pay back fares until Friday.",
    ]
    assert "I was on it and it rattled." in kinds(PAGE, layout, "furniture")
    assert "Tram fares to rise" in kinds(PAGE, layout, "furniture")


def assert_whole(text: str, layout: Layout) -> None:
    """The blocks are in order, do not overlap, and hold every character that can be seen."""
    position = 0
    for block in layout.blocks:
        assert not text[position : block.start].strip(
            "\ufeff\u200b\u200e\u200f\u00ad \t\r\n\x0b\x0c\x85\u2028\u2029\u00a0"
        )
        assert block.start < block.end
        position = block.end
    assert not text[position:].strip("\ufeff\u200b\u200e\u200f\u00ad \t\r\n\x0b\x0c\x85\u2028\u2029\u00a0")


@pytest.mark.parametrize("folder", GOLD, ids=lambda folder: folder.name)
def test_the_gold_articles_are_laid_out(folder: Path) -> None:
    """Title, subtitle, authors, dateline and outlet are those of the table; furniture is not read."""
    text = (folder / "article.txt").read_text(encoding="utf-8")
    gold = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    layout = lay_out(text)
    assert layout.title == gold["title"]
    assert layout.subtitle == gold["subtitle"]
    assert list(layout.authors) == gold["authors"]
    assert layout.dateline == gold["dateline"]
    if gold["outlet"] is not None:
        assert layout.outlet_name == gold["outlet"]
    if "agency" in gold:
        assert layout.wire == gold["agency"]
    read = "\n".join(text[block.start : block.end] for block in layout.blocks if block.kind in READ_KINDS)
    for words in gold["furniture"]:
        assert words not in read
    for event in gold["events"]:
        assert event["sentence"] in read
    assert_whole(text, layout)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("court_case", "2025-05-14T16:42"),
        ("earthquake", "2024-11-07"),
        ("football_match", None),
        ("market_day", "2026-02-03T18:31"),
        ("scientific_study", "2025-09-10T06:00+01:00"),
    ],
)
def test_the_gold_articles_state_their_day(name: str, value: str | None) -> None:
    """The day is found where the text states it; without a year there is none, and a problem says so."""
    layout = lay_out((CORPUS / name / "article.txt").read_text(encoding="utf-8"))
    assert layout.published.value == value
    if value is None:
        assert "October 19" in layout.problems[0].what
        assert "--published" in layout.problems[0].hint


@pytest.mark.parametrize("path", MESSY, ids=lambda path: path.name)
def test_messy_texts_are_laid_out_whole(path: Path) -> None:
    """Nothing of a messy text is lost, and what is read has sentences in it."""
    raw = path.read_bytes()
    text = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    layout = lay_out(text)
    assert_whole(text, layout)
    assert kinds(text, layout, "body")


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("bilingual_page.txt", "2025-09-16T14:05"),
        ("newsletter_digest.txt", "2026-01-22T06:30:07+00:00"),
        ("wire_flash.txt", "2025-08-12T12:58+00:00"),
        ("live_blog.txt", "2025-11-29"),
        ("interview.txt", None),
    ],
)
def test_messy_texts_state_their_day(name: str, published: str | None) -> None:
    """Mail headers, wire stamps and day-first dates are read; a day of recording is not that of publication."""
    text = (CORPUS / "messy" / name).read_text(encoding="utf-8-sig")
    assert lay_out(text).published.value == published


def test_lines_in_another_script_are_furniture_in_an_english_article() -> None:
    """A caption in Arabic does not become a sentence of an English report; an Arabic report stays whole."""
    english = "Ferry sails\n\nThe ferry sailed on Monday.\nالعبارة في الميناء\nIt was full.\n"
    assert kinds(english, lay_out(english), "furniture") == ["العبارة في الميناء"]
    arabic = "العبارة تعود إلى الخدمة\n\nأبحرت العبارة يوم الاثنين بعد تسعة أسابيع من العطل.\n"
    assert not kinds(arabic, lay_out(arabic), "furniture")


PLAIN = (
    "The ferry sailed on Monday.",
    "The ferry sailed on Monday. It was full.\n\nNobody was hurt, the captain said.",
    "The ferry sailed on Monday.\nIt was full.\nNobody was hurt, the captain said.",
    "On 4 March 2026 the ferry sailed.\n\nBy Monday it was full. Share prices fell.",
    'He said:\n\n"The ferry is full."\n\nNobody answered.',
)


@pytest.mark.parametrize("text", PLAIN)
def test_a_text_of_sentences_is_all_body(text: str) -> None:
    """Without a page around it nothing is taken away, and no date in a sentence becomes that of publication."""
    layout = lay_out(text)
    assert {block.kind for block in layout.blocks} == {"body"}
    assert layout.published.value is None
    assert layout.title is None


def test_an_article_without_furniture_is_title_and_body() -> None:
    """The first line without an end mark is the title, the second the subtitle."""
    text = "Ferry back in service\n\nCaptain happy with engine\n\nThe ferry sailed on Monday.\n"
    layout = lay_out(text)
    assert [block.kind for block in layout.blocks] == ["title", "subtitle", "body"]


def test_a_headline_alone_is_a_title() -> None:
    """A document may be its headline."""
    assert lay_out("Ferry back in service").title == "Ferry back in service"


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "|", "--", " \t "])
def test_nothing_is_nothing(text: str) -> None:
    """Empty texts and bare signs give no title and no body."""
    layout = lay_out(text)
    assert layout.title is None
    assert not kinds(text, layout, "body")


def test_the_original_date_beats_the_update_wherever_it_stands() -> None:
    """The order of the two lines does not matter."""
    for lines in (
        ("Updated: 6 March 2026", "Published: 4 March 2026"),
        ("Published: 4 March 2026", "Updated: 6 March 2026"),
    ):
        layout = lay_out(
            "Ferry back in service\nBy Ada Holt\n" + "\n".join(lines) + "\n\nThe ferry sailed on Monday.\n"
        )
        assert layout.published.on.isoformat() == "2026-03-04"
        assert layout.modified.on.isoformat() == "2026-03-06"


def test_an_update_alone_is_no_publication() -> None:
    """When only the change is stated, publication stays unknown and a problem says why."""
    layout = lay_out("Ferry back in service\nUpdated: 6 March 2026\n\nThe ferry sailed on Monday.\n")
    assert layout.published.value is None
    assert layout.modified.value == "2026-03-06"
    assert "changed" in layout.problems[0].what


def test_a_numeric_date_with_two_readings_stays_unknown() -> None:
    """03/02/2026 is not taken, unless another date of the page shows the order."""
    page = "Ferry back in service\nBy Ada Holt\n{}\n\nThe ferry sailed on Monday.\n"
    layout = lay_out(page.format("Published: 03/02/2026"))
    assert layout.published.value is None
    assert "two ways" in layout.problems[0].what
    assert lay_out(page.format("Published: 03/02/2026 | Updated: 14/02/2026")).published.value == "2026-02-03"
    assert lay_out(page.format("Published: 03/02/2026 | Updated: 03/14/2026")).published.value == "2026-03-02"


def test_dates_of_other_articles_are_not_taken() -> None:
    """A date in a list of other articles, in the foot or in the body is not that of publication."""
    text = (
        "Ferry back in service\nBy Ada Holt\n\nThe ferry sailed on Monday.\n\nIt sank on 3 May 2019.\n\n"
        "Related\nTram fares to rise - 15/09/2025\nPublished: soon\n\n© Beacon 2026, 1 January 2026\n"
    )
    assert lay_out(text).published.value is None


def test_days_as_headings_are_not_the_day_of_publication() -> None:
    """A chronicle has many days, and none of them is its own."""
    text = "The strike, day by day\n\n3 March 2026\nTalks fail.\n\n4 March 2026\nThe strike begins.\n\n5 March 2026\nA march.\n"
    layout = lay_out(text)
    assert layout.published.value is None
    assert layout.title == "The strike, day by day"
    assert [words for words in kinds(text, layout, "body") if words.endswith(".")] == [
        "Talks fail.",
        "The strike begins.",
        "A march.",
    ]


@pytest.mark.parametrize(
    ("lines", "authors", "wire"),
    [
        ("Ada Holt\nPolitical editor", ("Ada Holt",), None),
        ("Ada Holt\n4 March 2026", ("Ada Holt",), None),
        ("By ADA HOLT\nAssociated Press", ("ADA HOLT",), "Associated Press"),
        ("By Ada Holt\nCourts reporter\n4 March 2026", ("Ada Holt",), None),
        ("Ada Holt, Jon Reed, New York |", ("Ada Holt", "Jon Reed"), None),
        ("5 hours ago", (), None),
    ],
)
def test_a_byline_may_take_two_lines(lines: str, authors: tuple[str, ...], wire: str | None) -> None:
    """A name above its role, its agency or a date is a byline; times since publication are furniture."""
    text = f"Ferry back in service after nine weeks\n\n{lines}\n\nThe ferry sailed on Monday.\n"
    layout = lay_out(text)
    assert (layout.authors, layout.wire, layout.subtitle) == (authors, wire, None)
    assert kinds(text, layout, "body") == ["The ferry sailed on Monday."]


def test_a_known_title_is_looked_for_and_not_guessed() -> None:
    """The title of a record is found again in its text, whatever its case and marks."""
    text = "The Quay Beacon\nFERRY BACK IN SERVICE!\n\nThe ferry sailed on Monday.\n"
    layout = lay_out(text, title="Ferry back in service")
    assert kinds(text, layout, "title") == ["FERRY BACK IN SERVICE!"]
    other = lay_out("Nine weeks later\n\nThe ferry sailed on Monday.\n", title="Ferry back in service")
    assert not [block for block in other.blocks if block.kind == "title"]


def test_hard_wrapped_paragraphs_are_one_block_each() -> None:
    """A paragraph broken into lines of one width is a paragraph, a list of short lines is not."""
    text = (
        "The ferry sailed again on Wednesday morning, nine weeks after its\n"
        "engine had failed in the middle of the strait with two hundred\n"
        "passengers on board, most of them children of the school in\n"
        "Kelmouth.\n\n"
        "Nobody was hurt. The company said that it would pay back the fares\n"
        "of all passengers until Friday, and those of the children until the\n"
        "end of the school year.\n"
    )
    assert [block.kind for block in lay_out(text).blocks] == ["body", "body"]


COLUMN = """THE QUAY BEACON                                        Page 3
Tuesday, 3 March 2026                      Volume CX No. 61

Bakery workers end nine-day
walkout after pay deal

By ADA HOLT

   HARLOW - Workers at the Brott
bakery returned to their ovens on Mon-
day evening, ending a nine-
day walkout that had emptied shelves
in half the city.
   The agreement raises wages by 4 per
cent, said union secretary Nadja
Welk.
   "Nobody will lose a job," Ms
Welk told reporters.
                             Continued on page 7
"""


def test_a_newspaper_column_is_read_as_its_paragraphs() -> None:
    """Narrow lines that go on in small letters are joined, titles too; an indented line opens a paragraph."""
    layout = lay_out(COLUMN)
    assert layout.published.value == "2026-03-03"
    assert [" ".join(words.split()) for words in kinds(COLUMN, layout, "title")] == [
        "Bakery workers end nine-day walkout after pay deal"
    ]
    assert [" ".join(words.split()) for words in kinds(COLUMN, layout, "body")] == [
        "Workers at the Brott bakery returned to their ovens on Mon- day evening, ending a nine- day walkout that had "
        "emptied shelves in half the city.",
        "The agreement raises wages by 4 per cent, said union secretary Nadja Welk.",
        '"Nobody will lose a job," Ms Welk told reporters.',
    ]


def test_words_that_were_cut_at_the_end_of_a_line_are_whole_in_the_stored_text() -> None:
    """A hyphen stays where both parts are words of their own."""
    article = read(COLUMN)
    assert "on Monday evening, ending a nine-day walkout" in article.text


def test_a_short_mail_is_unwrapped() -> None:
    """Three lines of one paragraph are enough where they go on in small letters."""
    text = (
        "Court blocks Tarn dam\n\nThe supreme court in Ardenholm on Thursday ordered a halt to work on the\n"
        "dam, siding with 300 fishing families who say it will drown their\nvillages.\n\nIt sits again on Friday.\n"
    )
    bodies = [" ".join(words.split()) for words in kinds(text, lay_out(text), "body")]
    assert bodies == [
        "The supreme court in Ardenholm on Thursday ordered a halt to work on the dam, siding with 300 fishing families "
        "who say it will drown their villages.",
        "It sits again on Friday.",
    ]


def test_lines_in_small_letters_that_are_no_prose_stay_lines() -> None:
    """A list of short items, and bullets, are not run together."""
    text = (
        "What to bring\n\nwarm clothes\na torch\nfood for two days\n- a map of the island and its paths\n- a whistle\n"
    )
    assert len(lay_out(text).blocks) == 6


def test_comments_take_all_that_follows_once_the_article_has_begun() -> None:
    """A counter of comments above the article is a button; below it readers speak."""
    text = (
        "Ferry back in service\n3 Comments\n\nThe ferry sailed on Monday.\n\nIt was full.\n\n"
        "Comments\nIt attacked a swan on Tuesday.\n"
    )
    assert kinds(text, lay_out(text), "body") == ["The ferry sailed on Monday.", "It was full."]


@given(st.lists(st.sampled_from(PAGE.splitlines()), max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_order_of_lines_is_laid_out_whole(lines: list[str]) -> None:
    """However a page is shuffled, nothing is lost."""
    text = "\n".join(lines)
    assert_whole(text, lay_out(text))


@given(st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_text_is_laid_out(text: str) -> None:
    """No text makes it fail, and blocks are spans into it, in order."""
    layout = lay_out(text)
    starts = [block.start for block in layout.blocks]
    assert starts == sorted(starts)
    assert all(text[block.start : block.end].strip() for block in layout.blocks)


def test_the_time_grows_with_the_text_and_no_faster() -> None:
    """A text ten times as long takes about ten times as long, not a hundred times."""

    def seconds(text: str) -> float:
        runs = []
        for _ in range(3):
            begin = time.process_time()
            lay_out(text)
            runs.append(time.process_time() - begin)
        return min(runs)

    lay_out(PAGE)
    for piece in (
        PAGE,
        "A short line\n",
        "word " * 40 + ".\n\n",
        "a | b | c\n",
        "a line that is full to its very end, and is followed by another one\n",
        '"Quoted words here again," he said.\n',
    ):
        once, tenfold = seconds(piece * 200), seconds(piece * 2000)
        assert tenfold < 30 * max(once, 0.001)
