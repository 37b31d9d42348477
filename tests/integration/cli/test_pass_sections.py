"""``tablebook pass``: what a paper's sections mean for those that it does not show, and what is only to go."""

from __future__ import annotations

from pathlib import Path

import pytest

from tablebook.domain.language import held_parts
from tablebook.domain.text import same_words
from tests.integration.cli.conftest import Cli, Writer, negotiation, passed
from tests.unit.domain.table_talk import as_passed


def section(book: Path, number: str) -> str:
    """A section of the contract as somebody types it."""
    article = negotiation(book).items[number.split(".")[0]].article
    blocks = next(one.blocks for one in article.sections if one.number == number)
    return "\n\n".join(block.printed for block in blocks)


def places(state: object, one: object) -> list[str]:
    return [block.section for block in as_passed(state, one) if block.section]  # type: ignore[arg-type]


def test_sections_under_an_instruction_wait_for_its_result(lakeview: Path, cli: Cli, paper: Writer) -> None:
    text = (
        "ARTICLE 12\n\nDelete existing Sections 12.3 to 12.5 and add the following:\n\n12.3 Rooms\n\nEach has a room.\n"
    )
    said = cli(
        "pass", lakeview, "--article", "12", "--from", "union", "--file", paper(text), "--at", "2027-03-01T09:00"
    )
    assert "Not taken" not in said.err
    assert cli("agree", lakeview, "--article", "12", "--label", "U-1", "--at", "2027-03-01T09:05").code == 0
    ready = cli("ready", lakeview, "--json").json["lines"]
    number = next(
        i for i, line in enumerate([one for one in ready if not one["settled"]], 1) if line["act"] == "confirm-result"
    )
    assert cli("settle", lakeview, "--line", number, "--words", "as shown", "--by", "Dana Marsh").code == 0
    state = negotiation(lakeview)
    (agreement,) = state.agreements.values()
    parts = held_parts(state, agreement, agreement.body.texts[0])
    assert [(part.place, part.deleted) for part in parts] == [("12.4", True), ("12.5", True), ("12.3", False)]
    assert same_words(" ".join(block.printed for block in parts[-1].blocks)) == "12.3 Rooms Each has a room."


def test_a_section_that_moved_up_stands_once(lakeview: Path, cli: Cli, paper: Writer) -> None:
    """12.4 went, so that 12.5 is 12.4 on the paper: its words do not stand under 12.5 as well."""
    kept = [section(lakeview, f"12.{n}") for n in (1, 2, 3)]
    moved = section(lakeview, "12.5").replace("12.5", "12.4", 1)
    file = paper("\n\n".join(("ARTICLE 12", *kept, moved)))
    said = cli("pass", lakeview, "--article", "12", "--from", "union", "--file", file)
    assert "Section 12.5 stands on the paper as 12.4: it is struck under its old number." in said.err
    state = negotiation(lakeview)
    assert places(state, state.passes_on("12")[0]) == ["12.1", "12.2", "12.3", "12.4"]


def test_sections_that_a_paper_does_not_show_stay(lakeview: Path, cli: Cli, paper: Writer) -> None:
    state, one = passed(cli, lakeview, "12", paper("12.2 Relief\n\nAn aide is hired for the class.\n"))
    assert places(state, one) == ["12.1", "12.2", "12.3", "12.4", "12.5"]


@pytest.mark.parametrize(
    "words",
    [
        "Section 12.2 is deleted.",
        "[DELETED]",
        "Deleted in its entirety.",
        "This section shall be deleted.",
        "Strike 12.2.",
    ],
)
def test_a_section_that_only_goes_is_struck(lakeview: Path, cli: Cli, paper: Writer, words: str) -> None:
    title = section(lakeview, "12.2").split("\n")[0]
    state, one = passed(cli, lakeview, "12", paper(f"{title}\n\n{words}\n"))
    assert places(state, one) == ["12.1", "12.3", "12.4", "12.5"], words


def test_a_title_with_deleted_behind_it_is_struck(lakeview: Path, cli: Cli, paper: Writer) -> None:
    title = section(lakeview, "12.2").split("\n")[0]
    _, one = passed(cli, lakeview, "12.2", paper(f"{title} [DELETED]\n"))
    assert [(part.place, part.deleted) for part in one.body.parts] == [("12.2", True)]


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("12", "ARTICLE 12\n\nArticle 12 is deleted."),
        ("12", "ARTICLE 12\n\n[Deleted]"),
        ("12", "Delete Article 12 in its entirety."),
        ("Appendix B", "Delete Appendix B."),
        ("Appendix B", "APPENDIX B\n\nThis appendix shall be deleted in its entirety."),
    ],
)
def test_an_item_that_only_goes_is_struck_whole(lakeview: Path, cli: Cli, paper: Writer, item: str, text: str) -> None:
    _, one = passed(cli, lakeview, item, paper(text))
    assert [(part.place, part.deleted) for part in one.body.parts] == [("", True)]


def test_a_sentence_that_strikes_a_section_is_no_language(lakeview: Path, cli: Cli, paper: Writer) -> None:
    text = "12.1 Limits\n\nNo class is too large.\n\nSection 12.2 is deleted.\n\n12.4 Notice\n\nNotice is given.\n"
    state, one = passed(cli, lakeview, "12", paper(text))
    assert [(part.place, part.deleted) for part in one.body.parts] == [("12.1", False), ("12.2", True), ("12.4", False)]
    assert "deleted" not in same_words(" ".join(block.printed for block in as_passed(state, one)))


@pytest.mark.parametrize("text", ["Section 12.2 is deleted.", "Delete Section 12.2."])
def test_a_section_that_goes_does_not_take_the_article(lakeview: Path, cli: Cli, paper: Writer, text: str) -> None:
    _, one = passed(cli, lakeview, "12", paper(f"ARTICLE 12\n\n{text}\n"))
    assert [(part.place, part.deleted) for part in one.body.parts] == [("12.2", True)]


def test_delete_this_paragraph_strikes_no_article(lakeview: Path, cli: Cli, paper: Writer) -> None:
    _, one = passed(cli, lakeview, "12", paper("ARTICLE 12\n\nDelete this paragraph.\n"))
    assert not any(part.deleted for part in one.body.parts)


def test_a_new_section_with_an_old_one_s_title_leaves_the_old(lakeview: Path, cli: Cli, paper: Writer) -> None:
    title, *rest = section(lakeview, "12.3").split("\n\n")
    other = (
        f"{' '.join(rest)} Aides help in each of them, and the Union is told of who they are before the year begins."
    )
    state, one = passed(cli, lakeview, "12", paper(f"{title.replace('12.3', '12.6', 1)}\n\n{other}\n"))
    assert places(state, one) == ["12.1", "12.2", "12.3", "12.4", "12.5", "12.6"]


def test_sections_below_a_sentence_on_an_attachment_stay(lakeview: Path, cli: Cli, paper: Writer) -> None:
    words = "Attachment to a class of aides is not needed."
    text = f"12.1 Limits\n\nNone.\n\n{words}\n\n12.2 Relief\n\nAn aide.\n"
    _, one = passed(cli, lakeview, "12", paper(text))
    assert [part.place for part in one.body.parts] == ["12.1", "12.2"]
    assert words in " ".join(block.printed for block in one.body.parts[0].blocks)


def test_a_section_under_which_another_goes_is_not_struck(lakeview: Path, cli: Cli, paper: Writer) -> None:
    title = section(lakeview, "12.2").split("\n")[0]
    _, one = passed(cli, lakeview, "12", paper(f"{title}\n\nSection 12.3 is deleted.\n"))
    assert not any(part.deleted and part.place == "12.2" for part in one.body.parts)


@pytest.mark.parametrize("text", ["Article 13 is deleted.", "Records are removed.", "Delete the third sentence."])
def test_other_words_strike_nothing(lakeview: Path, cli: Cli, paper: Writer, text: str) -> None:
    _, one = passed(cli, lakeview, "12", paper(f"ARTICLE 12\n\n{text}"))
    assert not any(part.deleted for part in one.body.parts)
