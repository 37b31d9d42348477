"""``tablebook pass``: numbered lists in lettered sections, and sections whose words follow their number on one line."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.integration.cli.conftest import Cli, Writer, negotiation
from tests.integration.cli.leaves import agreed, assembled, confirm, leaves_book

LETTERED = (
    (0, "STAFFING"),
    (1, "Ratios. No nurse is assigned more than the following:"),
    (2, "Intensive care: two (2) patients;"),
    (2, "Emergency: four (4) patients;"),
    (2, "Medical-surgical: six (6) patients."),
    (1, "Shift Trades. Nurses may trade shifts with the approval of the charge nurse."),
    (1, "Reports. A nurse may file a report of an unsafe assignment under Section B."),
    (0, "LEAVES"),
    (1, "Sick Leave. Nurses earn eight (8) hours of sick leave each month."),
    (1, "Bereavement. Three (3) days of paid leave are given on a death in the family."),
    (0, "TERM"),
    (1, "Reopening. Either party may give notice ninety (90) days before the end."),
    (1, "Years. This Agreement lasts three years."),
)
LEVELS = (("decimal", "ARTICLE %1 –"), ("upperLetter", "%2."), ("decimal", "%3."))
INLINE = """AGREEMENT

ARTICLE 1 - SAFETY

Section 1. Each bus has a radio.

Section 2. Physical examinations are paid by the District, up to $120.

ARTICLE 2 - TERM

Section 1. This Agreement lasts three years.
"""


def lettered_book(cli: Cli, folder: Path) -> Path:
    """A book of a contract in Word whose sections have letters and whose lists have numbers."""
    made, book = docx.Document(), folder / "nurses.tablebook"
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text) in enumerate(LEVELS)
    )
    numbering = made.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level, words in LETTERED:
        paragraph = made.add_heading(words, 1) if level == 0 else made.add_paragraph(words)
        where = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(where))
    made.save(str(folder / "contract.docx"))
    names = ("--union", "Maple Valley Nurses", "--employer", "Maple Valley Hospital")
    assert cli("new", book, "--contract", folder / "contract.docx", *names, "--we", "union").code == 0
    return book


def test_the_points_of_a_list_stay_in_their_section(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = lettered_book(cli, tmp_path)
    said = agreed(
        cli, book, "1",
        paper("ARTICLE 1 - STAFFING\n\nA. Ratios. No nurse is assigned more than the following:\n\n1. Intensive care: "
              "two (2) patients;\n\n2. Emergency: four (4) patients;\n\n3. Medical-surgical: five (5) patients.\n"),
    )  # fmt: skip
    assert "without" not in said
    words = assembled(cli, book)
    assert (
        "1. Intensive care: two (2) patients; 2. Emergency: four (4) patients; 3. Medical-surgical: five (5)" in words
    )
    assert words.index("five (5)") < words.index("Shift Trades") < words.index("ARTICLE 2")
    (passed,) = negotiation(book).passes.values()
    assert passed.places == ("A",)


def test_a_section_stands_on_one_line_with_its_number(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = leaves_book(cli, tmp_path, contract=INLINE)
    agreed(
        cli, book, "1",
        paper("Section 2. Physical examinations are paid by the District.\n\nSection 3. Cameras are for safety.\n"),
    )  # fmt: skip
    agreed(
        cli, book, "New: Safe schools", paper("NEW ARTICLE - SAFE AND OPEN SCHOOLS\n\nSection 1. All are welcome.\n")
    )
    words = assembled(cli, book)
    assert "Section 2. Physical examinations are paid by the District. Section 3. Cameras are for safety" in words
    assert "ARTICLE 3. SAFE AND OPEN SCHOOLS Section 1. All are welcome." in words
    sheet = tmp_path / "sheet.pdf"
    assert cli("report", "ta-sheet", book, "--article", "1", "-o", sheet).code == 0
    assert "on Article 1, Section 2 and Article 1, Section 3, word for word" in cli("proof", book, sheet).err


def test_a_result_is_confirmed_as_shown_or_written_out(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = lettered_book(cli, tmp_path)
    told = (
        "Delete Section B and add a new section:\n\nShift Trades. Nurses may trade shifts by telling the charge nurse."
    )
    agreed(cli, book, "1", paper(f"Article 1 - Staffing\n\n{told}\n", "told.txt"))
    agreed(cli, book, "2", paper("Article 2 - Leaves\n\nIn Section A, replace “five” with “four”.\n", "loose.txt"))
    lines = [one for one in cli("ready", book, "--json").json["lines"] if not one["settled"]]
    first, second = (i for i, one in enumerate(lines, 1) if one["act"] == "confirm-result")
    refused = cli("settle", book, "--line", first, "--words", "No, B stays", "--by", "Dana Marsh")
    assert refused.is_refusal()
    assert "comes to: “B. Shift Trades Nurses may trade shifts by telling the charge nurse.”" in refused.err
    in_doubt = cli("settle", book, "--line", second, "--words", "as shown", "--by", "Dana Marsh")
    assert in_doubt.is_refusal()
    assert "give that with --file" in in_doubt.err
    file = paper("A. Sick Leave\n\nNurses earn ten (10) hours.\n", "result.txt")
    assert cli("settle", book, "--line", second, "--file", file, "--by", "Dana Marsh").code == 0
    assert confirm(cli, book) == 0
    words = assembled(cli, book)
    assert "B. Shift Trades Nurses may trade shifts by telling the charge nurse. C. Reports" in words
    assert "A. Sick Leave Nurses earn ten (10) hours. B. Bereavement" in words


def test_a_marked_paper_that_leaves_a_paragraph_out_is_told(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    contract = INLINE.replace(
        "up to $120.\n", "up to $120.\n\nThe District pays for a second opinion.\n\nForms are kept.\n"
    )
    book = leaves_book(cli, tmp_path, contract=contract)
    marked = (
        "ARTICLE 1 - SAFETY\n\nSection 2. Physical examinations are paid by the District~~, up to $120~~.\n\n"
        "Forms are kept.\n"
    )
    agreed(cli, book, "1", paper(marked, "marked.md"))
    said = cli("ready", book).out
    assert "TA 1.2 is without “The District pays for a second opinion.”" in said


NOTICES = """AGREEMENT

ARTICLE 1 - NOTICES

Section 1. Notices are given in writing.

Section 2. Copies go to the following:

The President of the Union

The Superintendent

Section 3. Notices are posted on the board.

ARTICLE 2 - TERM

Section 1. This Agreement lasts three years.
"""
LEAVES = """AGREEMENT

ARTICLE 1 - LEAVES

A. Sick Leave

Drivers have ten days of sick leave.

B. Personal Leave

Drivers have two days of personal leave.

ARTICLE 2 - RECOGNITION

A. Unit

The District recognizes the Union as the representative of all drivers.

B. Others

No other union is recognized by the District.

ARTICLE 3 - TERM

A. Years

This Agreement lasts three years.
"""


def small_book(cli: Cli, folder: Path, contract: str) -> Path:
    file, book = folder / "small.txt", folder / "small.tablebook"
    file.write_text(contract, encoding="utf-8")
    said = cli("new", book, "--contract", file, "--union", "The Union", "--employer", "The Board", "--we", "union")
    assert said.code == 0, said.err
    return book


def test_words_that_lead_to_a_list_are_no_title(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = small_book(cli, tmp_path, NOTICES)
    text = "Section 2. ~~Copies go to the following:~~ **A copy is sent to:**\n\nThe President of the Union\n\n"
    agreed(cli, book, "1", paper(f"ARTICLE 1 - NOTICES\n\n{text}The Superintendent\n", "paper.md"))
    after = assembled(cli, book)
    assert "Section 2. A copy is sent to: The President of the Union The Superintendent Section 3." in after
    assert "Copies go" not in after


def test_figures_for_letters_are_told_by_their_titles(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = small_book(cli, tmp_path, LEAVES)
    text = "ARTICLE 1 - LEAVES\n\n1. Sick Leave\n\nDrivers have twelve days of sick leave.\n\n2. {0}\n\n{1} of leave."
    said = agreed(cli, book, "1", paper(text.format("Personal Leave", "Drivers have three days")))
    assert "“1 Sick Leave” is read as Section A by its title" in said
    after = assembled(cli, book)
    assert "A. Sick Leave Drivers have twelve days of sick leave. B. Personal Leave Drivers have three days" in after
    assert "ten days" not in after


def test_figures_beside_letters_are_said(cli: Cli, paper: Writer, tmp_path: Path) -> None:
    book = small_book(cli, tmp_path, LEAVES)
    text = "ARTICLE 1 - LEAVES\n\nSection 1. Leave for Illness\n\nDrivers have twelve days of sick leave."
    said = agreed(cli, book, "1", paper(text))
    assert "Section 1 of the paper comes in as new: the sections of Article 1 are counted A to B." in said
