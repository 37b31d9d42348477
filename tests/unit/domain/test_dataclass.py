"""The late dataclass does what the standard one does."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, field, fields, replace

import pytest

from tablebook.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Frozen:
    """One that has every kind of field."""

    name: str
    made: int = 3
    words: tuple[str, ...] = field(default_factory=tuple)
    kept: str = field(default="kept", repr=False, compare=False)
    length: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.name))


@dataclass(slots=True)
class Open:
    """One that changes, with a list of its own for every object."""

    listed: list[int] = field(default_factory=list)


def test_the_values_come_by_place_by_name_and_by_default() -> None:
    one = Frozen("abc", words=("d",))
    assert (one.name, one.made, one.words, one.kept, one.length) == ("abc", 3, ("d",), "kept", 3)
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        Frozen()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'other'"):
        Frozen("abc", other=1)  # type: ignore[call-arg]


def test_equal_by_the_compared_fields_only_and_to_its_own_class_only() -> None:
    assert Frozen("abc") == Frozen("abc", kept="other")
    assert Frozen("abc") != Frozen("abd")
    assert hash(Frozen("abc")) == hash(Frozen("abc", kept="other"))
    assert Frozen("abc") != ("abc", 3, (), 3)


def test_frozen_is_frozen_and_open_has_no_hash() -> None:
    with pytest.raises(FrozenInstanceError):
        Frozen("abc").name = "d"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del Frozen("abc").name
    with pytest.raises(TypeError, match="unhashable"):
        hash(Open())
    one, other = Open(), Open()
    one.listed.append(1)
    assert other.listed == []


def test_the_standard_library_treats_it_as_its_own() -> None:
    one = Frozen("abc", 4)
    assert replace(one, name="abcd") == Frozen("abcd", 4)
    assert [each.name for each in fields(one)] == ["name", "made", "words", "kept", "length"]
    assert asdict(one) == {"name": "abc", "made": 4, "words": (), "kept": "kept", "length": 3}
    assert copy.copy(one) == copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one
    assert repr(one) == "Frozen(name='abc', made=4, words=(), length=3)"
    assert not hasattr(one, "__dict__")
