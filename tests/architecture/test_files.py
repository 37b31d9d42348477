"""Small files with one reason each, short functions, and names that say something."""

from __future__ import annotations

import ast

from tests.architecture.source_tree import PACKAGE, ROOT, python_files, tree

LONGEST_FILE = 400
LONGEST_MAIN_WINDOW = 250
LONGEST_FUNCTION = 50
SAY_NOTHING = {"util", "utils", "utilities", "misc", "helper", "helpers", "common", "manager", "managers", "stuff"}
OWN_CODE = [file for name in ("src", "packaging", "tests") for file in python_files(ROOT / name)]


def test_no_file_is_long() -> None:
    lengths = {_place(file): len(file.read_text(encoding="utf-8").splitlines()) for file in OWN_CODE}
    assert {place: length for place, length in lengths.items() if length > LONGEST_FILE} == {}


def test_the_main_window_only_puts_things_together() -> None:
    window = PACKAGE / "ui" / "main_window.py"
    assert len(window.read_text(encoding="utf-8").splitlines()) <= LONGEST_MAIN_WINDOW


def test_no_function_is_long() -> None:
    long = [
        f"{_place(file)}:{node.lineno} {node.name} has {lines} lines"
        for file in python_files()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert not long, "\n".join(long)


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [_place(file) for file in OWN_CODE if SAY_NOTHING & set(file.relative_to(ROOT).with_suffix("").parts)] == []


def _place(file: object) -> str:
    return str(file).removeprefix(f"{ROOT}").lstrip("/\\")
