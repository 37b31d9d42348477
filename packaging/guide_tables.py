#!/usr/bin/env python3
"""Write the tables of the guide that the program itself knows: .venv/bin/python packaging/guide_tables.py

The keys come from the list of acts, the options from the command line. A test holds the pages to them.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

GUIDE = Path(__file__).resolve().parents[1] / "docs" / "guide"
BEGIN, END = "<!-- table {} -->\n\n", "\n<!-- end -->"


def key_tables() -> dict[str, str]:
    """One table for each menu: every act that is part of the program, with all its keys."""
    from tablebook.ui.actions import ACTS, MENUS, ships

    tables = {}
    for menu in MENUS:
        acts = [act for act in ACTS if act.menu == menu and ships(act)]
        rows = [(act.title, " or ".join(f"`{key}`" for key in act.keys) or f"{menu} menu, or `Ctrl+K`") for act in acts]
        tables[menu.lower()] = _table(("what", "keys"), rows)
    return tables


def option_tables() -> dict[str, str]:
    """One table for each verb of the command line: what it takes, and what that is when it is left out."""
    return {name: _table(("takes", "what", "left out"), _options(verb)) for name, verb in verbs().items()}


def verbs() -> dict[str, Any]:
    """The verbs of the command line, as its own help knows them; an act of a verb goes by both names ("vote set")."""
    import typer

    from tablebook.cli.program import program

    found: dict[str, Any] = {}
    for name, verb in typer.main.get_command(program(lambda _: 0)).commands.items():  # type: ignore[attr-defined]
        acts = getattr(verb, "commands", None)
        found |= {f"{name} {act}": one for act, one in acts.items()} if acts else {name: verb}
    return found


def _options(verb: Any) -> Iterator[tuple[str, str, str]]:
    for one in verb.params:
        if one.param_type_name == "argument":
            yield f"`{one.name.upper()}`", one.help, "must be given"
            continue
        names = ", ".join(f"`{name}`" for name in one.opts)
        yield names, one.help, "must be given" if one.required else str(one.default or "")
    yield "`--help`", "Show this verb's help and exit.", ""


def _table(head: tuple[str, ...], rows: Any) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n".replace("|  |", "| |") for cells in lines)


def with_tables(page: str, tables: dict[str, str]) -> str:
    """The page with each marked place filled anew."""
    for name, table in tables.items():
        begin = BEGIN.format(name)
        found = re.findall(f"{re.escape(begin)}.*?{re.escape(END)}", page, flags=re.DOTALL)
        if len(found) != 1:
            raise ValueError(f"The page has {len(found)} places for the table {name}; it needs one.")
        page = page.replace(found[0], f"{begin}{table}{END}")
    return page


def pages() -> dict[Path, str]:
    """The pages with tables, as they should read."""
    made = {GUIDE / "keys.md": key_tables(), GUIDE / "command-line.md": option_tables()}
    return {path: with_tables(path.read_text(encoding="utf-8"), tables) for path, tables in made.items()}


if __name__ == "__main__":
    for page, text in pages().items():
        page.write_text(text, encoding="utf-8")
        print(page.name)
