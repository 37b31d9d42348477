"""Every spot fact that a person noted on the rendered pages of real marked papers, against the looks that are read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tablebook.documents.marked.paper import Look, SeenBlock, SeenPaper, SeenRun
from tablebook.documents.pdf.marks import read_seen_pdf
from tablebook.errors import UserError

PACKETS = {"sjta-ta": "sjta-ta-a-to-e.pdf", "oakland-ta-2019": "oea-tentative-agreement-2019.pdf"}
# What each mark looks like there, as the key of its marks.json says.
MEANS: dict[str, dict[str, Callable[[Look, str], bool]]] = {
    "sjta-ta": {
        "struck": lambda look, _: bool(look.strike) and not look.bold,
        "inserted": lambda look, _: look.bold and not look.strike,
        "note": lambda look, _: look.italic and not (look.strike or look.bold),
        "unmarked": lambda look, _: not (look.strike or look.bold),
    },
    "oakland-ta-2019": {
        "struck": lambda look, _: bool(look.strike) and not look.underline,
        "inserted": lambda look, style: bool(look.underline) and not look.strike and look.bold == ("bold" in style),
        "inserted-then-struck": lambda look, _: bool(look.strike and look.underline) and look.bold,
        "trap": lambda look, _: not (look.strike or look.underline) and look.colour == "#ff0000",
        "unmarked": lambda look, _: not (look.strike or look.underline),
    },
}


@cache
def seen(path: Path) -> SeenPaper:
    return read_seen_pdf(path.read_bytes(), path.name)


def runs(block: SeenBlock) -> tuple[SeenRun, ...]:
    return (*block.runs, *(run for row in block.rows for cell in row for run in cell))


def plain(text: str) -> str:
    return re.sub(r"[\s“”\"'‘’]", "", text).replace("–", "-")


def printed(paper: SeenPaper, page: int) -> Iterator[tuple[str, Look]]:
    """The characters of the blocks on a page and of one that runs over from the page before."""
    for block in paper.blocks:
        if block.page in (page - 1, page):
            for run in runs(block):
                for char in plain(run.text):
                    yield char, run.look


def places(paper: SeenPaper, page: int, text: str) -> list[list[Look]]:
    """The looks of the characters wherever a text stands."""
    chars = list(printed(paper, page))
    whole = "".join(char for char, _ in chars)
    found = [match.start() for match in re.finditer(f"(?={re.escape(plain(text))})", whole)]
    return [[look for _, look in chars[at : at + len(plain(text))]] for at in found]


def facts(folder: Path) -> list[tuple[int, str, str, str]]:
    gold = json.loads((folder / "marks.json").read_text(encoding="utf-8"))
    return [
        (fact["page"], fact["mark"], fact["style"], fact["text"])
        for document in gold["documents"]
        for fact in document["facts"]
        if "scan" not in fact["style"]
    ]


@pytest.mark.parametrize("packet", PACKETS)
def test_every_fact_comes_out_with_its_mark(shared_data: Path, packet: str) -> None:
    folder = shared_data / packet
    paper = seen(folder / PACKETS[packet])
    blank = {
        int(page) for w in paper.warnings if w.code == "page-without-text" for page in re.findall(r"\d+", w.message)
    }
    asked = [fact for fact in facts(folder) if fact[0] not in blank]
    missed = [
        (page, mark, text, [sorted(set(map(str, looks))) for looks in places(paper, page, text)])
        for page, mark, style, text in asked
        if not any(all(MEANS[packet][mark](look, style) for look in looks) for looks in places(paper, page, text))
    ]
    assert len(asked) > 25
    assert missed == []


def test_the_rules_of_a_struck_table_are_not_strikes_themselves(shared_data: Path) -> None:
    """On page 98 of the packet every word is struck, tables of many lines among them: once, and none is underlined."""
    paper = seen(shared_data / "oakland-ta-2019" / PACKETS["oakland-ta-2019"])
    looks = {(run.look.strike, run.look.underline) for block in paper.blocks if block.page == 98 for run in runs(block)}
    assert looks == {("single", "")}


def test_redline_left_in_a_final_contract_is_seen_and_nothing_else_is_struck(shared_data: Path) -> None:
    """77 pages with salary schedules, in which somebody left two struck and three new marks of punctuation in red."""
    paper = seen(shared_data / "portland-me-teachers" / "pea-contract-2019-2022.pdf")
    every = [run for block in paper.blocks for run in runs(block)]
    assert [run.text for run in every if run.look.strike or run.look.highlight] == [",", ";"]
    assert {run.text for run in every if run.look.underline and run.look.colour} == {",", "."}


@pytest.mark.parametrize(
    "name",
    [
        "CORRECTED SFUSD Stability Plan Proposal to UESF (1).pdf",
        "MOU with UESF - Sanctuary District.pdf",
        "MOU with UESF - Shelter and Housing .pdf",
        "sfusd_latest-offer_2026-02-05.pdf",
        "../grinnell-dining/college-final-offer.pdf",
        "perb_fact-finding-report_2026-02.pdf",
    ],
)
def test_a_clean_paper_has_nothing_struck_and_nothing_highlighted(shared_data: Path, name: str) -> None:
    paper = seen(shared_data / "sf-feb5" / name)
    marked = [
        (block.page, run.text) for block in paper.blocks for run in runs(block) if run.look.strike or run.look.highlight
    ]
    assert marked == []


def test_a_paper_of_pictures_alone_is_refused_in_plain_words(shared_data: Path) -> None:
    path = shared_data / "sacramento-ta-2024" / "scta-tentative-agreement-2023-2025.pdf"
    with pytest.raises(UserError, match="holds pictures and no text"):
        seen(path)
