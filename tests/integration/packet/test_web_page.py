"""The web page: one file that loads nothing, to be read on a phone or by a screen reader; also in a real browser."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.integration.packet.conftest import Ready, web_page

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge")
VOID = {"meta", "br", "link", "img", "input", "hr"}


class Tree(HTMLParser):
    """Every element with its attributes and the elements around it; fails where tags are not closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], tuple[str, ...]]] = []
        self._open: list[str] = []
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), tuple(self._open)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def named(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes, _ in self.elements if tag in tags]


@pytest.fixture(scope="module", params=["en", "es"])
def page(request: pytest.FixtureRequest, packet: Ready) -> str:
    return web_page(packet.sheet, request.param)


def test_it_loads_nothing_and_runs_nothing(page: str) -> None:
    tree = Tree(page)
    assert tree.named("script", "link", "img", "iframe", "object", "form") == []
    assert re.search(r"(?i)https?:|//|url\(|@import|javascript:|\son\w+=", re.sub(r"/\*.*?\*/", "", page)) is None
    assert all((one["href"] or "").startswith("#") for one in tree.named("a"))


def test_every_link_leads_somewhere_and_every_name_is_there_once(page: str) -> None:
    tree = Tree(page)
    names = [str(attributes["id"]) for _, attributes, _ in tree.elements if "id" in attributes]
    assert len(names) == len(set(names))
    for _, attributes, _ in tree.elements:
        for key in ("href", "aria-labelledby"):
            if attributes.get(key):
                assert str(attributes[key]).lstrip("#") in names


def test_it_has_one_of_each_landmark_and_a_way_past_the_head(page: str) -> None:
    tree = Tree(page)
    assert [len(tree.named(tag)) for tag in ("header", "nav", "main", "footer", "h1")] == [1] * 5
    first = next(attributes for tag, attributes, _ in tree.elements if tag == "a")
    assert first == {"class": "skip", "href": "#contents"}


def test_headings_leave_no_level_out(page: str) -> None:
    levels = [int(tag[1]) for tag, _, _ in Tree(page).elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(following <= level + 1 for level, following in pairwise(levels))
    assert len(levels) > 80


def test_it_says_its_language_and_that_of_other_words(page: str, packet: Ready) -> None:
    tree = Tree(page)
    language = tree.named("html")[0]["lang"]
    others = {attributes.get("lang") for attributes in tree.named("p", "dd", "div", "h3", "h4", "td")} - {
        None,
        language,
    }
    assert others == ({"en"} if language == "es" else set())


def test_marks_are_heard_and_every_table_names_its_columns(page: str) -> None:
    tree = Tree(page)
    marks = len(tree.named("ins", "del"))
    assert marks > 400
    legend = len(re.findall(r"<li><(?:ins|del) class", page))
    assert page.count('<span class="vh"') == 2 * (marks - legend)
    tables = page.split("<table")[1:]
    assert len(tables) > 20
    assert all('<th scope="col"' in one.split("</table>")[0] for one in tables)


# In a real browser


@pytest.fixture(scope="module")
def browser() -> str:
    found = next((name for one in BROWSERS if (name := shutil.which(one))), None)
    if found is None:
        pytest.skip("No Chromium is here to open the page in.")
    return found


_MEASURE = """
const frame = document.querySelector('iframe'), inner = frame.contentDocument, view = frame.contentWindow;
const all = [...inner.body.querySelectorAll('*')];
const style = (one) => view.getComputedStyle(one);
const wide = all.filter((one) => !one.closest('.wide') && one.getBoundingClientRect().right > view.innerWidth + 1
  && !one.classList.contains('vh') && !one.closest('.skip') && !one.closest('thead'));
const ins = inner.querySelector('ins.union'), del = inner.querySelector('del.employer');
const hidden = inner.querySelector('.vh').getBoundingClientRect();
document.body.dataset.said = JSON.stringify({
  scrolls: inner.documentElement.scrollWidth - view.innerWidth,
  wide: wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 90)),
  headings: inner.querySelectorAll('h1,h2,h3').length, letters: inner.body.innerText.length,
  ins: style(ins).textDecorationLine + ' ' + style(ins).textDecorationStyle,
  del: style(del).textDecorationLine + ' ' + style(del).textDecorationStyle,
  hidden: hidden.width * hidden.height, cards: style(inner.querySelector('.cards tr')).display,
  small: Math.min(...all.filter((one) => one.innerText && one.children.length === 0).map((one) =>
    parseFloat(style(one).fontSize))), ink: style(inner.body).color, paper: style(inner.body).backgroundColor });
"""


def measured(browser: str, page: str, width: int, folder: Path, *flags: str) -> dict[str, Any]:
    """Open the page in a frame of this width and ask the browser how it stands there."""
    harness = folder / "harness.html"
    harness.write_text(
        f'<!DOCTYPE html><body><iframe width="{width}" height="740" srcdoc="{html.escape(page)}"></iframe>'
        f"<script>document.querySelector('iframe').addEventListener('load', () => {{{_MEASURE}}});</script>",
        encoding="utf-8",
    )
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    done = subprocess.run(
        [*command, *flags, "--virtual-time-budget=10000", "--dump-dom", harness.as_uri()],
        capture_output=True,
        text=True,
        check=True,
    )
    said = re.search(r'data-said="([^"]*)"', done.stdout)
    assert said, done.stderr[-500:]
    answer: dict[str, Any] = json.loads(html.unescape(said[1]))
    return answer


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_line_goes_over_the_edge_of_the_screen(browser: str, page: str, tmp_path: Path, width: int) -> None:
    found = measured(browser, page, width, tmp_path)
    assert (found["scrolls"] <= 0, found["wide"]) == (True, [])
    assert found["headings"] > 30
    assert found["letters"] > 50_000
    assert found["small"] >= 13
    assert found["cards"] == ("block" if width < 640 else "table-row")


def test_marks_are_drawn_and_what_is_only_heard_takes_no_room(browser: str, page: str, tmp_path: Path) -> None:
    found = measured(browser, page, 390, tmp_path)
    assert found["ins"] == "underline solid"
    assert found["del"] == "line-through double"
    assert found["hidden"] <= 1


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_words_stand_out_from_the_paper(browser: str, page: str, tmp_path: Path, dark: bool) -> None:
    flags = ["--blink-settings=preferredColorScheme=0"] if dark else ["--blink-settings=preferredColorScheme=1"]
    found = measured(browser, page, 390, tmp_path, *flags)
    ink, paper = (luminance(found[name]) for name in ("ink", "paper"))
    assert (paper < 0.1) is dark
    assert (max(ink, paper) + 0.05) / (min(ink, paper) + 0.05) >= 7


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
