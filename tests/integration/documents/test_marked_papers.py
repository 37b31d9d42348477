"""Marked papers read whole: the sample's own papers, and every fact that a person noted on real ones."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from tablebook.documents.foreign import read_paper_safely
from tablebook.documents.marked.codec import paper_from_plain, paper_to_plain
from tablebook.documents.marked.paper import ReadPaper
from tablebook.documents.marked.read import paper_json, read_paper
from tablebook.errors import UserError
from tablebook.redline.marks import Mark

PACKETS = {"sjta-ta": "sjta-ta-a-to-e.pdf", "oakland-ta-2019": "oea-tentative-agreement-2019.pdf"}
FATES = {"struck": (False, True), "inserted": (True, False), "inserted-then-struck": (True, True)}
CLEAN = (
    "CORRECTED SFUSD Stability Plan Proposal to UESF (1).docx",
    "CORRECTED SFUSD Stability Plan Proposal to UESF (1).pdf",
    "MOU with UESF - Sanctuary District.docx",
    "MOU with UESF - Sanctuary District.pdf",
    "MOU with UESF - Shelter and Housing .docx",
    "MOU with UESF - Shelter and Housing .pdf",
    "sfusd_latest-offer_2026-02-05.pdf",
    "perb_fact-finding-report_2026-02.pdf",
)


@cache
def paper_at(path: Path) -> ReadPaper:
    return read_paper(path)


@pytest.fixture
def papers(sample_folder: Path) -> Path:
    return sample_folder / "papers"


def test_a_counter_marked_by_hand(papers: Path) -> None:
    for name in ("Class Size counter clean.docx", "Class Size counter clean.pdf"):
        paper = paper_at(papers / name)
        assert [(line.party, line.label, line.date, line.time) for line in paper.header] == [
            ("employer", "E-3", "2027-03-09", "14:31"),
            ("union", "U-3", "2027-03-09", "13:24"),
            ("employer", "E-2", "2027-03-02", "15:20"),
            ("union", "U-2", "2027-02-16", "10:29"),
            ("employer", "E-1", "2027-02-09", "10:38"),
            ("union", "U-1", "2027-01-26", "13:36"),
        ]
        assert (paper.party, paper.articles) == ("employer", ("12",))
        assert "limits after the twentieth (20th) day of school:" in paper.accepted_text
        assert "limits after the tenth (10th) day of school:" in paper.rejected_text
        assert "a stipend of thirty-five dollars ($35) for each student" in paper.rejected_text
        # What the District changed without marking it is in both readings.
        assert all("may meet with the educator" in text for text in (paper.accepted_text, paper.rejected_text))
        assert "Struck words are deleted" not in paper.accepted_text
        assert "Counter E-3  3/9/27" not in paper.accepted_text
        assert {block.section for block in paper.accepted.blocks} >= {"12.1", "12.2", "12.3", "12.4", "12.5"}


def test_a_counter_tracked_in_word(papers: Path) -> None:
    paper = paper_at(papers / "Art 8 District E-2 tracked.docx")
    assert (paper.party, paper.articles) == ("employer", ("8",))
    assert [line.label for line in paper.header if line.label] == ["E-2"]
    assert "8.4" not in paper.accepted_text
    assert "8.4  Instructional assistant time\nInstructional assistant time given" in paper.rejected_text
    assert "two hundred eighty-five (285) minutes" in paper.accepted_text
    assert "two hundred seventy (270) minutes" in paper.rejected_text


def test_a_package_in_two_colours(papers: Path) -> None:
    paper = paper_at(papers / "District package 30 March.docx")
    assert (paper.party, paper.articles) == ("employer", ("13", "15", "19"))
    assert {(key.name, key.meaning, key.why) for key in paper.keys} == {
        ("bold in blue", Mark.INSERTED, "legend"),
        ("struck in red", Mark.DELETED, "legend"),
    }
    assert (
        "\nBy August 2029 each building shall have a school nurse on site for the whole of every student day.\n"
        in paper.accepted_text
    )
    assert "Each building shall have a nurse on site for part of every week." in paper.rejected_text


def test_an_offer_in_concept_has_no_marks(papers: Path) -> None:
    paper = paper_at(papers / "Concept on pay 6 April.docx")
    assert not paper.marked
    assert paper.accepted_text == paper.rejected_text
    assert (paper.party, paper.articles) == ("employer", ("20",))


@pytest.mark.parametrize("packet", PACKETS)
def test_every_fact_of_a_real_packet_has_its_mark(shared_data: Path, packet: str) -> None:
    folder = shared_data / packet
    paper = paper_at(folder / PACKETS[packet])
    gold = json.loads((folder / "marks.json").read_text(encoding="utf-8"))
    blank = {
        int(page) for w in paper.warnings if w.code == "page-without-text" for page in re.findall(r"\d+", w.message)
    }
    facts = [fact for document in gold["documents"] for fact in document["facts"] if fact["page"] not in blank]
    missed = [(fact["page"], fact["mark"], fact["text"]) for fact in facts if not has_its_mark(paper, fact)]
    assert len(facts) > 25
    assert missed == []


def has_its_mark(paper: ReadPaper, fact: dict[str, object]) -> bool:
    """Whether a fact's text stands somewhere on its page with its fate."""
    chars = [
        (char, (run.writer is not None, run.striker is not None))
        for seen, block in zip(paper.seen.blocks, paper.blocks, strict=True)
        if seen.page in (fact["page"], int(str(fact["page"])) - 1)
        for run in block.all_runs
        for char in even(run.text)
    ]
    text = even(str(fact["text"]))
    places = [match.start() for match in re.finditer(f"(?={re.escape(text)})", "".join(char for char, _ in chars))]
    fate = FATES.get(str(fact["mark"]), (False, False))
    return any(all(found == fate for _, found in chars[at : at + len(text)]) for at in places)


def even(text: str) -> str:
    return re.sub(r"[\s“”\"'‘’]", "", text).replace("–", "-")


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_paper_yields_no_marks(shared_data: Path, name: str) -> None:
    paper = paper_at(shared_data / "sf-feb5" / name)
    assert not paper.marked
    assert paper.accepted_text == paper.rejected_text


def test_the_headers_of_clean_papers(shared_data: Path) -> None:
    folder = shared_data / "sf-feb5"
    gold = json.loads((folder / "marks.json").read_text(encoding="utf-8"))
    for document in gold["documents"][:3]:
        for name in (document["file"], document["file"].replace(".pdf", ".docx")):
            header = " ".join(line.text for line in paper_at(folder / name).header)
            assert header == " ".join(document["header_lines"])
    assert paper_at(folder / gold["documents"][0]["file"]).party == "employer"


def test_a_paper_of_pictures_offers_to_be_kept(shared_data: Path) -> None:
    path = shared_data / "sacramento-ta-2024" / "scta-tentative-agreement-2023-2025.pdf"
    with pytest.raises(UserError, match=r"No text was found .* Keep the file as an attachment and type its text"):
        read_paper(path)


def test_every_word_is_in_the_runs_and_crosses_to_the_program_whole(papers: Path) -> None:
    for file in sorted(papers.glob("*")):
        paper = paper_at(file)
        assert all(
            "".join(run["text"] for run in block["runs"]) == block["text"] for block in paper_json(paper)["blocks"]
        )
        assert paper_from_plain(json.loads(json.dumps(paper_to_plain(paper)))) == paper
    assert read_paper_safely(file) == paper


def test_struck_words_of_markdown_are_struck(tmp_path: Path) -> None:
    file = tmp_path / "paper.md"
    file.write_text("Union Counter 3\n\n4.1 The day ends at ~~three~~ **four** in the afternoon.\n", encoding="utf-8")
    paper = read_paper(file)
    assert paper.accepted_text == "4.1 The day ends at four in the afternoon."
    assert paper.rejected_text == "4.1 The day ends at three in the afternoon."


def test_text_and_markdown_are_read_too(tmp_path: Path) -> None:
    body = "District Counter 2  3/9/27\n\nArticle 4\n\n4.1 The District shall pay for the day.\n"
    for name in ("paper.txt", "paper.md"):
        file = tmp_path / name
        file.write_text(body, encoding="utf-8")
        paper = read_paper(file)
        assert paper.party == "employer"
        assert not paper.marked
        assert "The District shall pay for the day." in paper.accepted_text
        assert "Counter 2" not in paper.accepted_text
