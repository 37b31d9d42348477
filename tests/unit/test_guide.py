"""The guide and the README say what the program has: every key, every verb and option, and no link leads nowhere."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer
from PIL import Image

from tablebook.cli.program import program
from tablebook.ui.actions import ACTS, ships

PICTURES_MOST = 3_000_000
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def _pages(root: Path) -> list[Path]:
    return [root / "README.md", root / "CHANGELOG.md", *sorted((root / "docs").rglob("*.md"))]


def _words(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", _words(page), flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head).strip().lower().replace(" ", "-") for head in heads}


@pytest.fixture(scope="module")
def tables(root: Path) -> ModuleType:
    """The script that writes the tables; packaging/ is no package."""
    spec = importlib.util.spec_from_file_location("guide_tables", root / "packaging" / "guide_tables.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_act_stands_in_the_guide_with_all_its_keys(root: Path) -> None:
    page = _words(root / "docs/guide/keys.md")
    rows = {row[1].strip(): row[2] for row in re.finditer(r"^\|([^|]+)\|([^|]+)\|$", page, re.M)}
    missing = [act.id for act in ACTS if ships(act) and act.title not in rows]
    wrong = [act.id for act in ACTS if act.title in rows and any(f"`{key}`" not in rows[act.title] for key in act.keys)]
    assert (missing, wrong) == ([], [])


def test_the_guide_names_no_act_that_is_not_part_of_the_program(root: Path) -> None:
    page = _words(root / "docs/guide/keys.md")
    assert [act.id for act in ACTS if not ships(act) and f"| {act.title} |" in page] == []


def _verbs() -> dict[str, Any]:
    """Each verb by its name, an act of a verb by both ("vote set")."""
    found: dict[str, Any] = {}
    for name, verb in typer.main.get_command(program(lambda _: 0)).commands.items():  # type: ignore[attr-defined]
        acts = getattr(verb, "commands", None)
        found |= {f"{name} {act}": one for act, one in acts.items()} if acts else {name: verb}
    return found


@pytest.mark.parametrize("name", sorted(_verbs()))
def test_the_guide_tells_every_verb_with_all_it_takes(name: str, root: Path) -> None:
    page = _words(root / "docs/guide/command-line.md")
    chapters = dict(re.findall(r"^## tablebook (.+?)\n(.*?)(?=^## |\Z)", page, re.M | re.S))
    assert name in chapters
    takes = [
        part
        for one in _verbs()[name].params
        for part in ([one.name.upper()] if one.param_type_name == "argument" else one.opts)
    ]
    assert takes or name == "doctor"
    assert [part for part in takes if f"`{part}`" not in chapters[name]] == []


def test_the_guide_tells_no_verb_that_is_not_there(root: Path) -> None:
    told = re.findall(r"^## tablebook (.+)$", _words(root / "docs/guide/command-line.md"), re.M)
    assert sorted(told) == sorted(_verbs())


def test_the_tables_of_the_guide_are_those_of_the_program(tables: ModuleType) -> None:
    stale = [page.name for page, text in tables.pages().items() if _words(page) != text]
    assert stale == [], "write them anew with packaging/guide_tables.py"


def test_a_page_without_a_place_for_its_table_is_refused(tables: ModuleType) -> None:
    with pytest.raises(ValueError, match="0 places for the table go"):
        tables.with_tables("# The keys\n", {"go": "| what |\n"})


def _links(root: Path) -> Iterator[tuple[Path, str]]:
    for page in _pages(root):
        without_code = re.sub(r"```.*?```|`[^`\n]*`", "", _words(page), flags=re.S)
        for target in LINK.findall(without_code):
            yield page, target


def test_no_link_leads_nowhere(root: Path) -> None:
    broken = []
    for page, target in _links(root):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        to = (page.parent / file).resolve() if file else page
        if not to.exists() or (anchor and anchor not in _anchors(to)):
            broken.append(f"{page.relative_to(root)}: {target}")
    assert broken == []


def test_every_picture_is_shown_and_the_folder_stays_small(root: Path) -> None:
    pictures = sorted((root / "docs/guide/images").glob("*.png"))
    shown = {(page.parent / target).resolve() for page, target in _links(root) if target.endswith(".png")}
    assert [one.name for one in pictures if one.resolve() not in shown] == []
    assert sum(one.stat().st_size for one in pictures) < PICTURES_MOST


def test_pictures_are_whole_windows(root: Path) -> None:
    for path in (root / "docs/guide/images").glob("*.png"):
        with Image.open(path) as picture:
            assert picture.size in {(1440, 900), (1280, 720)}, path.name
            assert len(picture.convert("RGB").getcolors(1 << 24) or ()) > 20, f"{path.name} is empty"


def test_every_page_of_the_guide_is_reached_from_its_first(root: Path) -> None:
    first = root / "docs/guide/README.md"
    reached = {target.partition("#")[0] for page, target in _links(root) if page == first}
    pages = {page.name for page in first.parent.glob("*.md")} - {"README.md"}
    assert pages - reached == set()


def test_the_readme_names_only_verbs_of_the_set_up_that_exist(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(root / "packaging"))
    monkeypatch.delitem(sys.modules, "dev", raising=False)
    import dev

    named = set(re.findall(r"packaging[/\\]dev\.py (\w+)", _words(root / "README.md")))
    assert {"run", "test"} <= named
    assert named <= set(dev.VERBS)
