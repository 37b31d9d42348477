"""A paper's file is whole or is not there; long papers can be watched and stopped."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from tablebook.errors import UserError
from tablebook.reports import proposal, redline_paper
from tablebook.reports.saving import PaperCancelled
from tests.unit.reports import class_size, printed

LONG = replace(class_size.redline(), blocks=class_size.u4_blocks() * 10)


def test_a_paper_is_saved_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "Art 12 Union Counter 3 0302-1805 “ñ” 😀.pdf"
    proposal.write(class_size.proposal(), target)
    assert target.read_bytes().startswith(b"%PDF-")
    assert list(tmp_path.iterdir()) == [target]


def test_saving_again_replaces_the_file(tmp_path: Path) -> None:
    target = tmp_path / "paper.pdf"
    target.write_bytes(b"old")
    proposal.write(class_size.proposal(), target)
    buffer = BytesIO()
    proposal.write(class_size.proposal(), buffer)
    assert target.read_bytes() == buffer.getvalue()


def test_each_page_is_reported() -> None:
    seen: list[tuple[int, int]] = []
    redline_paper.write(LONG, BytesIO(), progress=lambda page, pages: seen.append((page, pages)))
    assert len(seen) > 3
    assert seen == [(page, len(seen)) for page in range(1, len(seen) + 1)]


@pytest.mark.parametrize("asked_after", [0, 1, 3])
def test_a_stopped_paper_leaves_nothing(tmp_path: Path, asked_after: int) -> None:
    target = tmp_path / "paper.pdf"
    target.write_bytes(b"old")
    seen: list[int] = []
    with pytest.raises(PaperCancelled):
        redline_paper.write(
            LONG, target, progress=lambda page, pages: seen.append(page), cancelled=lambda: len(seen) >= asked_after
        )
    assert len(seen) == asked_after
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_stopped_paper_writes_nothing_to_an_open_file() -> None:
    buffer = BytesIO()
    with pytest.raises(PaperCancelled):
        redline_paper.write(LONG, buffer, cancelled=lambda: True)
    assert buffer.getvalue() == b""


def test_a_place_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError) as raised:
        proposal.write(class_size.proposal(), tmp_path / "nowhere" / "paper.pdf")
    assert "paper.pdf" in raised.value.what
    assert raised.value.why
    assert raised.value.todo


def test_a_folder_in_the_way_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").mkdir()
    with pytest.raises(UserError):
        proposal.write(class_size.proposal(), tmp_path / "paper.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["paper.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_a_replaced_file_keeps_its_rights_and_a_new_one_is_ordinary(tmp_path: Path) -> None:
    kept, new, ordinary = tmp_path / "kept.pdf", tmp_path / "new.pdf", tmp_path / "ordinary"
    kept.touch()
    kept.chmod(0o640)
    ordinary.touch()
    for target in (kept, new):
        proposal.write(class_size.proposal(), target)
    assert kept.stat().st_mode & 0o777 == 0o640
    assert new.stat().st_mode == ordinary.stat().st_mode


def test_papers_made_at_the_same_time_do_not_mix() -> None:
    sheets = [class_size.proposal(), class_size.minutes(), class_size.redline(), class_size.ta_sheet()] * 5
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)  # so that threads take turns in the middle of everything
    try:
        with ThreadPoolExecutor(4) as threads:
            made = list(threads.map(printed.pdf, sheets))
    finally:
        sys.setswitchinterval(usual)
    assert made == [printed.pdf(sheet) for sheet in sheets]
