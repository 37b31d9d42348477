"""What is private is in no assembled agreement: the same search as of every other way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tablebook.jobs.assemble import assembled
from tests.integration.test_private_never_leaves import ALL, Told, all_of, found, told, word_says

__all__ = ["told"]  # the fixture of the book full of marker words


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".md", ".txt"])
@pytest.mark.parametrize("tracked", [False, True], ids=["clean", "tracked"])
def test_no_assembled_agreement_says_what_is_private(told: Told, tmp_path: Path, ending: str, tracked: bool) -> None:
    data = assembled(told.book, ending, tracked=tracked).data
    if ending == ".docx":
        text = word_says(data)
    else:
        text = all_of(data, tmp_path) if ending == ".pdf" else data.decode()
    assert len(text) > 1000
    assert found(ALL, text) == []
