"""From the last session to the executed agreement: a vote that fails, the table again, and one that carries."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from tablebook.domain.codes import Fate, State, VoteOutcome
from tablebook.domain.positions import position
from tablebook.domain.ready_line import Act
from tablebook.jobs.make_packet import chosen_packet
from tablebook.jobs.open_book import open_book
from tablebook.jobs.print_packet import print_packet
from tablebook.jobs.print_paper import print_paper
from tablebook.jobs.sample import load_story, story_time
from tablebook.jobs.sheets.vote import vote_record_sheet
from tablebook.ui.ratify.packet_card import DRAFT
from tests.end_to_end import ratification_papers as papers
from tests.end_to_end import ratifying as do
from tests.end_to_end.conftest import Seat
from tests.end_to_end.person import Person
from tests.end_to_end.test_main_job import save_paper
from tests.scans import scan as scanned

BEFORE_THE_LAST = "2027-04-14T23:25"

ANSWERS = {
    Act.TOTAL_TA: {"Signed for the union by": "Dana Marsh", "Signed for the employer by": "Ruth Kessler"},
    Act.NAME_PAYER: {"Who pays": "The District, from the general fund", "By when": "30 September 2027"},
    Act.LOOK_AT: {"Why it may stand": "Read cell by cell against the sheet"},
}
PLAIN = {
    "TA 20": "Salaries rise by four percent in the first year.",
    "TA 12": "Classes get smaller, and a larger one is paid for.",
    "TA 18": "Four of twelve weeks for a new child are paid.",
    "TA Side letter A": "What was promised beside the contract stands in a letter.",
}
SPANISH = "Los salarios suben un cuatro por ciento en el primer año."
LETTER = "Dear members,\n\nYour team has settled the last open article.\n\nRead it, and vote."
COSTS = (("What", "2027–28"), ("Salary schedule", "4.0%"), ("Longevity step", "$1,850"))
VOTE = {
    "How many may vote": "452",
    "Notice due": "19 Apr 2027",
    "Opens": "24 Apr 2027",
    "Opens at": "07:00",
    "Closes": "25 Apr 2027",
    "Closes at": "16:00",
    "How, in your words": "Secret ballot, two sites, by hand",
    "Places": "Lakeview High, Union Hall",
    "Quorum": "226",
    "Recommendation": "Bargaining team, 7 to 0",
}
FAILED = {
    "Lakeview High": {"Issued": 190, "Yes": 81, "No": 104, "Abstain": 2, "Void": 1},
    "Union Hall": {"Issued": 164, "Yes": 73, "No": 90, "Abstain": 0, "Void": 1},
}
SECOND = {
    **VOTE,
    "Notice due": "3 May 2027",
    "Opens": "8 May 2027",
    "Closes": "9 May 2027",
    "Recommendation": "Bargaining team, 6 to 1",
}
CARRIED = {
    "Lakeview High": {"Issued": 201, "Yes": 150, "No": 48, "Abstain": 2, "Void": 0},
    "Union Hall": {"Issued": 171, "Yes": 131, "No": 37, "Abstain": 1, "Void": 1},
}
SCAN = scanned()
BOARD = (("Paula Wendt", "Yes"), ("Martin Osei", "Yes"), ("Roy Tate", "No"))


def reach_the_total_ta(person: Person) -> None:
    do.at(person, "2027-04-14T23:31")
    agreed = do.sign_the_ta(person, "20", total=False)
    assert (agreed.label, agreed.texts[0].accepted.label) == ("TA 20", "E-5")
    assert person.window.desk.state.settled is None
    do.at(person, "2027-04-14T23:40")
    done = do.settle_the_lines(person, ANSWERS)
    assert len(done) == 11
    assert person.window.desk.state.settled is not None


def write_for_members(person: Person) -> None:
    do.at(person, "2027-04-15T09:00")
    do.write_the_words(person, PLAIN)
    do.translate_the_words(person, "TA 20", SPANISH)
    do.write_the_letter(person, LETTER)
    do.state_the_costs(person, "What is paid in the first year.", COSTS)


def fail_the_first_vote(person: Person) -> None:
    do.at(person, "2027-04-15T09:30")
    do.set_up_the_vote(person, VOTE)
    packet = do.make_the_packet(person)
    assert packet.number == 1
    assert DRAFT not in do.said_of_the_packet(person)
    vote = person.window.desk.state.ratification.votes["Members’ vote"].body
    assert (vote.eligible, vote.packet) == (452, 1)
    do.at(person, "2027-04-19T07:30")
    assert do.give_notice(person, "mailed and posted").day == "2027-04-19"
    do.at(person, "2027-04-25T17:10")
    assert len(do.count_the_vote(person, FAILED, "Alma Ruiz, Jon Cole")) == 2
    certified = do.certify(person, "Grace Odell")
    assert certified.result is VoteOutcome.VOTED_DOWN
    assert certified.rule.startswith("The quorum is 226 ballots; 352 were cast. It is met.")
    assert "177 of 352. Yes: 154." in certified.rule
    person.look("rat-3-failed")
    do.at(person, "2027-04-26T09:00")
    back = do.back_to_the_table(person, "Four paid weeks are too few.", {"TA 18": "Reopens"}, "Bylaw 9.5")
    assert {one.agreement for one in back.fates if one.fate is not Fate.STANDS} == {"TA 18"}
    person.look("rat-4-back")


def bargain_again(person: Person) -> None:
    do.at(person, "2027-04-29T16:00")
    do.close_the_session(person)
    do.open_a_session(person, "Board Room B")
    assert position(person.window.desk.state, "18").state is not State.TA
    passed = do.pass_a_change(person, "18", "Four (4)", "Six (6)")
    assert (passed.label, passed.responds_to[0].label) == ("U-3", "E-2")
    do.at(person, "2027-04-29T18:00")
    agreed = do.sign_the_ta(person, "18", total=True)
    assert (agreed.label, agreed.texts[0].accepted.label) == ("TA 18 (2)", "U-3")
    do.close_the_session(person)
    assert do.settle_the_lines(person, ANSWERS) == []
    said = do.stage(person).packet.about.label.text()
    assert "Outdated: TA 18 (2), TA 18 changed since" in said
    assert person.window.desk.state.settled is not None
    person.look("rat-7-lines")


def carry_the_second_vote(person: Person, files: list[Path], folder: Path) -> None:
    do.at(person, "2027-04-30T09:00")
    do.write_the_words(person, {"TA 18 (2)": "Six of twelve weeks for a new child are paid."})
    assert DRAFT in do.said_of_the_packet(person)
    do.set_up_the_vote(person, SECOND)
    packet = do.make_the_packet(person)
    assert packet.number == 2
    assert person.window.desk.state.ratification.votes["Members’ vote 2"].body.packet == 2
    do.at(person, "2027-05-03T07:30")
    do.give_notice(person, "mailed and posted")
    do.save_papers(person, files, "Tally sheet", {"Tally sheet, Members’ vote 2": folder / "tally.pdf"})
    do.at(person, "2027-05-09T17:10")
    do.count_the_vote(person, CARRIED, "Alma Ruiz, Jon Cole")
    certified = do.certify(person, "Grace Odell")
    assert certified.result is VoteOutcome.RATIFIED
    person.look("rat-8-carried")


def execute(person: Person, files: list[Path], copy: Path) -> None:
    do.at(person, "2027-05-18T19:40")
    voted = do.call_the_roll(person, BOARD, seats=3)
    assert [(one.name, str(one.answer)) for one in voted.roll_call] == [(n, a.lower()) for n, a in BOARD]
    do.at(person, "2027-05-20T16:00")
    executed = do.sign(person, files, copy, {"In effect from": "1 July 2027"})
    assert executed.file is not None
    person.look("rat-9-executed")


PACKET = {
    "The packet for members": "members.pdf",
    "The packet for members, in Spanish": "members es.pdf",
    "The packet in large print": "large.pdf",
    "The agreement on one page": "summary.pdf",
    "The packet for the board": "board.pdf",
}


def make_the_papers(person: Person, files: list[Path], folder: Path) -> None:
    do.save_papers(person, files, "Preview", {said: folder / name for said, name in PACKET.items()})
    do.save_the_web_page(person, files, folder / "members.html")
    do.save_the_agreement(person, files, folder / "clean.docx")
    do.save_the_agreement(person, files, folder / "tracked.docx", tracked=True)
    do.save_the_agreement(person, files, folder / "clean.pdf")
    for name in ("clean.docx", "clean.pdf", "tracked.docx"):
        assert do.prove(person, files, folder / name).startswith(f"{name} matches: ")
    person.window.desk.choose("18")
    person.press("Ctrl+2")
    person.settled()
    for said, name in (("TA sheet TA 18 (2)", "ta.pdf"), ("TA summary", "tas.pdf")):
        save_paper(person, said, folder / name, files)


def check_the_papers(book: Path, folder: Path) -> None:
    with open_book(book, read_only=True) as opened:
        assert opened.verify().ok
        print_packet(chosen_packet(opened, 1), folder / "packet 1.pdf")
        print_paper(
            vote_record_sheet(opened.negotiation, opened.clock.now(), opened.fingerprint), folder / "record.pdf"
        )
        executed = opened.negotiation.ratification.executed
        assert executed is not None
        assert executed.body.file is not None
        assert opened.attachment(executed.body.file.digest) == SCAN
        state, fingerprint = opened.negotiation, opened.fingerprint
    papers.check_the_packet(state, folder, 2, "Members’ vote 2")
    papers.check_the_spanish(state, folder, 2)
    papers.check_the_summary(state, folder, 2)
    papers.check_the_first_packet(state, folder / "packet 1.pdf", "TA 18 (2)")
    papers.check_the_sheets(state, folder, "TA 18 (2)")
    papers.check_the_tally_sheet(state, folder, "Members’ vote 2")
    papers.check_the_vote_record(state, folder, fingerprint)
    papers.check_the_agreement(state, folder)


def test_from_the_last_session_to_the_executed_agreement(
    sit_down: Seat, chosen_files: list[Path], told: Callable[[str], Path], tmp_path: Path
) -> None:
    book = Path(shutil.copy(told(BEFORE_THE_LAST), tmp_path / "Lakeview.tablebook"))
    folder = tmp_path / "papers"
    folder.mkdir()
    person = sit_down(book, at=story_time(BEFORE_THE_LAST, load_story()))
    reach_the_total_ta(person)
    write_for_members(person)
    fail_the_first_vote(person)
    bargain_again(person)
    carry_the_second_vote(person, chosen_files, folder)
    copy = tmp_path / "signed.pdf"
    copy.write_bytes(SCAN)
    execute(person, chosen_files, copy)
    make_the_papers(person, chosen_files, folder)
    assert not person.refused
    person.press("Ctrl+Q")
    check_the_papers(book, folder)
