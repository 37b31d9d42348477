"""domain <- redline <- {book, documents, proof, reports} <- jobs <- {cli, ui} <- app; one rule for each arrow."""

from __future__ import annotations

import sys

import pytest

from tests.architecture.source_tree import imports, part_of, parts

# Small modules with nothing of the field in them, which stand beside the layers.
PLAIN = {"errors", "__init__"}
OUTSIDE_WORLD = {"clock", "ids", "paths"}
BELOW_JOBS = {"domain", "redline", "book", "documents", "proof", "reports"}

MAY_IMPORT = {
    "domain": PLAIN,
    "redline": PLAIN | {"domain"},
    "book": PLAIN | OUTSIDE_WORLD | {"domain", "redline"},
    "proof": PLAIN | {"domain", "redline"},
    "documents": PLAIN | OUTSIDE_WORLD | {"domain", "redline"},
    "reports": PLAIN | OUTSIDE_WORLD | {"domain", "redline"},
    "jobs": PLAIN | OUTSIDE_WORLD | BELOW_JOBS,
    "cli": PLAIN | OUTSIDE_WORLD | BELOW_JOBS | {"jobs", "preferences"},
    "ui": PLAIN | OUTSIDE_WORLD | BELOW_JOBS | {"jobs", "preferences"},
    "app": PLAIN | OUTSIDE_WORLD | BELOW_JOBS | {"jobs", "preferences", "ui"},
    "__main__": PLAIN | {"cli", "app", "documents"},
    "preferences": PLAIN | OUTSIDE_WORLD,
    "clock": PLAIN,
    "ids": PLAIN | {"clock"},
    "paths": PLAIN,
    "errors": set(),
    "__init__": set(),
}

# Each package from outside, and who may know that it exists.
HOMES = {
    "PySide6": {"ui", "app", "__main__"},
    "shiboken6": {"ui"},
    "sqlmodel": {"book"},
    "sqlalchemy": {"book"},
    "sqlcipher3": {"book"},
    "reportlab": {"reports"},
    "PIL": {"reports", "documents"},
    "docx": {"documents"},
    "lxml": {"documents"},
    "pypdfium2": {"documents", "reports"},
    "pypdf": {"documents", "reports"},
    "rapidfuzz": {"redline", "documents"},
    "typer": {"cli"},
    "platformdirs": {"paths"},
    "uuid_utils": {"ids"},
    "zxingcpp": {"documents"},
}

CANNOT_DO = {
    "sqlite3": "the system's SQLite is old and has a known fault: sqlcipher3 is the only driver",
    "socket": "Tablebook never opens the network",
    "urllib.request": "Tablebook never opens the network",
    "http": "Tablebook never opens the network",
    "multiprocessing": "its start imports the whole program again: foreign files are read by a verb of our own program",
    "tablebook.book.tables": "a table is the book's own business",
}


@pytest.mark.parametrize("part", sorted(MAY_IMPORT))
def test_a_part_imports_only_what_lies_below_it(part: str) -> None:
    crossing = []
    for found in imports():
        target = found.module.split(".")
        if part_of(found.file) == part and target[0] == "tablebook":
            other = target[1] if len(target) > 1 else "__init__"
            own_name = other not in parts()  # from tablebook import __version__
            if other != part and not own_name and other not in MAY_IMPORT[part]:
                crossing.append(str(found))
    assert not crossing, f"{part} may only import {sorted(MAY_IMPORT[part])}:\n" + "\n".join(crossing)


def test_every_part_has_its_place_in_the_layers() -> None:
    assert parts() <= set(MAY_IMPORT), "a new part needs a rule here, and a line in docs/decisions/0001-layers.md"


def test_no_part_imports_relatively() -> None:
    assert [str(found) for found in imports() if found.module.startswith(".")] == []


def test_a_package_from_outside_is_known_only_in_its_home() -> None:
    foreign = [found for found in imports() if not _own_or_standard(found.module)]
    unknown = [str(found) for found in foreign if found.module.split(".")[0] not in HOMES]
    assert not unknown, "no home and no decision for this package:\n" + "\n".join(unknown)
    astray = [str(found) for found in foreign if part_of(found.file) not in HOMES[found.module.split(".")[0]]]
    assert not astray, "imported outside its home:\n" + "\n".join(astray)


def test_the_domain_is_plain_python() -> None:
    assert [str(found) for found in imports() if part_of(found.file) == "domain" and _foreign(found.module)] == []


@pytest.mark.parametrize("module", sorted(CANNOT_DO))
def test_some_doors_stay_shut(module: str) -> None:
    inside = "book" if module == "tablebook.book.tables" else None
    through = [
        str(found)
        for found in imports()
        if (found.module == module or found.module.startswith(module + ".")) and part_of(found.file) != inside
    ]
    assert not through, f"{CANNOT_DO[module]}:\n" + "\n".join(through)


def test_no_orm_session_is_used() -> None:
    # An append through the ORM took over twenty times the driver's time, and "session" is a word of the field.
    assert [str(found) for found in imports() if found.module in ("sqlalchemy.orm", "sqlalchemy.ext.asyncio")] == []


def _own_or_standard(module: str) -> bool:
    first = module.split(".")[0]
    return first in ("tablebook", "__future__") or first in sys.stdlib_module_names


def _foreign(module: str) -> bool:
    return not _own_or_standard(module)
