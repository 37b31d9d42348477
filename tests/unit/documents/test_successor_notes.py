"""Footnotes in the contract's own file: what a TA says of a note is written where the note stands."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from tablebook.documents.successor.write import InOwnFile, in_own_file, tracked_file
from tablebook.domain.text import Block, Run, paragraph
from tests.unit.documents.test_successor_file import LONG, head, run_in, taken
from tests.unit.documents.tracked_reading import read
from tests.unit.documents.tracked_rules import faults
from tests.unit.documents.word_files import note, notes, p, word_file

OLD = "See the federal leave act for unpaid leave."
AT = datetime(2027, 3, 1, tzinfo=UTC)


def contract(kind: str = "footnote") -> bytes:
    """A contract of two articles; the first has two notes."""
    body = [head(1, "LEAVE"), p("1.1 ", LONG, note(kind, 1)), p("1.2 ", LONG, note(kind, 2))]
    body += [head(2, "HOURS"), run_in("2.1", "Week", LONG), p("")]
    return word_file("".join(body), **{f"{kind}s": notes(kind, OLD, "Unless the law says otherwise.")})


def written(data: bytes, folder: Path, change: dict[str, str]) -> InOwnFile:
    """The successor where words of the first article became others."""
    base = taken(data, folder).by_key
    order = dict(base)
    order["1"] = replace(base["1"], blocks=tuple(_changed(one, change) for one in base["1"].blocks))
    return in_own_file(data, base, list(order.items()))


def _changed(block: Block, change: dict[str, str]) -> Block:
    text = block.text
    for old, new in change.items():
        text = text.replace(old, new)
    return replace(block, runs=(Run(text),))


def said(data: bytes, kind: str = "footnote") -> str:
    return zipfile.ZipFile(BytesIO(data)).read(f"word/{kind}s.xml").decode()


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
@pytest.mark.parametrize("new", ["See state and federal leave acts for unpaid leave.", "Subject to policy."])
def test_a_changed_note_is_written_where_it_stands(kind: str, new: str, tmp_path: Path) -> None:
    data = contract(kind)
    found = written(data, tmp_path, {OLD: new})
    assert found.wrong == ()
    assert new in [one.text for one in taken(found.data, tmp_path).by_key["1"].blocks]
    assert f"<w:{kind}Ref/>" in said(found.data, kind)
    marked = tracked_file(data, found, lambda units: (f"TA {', '.join(units)}", AT))
    assert faults(found.data) == faults(marked) == []
    assert 'w:author="TA 1"' in said(marked, kind)
    assert read(marked, accept=True) == read(found.data, accept=True)
    assert read(marked, accept=False) == read(data, accept=False)


@pytest.mark.parametrize("new", ["without two.[1]", "without one.[1] It is paid.", "without two.[1] It is paid."])
def test_the_sign_of_a_note_stays_where_words_beside_it_change(new: str, tmp_path: Path) -> None:
    data = contract()
    found = written(data, tmp_path, {"without one.[1]": new})
    assert found.wrong == ()
    printed = read(found.data, accept=True).body[2]
    assert printed == f"1.1 {LONG}".replace("without one.", new).replace("[1]", f"[['{OLD}']]")
    marked = tracked_file(data, found, lambda units: ("TAs", AT))
    assert read(marked, accept=True) == read(found.data, accept=True)
    assert read(marked, accept=False) == read(data, accept=False)


def test_a_new_note_stands_as_a_paragraph_and_is_named(tmp_path: Path) -> None:
    data = contract()
    base = taken(data, tmp_path).by_key
    first, own, *others = base["1"].blocks
    blocks = (replace(first, runs=(Run(f"{LONG}[1][3]"),)), own, paragraph("New.", "[3]", level=1), *others)
    found = in_own_file(data, base, [("1", replace(base["1"], blocks=blocks)), ("2", base["2"])])
    assert (found.wrong, found.notes) == ((), ("1",))
    assert written(data, tmp_path, {OLD: "Other."}).notes == ()


def test_a_note_that_goes_while_its_sign_stays_is_said(tmp_path: Path) -> None:
    data = contract()
    base = taken(data, tmp_path).by_key
    order = {**base, "1": replace(base["1"], blocks=tuple(one for one in base["1"].blocks if one.label != "[1]"))}
    (found,) = in_own_file(data, base, list(order.items())).wrong
    assert (found.unit, found.wanted, found.found) == ("1", "", f"[1] {OLD}")
