from __future__ import annotations

from pathlib import Path

import pytest

from tablebook.book.places import synchronised_by, warnings_for


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/maria/Dropbox/Local 7", "Dropbox"),
        ("/home/maria/Dropbox (Personal)", "Dropbox"),
        ("/Users/maria/OneDrive - Local 7/Books", "OneDrive"),
        ("/Users/maria/Library/CloudStorage/OneDrive-Personal", "OneDrive"),
        ("/Users/maria/Library/CloudStorage/GoogleDrive-maria@example.org/My Drive", "Google Drive"),
        ("/Users/maria/Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("/home/maria/Documents/Tablebook", ""),
        ("/home/maria/Our dropbox folder", ""),
    ],
)
def test_folders_that_are_copied_elsewhere_are_known(folder: str, service: str) -> None:
    path = Path(folder) / "a.tablebook"
    assert synchronised_by(path) == service
    assert bool(warnings_for(path)) is bool(service)
    assert all(service in sentence for sentence in warnings_for(path))


def test_onedrive_is_known_under_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "School"))
    assert synchronised_by(tmp_path / "School" / "Books" / "a.tablebook") == "OneDrive"
    assert synchronised_by(tmp_path / "a.tablebook") == ""


def test_the_name_of_the_book_itself_says_nothing() -> None:
    assert synchronised_by(Path("/home/maria/Dropbox.tablebook")) == ""
