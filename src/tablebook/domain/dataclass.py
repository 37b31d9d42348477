"""The standard library's ``dataclass``, made late: a class costs a tenth to define, and its methods come at first use.

The standard decorator writes and compiles six functions for every class while the program starts. Eighty classes of
that are a third of the time until a book is on the screen, and most are never compared or shown. Here comparing,
hashing and showing are shared functions over the fields, and ``__init__`` is compiled when the first object is made.
``fields``, ``replace``, ``asdict`` and ``copy`` of the standard library work as ever. For slotted classes only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses
    from collections.abc import Callable
    from operator import attrgetter
    from typing import Any

    def dataclass(*, frozen: bool = False, slots: bool = True) -> Callable[[type], type]:
        """A slotted dataclass, compared by its fields; ``frozen`` ones can be hashed and not be changed."""
        if not slots:
            raise TypeError("only slotted classes are made here")

        def make(cls: type) -> type:
            own = {name for name in ("__repr__", "__eq__", "__hash__") if name in cls.__dict__}
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
            made.__dataclass_params__.frozen = frozen  # what is derived from it is held to it, as ever
            compared = tuple(field.name for field in dataclasses.fields(made) if field.compare)
            methods = {"__init__": _late_init(made), "__repr__": _repr, "__eq__": _eq(made, compared), **_hash(
                frozen, compared)}  # fmt: skip
            if frozen:
                methods |= {"__setattr__": _refuse, "__delattr__": _refuse, "__getstate__": _state,
                            "__setstate__": _set_state}  # fmt: skip
            for name, method in methods.items():
                if name not in own:
                    setattr(made, name, method)
            return made

        return make

    def _late_init(cls: type) -> Callable[..., None]:
        def init(self: Any, /, *args: Any, **values: Any) -> None:
            cls.__init__ = _init(cls)
            cls.__init__(self, *args, **values)

        return init

    def _init(cls: type) -> Callable[..., None]:
        """``__init__`` of a class, written out. A slot's own ``__set__`` passes a frozen class's lock, and is quick."""
        known: dict[str, Any] = {"_unset": _UNSET}
        given: list[str] = ["self"]
        lines: list[str] = []
        for field in dataclasses.fields(cls):
            name = value = field.name
            known[f"set_{name}"] = getattr(cls, name).__set__
            if field.default_factory is not dataclasses.MISSING:
                known[f"new_{name}"], default = field.default_factory, "_unset"
                value = f"new_{name}() if {name} is _unset else {name}" if field.init else f"new_{name}()"
            elif field.default is not dataclasses.MISSING:
                known[f"default_{name}"], default = field.default, f"default_{name}"
                value = name if field.init else default
            else:
                default = ""
            if field.init:
                given.append(f"{name}={default}" if default else name)
            if field.init or default:
                lines.append(f"    set_{name}(self, {value})")
        if hasattr(cls, "__post_init__"):
            lines.append("    self.__post_init__()")
        source = f"def __init__({', '.join(given)}):\n" + "\n".join(lines or ["    pass"])
        exec(compile(source, f"<{cls.__qualname__}>", "exec"), known)  # noqa: S102 - names of our own fields only
        init: Callable[..., None] = known["__init__"]
        init.__qualname__ = f"{cls.__qualname__}.__init__"
        return init

    _UNSET = object()
    """Stands for a value that is made anew for every object."""

    def _repr(self: Any) -> str:
        shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def _eq(cls: type, compared: tuple[str, ...]) -> Callable[[Any, object], bool]:
        values = attrgetter(*compared) if compared else _nothing

        def same(self: Any, other: object) -> bool:
            if self is other:
                return True
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        return same

    def _hash(frozen: bool, compared: tuple[str, ...]) -> dict[str, Any]:
        if not frozen:
            return {"__hash__": None}
        values = attrgetter(*compared) if compared else _nothing
        return {"__hash__": lambda self: hash(values(self))}

    def _nothing(_: Any) -> tuple[()]:
        return ()

    def _refuse(self: Any, name: str, _: Any = None) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def _state(self: Any) -> list[Any]:
        return [getattr(self, field.name) for field in dataclasses.fields(self)]

    def _set_state(self: Any, state: list[Any]) -> None:
        for field, value in zip(dataclasses.fields(self), state, strict=True):
            object.__setattr__(self, field.name, value)
