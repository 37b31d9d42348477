from __future__ import annotations

import uuid
from pathlib import Path

from tablebook.ids import SeededIds, SystemIds, installation_id


def test_system_names_are_new_and_sort_by_time() -> None:
    ids = SystemIds()
    names = [ids.new() for _ in range(100)]
    assert len(set(names)) == 100
    assert {uuid.UUID(name).version for name in names} == {7}
    assert len(ids.salt()) == 16
    assert ids.salt() != ids.salt()


def test_seeded_names_repeat_and_differ_by_seed() -> None:
    first, again, other = SeededIds(1), SeededIds(1), SeededIds(2)
    names = [first.new() for _ in range(3)]
    assert names == [again.new() for _ in range(3)] == sorted(names)
    assert first.salt() == again.salt()
    assert other.new() != SeededIds(1).new()
    assert {(uuid.UUID(name).version, uuid.UUID(name).variant) for name in names} == {(7, uuid.RFC_4122)}


def test_an_installation_keeps_its_name(tmp_path: Path) -> None:
    file = tmp_path / "rescue" / "origin"
    name = installation_id(file, SeededIds(1))
    assert installation_id(file, SeededIds(2)) == name
    assert [each.name for each in file.parent.iterdir()] == ["origin"]


def test_an_unreadable_name_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "origin"
    file.write_bytes(b"\xff half")
    name = installation_id(file, SeededIds(1))
    assert installation_id(file, SeededIds(2)) == name
    assert [each.name for each in tmp_path.iterdir()] == ["origin"]
