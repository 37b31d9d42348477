"""A dictionary for what is only ever added to: its copies share what they have in common, so a copy costs nothing."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar, overload

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
D = TypeVar("D")


class Growing(Generic[K, V]):
    """Keys and values in the order they came. A copy sees what was there when it was made, whatever is added later.

    Each copy knows how much of the shared lists is its own. The first one to add goes on with them; one that was
    overtaken takes lists of its own first. So trying entries on a copy of a record of 20,000 and keeping the copy is
    as cheap as on one of 20.
    """

    __slots__ = ("_count", "_keys", "_places", "_values")

    def __init__(self) -> None:
        self._places: dict[K, int] = {}
        self._keys: list[K] = []
        self._values: list[V] = []
        self._count = 0

    def copy(self) -> Growing[K, V]:
        """Another one with the same content, at once."""
        other: Growing[K, V] = Growing()
        other._places, other._keys, other._values, other._count = self._places, self._keys, self._values, self._count
        return other

    def __setitem__(self, key: K, value: V) -> None:
        place = self._places.get(key)
        if place is not None and place < self._count:
            self._own()
            self._values[self._places[key]] = value
            return
        if self._count != len(self._values):
            self._own()
        # The count comes last: who reads meanwhile in another thread sees the key only when its value is there.
        self._values.append(value)
        self._keys.append(key)
        self._places[key] = self._count
        self._count += 1

    def extend(self, keys: list[K], values: list[V]) -> None:
        """Add many at once, as if one by one."""
        first = self._count
        places = dict(zip(keys, range(first, first + len(keys)), strict=True))
        if len(places) < len(keys) or first != len(self._values) or not self._places.keys().isdisjoint(places):
            for key, value in zip(keys, values, strict=True):
                self[key] = value
            return
        self._values.extend(values)
        self._keys.extend(keys)
        self._places.update(places)
        self._count += len(keys)

    def _own(self) -> None:
        self._keys, self._values = self._keys[: self._count], self._values[: self._count]
        self._places = {key: place for place, key in enumerate(self._keys)}

    def __getitem__(self, key: K) -> V:
        place = self._places[key]
        if place >= self._count:
            raise KeyError(key)
        return self._values[place]

    def __contains__(self, key: object) -> bool:
        return self._places.get(key, self._count) < self._count  # type: ignore[arg-type]

    @overload
    def get(self, key: K) -> V | None: ...

    @overload
    def get(self, key: K, default: D) -> V | D: ...

    def get(self, key: K, default: D | None = None) -> V | D | None:
        """The value under the key, or the default."""
        place = self._places.get(key, self._count)
        return self._values[place] if place < self._count else default

    def number(self, key: K) -> int:
        """Which one it is, counted from 1 in the order they came; 0 for what is not there."""
        place = self._places.get(key, self._count)
        return place + 1 if place < self._count else 0

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys[: self._count])

    def values(self) -> list[V]:
        """The values in the order they came."""
        return self._values[: self._count]

    def items(self) -> list[tuple[K, V]]:
        """Keys and values in the order they came."""
        return list(zip(self, self.values(), strict=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Growing) and dict(self.items()) == dict(other.items())

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Growing({dict(self.items())!r})"
