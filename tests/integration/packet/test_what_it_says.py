"""What the packet says in each language: whole sentences, nothing left out, and nothing that is not so."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from tablebook.book import Book
from tablebook.domain.record import Draft, TallyEntered
from tablebook.domain.text import paragraph
from tablebook.jobs.changed import record
from tablebook.jobs.make_packet import chosen_packet
from tablebook.jobs.ratify import count
from tablebook.jobs.sheets.packet_versions import facts_fingerprint
from tablebook.reports.packet.editions import composed
from tablebook.reports.packet.parts import Facts, Grid, Head, Lines, Pair, Say
from tablebook.reports.packet.sheet import Edition, OwnWords, PacketSheet, Ratified, Translated
from tablebook.reports.words import words_of
from tests.integration.packet.conftest import QUESTION, Ready, page_texts, printed

LANGUAGES = ("en", "es")


def said(sheet: PacketSheet, edition: Edition = Edition.MEMBERS, language: str = "en") -> list[str]:
    """Every paragraph, heading and fact of an edition."""
    made = composed(sheet, edition, words_of(language))
    found = [made.cover.title, made.cover.under, *(value for _, value in made.cover.facts.rows)] if made.cover else []
    for part in made.parts:
        match part:
            case Say() | Head():
                found.append(part.text)
            case Facts():
                found += [value for _, value in part.rows]
            case Pair():
                found += [one.text for one in (*part.left, *part.right)]
            case Grid():
                found += [cell for row in (part.head, *part.rows) for cell in row]
            case Lines():
                found += part.labels
    return found


def table(sheet: PacketSheet, language: str = "en") -> dict[str, tuple[str, ...]]:
    """The rows of the one-page summary by the number or name of their unit."""
    made = composed(sheet, Edition.SUMMARY, words_of(language))
    (grid,) = [part for part in made.parts if isinstance(part, Grid)]
    return {row[0] or row[1]: row for row in grid.rows}


def test_one_page_says_what_we_asked_and_got_in_words_that_can_be_understood(packet: Ready) -> None:
    rows = table(packet.sheet)
    told = {number: rows[number][3:] for number in ("3", "7", "12", "13", "15", "20", "23", "Side letter B")}
    assert told == {
        "3": ("60 minutes of paid time", "30 minutes"),
        "7": ("not more than 45 minutes", "not more than 60 minutes"),
        "12": ("Kindergarten and transitional kindergarten: 20", "Kindergarten and transitional kindergarten: 22"),
        "13": ("From August 2027", "By July 1, 2028"),
        "15": ("4 community schools", "3 community schools"),
        "20": ("5.5%, 5.0%, 4.5%", "4.0%, 3.5%, 3.25%"),
        "23": ("2 years", "3 years"),
        "Side letter B": ("not asked for", "Kindergarten rooms at Birch and Alder"),
    }


def test_asked_and_got_are_whole_sentences(packet: Ready) -> None:
    for article in packet.sheet.asked:
        for place in article.places:
            for one in place.passages:
                for text in filter(None, (one.today, one.asked, one.got) if not one.figures else ()):
                    assert text[0].isupper() or text[0] == "…" or text[1] in ".)", text
                    assert text[-1] in ".:;…)" or text[-1].isdigit(), text
                assert not one.only_grammar, one


def test_what_stays_is_told_with_the_line_that_closes_it(packet: Ready) -> None:
    line = "Articles 1, 2, 4, 22 and 26: current contract language. Article 25: withdrawn"
    assert packet.sheet.closing.startswith(line)
    texts = said(packet.sheet)
    assert "5 articles stay as they are. Withdrawn: 1." in texts
    assert not any("Deferred: 0" in text for text in texts)


def test_a_pass_of_both_is_joint(packet: Ready) -> None:
    texts = [replace(packet.sheet.texts[0], party="joint", accepted="J-1"), *packet.sheet.texts[1:]]
    sheet = replace(packet.sheet, texts=tuple(texts))
    assert any(text.endswith("on Joint J-1") for text in said(sheet))
    assert any(text.endswith("sobre la propuesta conjunta J-1") for text in said(sheet, language="es"))


NO_DAY = {"en": "with the agreement, no day of their own: {0}", "es": "con el acuerdo, sin fecha propia: {0}"}
IN_TEXT = {"en": "on the days that their text names: {0}", "es": "en los días que nombra su texto: {0}"}
TERM = "This Agreement is in full force and effect from July 1, 2027, through June 30, 2030."


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("words", "told"), [("Teachers meet.", NO_DAY), ("Paid effective July 1, 2028.", IN_TEXT)])
def test_a_ta_without_a_date_is_named(packet: Ready, language: str, words: str, told: dict[str, str]) -> None:
    first, *rest = packet.sheet.texts
    sheet = replace(packet.sheet, texts=(replace(first, effective="", clean=(paragraph(words),)), *rest))
    assert any(text.endswith(told[language].format(first.label)) for text in said(sheet, language=language))


def test_the_sentence_that_says_when_the_agreement_begins_and_ends_is_quoted(packet: Ready) -> None:
    first, *rest = packet.sheet.texts
    text = paragraph(f"The parties agree. {TERM} It renews.")
    assert f"“{TERM}”" in said(replace(packet.sheet, texts=(replace(first, clean=(text,)), *rest)))


@pytest.mark.parametrize(("language", "came"), [("en", "It came about: "), ("es", "Se cumplió: ")])
def test_a_condition_that_was_met_is_told_so_and_the_packet_stays_the_same(
    packet: Ready, language: str, came: str
) -> None:
    first, *rest = packet.sheet.texts
    waits = replace(first, conditions="The levy passes.")
    met = replace(waits, met="On 9 March, 612 to 401.")
    before, after = (replace(packet.sheet, texts=(one, *rest)) for one in (waits, met))
    whole = "The levy passes. " + came + "On 9 March, 612 to 401."
    assert whole in said(after, language=language)
    assert any(text.endswith(f": {whole}") for text in said(after, language=language))
    assert not any(came in text for text in said(before, language=language))
    assert facts_fingerprint(after) == facts_fingerprint(before)


def test_everything_is_settled_when_the_total_ta_is_recorded_without_a_ta_of_its_own(packet: Ready) -> None:
    when = datetime.fromisoformat("2027-04-14T22:15:00-06:00")
    sheet = replace(packet.sheet, settled=None, recorded=when)
    assert "14 April 2027, 22:15" in said(sheet)
    assert facts_fingerprint(sheet) == facts_fingerprint(replace(sheet, recorded=None))


def test_the_program_s_own_words_of_a_vote_begin_as_a_sentence_does(packet: Ready) -> None:
    assert packet.sheet.vote is not None
    vote = replace(packet.sheet.vote, method_words="", passes_words="")
    texts = said(replace(packet.sheet, vote=vote))
    assert {"In person", "A majority of the ballots cast"} <= set(texts)


def test_the_board_s_packet_is_the_employer_s_and_has_lines_for_those_who_sign(packet: Ready) -> None:
    texts = said(packet.sheet, Edition.BOARD)
    assert "The 2027–30 agreement of Lakeview School District with Lakeview Education Association" in texts
    assert not any(text.startswith("with Lakeview School District") for text in texts)
    after = texts.index("Officers authorized to sign")
    assert texts[after + 1] == texts[after + 2] == "Name, office and signature"


def test_the_board_reads_that_the_members_ratified_and_the_packet_stays_the_same(packet: Ready) -> None:
    before = " ".join(said(packet.sheet, Edition.BOARD))
    assert "vote on them on 24 and 25 April 2027; and" in before
    sheet = replace(packet.sheet, ratified=Ratified(datetime.fromisoformat("2027-04-25T17:20:00-06:00"), 1341, 57))
    after = " ".join(said(sheet, Edition.BOARD))
    assert "ratified them on 25 April 2027, 1,341 for and 57 against; and" in after
    assert "vote on them" not in after


def test_a_certified_vote_is_the_same_packet(own: Book) -> None:
    figures = {"Lakeview High": (341, 57), "Harbor Elementary": (0, 0), "Union Hall": (0, 0)}
    for place, (yes, no) in figures.items():
        tally = TallyEntered("Test vote", yes + no, yes + no, yes, no, place=place, tellers=("A. Ruiz",))
        record(own, [Draft(tally)], "Counted.")
    count.certify(own, "Test vote", by="The president")
    sheet = chosen_packet(own)
    assert sheet.version == 1
    assert sheet.ratified is not None
    assert (sheet.ratified.yes, sheet.ratified.no) == (341, 57)


def test_the_heading_of_an_article_stands_with_its_first_words(packet: Ready) -> None:
    made = composed(packet.sheet, Edition.BOARD, words_of("en"))
    for before, note, text in zip(made.parts, made.parts[1:], made.parts[2:], strict=False):
        if isinstance(before, Head) and before.level == 2 and isinstance(note, Say):
            assert note.tied
            assert text is not None
    for text in page_texts(printed(packet.sheet, Edition.BOARD)):
        lines = [line for line in text.split("\r\n") if line.strip()]
        foot = next(at for at, line in enumerate(lines) if line.startswith("Page "))
        assert not lines[foot - 1].startswith(("Article ", "Appendix ", "With the words of", "As in the contract of"))


def test_counts_say_one_as_one(packet: Ready) -> None:
    feet = {language: composed(packet.sheet, Edition.SUMMARY, words_of(language)).foot for language in LANGUAGES}
    assert feet == {"en": "24 agreed, 1 withdrawn", "es": "24 acordados, 1 retirado"}
    appendix = next(text for text in packet.sheet.texts if text.name == "Appendix B")
    alone = replace(packet.sheet, texts=(appendix,), asked=())
    assert composed(alone, Edition.SUMMARY, words_of("es")).foot == "1 acordado"


def test_the_papers_in_spanish_say_the_program_s_own_words_in_spanish(packet: Ready) -> None:
    texts = said(packet.sheet, language="es")
    assert f"¿Se ratifica el acuerdo 2027–30? (“{QUESTION}”)" in texts
    assert "En persona (“Secret ballot, three sites, by hand”)" in texts
    assert "226 votos (“Half of those who may vote, 226”)" in texts
    for name in ("Artículo 3, Association Rights", "Apéndice B, Extra Duty Schedule", "Carta anexa A", "Cierre"):
        assert name in texts, name
    assert not any(text.startswith(("Article ", "Appendix ", "Side letter")) for text in texts if len(text) < 60)
    assert words_of("es").days(datetime(2027, 4, 24), datetime(2027, 4, 25)) == "24 y 25 de abril de 2027"  # noqa: DTZ001
    own = replace(packet.sheet, vote=replace(packet.sheet.vote, question="Do we accept it?"))  # type: ignore[type-var]
    assert "Do we accept it?" in said(own, language="es")


def test_the_two_columns_of_a_translation_both_say_their_language(packet: Ready) -> None:
    made = composed(packet.sheet, Edition.MEMBERS, words_of("es"))
    pairs = [part for part in made.parts if isinstance(part, Pair)]
    assert {(pair.left[0].text, pair.right[0].text) for pair in pairs} == {("Inglés", "Español")}
    assert {(pair.left[0].tone, pair.right[0].tone) for pair in pairs} == {("note", "note")}


def test_one_page_marks_what_is_unwritten_stale_or_not_translated(packet: Ready) -> None:
    seven = [text for text in packet.sheet.texts if text.number == "7"]
    assert [text.label for text in seven] == ["TA 7.2", "TA 7"]

    def row(first: OwnWords, second: OwnWords, language: str) -> str:
        changed = {"TA 7.2": first, "TA 7": second}
        texts = tuple(replace(text, plain=changed.get(text.label, text.plain)) for text in packet.sheet.texts)
        return table(replace(packet.sheet, texts=texts), language)["7"][2]

    new, old = (Translated("es", "Una reunión.", "A", "B", stale=stale) for stale in (False, True))
    assert row(OwnWords(), OwnWords("Lunch is longer."), "en") == "Lunch is longer. Not written yet: TA 7.2."
    assert row(OwnWords(), OwnWords(), "en") == "Not written yet: TA 7.2 and TA 7."
    assert row(OwnWords("One meeting.", "", (new,)), OwnWords("Lunch."), "es") == (
        "Una reunión. Aún no se ha traducido; esto es el inglés de TA 7: Lunch."
    )
    assert row(OwnWords("One meeting.", "", (old,)), OwnWords(), "es") == (
        "La traducción de TA 7.2 está desactualizada; esto es el inglés: One meeting. Aún no se ha escrito: TA 7."
    )
    assert row(OwnWords("One.", stale=True), OwnWords("Lunch."), "en").endswith("One. Lunch. Check TA 7.2 against the "
        "agreement: its text changed after these words were written.")  # fmt: skip
