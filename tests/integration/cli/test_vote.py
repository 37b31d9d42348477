"""``tablebook ready``, ``settle`` and ``vote``: from the total TA to the signing, and back to the table."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest

from tablebook.jobs.open_book import open_book
from tablebook.jobs.ratify.signed_copy import copy_differs
from tablebook.jobs.sample import make_sample
from tests.integration.cli.conftest import Cli
from tests.scans import scan as scanned
from tests.scans import typed
from tests.unit.documents.photos import photo
from tests.unit.reports.square import page_picture


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "Lakeview.tablebook"
    make_sample(path).close()
    return path


@pytest.fixture
def book(told: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(told, tmp_path / "Lakeview.tablebook"))


def photo_of_sheet(cli: Cli, book: Path, folder: Path) -> Path:
    """A photo of the sheet of the TA on Article 9."""
    sheet, taken = folder / "printed.pdf", folder / "signed.jpg"
    assert cli("report", "ta-sheet", book, "-o", sheet, "--article", "9").code == 0
    taken.write_bytes(photo(page_picture(sheet.read_bytes()), turned=4))
    return taken


def set_up(cli: Cli, book: Path, *more: str) -> None:
    said = cli(
        "vote", "set", book, "--question", "Shall it be ratified?", "--eligible", "100", "--quorum", "1/2", *more
    )
    assert (said.code, said.out) == (0, "Members’ vote is set up.\n")


def count(cli: Cli, book: Path, yes: int, no: int, *more: str) -> int:
    figures = ("--issued", str(yes + no), "--cast", str(yes + no), "--yes", str(yes), "--no", str(no))
    return int(cli("vote", "tally", book, *figures, *more).code)


def states(cli: Cli, book: Path) -> set[str]:
    return {one["state"] for one in cli("status", book, "--json").json["articles"]}


def test_an_agreement_is_ratified_approved_and_executed(cli: Cli, book: Path, tmp_path: Path) -> None:
    set_up(cli, book)
    assert cli("vote", "execute", book, "--union", "A", "--employer", "B").code == 2
    assert count(cli, book, 60, 20) == 0
    said = cli("vote", "certify", book, "--by", "Grace Odell, president")
    assert said.code == 0
    assert said.out == (
        "Members’ vote is certified: ratified.\n"
        "The quorum is 50 ballots; 80 were cast. It is met. It takes a majority of the ballots cast: 41 of 80. "
        "Yes: 60. So the agreement is ratified.\n"
    )
    assert "ratified" in states(cli, book)
    roll = [part for name in ("Paula Wendt=yes", "Roy Tate=no", "June Abbot=yes") for part in ("--answer", name)]
    assert cli("vote", "board", book, "--motion", "To approve it", *roll).code == 0
    taken = photo_of_sheet(cli, book, tmp_path)
    refused = cli("vote", "execute", book, "--union", "Grace Odell", "--employer", "Paula Wendt", "--file", taken)
    assert refused.is_refusal()
    assert "TA 9" in refused.err
    final, other = tmp_path / "final.txt", tmp_path / "other.pdf"
    assert cli("assemble", book, "-o", final).code == 0
    assert "thirty (30) minutes" in final.read_text("utf-8")
    other.write_bytes(typed(final.read_text("utf-8").replace("thirty (30) minutes", "twenty (20) minutes")))
    refused = cli("vote", "execute", book, "--union", "Grace Odell", "--employer", "Paula Wendt", "--file", other)
    assert refused.is_refusal()
    assert "other.pdf does not read as what was ratified" in refused.err
    assert "twenty (20)" in refused.err
    signed = tmp_path / "Signed agreement.pdf"
    signed.write_bytes(scanned())
    assert (
        cli("vote", "execute", book, "--union", "Grace Odell", "--employer", "Paula Wendt", "--file", signed).code == 0
    )
    found = cli("status", book, "--json").json
    assert found["ratification"]["stage"] == "executed"
    assert found["ratification"]["executed"]["papers"][0]["name"] == "Signed agreement.pdf"
    assert {one["stage"] for one in found["articles"] if one["state"] == "ratified"} == {"executed"}
    out = tmp_path / "record.pdf"
    assert cli("report", "vote-record", book, "-o", out).code == 0
    with pypdfium2.PdfDocument(out) as pdf:
        words = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)
    for part in ("Certified by Grace Odell, president, on ", "Roy Tate No", "All 2 yes, 1 no",
                 "It takes a majority of the ballots cast", "Closed in it Article 1, Article 2, Article 4, ",
                 "TA closing: Articles 1, 2, 4, 22 and 26: current contract language."):  # fmt: skip
        assert part in words


def test_a_sheet_of_another_ta_is_kept_only_when_it_is_meant(cli: Cli, book: Path, tmp_path: Path) -> None:
    taken = photo_of_sheet(cli, book, tmp_path)
    lines = [one for one in cli("ready", book, "--json").json["lines"] if not one["settled"]]
    scans = [at for at, one in enumerate(lines, 1) if one["act"] == "attach-scan"]
    wanted = next(at for at in scans if lines[at - 1]["agreement"] != "TA 9")
    refused = cli("settle", book, "--line", wanted, "--file", taken)
    assert refused.is_refusal()
    assert "is the sheet of TA 9" in refused.err
    kept = cli("settle", book, "--line", wanted, "--file", taken, "--nonetheless")
    assert kept.code == 0
    assert f"is kept with {lines[wanted - 1]['agreement']}" in kept.out
    left = [one for one in cli("ready", book, "--json").json["lines"] if not one["settled"]]
    assert left == lines[: wanted - 1] + lines[wanted:]


def test_a_vote_that_fails_takes_it_back_to_the_table(cli: Cli, book: Path) -> None:
    set_up(cli, book, "--threshold", "2/3")
    assert count(cli, book, 50, 40) == 0
    assert cli("vote", "certify", book, "--by", "The president").code == 0
    back = cli("vote", "send-back", book, "--vote", "Members’ vote", "--reason", "Class size", "--falls", "TA 12")
    assert (back.code, back.out) == (0, "The agreement is back on the table: 30 TAs standing, 1 TA fallen.\n")
    found = cli("status", book, "--json").json
    assert (found["total_ta"], found["unresolved"]) == (False, ["12"])
    assert found["ratification"]["votes"][0]["result"] == "voted-down"
    assert count(cli, book, 70, 10) == 2
    again = cli("vote", "set", book, "--question", "And now?", "--eligible", "100")
    assert again.out == "Members’ vote 2 is set up.\n"


def read(cli: Cli, kind: str, book: Path, out: Path) -> str:
    assert cli("report", kind, book, "-o", out).code == 0
    with pypdfium2.PdfDocument(out) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)


def test_the_record_says_when_it_went_back_by_which_rule_and_what_became_of_each_ta(
    cli: Cli, book: Path, tmp_path: Path
) -> None:
    set_up(cli, book, "--threshold", "2/3")
    assert count(cli, book, 50, 40) == 0
    assert cli("vote", "certify", book, "--by", "The president").code == 0
    fates = ("--falls", "TA 12", "--reopens", "TA 9", "--rule", "Bylaw 9.5: all stand but those named")
    assert cli("vote", "send-back", book, "--vote", "Members’ vote", "--reason", "Class size", *fates).code == 0
    words = read(cli, "vote-record", book, tmp_path / "record.pdf")
    at = words.index("Sent back")
    said = words[at : words.index("Threshold")]
    assert "Sent back Members’ vote, on 15 April 2027, " in said
    assert ": Class size. The rule: “Bylaw 9.5: all stand but those named”. Stand: " in said
    assert all(f"{label}," in said for label in ("TA 3", "TA 5", "TA 12.3"))
    assert "Reopened: TA 9. Fell: TA 12." in said


def test_the_total_ta_is_printed_as_it_was_signed(cli: Cli, book: Path, tmp_path: Path) -> None:
    words = read(cli, "total-ta", book, tmp_path / "total.pdf")
    assert "14 April 2027, 23:40" in words
    assert "Articles 1, 2, 4, 22 and 26: current contract language. Article 25: withdrawn" in words
    for signed in ("Dana Marsh", "Ruth Kessler", "23:38", "on paper"):
        assert signed in words
    assert "15 April 2027" not in words


def test_a_vote_is_found_as_a_keyboard_types_its_name(cli: Cli, book: Path) -> None:
    set_up(cli, book)
    assert cli("vote", "notice", book, "--vote", "members' vote").code == 0
    assert count(cli, book, 20, 60) == 0
    assert cli("vote", "certify", book, "--by", "The president").code == 0
    unknown = cli("vote", "send-back", book, "--vote", "The vote", "--reason", "Class size")
    assert unknown.err.startswith("There is no vote named The vote. There are: Members’ vote.")
    assert cli("vote", "send-back", book, "--vote", "Members' vote", "--reason", "Class size").code == 0


def test_a_practice_count_that_may_be_meant_is_not_taken_for_the_vote(cli: Cli, book: Path) -> None:
    set_up(cli, book)
    practice = ("vote", "set", book, "--question", "Is it lunch?", "--eligible", "10", "--practice", "--vote", "Try")
    assert cli(*practice).code == 0
    figures = ("--issued", "8", "--cast", "8", "--yes", "5", "--no", "3")
    said = cli("vote", "tally", book, *figures)
    assert said.code == 2
    assert said.err.startswith("More than one vote may be meant. There are “Members’ vote” and “Try”.")
    assert cli("vote", "tally", book, *figures, "--vote", "Try").code == 0
    assert count(cli, book, 60, 20) == 0
    assert "80 were cast" in cli("vote", "certify", book, "--by", "Grace Odell, president").out


def test_a_vote_is_on_the_latest_packet_unless_it_says_another(cli: Cli, book: Path) -> None:
    assert cli("packet", book, "--make").code == 0
    set_up(cli, book)
    assert cli("status", book, "--json").json["ratification"]["votes"][0]["packet"] == 1
    set_up(cli, book, "--vote", "Members’ vote", "--packet", "0")
    assert cli("status", book, "--json").json["ratification"]["votes"][0]["packet"] == 0


def test_figures_that_do_not_add_up_are_refused_in_one_sentence(cli: Cli, book: Path) -> None:
    set_up(cli, book)
    said = cli("vote", "tally", book, "--issued", "50", "--cast", "40", "--yes", "20", "--no", "10")
    assert said.code == 2
    assert said.err.startswith("Yes, no, abstain and void come to 30; 40 were cast.")
    assert cli("vote", "set", book, "--question", "Q", "--eligible", "100", "--threshold", "most").code == 2


@pytest.mark.parametrize(
    "rule",
    [("--quorum", "²"), ("--quorum", "1/0"), ("--threshold", "0/5"), ("--threshold", "5/4"), ("--threshold", "1/0"),
     ("--notice-due", "20270419"), ("--notice-due", "2027-W16-1")],
)  # fmt: skip
def test_a_rule_or_a_date_that_is_none_is_refused(cli: Cli, book: Path, rule: tuple[str, str]) -> None:
    said = cli("vote", "set", book, "--question", "Q", "--eligible", "100", *rule)
    assert (said.code, said.out) == (2, "")


def test_nobody_ratifies_only_where_that_is_said(cli: Cli, book: Path) -> None:
    assert cli("vote", "who", book).code == 2
    assert cli("status", book, "--json").json["ratification"]["bodies"] == ["members", "board"]
    assert cli("vote", "who", book, "nobody", "--words", "Bylaw 9").code == 0
    assert cli("status", book, "--json").json["ratification"]["bodies"] == []


def test_no_more_ballots_are_challenged_than_there_are_voters(cli: Cli, book: Path) -> None:
    set_up(cli, book)
    assert cli("vote", "challenge", book, "--count", "101", "--reason", "not on the list").code == 2
    assert cli("vote", "challenge", book, "--count", "1", "--reason", "not on the list").code == 0


def test_lines_in_the_way_are_listed_and_settled(cli: Cli, book: Path) -> None:
    before = cli("ready", book, "--json").json
    open_lines = [line for line in before["lines"] if not line.get("settled")]
    number = next(i for i, line in enumerate(open_lines, 1) if line["act"] == "name-payer")
    assert not before["ready"]
    assert cli("settle", book, "--line", str(number), "--words", "Payroll of the District").code == 0
    number = (
        next(i for i, line in enumerate(open_lines, 1) if line["act"] == "look-at" and line.get("blocks", True)) - 1
    )
    assert (
        cli("settle", book, "--line", str(number), "--words", "Compared cell by cell", "--by", "Dana Marsh").code == 0
    )
    after = cli("ready", book, "--json").json
    assert after["in_the_way"] == before["in_the_way"] - 2
    assert cli("settle", book, "--line", "999", "--words", "x").code == 2
    listed = cli("ready", book).out
    assert "in the way of the vote." in listed
    assert "[attach-scan, can wait]" in listed
    assert "[make-packet]" in listed


def test_a_tally_sheet_is_printed_before_anything_is_counted(cli: Cli, book: Path, tmp_path: Path) -> None:
    assert cli("report", "tally-sheet", book, "-o", tmp_path / "none.pdf").code == 2
    set_up(cli, book, "--place", "North", "--place", "South")
    out = tmp_path / "tally.pdf"
    assert cli("report", "tally-sheet", book, "-o", out).code == 0
    with pypdfium2.PdfDocument(out) as pdf:
        words = pdf[0].get_textpage().get_text_range()
    assert "North" in words
    assert "Shall it be ratified?" in words


def test_the_packet_of_a_vote_that_is_decided_is_the_one_it_was_on(cli: Cli, book: Path, tmp_path: Path) -> None:
    """It was made before the vote was set up, so that its facts are other ones than a packet would have now."""
    assert cli("packet", book, "--make").code == 0
    set_up(cli, book)
    out = tmp_path / "packet.pdf"
    assert "It is a draft" in cli("report", "packet", book, "-o", out).err
    assert count(cli, book, 60, 20) == 0
    assert cli("vote", "certify", book, "--by", "Grace Odell, president").code == 0
    assert "It is a draft" not in cli("report", "packet", book, "-o", out).err
    with pypdfium2.PdfDocument(str(out)) as pdf:
        first = " ".join(pdf[0].get_textpage().get_text_range().split())
    assert "Packet version 1" in first
    assert "changed since" not in first


def test_a_signed_copy_with_words_is_held_against_the_agreement(cli: Cli, book: Path, tmp_path: Path) -> None:
    final, page = tmp_path / "final.docx", tmp_path / "page.txt"
    assert cli("assemble", book, "-o", final).code == 0
    page.write_text("Signed for the Association by Grace Odell, and for the District by Paula Wendt.", encoding="utf-8")
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(scanned())
    with open_book(book) as opened:
        assert [copy_differs(opened, one) for one in (final, page, scan)] == [None] * 3
