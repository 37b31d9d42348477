"""Where things are."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from tablebook import paths


def test_resources_of_a_source_tree_stand_at_its_top(root: Path) -> None:
    assert paths.resources() == root / "resources"


def test_resources_of_an_installed_package_stand_inside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tablebook" / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "_HERE", tmp_path / "tablebook")
    assert paths.resources() == tmp_path / "tablebook" / "resources"


def test_one_folder_of_choice_holds_everything(own_folders: Path) -> None:
    chosen = {paths.books_folder(), paths.preferences_folder(), paths.rescue_folder()}
    assert len(chosen) == 3
    assert all(folder.parent == own_folders for folder in chosen)


def test_asking_for_a_folder_makes_none(own_folders: Path) -> None:
    paths.books_folder()
    assert not own_folders.exists()


def test_without_a_choice_the_systems_own_folders_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TABLEBOOK_HOME")
    dirs = platformdirs.PlatformDirs("Tablebook", appauthor=False)
    assert paths.books_folder() == dirs.user_documents_path / "Tablebook"
    assert paths.preferences_folder() == dirs.user_config_path
    assert paths.rescue_folder() == dirs.user_data_path
