"""Text files: encodings, pages, furniture, contents, tables."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from tablebook.documents.contract.contents import split_contents
from tablebook.documents.contract.furniture import without_furniture
from tablebook.documents.plain import decoded, read_plain
from tablebook.documents.read import read_contract, read_text
from tablebook.domain.text import BlockKind
from tests.unit.documents.invented import SHAPES, invented

SENTENCE = "The café is “open” to all teachers of the district each day."
CONTRACT = f"ARTICLE 1 – RECOGNITION\n\n{SENTENCE}\n\nARTICLE 2 – PAY\n\nPay is due."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_read_alike(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "contract.txt"
    path.write_bytes(CONTRACT.encode(encoding))
    reading = read_contract(path)
    assert reading.articles[0].blocks[0].text == SENTENCE


def test_latin_1_is_read() -> None:
    assert decoded("Peña, año, über".encode("latin-1")) == "Peña, año, über"


def paged(*pages: str) -> str:
    return "\f".join(pages)


def test_running_footer_that_looks_like_a_heading_is_furniture() -> None:
    pages = []
    number = 1
    for article, title in ((1, "RECOGNITION"), (2, "WAGES"), (3, "LEAVE")):
        for part in range(2):
            head = f"        ARTICLE {article}\n        {title}\n\n" if part == 0 else ""
            body = (
                f"Text of {title} part {part} goes on for a whole line here and then it stops.\nMore {article}{part}."
            )
            pages.append(
                f"The Agreement\n\n{head}{body}\n\n\nARTICLE {article}\n{title}                       {number}"
            )
            number += 1
    body, furniture = without_furniture(read_plain(paged(*pages).encode()).lines)
    assert sum(line.text.startswith("ARTICLE") for line in body) == 3
    assert sum(line.text == "The Agreement" for line in furniture) == 6


def test_text_that_repeats_now_and_then_stays() -> None:
    pages = [
        f"Words of page {n} that differ {'x' * n}.\n\nREV: 2015" if n % 4 == 0 else f"Other words {n}."
        for n in range(1, 25)
    ]
    body, _ = without_furniture(read_plain(paged(*pages).encode()).lines)
    assert sum(line.text == "REV: 2015" for line in body) == 6


def test_contents_are_taken_out_with_and_without_page_numbers() -> None:
    entries = [f"ARTICLE {n} - TITLE {'ABCDEF'[n]}" for n in range(1, 6)]
    text = "\n\n".join(f"{entry}\n\nThe words of this article fill one line and a half or so." for entry in entries)
    for contents in ("\n".join(f"{entry} ........ {n}" for n, entry in enumerate(entries)), "\n".join(entries)):
        body, taken = split_contents(read_plain(f"CONTENTS\n\n{contents}\n\n{text}".encode()).lines)
        assert len(taken) == 6
        assert body[0].text == entries[0]


def test_layout_columns_become_a_table(tmp_path: Path) -> None:
    path = tmp_path / "schedule.txt"
    path.write_text(
        "ARTICLE 1 - PAY\n\nPaid so:\n\nStep     BA        MA\n1        40,000    42,000\n2        41,000    43,000\n"
    )
    blocks = read_text(path).blocks
    (table,) = [block for block in blocks if block.kind is BlockKind.TABLE]
    assert table.rows == (("Step", "BA", "MA"), ("1", "40,000", "42,000"), ("2", "41,000", "43,000"))


def test_sentence_goes_on_over_a_page_break(tmp_path: Path) -> None:
    path = tmp_path / "contract.txt"
    path.write_text(
        "ARTICLE 1 - PAY\n\nThe district shall pay the\f educators on the first of the month.\n\nARTICLE 2\n\nEnd."
    )
    assert (
        read_contract(path).articles[0].blocks[0].text
        == "The district shall pay the educators on the first of the month."
    )


def test_references_at_line_starts_are_no_headings(tmp_path: Path) -> None:
    path = tmp_path / "contract.txt"
    lines = [
        "ARTICLE 1 - PAY", "", "Pay follows the terms that the parties set in", "Article 6 of this Agreement.", "",
        "Transfers are governed by the rules that are set down below in", "Article 14.", "", "ARTICLE 2 - LEAVE", "",
        "Leave is given as it was before, under the conditions named in", "Section 3.", "",
    ]  # fmt: skip
    path.write_text("\n".join(lines))
    reading = read_contract(path)
    assert [article.number for article in reading.articles] == ["1", "2"]
    assert not [block for _, _, block in reading.blocks if block.section]


def test_two_short_letters_are_two(tmp_path: Path) -> None:
    """A sentence between two headings is the first one's text, and no line of a heading over several lines."""
    early, late = "Schools close two hours early on Fridays.", "Schools open one hour late."
    head = "LETTER OF UNDERSTANDING – "
    path = tmp_path / "contract.txt"
    path.write_text(f"{CONTRACT}\n\n{head}EARLY RELEASE\n\n{early}\n\n{head}LATE START\n\n{late}", encoding="utf-8")
    found = [(one.title, [block.text for block in one.blocks]) for one in read_contract(path).articles[2:]]
    assert found == [("EARLY RELEASE", [early]), ("LATE START", [late])]
    assert early in [block.text for block in read_text(path).blocks]


def test_memorandum_takes_its_subject_for_its_title(tmp_path: Path) -> None:
    path = tmp_path / "mou.txt"
    head = [
        "MEMORANDUM OF UNDERSTANDING",
        "BETWEEN",
        "THE LAKE DISTRICT AND",
        "THE LAKE TEACHERS",
        "REGARDING CLASS SIZE",
    ]
    lines = [line.center(80).rstrip() for line in head]
    path.write_text("\n".join([*lines, "", "The parties agree to keep each class at or below twenty-four students."]))
    (unit,) = read_contract(path).articles
    assert (str(unit.kind), unit.title) == ("mou", "CLASS SIZE")
    assert "THE LAKE TEACHERS" in " ".join(block.text for block in unit.blocks)


@pytest.mark.parametrize("header", ["ARTICLE {n} - {t}", "Article {n}", "{t}          {p}", "ARTICLE {n} - {t}   {p}"])
def test_running_titles_do_not_repeat_the_articles(header: str, tmp_path: Path) -> None:
    pages = []
    for part in invented(SHAPES[0], seed=7):
        body = [part.heading[0].center(90).rstrip(), ""]
        for head, _, _, text in part.sections:
            body += [head, *textwrap.wrap(f"{text} {text}", 90), ""]
        for start in range(0, len(body), 14):
            top = header.format(n=part.number, t=part.title, p=len(pages) + 1)
            foot = f"Page {len(pages) + 1}".center(90)
            pages.append("\n".join([top, "", *body[start : start + 14], "", "", foot]))
    path = tmp_path / "contract.txt"
    path.write_text(paged(*pages))
    articles = [(article.number, article.title) for article in read_contract(path).articles]
    assert articles == [(part.number, part.title) for part in invented(SHAPES[0], seed=7)]


@pytest.mark.parametrize("name", ["contract.txt", "contract.md"])
def test_a_word_that_a_soft_hyphen_breaks_at_a_lines_end_is_whole(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(
        CONTRACT.replace(SENTENCE, "All paperwork is kept. No paper\u00ad\nwork of ours is lo\u00adst."), "utf-8"
    )
    assert read_contract(path).articles[0].blocks[0].text == "All paperwork is kept. No paperwork of ours is lost."


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Grievance: Service Leadership\n\nThe team meets each month.", "Grievance: Service Leadership"),
        ("Grievance: Service Leadership Team. It meets each month.", "Grievance: Service Leadership Team"),
        ("Grievance: The team meets each month.", "Grievance"),
        ("Overage: Seventy-five dollars.", "Overage"),
        ("Stipend: $500.", "Stipend"),
    ],
)
def test_a_title_of_two_names_is_one(head: str, title: str, tmp_path: Path) -> None:
    path = tmp_path / "contract.txt"
    path.write_text(f"ARTICLE 7 - TEAMS\n\n7.1 {head}\n\n7.2 Notice\n\nNotice is given in writing.\n")
    (article,) = read_contract(path).articles
    assert [one.title for one in article.sections] == [title, "Notice"]
