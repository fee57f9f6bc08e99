"""Dates of pages, datelines and feeds in other languages: what is read, and what is left unknown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.lexicons.date_words import date_lexicon, fold
from timeline.reading.datelines import read_date_line, read_dateline
from timeline.reading.dates import read_phrase
from timeline.reading.foreign_dates import in_english
from timeline.reading.pubdate import read_declared, strongest

DAY, MINUTE = "2024-02-28", "2024-02-28T21:44"
STATED = [
    ("ar", "الأربعاء 28 فبراير 2024", DAY),
    ("ar", "28 شباط 2024", DAY),
    ("ar", "٢٨ شباط ٢٠٢٤", DAY),
    ("ar", "28 فبراير/شباط 2024", DAY),
    ("ar", "نُشر في 28 فبراير 2024", DAY),
    ("ar", "28/02/2024 09:44 م", MINUTE),
    ("ar", "28 فبراير 2024م - 09:44 مساءً", MINUTE),
    ("ar", "الأربعاء 28 فبراير 2024 - 21:44 بتوقيت غرينتش", f"{MINUTE}+00:00"),
    ("ar", "الأربعاء 18 شعبان 1445 هـ - 28 فبراير 2024 م", DAY),
    ("ar", "15 كانون الثاني 2024", "2024-01-15"),
    ("ar", "15 تشرين الأول 2023", "2023-10-15"),
    ("ar", "15 تشرين الثاني 2023، الساعة 14:05", "2023-11-15T14:05"),
    ("ar-MA", "15 غشت 2024", "2024-08-15"),
    ("ar-DZ", "15 جويلية 2024", "2024-07-15"),
    ("he", "יום רביעי, 28 בפברואר 2024", DAY),
    ("he", "נוסף בתאריך 28.02.2024", DAY),
    ("he", "פורסם ב-28.2.2024 בשעה 21:44", MINUTE),
    ("he", "28/02/2024, 21:44", MINUTE),
    ("he", "יום ד', 28 בפברואר 2024", DAY),
    ("es", "miércoles, 28 de febrero de 2024", DAY),
    ("es", "mié. 28 feb. 2024", DAY),
    ("es", "MIÉ, 28 FEB 2024 - 21:44", MINUTE),
    ("es", "Publicado el 28 de febrero de 2024 a las 21:44 h.", MINUTE),
    ("es", "28 de febrero de 2024 a las 9:44 p. m.", MINUTE),
    ("es", "mar 5 mar 2024", "2024-03-05"),
    ("es", "Febrero 28, 2024", DAY),
    ("fr", "Publié le mercredi 28 février 2024 à 21h44", MINUTE),
    ("fr", "28 févr. 2024", DAY),
    ("fr", "Mis à jour le 28/02/2024 à 21h44", MINUTE),
    ("fr", "1er mars 2024", "2024-03-01"),
    ("fr-FR", "28 fevrier 2024 21 h 44", MINUTE),
    ("de", "Mittwoch, 28. Februar 2024, 21:44 Uhr", MINUTE),
    ("de", "Veröffentlicht am 28.02.2024", DAY),
    ("de", "Stand: 28.02.2024 21.44 Uhr", MINUTE),
    ("de", "Mi., 28. Feb. 2024 - 21:44 Uhr (MEZ)", f"{MINUTE}+01:00"),
    ("de-AT", "12. Jänner 2024", "2024-01-12"),
    ("ru", "28 февраля 2024 г., 21:44", MINUTE),
    ("ru", "28 февраля 2024 года в 21:44 МСК", f"{MINUTE}+03:00"),
    ("ru", "Опубликовано: ср, 28 фев 2024", DAY),
    ("ru", "28.02.2024, 21:44", MINUTE),
    ("uk", "середа, 28 лютого 2024 р. о 21:44", MINUTE),
    ("uk", "п'ятниця, 1 березня 2024", "2024-03-01"),
    ("pt", "quarta-feira, 28 de fevereiro de 2024", DAY),
    ("pt", "28 de fevereiro de 2024 às 15h30", "2024-02-28T15:30"),
    ("pt-BR", "Publicado em 28/02/2024 às 15h30", "2024-02-28T15:30"),
    ("pt-BR", "28 fev 2024, 21h44", MINUTE),
    ("pt", "1º de março de 2024", "2024-03-01"),
    ("tr", "28 Şubat 2024 Çarşamba, 21:44", MINUTE),
    ("tr", "Güncelleme Tarihi: 28.02.2024 - 21:44", MINUTE),
    ("tr", "28 ŞUBAT 2024", DAY),
    ("tr", "1 Kasım 2024", "2024-11-01"),
    ("zh", "2024年02月28日 21:44", MINUTE),
    ("zh-CN", "2024年2月28日（星期三）下午9时44分", MINUTE),
    ("zh", "发布时间：2024-02-28 21:44:05", f"{MINUTE}:05"),
    ("zh", "二〇二四年二月二十八日", DAY),
    ("zh-TW", "民國113年2月28日", DAY),
    ("it", "mercoledì 28 febbraio 2024 alle ore 21:44", MINUTE),
    ("it", "Pubblicato il 28 feb 2024", DAY),
    ("nl", "Gepubliceerd op 28 februari 2024 om 21.44 uur", MINUTE),
    ("nl", "wo 28 feb. 2024", DAY),
    ("pl", "środa, 28 lutego 2024 r., godz. 21:44", MINUTE),
    ("pl", "Data publikacji: 28.02.2024", DAY),
    ("pl", "5 listopada 2024", "2024-11-05"),
    ("hr", "5. listopada 2024.", "2024-10-05"),
    ("fa", "چهارشنبه ۹ اسفند ۱۴۰۲ ساعت ۲۱:۴۴", MINUTE),
    ("fa", "۲۸ فوریه ۲۰۲۴", DAY),
    ("fa", "۱۴۰۲/۱۲/۰۹", DAY),
    ("hi", "बुधवार, 28 फरवरी 2024, 09:44 PM", MINUTE),
    ("hi", "प्रकाशित: २८ फ़रवरी २०२४", DAY),
    ("ur", "28 فروری 2024", DAY),
    ("bn", "২৮ ফেব্রুয়ারি ২০২৪", DAY),
    ("ja", "2024年2月28日(水) 午後9時44分", MINUTE),
    ("ja", "令和6年2月28日", DAY),
    ("ja", "公開日 2024/02/28 21:44", MINUTE),
    ("ko", "2024년 2월 28일 오후 9시 44분", MINUTE),
    ("ko", "입력 2024.02.28 21:44", MINUTE),
    ("ko", "2024. 2. 28. (수)", DAY),
    ("id", "Rabu, 28 Februari 2024 21:44 WIB", f"{MINUTE}+07:00"),
    ("vi", "Thứ tư, 28/02/2024, 21:44 (GMT+7)", f"{MINUTE}+07:00"),
    ("sv", "Publicerad onsdag 28 februari 2024 kl. 21.44", MINUTE),
    ("da", "28. februar 2024 kl. 21.44", MINUTE),
    ("no", "Publisert 28. februar 2024", DAY),
    ("fi", "28. helmikuuta 2024 klo 21.44", MINUTE),
    ("cs", "středa 28. února 2024 21:44", MINUTE),
    ("el", "Τετάρτη, 28 Φεβρουαρίου 2024, 21:44", MINUTE),
    ("hu", "2024. február 28. 21:44", MINUTE),
    ("ro", "miercuri, 28 februarie 2024, ora 21:44", MINUTE),
    ("bg", "28 февруари 2024 г.", DAY),
    ("sr", "среда, 28. фебруар 2024.", DAY),
    ("ca", "28 de febrer de 2024", DAY),
]


@pytest.mark.parametrize(("language", "text", "value"), STATED)
def test_a_date_of_a_known_language_is_read_with_its_time(language: str, text: str, value: str) -> None:
    """Months, weekdays, labels, figures and clocks of the language that page or feed declares."""
    published = read_declared(text, basis="metadata", language=language)
    assert published is not None
    assert published.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("28 شباط 2024", DAY),
        ("28 בפברואר 2024", DAY),
        ("28 de febrero de 2024", DAY),
        ("28 février 2024", DAY),
        ("28. Februar 2024", DAY),
        ("28 февраля 2024", DAY),
        ("28 Şubat 2024", DAY),
        ("28 फरवरी 2024", DAY),
        ("2024년 2월 28일", DAY),
        ("2024年2月28日", DAY),
        ("8 augusti 2024", "2024-08-08"),
    ],
)
def test_without_a_declared_language_the_words_themselves_tell_it(text: str, value: str) -> None:
    """One language has the words, or all that have them agree; a wrong declaration does no harm."""
    for language in (None, "en"):
        published = read_declared(text, basis="metadata", language=language)
        assert published is not None
        assert published.value == value


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (None, "03/04/2024"),
        ("en", "03/04/2024"),
        ("en-US", "03/04/2024"),
        ("es-US", "03/04/2024"),
        ("zh", "03/04/2024"),
        ("ko", "03/04/2024"),
        (None, "5 listopada 2024"),
        ("ar", "18 شعبان 1445 هـ"),
        ("he", 'י"ט באדר א\' תשפ"ד'),
        ("he", "28 בפברואר"),
        ("es", "febrero de 2024"),
        ("es", "miércoles"),
        ("de", "Montag, 28. Februar 2024"),
        ("fr", "31 février 2024"),
        ("fr", "© 2024 Le Phare"),
        ("de", "Alle Rechte vorbehalten 2024"),
        ("pt", "28 de fevereiro de 2024 foi um dia frio"),
        ("es", "28 de febrero de 2024 y 1 de marzo de 2024"),
        ("ru", "28 февраля марта 2024"),
        ("ar", "28 فبراير/آذار 2024"),
        ("zh", "2024年2月30日"),
        ("fa", "۳۱ مهر ۱۴۰۲"),
        ("ja", "2024年"),
        ("th", "28 กุมภาพันธ์ 2567"),
        ("xx", "28 quelquemois 2024"),
    ],
)
def test_what_is_not_certain_stays_unknown(language: str | None, text: str) -> None:
    """Two orders, two languages that differ, other calendars, footers, sentences and impossible days give nothing."""
    assert read_declared(text, basis="metadata", language=language) is None


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("es", "2024-04-03"),
        ("fr", "2024-04-03"),
        ("ar", "2024-04-03"),
        ("pt-BR", "2024-04-03"),
        ("en-GB", "2024-04-03"),
    ],
)
def test_the_language_of_the_page_decides_the_order_where_all_its_readers_agree(language: str, day: str) -> None:
    """03/04/2024 is the 3rd of April in Spanish."""
    published = read_declared("03/04/2024", basis="metadata", language=language)
    assert published is not None
    assert published.value == day


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Publicado el 28 de febrero de 2024", "published"),
        ("Actualizado el 28 de febrero de 2024", "modified"),
        ("Veröffentlicht am 28.02.2024", "published"),
        ("Zuletzt aktualisiert am 28.02.2024", "modified"),
        ("Publié le 28 février 2024", "published"),
        ("Mis à jour le 28 février 2024", "modified"),
        ("נוסף בתאריך 28.02.2024", "published"),
        ("עודכן לאחרונה 28.02.2024", "modified"),
        ("آخر تحديث: 28 فبراير 2024", "modified"),
        ("Güncelleme: 28 Şubat 2024", "modified"),
        ("최종수정 2024.02.28 21:44", "modified"),
        ("更新时间：2024年2月28日", "modified"),
        ("28 février 2024", ""),
    ],
)
def test_a_label_says_in_its_language_what_the_date_is_of(words: str, label: str) -> None:
    """Publication and change are told apart in the words of the page."""
    phrase = read_phrase(words)
    assert phrase is not None
    assert (phrase.label, str(phrase.on)) == (label, DAY)
    assert words.endswith(phrase.text)


@pytest.mark.parametrize(
    ("head", "place", "agency", "on"),
    [
        ("القاهرة 28 فبراير 2024 - قال الوزير", "القاهرة", None, DAY),
        ("القاهرة، 28 فبراير 2024 (وكالة الميناء) - قال", "القاهرة", "وكالة الميناء", DAY),
        ("MADRID, 28 feb. 2024 (Agencia Faro) - El puerto", "MADRID", "Agencia Faro", DAY),
        ("Roma, 28 feb. 2024 - Il porto", "Roma", None, DAY),
        ("BERLIN, 28. Februar 2024 (Hafenpost) - Der", "BERLIN", "Hafenpost", DAY),
        ("МОСКВА, 28 февраля. /Маяк/. Порт закрыт", "МОСКВА", "Маяк", None),
        ("ירושלים, 28 בפברואר 2024 - הנמל", "ירושלים", None, DAY),
        ("서울, 2024년 2월 28일 - 정부는", "서울", None, DAY),
    ],
)
def test_a_dateline_of_another_language_is_told_from_the_report(
    head: str, place: str, agency: str | None, on: str | None
) -> None:
    """Place, day and agency; without a year there is no day."""
    dateline = read_dateline(head, first=True)
    assert dateline is not None
    assert (dateline.place, dateline.agency) == (place, agency)
    assert dateline.date is not None
    assert (str(dateline.date.on) if dateline.date.on else None) == on
    assert head.startswith(dateline.text)


@pytest.mark.parametrize(
    "head",
    [
        "Von 3 - 4 Mai 2024 - Die",
        "Les 28 - et 29 - Le",
        "Entre 2019 y 2024 - dijo - nada",
        "El 3 de mayo - un martes - fue",
    ],
)
def test_a_sentence_of_another_language_is_no_dateline(head: str) -> None:
    """Figures and dashes do not make a dateline."""
    assert read_dateline(head, first=True) is None


@pytest.mark.parametrize("line", ["MADRID, 28 feb. 2024", "القاهرة 28 فبراير 2024", "Ada Holt | 28 de febrero de 2024"])
def test_a_line_of_place_or_name_and_date_is_a_date_line(line: str) -> None:
    """Beside the date stand a place or a name."""
    stated = read_date_line(line)
    assert stated is not None
    assert [str(phrase.on) for phrase in stated.dates] == [DAY]


def test_the_future_is_refused_in_every_language() -> None:
    """A day after tomorrow is not that of publication."""
    published, problems = strongest(
        [read_declared("28 de febrero de 2034", basis="metadata", language="es")], as_of=date(2024, 3, 1)
    )
    assert published.value is None
    assert "2034-02-28" in problems[0].what


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.sampled_from(sorted(date_lexicon().languages))
)
def test_every_day_is_read_back_from_the_words_of_every_language(day: date, language: str) -> None:
    """Whatever day and language, the long form gives it back."""
    months = date_lexicon().languages[language].months
    if not months:
        return
    phrase = read_phrase(f"{day.day} {months[day.month - 1].split('|')[0]} {day.year}", language)
    assert phrase is not None
    assert phrase.on == day


@given(st.text(max_size=140), st.sampled_from(["ar", "he", "zh", "pt", "fa", "ko", None]))
def test_no_string_makes_it_fail(text: str, language: str | None) -> None:
    """Whatever the string, it is English words or None."""
    line = in_english(text, language)
    assert line is None or read_phrase(line) is None or line.isascii()


@pytest.mark.parametrize(
    ("text", "folded"), [("FÉVR. ٢٠٢٤", "fevr. 2024"), ("ŞUBAT", "subat"), ("२८", "28"), ("آذار", "اذار")]
)
def test_words_are_compared_without_case_accents_and_forms_of_figures(text: str, folded: str) -> None:
    """One form for all ways of writing a word."""
    assert fold(text) == folded
