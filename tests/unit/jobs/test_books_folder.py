"""The folder of a person's books, where it cannot be made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tablebook.errors import UserError
from tablebook.jobs.sample import free_sample_path


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file")
    monkeypatch.setenv("TABLEBOOK_HOME", str(taken))
    with pytest.raises(UserError, match="cannot be made"):
        free_sample_path()
    monkeypatch.setenv("TABLEBOOK_HOME", str(tmp_path / "home"))
    assert free_sample_path().parent.is_dir()
