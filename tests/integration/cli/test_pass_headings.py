"""``tablebook pass``: what above a text is only its heading, and what is signed words."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tablebook.domain.text import Block, same_words
from tests.integration.cli.conftest import Cli, Writer, negotiation, passed


def words(blocks: tuple[Block, ...]) -> str:
    return same_words(" ".join(block.printed for block in blocks))


SENTENCE = "Coaches are paid in two parts and never less than last year."


def test_a_sentence_above_the_title_of_an_appendix_stays(lakeview: Path, cli: Cli, paper: Writer) -> None:
    title = negotiation(lakeview).items["Appendix B"].article.title
    _, one = passed(cli, lakeview, "Appendix B", paper(f"APPENDIX B\n{SENTENCE}\n{title}\nHead coach\t5,000\n"))
    assert words(one.body.parts[0].blocks) == f"{SENTENCE} {title} Head coach 5,000"


@pytest.mark.parametrize(
    "head",
    [
        "MOU Late Start",
        "MEMORANDUM OF UNDERSTANDING – Late Start",
        "Memorandum of Understanding\n\nLate Start",
        "LETTER OF AGREEMENT: LATE START",
        "Late Start",
    ],
)
def test_the_heading_of_a_memorandum_is_not_its_text(lakeview: Path, cli: Cli, paper: Writer, head: str) -> None:
    _, one = passed(cli, lakeview, "MOU Late Start", paper(f"{head}\n\nSchools open late on Mondays.\n"))
    assert words(one.body.parts[0].blocks) == "Schools open late on Mondays."


def test_sentences_above_a_memorandum_s_name_stay(lakeview: Path, cli: Cli, paper: Writer) -> None:
    text = "The parties agree that nobody loses pay.\n\nSchools open late.\n\nMOU Late Start\n\nBuses run late too.\n"
    _, one = passed(cli, lakeview, "MOU Late Start", paper(text))
    assert words(one.body.parts[0].blocks) == " ".join(text.split())


def test_a_header_that_may_be_a_memorandum_s_own_is_said(lakeview: Path, cli: Cli, tmp_path: Path) -> None:
    made = docx.Document()
    for line in ("MEMORANDUM OF UNDERSTANDING", "between the Lakeview Education Association and the Lakeview District",
                 "Late Start", "Schools open late on Mondays."):  # fmt: skip
        made.add_paragraph(line)
    made.save(str(tmp_path / "memo.docx"))
    said = cli("pass", lakeview, "--article", "MOU Late Start", "--from", "union", "--file", tmp_path / "memo.docx")
    assert "Not taken into the text: “MEMORANDUM OF UNDERSTANDING between the Lakeview Education" in said.err


def test_a_new_memorandum_named_as_new_is_no_article(lakeview: Path, cli: Cli, paper: Writer) -> None:
    state, one = passed(cli, lakeview, "New: MOU Early Out", paper("Schools close early on Fridays.\n"))
    assert (one.body.article, state.items[one.body.article].article.kind.value) == ("MOU Early Out", "mou")


def test_a_new_article_is_named_by_its_title_once_it_is_there(lakeview: Path, cli: Cli, paper: Writer) -> None:
    passed(cli, lakeview, "New: Safety", paper("Each school has a committee.\n"))
    _, one = passed(cli, lakeview, "Safety", paper("Each school has a safety committee.\n"))
    assert one.body.article == "New: Safety"


def test_a_schedule_is_the_appendix_of_its_letter(lakeview: Path, cli: Cli, paper: Writer) -> None:
    _, one = passed(cli, lakeview, "Schedule B", paper("Coaches are paid.\n"))
    assert one.body.article == "Appendix B"


def test_what_stands_above_an_article_s_own_heading_is_said(lakeview: Path, cli: Cli, paper: Writer) -> None:
    text = "This offer is good until Friday and not longer.\n\nARTICLE 12\n\n12.1 Limits\n\nNo class is too large.\n"
    said = cli("pass", lakeview, "--article", "12", "--from", "union", "--file", paper(text))
    assert "Not taken into the text: “This offer is good until Friday and not longer.”" in said.err


def test_an_article_beyond_the_last_is_new_where_the_paper_has_its_heading(
    lakeview: Path, cli: Cli, paper: Writer
) -> None:
    number = str(max(int(key) for key in negotiation(lakeview).items if key.isdigit()) + 1)
    text = f"ARTICLE {number} - ACADEMIC FREEDOM\n\n{number}.1 Principle\n\nTeachers are free to teach.\n"
    said = cli("pass", lakeview, "--article", number, "--from", "union", "--file", paper(text))
    assert said.code == 0, said.err
    (item,) = (one for one in negotiation(lakeview).items.values() if one.new)
    assert item.article.title == f"{number} ACADEMIC FREEDOM"
    other = cli("pass", lakeview, "--article", "99", "--from", "union", "--file", paper(text))
    assert other.is_refusal()
