"""A package comes in with a reason, a home and a hash, or not at all."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from tests.architecture.test_layers import HOMES

# Where the name to import is not the name to install.
INSTALLED_AS = {
    "docx": "python-docx",
    "PIL": "pillow",
    "PySide6": "pyside6-essentials",
    "uuid_utils": "uuid-utils",
    "zxingcpp": "zxing-cpp",
}
COMES_WITH_ANOTHER = {"shiboken6"}


def test_what_is_imported_is_what_is_declared(root: Path) -> None:
    imported = {INSTALLED_AS.get(name, name) for name in HOMES if name not in COMES_WITH_ANOTHER}
    assert imported == set(_declared(root))


def test_each_package_has_its_reason_written_down(root: Path) -> None:
    table = (root / "docs" / "decisions" / "0003-dependencies.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| ([a-z0-9-]+) \| (?!for)", table, re.MULTILINE)) == set(_declared(root))


def test_every_locked_package_has_a_hash_and_no_lock_names_an_address(root: Path) -> None:
    locks = sorted((root / "packaging").glob("*.lock"))
    assert len(locks) == 3
    for lock in locks:
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        requirements = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())
        assert [name for name in requirements if "--hash=sha256:" not in name] == []
        assert set(_declared(root)) <= {name.split("==")[0] for name in requirements}


def test_the_locks_agree_on_every_version(root: Path) -> None:
    versions: dict[str, set[str]] = {}
    for lock in (root / "packaging").glob("*.lock"):
        for name, version in re.findall(r"^([a-z0-9-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE):
            versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def _declared(root: Path) -> list[str]:
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return [re.split(r"[<>=!~; ]", line)[0] for line in settings["project"]["dependencies"]]
