"""The program's own source, read as text and as syntax: what the rules about it look at."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "tablebook"


@dataclass(frozen=True)
class Import:
    """One imported module, wherever in its file the import stands: a late import crosses a line just the same."""

    file: Path
    line: int
    module: str

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT).as_posix()}:{self.line} imports {self.module}"


def python_files(folder: Path = PACKAGE) -> list[Path]:
    """Every Python file below `folder`."""
    return sorted(folder.rglob("*.py"))


@cache
def tree(file: Path) -> ast.Module:
    """The syntax of one file."""
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def part_of(file: Path) -> str:
    """The folder or top module of the package that a file belongs to: domain, book, app ..."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def parts() -> set[str]:
    """All folders and top modules of the package."""
    return {part_of(file) for file in python_files()}


@cache
def imports() -> tuple[Import, ...]:
    """Every import of the package; `from tablebook import paths` counts as one of tablebook.paths."""
    return tuple(found for file in python_files() for found in _imports_of(file))


def _imports_of(file: Path) -> Iterator[Import]:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (Import(file, node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            whole = "." * node.level + (node.module or "")
            names = [f"{whole}.{name.name}" for name in node.names] if whole == "tablebook" else [whole]
            yield from (Import(file, node.lineno, name) for name in names)
