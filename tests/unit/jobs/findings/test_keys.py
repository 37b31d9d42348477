"""A doubtful marking told by the text it was put into."""

from __future__ import annotations

from dataclasses import replace

from tablebook.documents.marked.meaning import read_marked
from tablebook.documents.marked.paper import Look, SeenBlock, SeenPaper, SeenRun
from tablebook.domain.codes import Party
from tablebook.domain.values import Attachment
from tablebook.jobs.findings.keys import fitted
from tablebook.jobs.received_file import ReceivedFile, read_again
from tablebook.jobs.targets import find_target
from tablebook.redline.marks import Mark
from tests.unit.domain.table_talk import Table

UNDERLINED, STRUCK = Look(underline="single"), Look(strike="single")


def came(*runs: tuple[str, Look], legend: str = "") -> ReceivedFile:
    """A paper on 1.1 with these words."""
    lines = [SeenBlock((SeenRun(legend),))] if legend else []
    blocks = (*lines, SeenBlock((SeenRun("1.1 Title 1.1"),)), SeenBlock(tuple(SeenRun(*run) for run in runs)))
    paper = read_marked(SeenPaper("paper.docx", blocks))
    return ReceivedFile(Attachment("0" * 64, "paper.docx", 1), b"", paper.accepted, paper)


def meanings(table: Table, file: ReceivedFile) -> dict[str, Mark]:
    read = fitted(table.state, [find_target(table.state, "1")], Party.EMPLOYER, file)
    assert read.paper is not None
    return {key.name: key.meaning for key in read.paper.keys}


def test_one_underlined_word_that_was_not_there_is_new() -> None:
    table = Table().tell("union passes U-1 on 1.1")
    file = came(
        ("Words of union ", Look()), ("promptly", UNDERLINED), (" U-1 ", Look()), ("for", STRUCK), (" 1.1.", Look())
    )
    assert meanings(table, file) == {"underlined": Mark.INSERTED, "struck": Mark.DELETED}


def test_an_underlined_word_that_was_there_stays_what_it_is() -> None:
    table = Table().tell("union passes U-1 on 1.1")
    file = came(("Words of ", Look()), ("union", UNDERLINED), (" U-1 ", Look()), ("for", STRUCK), (" 1.1.", Look()))
    assert meanings(table, file)["underlined"] is Mark.SAME


def test_a_person_s_choice_is_not_overruled() -> None:
    table = Table().tell("union passes U-1 on 1.1")
    file = came(("Words of union ", Look()), ("promptly", UNDERLINED), (" U-1 for 1.1.", Look()))
    assert file.paper is not None
    keys = tuple(replace(key, meaning=Mark.SAME, why="hand") for key in file.paper.keys)
    assert set(meanings(table, read_again(file, keys)).values()) == {Mark.SAME}
