"""Word files: automatic numbers, tracked changes, struck words, tables, footnotes, contents."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tablebook.documents.read import read_contract, read_text, read_text_with_warnings
from tablebook.documents.word.numbering import counted
from tablebook.domain.text import BlockKind, Document, section_spans

NUMBERING = """<w:numbering {ns}>
<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="ARTICLE %1"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{legal}<w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/>
<w:lvlOverride w:ilvl="2"><w:startOverride w:val="4"/></w:lvlOverride></w:num>
</w:numbering>"""


def numbered(
    path: Path, rows: list[tuple[int, int, str]], *, start: int = 1, form: str = "decimal", legal: str = ""
) -> Path:
    """A Word file with automatic numbers: (list, level, words); list 0 for a plain paragraph."""
    document = docx.Document()
    part = document.part.numbering_part
    part._element = parse_xml(NUMBERING.format(ns=nsdecls("w"), start=start, form=form, legal=legal))
    for identity, level, words in rows:
        paragraph = document.add_paragraph(words)
        if identity:
            properties = paragraph._p.get_or_add_pPr()
            xml = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{identity}"/></w:numPr>'
            properties.append(parse_xml(xml))
    document.save(str(path))
    return path


ROWS = [
    (1, 0, "RECOGNITION"), (1, 1, "Purpose"), (0, 0, "This is the purpose of the article in words."), (1, 2, "first;"),
    (1, 2, "second."), (1, 1, "Notice"), (1, 2, "again first."), (1, 0, "PAY"), (1, 1, "Rates"), (2, 2, "fourth."),
]  # fmt: skip


def test_numbers_are_printed_as_word_prints_them(tmp_path: Path) -> None:
    contract = read_contract(numbered(tmp_path / "c.docx", ROWS)).contract
    assert [(a.number, a.title) for a in contract.articles] == [("1", "RECOGNITION"), ("2", "PAY")]
    first, second = contract.articles
    assert [b.label for b in first.blocks] == ["1.1", "", "(a)", "(b)", "1.2", "(a)"]
    assert [b.label for b in second.blocks] == ["2.1", "(d)"]
    assert [s.title for s in first.sections] == ["Purpose", "Notice"]


def test_a_number_beyond_all_lists_stays_a_number() -> None:
    for form in ("upperRoman", "lowerLetter", "decimal", "cardinalText"):
        assert counted(10**20, form) == str(10**20)


def test_start_and_legal_numbering(tmp_path: Path) -> None:
    path = numbered(tmp_path / "c.docx", ROWS, start=7, form="upperRoman", legal="<w:isLgl/>")
    contract = read_contract(path).contract
    assert [a.number for a in contract.articles] == ["VII", "VIII"]
    assert [s.number for s in contract.articles[0].sections] == ["7.1", "7.2"]


@pytest.mark.parametrize(
    ("form", "printed"),
    [("upperRoman", "XIV"), ("lowerLetter", "n"), ("ordinal", "14th"), ("cardinalText", "Fourteen"),
     ("decimalZero", "14"), ("ordinalText", "Fourteenth"), ("none", "")],
)  # fmt: skip
def test_number_formats(form: str, printed: str) -> None:
    assert counted(14, form) == printed


def test_number_formats_beyond_the_simple() -> None:
    assert [counted(n, "upperLetter") for n in (1, 26, 27, 53)] == ["A", "Z", "AA", "AAA"]
    assert [counted(n, "ordinalText") for n in (1, 21, 30)] == ["First", "Twenty-first", "Thirtieth"]


def with_body(path: Path, body: str, footnotes: str = "") -> Path:
    """A Word package with this body XML."""
    space = nsdecls("w")
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
        if footnotes:
            package.writestr("word/footnotes.xml", f"<w:footnotes {space}>{footnotes}</w:footnotes>")
    return path


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    body = (
        f"<w:p>{run('Class size is ')}<w:del><w:r><w:delText>28</w:delText></w:r></w:del>"
        f"<w:ins>{run('24')}</w:ins>{run('.')}</w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Joined ')}</w:p><w:p>{run('here.')}</w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p><w:p>{run('End.')}</w:p>"
    )
    document, warnings = read_text_with_warnings(with_body(tmp_path / "c.docx", body))
    assert [block.text for block in document.blocks] == ["Class size is 24.", "Joined here.", "End."]
    assert [warning.code for warning in warnings] == ["tracked-changes"]


def test_struck_words_are_left_out_and_said(tmp_path: Path) -> None:
    body = (
        "<w:p>"
        + run("Pay is ")
        + run("due", "<w:strike/>")
        + run("owed", '<w:u w:val="single"/>')
        + run(" now.")
        + "</w:p>"
        "<w:p><w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>" + run("Kept.") + "</w:p>"
    )
    document, warnings = read_text_with_warnings(with_body(tmp_path / "c.docx", body))
    assert [block.text for block in document.blocks] == ["Pay is owed now.", "Kept."]
    assert [warning.code for warning in warnings] == ["struck-words"]
    assert "due" in warnings[0].message


def test_hidden_words_are_left_out_and_said(tmp_path: Path) -> None:
    body = f"<w:p>{run('Pay is due.')}{run(' Coverage ends.', '<w:vanish/>')}</w:p>"
    document, warnings = read_text_with_warnings(with_body(tmp_path / "c.docx", body))
    assert [block.text for block in document.blocks] == ["Pay is due."]
    assert [warning.code for warning in warnings] == ["hidden-words"]
    assert "“Coverage ends.”" in warnings[0].message


def test_tables_keep_their_cells_and_spans(tmp_path: Path) -> None:
    cell = "<w:tc>{span}<w:p>{words}</w:p></w:tc>"
    wide = cell.format(span='<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>', words=run("Both"))
    row = "".join(cell.format(span="", words=run(words)) for words in ("1", "BA", "40,000"))
    body = f"<w:tbl><w:tr>{wide}{cell.format(span='', words=run('Pay'))}</w:tr><w:tr>{row}</w:tr></w:tbl>"
    (table,) = read_text(with_body(tmp_path / "c.docx", body)).blocks
    assert table.kind is BlockKind.TABLE
    assert table.rows == (("Both", "", "Pay"), ("1", "BA", "40,000"))


def test_words_in_a_cell_that_another_covers_are_not_read(tmp_path: Path) -> None:
    """Programs do not print them; a cell that goes on with nothing is printed."""

    def row(first: str, down: str, second: str) -> str:
        own = f"<w:tcPr>{down}</w:tcPr>" if down else ""
        return f"<w:tr><w:tc>{own}<w:p>{run(first)}</w:p></w:tc><w:tc><w:p>{run(second)}</w:p></w:tc></w:tr>"

    rows = [row("Tier 1", '<w:vMerge w:val="restart"/>', "1"), row("unseen", "<w:vMerge/>", "2"), row("", "", "3")]
    (table,) = read_text(
        with_body(tmp_path / "c.docx", f"<w:tbl>{''.join(rows)}{row('Tier 2', '<w:vMerge/>', '4')}</w:tbl>")
    ).blocks
    assert table.rows == (("Tier 1", "1"), ("", "2"), ("", "3"), ("Tier 2", "4"))


def test_footnotes_follow_their_paragraph(tmp_path: Path) -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2"><w:p>{run("As of July 1.")}</w:p></w:footnote>'
    path = with_body(tmp_path / "c.docx", f"<w:p>{run('Pay rises.')}{reference}</w:p><w:p>{run('More.')}</w:p>", note)
    assert [block.printed for block in read_text(path).blocks] == ["Pay rises.[2]", "[2] As of July 1.", "More."]


def test_heading_over_its_title_in_one_paragraph(tmp_path: Path) -> None:
    body = "".join(
        f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>ARTICLE {n}</w:t><w:br/><w:t>{t}</w:t></w:r></w:p>'
        f"<w:p>{run('The words of the article stand here and go on.')}</w:p>"
        for n, t in ((1, "RECOGNITION"), (2, "PAY"))
    )
    contract = read_contract(with_body(tmp_path / "c.docx", body)).contract
    assert [(a.number, a.title) for a in contract.articles] == [("1", "RECOGNITION"), ("2", "PAY")]


def numbers(document: Document) -> tuple[str, ...]:
    return tuple(number for number, _, _ in section_spans(document.blocks) if number)


def test_a_short_sentence_over_no_text_keeps_its_full_stop(tmp_path: Path) -> None:
    """It looks like a title, and is all that the section says."""
    words = ("ARTICLE 3. SAFETY", "1. Be safe.", "2. Always.", "3. Drills.", "Each school has two.", "4. Pay")
    body = "".join(f"<w:p>{run(one)}</w:p>" for one in words)
    blocks = read_text(with_body(tmp_path / "c.docx", body)).blocks
    assert [(one.kind.value, one.label, one.text, one.section) for one in blocks][1:] == [
        ("paragraph", "1.", "Be safe.", "1"),
        ("paragraph", "2.", "Always.", "2"),
        ("heading", "3.", "Drills", "3"),
        ("paragraph", "", "Each school has two.", ""),
        ("heading", "4.", "Pay", "4"),
    ]


def test_received_sections_are_found_with_and_without_the_heading(sample_folder: Path) -> None:
    papers = sample_folder / "papers"
    assert numbers(read_text(papers / "Art 8 District E-2 tracked.docx")) == ("8.1", "8.2", "8.3")
    assert numbers(read_text(papers / "Class Size counter clean.docx"))[:3] == ("12.1", "12.2", "12.3")
    words = read_text(papers / "Class Size counter clean.docx").text
    assert "twenty-four (24)" in words
    assert "twenty-two (22)" not in words


def test_the_full_stop_behind_a_title_in_bold_is_of_neither(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("ARTICLE 2 – HOURS").runs[0].bold = True
    for number, title in ((1, "Workweek"), (2, "Overtime")):
        line = document.add_paragraph()
        line.add_run(f"Section {number}. {title}").bold = True
        line.add_run(". Hours are paid at the regular rate.")
    document.save(tmp_path / "run-in.docx")
    blocks = read_contract(tmp_path / "run-in.docx").contract.articles[-1].blocks
    assert [block.printed for block in blocks if block.section == "2" or not block.section][-2:] == [
        "Section 2. Overtime",
        "Hours are paid at the regular rate.",
    ]
