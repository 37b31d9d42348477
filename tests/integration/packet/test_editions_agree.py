"""One source, several papers that cannot disagree: each is printed, read back with another library, and compared."""

from __future__ import annotations

import pytest

from tablebook.domain.text import Block
from tablebook.redline.marks import MarkedBlock
from tablebook.reports.packet.sheet import Edition, PacketSheet
from tablebook.reports.words import words_of
from tests.integration.packet.conftest import (
    QUESTION,
    Ready,
    page_texts,
    printed,
    read_back,
    shown_by,
    tight,
    web_page,
)
from tests.unit.reports.printed import drawn_lines

LANGUAGES = ("en", "es")
PDFS = (Edition.MEMBERS, Edition.LARGE_PRINT, Edition.BOARD, Edition.SUMMARY)


@pytest.fixture(scope="module")
def papers(packet: Ready) -> dict[str, str]:
    """All words of each paper in each language."""
    found = {
        f"{edition} {lang}": read_back(printed(packet.sheet, edition, lang)) for edition in PDFS for lang in LANGUAGES
    }
    return found | {f"web {lang}": shown_by(web_page(packet.sheet, lang)) for lang in LANGUAGES}


def whole(papers: dict[str, str]) -> dict[str, str]:
    """The papers with every agreement in full."""
    return {name: text for name, text in papers.items() if not name.startswith("summary")}


def members(papers: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in papers.items() if name.split()[0] in ("members", "large-print", "web")}


def missing(papers: dict[str, str], facts: list[str]) -> list[tuple[str, str]]:
    return [(name, fact) for name, text in papers.items() for fact in facts if tight(fact) not in text]


def test_the_packet_is_the_sample_s(packet: Ready) -> None:
    assert packet.sheet.version == 1
    assert len(packet.sheet.labels) == 31
    assert all(text.plain.text for text in packet.sheet.texts)


def test_every_paper_names_every_agreement(packet: Ready, papers: dict[str, str]) -> None:
    assert missing(whole(papers), list(packet.sheet.labels)) == []


def test_every_paper_names_every_article(packet: Ready, papers: dict[str, str]) -> None:
    titles = [text.title for text in packet.sheet.texts if text.kind == "article"]
    assert missing(papers, titles) == []


def test_every_paper_has_the_fingerprint_of_every_text(packet: Ready, papers: dict[str, str]) -> None:
    assert missing(whole(papers), [text.fingerprint for text in packet.sheet.texts]) == []


def test_every_paper_asks_the_same_question(papers: dict[str, str]) -> None:
    assert missing(whole(papers), [QUESTION]) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_has_the_same_dates(packet: Ready, papers: dict[str, str], language: str) -> None:
    words, vote = words_of(language), packet.sheet.vote
    assert vote is not None
    assert vote.opens is not None
    assert vote.closes is not None
    assert vote.board is not None
    own = {name: text for name, text in whole(papers).items() if name.endswith(language)}
    dates = [words.span(vote.opens, vote.closes), words.day(vote.board), words.day_or_words("2027-07-01")]
    assert missing(own, dates) == []


@pytest.mark.parametrize("edition", PDFS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_has_the_version_and_the_fingerprint(packet: Ready, edition: Edition, language: str) -> None:
    words = words_of(language)
    for text in page_texts(printed(packet.sheet, edition, language)):
        assert packet.sheet.fingerprint in text
        assert words("paper.packet", version=1) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_web_page_has_them_at_its_head_and_foot(packet: Ready, language: str) -> None:
    page = web_page(packet.sheet, language)
    assert page.count(packet.sheet.fingerprint) == 2
    assert page.count(words_of(language)("paper.packet", version=1)) == 3


def test_every_marked_word_stands_in_every_paper_for_members(packet: Ready, papers: dict[str, str]) -> None:
    blocks = [said for text in packet.sheet.texts for block in text.redline for said in marked(block)]
    assert len(blocks) > 100
    assert missing(members(papers), blocks) == []


def marked(block: MarkedBlock) -> list[str]:
    """A paragraph's words, or a table's row by row: its head stands again where it goes on on the next page."""
    rows = ["".join(run.text for cell in row for run in cell) for row in block.rows]
    return rows or ["".join(run.text for run in block.runs)]


def test_the_board_gets_every_word_as_it_will_stand(packet: Ready, papers: dict[str, str]) -> None:
    board = {name: text for name, text in papers.items() if name.startswith("board")}
    texts = [text for text in packet.sheet.texts if text.kind != "closing"]
    blocks = [said for text in texts for block in text.clean for said in lines(block)]
    assert missing(board, blocks) == []


def lines(block: Block) -> list[str]:
    return block.text.split("\n") if block.rows else [block.text]


def test_every_paper_for_members_has_the_local_s_own_words(packet: Ready, papers: dict[str, str]) -> None:
    own = [text.plain.text for text in packet.sheet.texts]
    assert missing(members(papers), [*own, *packet.sheet.letter.words.text.split("\n\n")]) == []


def test_the_translation_stands_beside_the_original(packet: Ready, papers: dict[str, str]) -> None:
    spanish = {name: text for name, text in members(papers).items() if name.endswith("es")}
    words = words_of("es")
    said = [one.text for text in packet.sheet.texts for one in text.plain.translations]
    by = words("translation.by", translator="Alma Ruiz", reviewer="Sam Ortiz")
    assert len(said) == len(packet.sheet.texts)
    assert missing({"web": papers["web es"]}, said) == []
    for text in spanish.values():
        assert text.count(tight(by)) >= 31
        assert tight(words("translation.controls")) in text


def test_what_was_asked_and_got_is_the_same_everywhere(packet: Ready, papers: dict[str, str]) -> None:
    short = [
        row.asked
        for article in packet.sheet.asked
        for place in article.places
        for row in place.passages
        if row.asked and len(row.asked.split()) < 40 and row.asked != row.today and not row.figures
    ]
    assert len(short) > 40
    assert missing({"web": papers["web en"]}, short) == []


def test_the_same_sheet_gives_the_same_bytes(packet: Ready) -> None:
    assert printed(packet.sheet, Edition.MEMBERS) == printed(packet.sheet, Edition.MEMBERS)
    assert web_page(packet.sheet) == web_page(packet.sheet)


def test_the_summary_is_one_page(packet: Ready) -> None:
    for language in LANGUAGES:
        assert len(page_texts(printed(packet.sheet, Edition.SUMMARY, language))) == 1


def test_no_word_in_large_print_is_small(packet: Ready) -> None:
    assert smallest_letter(packet.sheet) >= 17.9


def test_the_labels_of_large_print_are_whole_words(packet: Ready) -> None:
    for language, label in (("en", "Recommendation"), ("es", "Recomendación")):
        assert label in "\n".join(page_texts(printed(packet.sheet, Edition.LARGE_PRINT, language)))


def test_no_line_of_large_print_opens_a_page(packet: Ready) -> None:
    data = printed(packet.sheet, Edition.LARGE_PRINT)
    for number in range(len(page_texts(data))):
        head, *lines = sorted((line.y0 for line in drawn_lines(data, number) if line.x1 - line.x0 > 300), reverse=True)
        assert not lines or head - lines[0] > 30, f"page {number + 1}"


def smallest_letter(sheet: PacketSheet) -> float:
    """The smallest size on any page: read from the file, with what the page is enlarged by."""
    import pypdfium2
    import pypdfium2.raw as raw

    document = pypdfium2.PdfDocument(printed(sheet, Edition.LARGE_PRINT))
    sizes = []
    for page in document:
        for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=3):
            matrix = thing.get_matrix()
            size = raw.c_float()
            raw.FPDFTextObj_GetFontSize(thing.raw, size)
            sizes.append(size.value * abs(matrix.d))
    document.close()
    assert len(sizes) > 1000
    return min(sizes)
