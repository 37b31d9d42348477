"""Record bodies to and from plain data (dicts, lists, strings), by their fields. What is empty is left out."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from typing import Any

Plain = Any


def to_plain(value: Any) -> Plain:
    """A frozen dataclass, tuple, enum or simple value as plain data; fields equal to their default are left out."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [to_plain(part) for part in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {
            name: to_plain(part)
            for name, default in _defaults(type(value))
            if (part := getattr(value, name)) != default or default is MISSING
        }
    return value


@functools.cache
def _defaults(cls: type) -> tuple[tuple[str, Any], ...]:
    return tuple((f.name, f.default) for f in fields(cls) if f.init)


def from_plain(cls: type, data: Plain) -> Any:
    """The inverse of :func:`to_plain`. Unknown fields are an error by name: they come from a newer program."""
    return reader(cls)(data)


@functools.cache
def reader(cls: type) -> Callable[[Plain], Any]:
    """What :func:`from_plain` does for one class, for who reads many."""
    hints = typing.get_type_hints(cls)
    every = {f.name: _reader_for(hints[f.name]) for f in fields(cls) if f.init}
    # Most fields are words: only the others are looked at, which halves the time to open a large book.
    readers = tuple((name, read_field) for name, read_field in every.items() if read_field is not _same)

    def read(data: Plain) -> Any:
        values = {**data}
        for name, read_field in readers:
            if name in values:
                values[name] = read_field(values[name])
        return cls(**values)

    return read


def _same(value: Plain) -> Plain:
    return value


def _reader_for(hint: Any) -> Callable[[Plain], Any]:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        inner = _reader_for(next(arg for arg in typing.get_args(hint) if arg is not type(None)))
        if inner is _same:
            return _same
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        args = typing.get_args(hint)
        if len(args) == 2 and args[1] is Ellipsis:
            each = _reader_for(args[0])
            return tuple if each is _same else lambda value: tuple(map(each, value))
        several = [_reader_for(arg) for arg in args]
        return lambda value: tuple(read(part) for read, part in zip(several, value, strict=True))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        # A look in a dictionary takes a tenth of the time of calling the enumeration; an unknown code is a KeyError.
        return {member.value: member for member in hint}.__getitem__
    if isinstance(hint, type) and is_dataclass(hint):
        return reader(hint)
    return _same
