"""Edits of every kind, made in a file with everything in it; each pair has a number, to be drawn again."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

from lxml import etree

from tests.unit.documents.word_files import NAMES, p, r, tbl
from tests.unit.documents.word_mix import LOOKS, Mix, W

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def pair(number: int) -> tuple[bytes, bytes]:
    """The old and the new file of this number."""
    draw = Random(number)
    mix = Mix(draw)
    old = mix.body()
    root = etree.fromstring(f"<w:body {NAMES}>{old}</w:body>")
    if _section_last(root):
        old, root = old + p(), etree.fromstring(f"<w:body {NAMES}>{old}{p()}</w:body>")
    first = mix.file(old)
    if draw.random() < 0.05:
        return first, mix.file(mix.body() + p(mix.words()))
    for _ in range(draw.choice([1, 1, 2, 3, 6, 12])):
        _edit(root, mix)
    _elsewhere(mix)
    if _section_last(root):
        root.append(_made(p())[0])
    for both in root.iter(MC + "AlternateContent"):
        for box_, other in zip(both[0].iter(W + "txbxContent"), both[1].iter(W + "txbxContent"), strict=True):
            other[:] = deepcopy(list(box_))
    body = "".join(etree.tostring(child, encoding="unicode") for child in root)
    return first, mix.file(body)


def _elsewhere(mix: Mix) -> None:
    draw = mix.draw
    for texts in mix.notes.values():
        for at, text in enumerate(texts):
            if draw.random() < 0.2:
                texts[at] = text.replace("the", "each")
    if draw.random() < 0.3:
        mix.heads[0] = p("Head of the changed part") + draw.choice(["", p("x"), tbl(["a", "b"])])


def _section_last(root: Any) -> bool:
    """Word never ends a file with a section's last paragraph: the next section has one too."""
    return len(root) > 0 and root[-1].find(f"{W}pPr/{W}sectPr") is not None


def _edit(root: Any, mix: Mix) -> None:
    draw = mix.draw
    act = draw.choice(list(_EDITS))
    _EDITS[act](root, mix, draw)


def _one(root: Any, draw: Random, tag: str) -> Any:
    found = list(root.iter(W + tag))
    return draw.choice(found) if found else None


def _made(xml: str) -> list[Any]:
    return list(etree.fromstring(f"<w:body {NAMES}>{xml}</w:body>"))


def _some_words(root: Any, mix: Mix, draw: Random) -> None:
    one = _one(root, draw, "t")
    if one is not None:
        words = (one.text or "").split(" ")
        at = draw.randrange(len(words) + 1)
        words[at : at + draw.randint(0, 3)] = [mix.words(3)] if draw.random() < 0.7 else []
        one.text = " ".join(words)
        one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _letters(root: Any, mix: Mix, draw: Random) -> None:
    one = _one(root, draw, "t")
    if one is not None and one.text:
        text = one.text
        one.text = draw.choice([text.upper(), text.replace(" ", "  "), text.replace(" ", "\u00a0"), text.strip()])


def _gone(root: Any, mix: Mix, draw: Random) -> None:
    if len(root):
        at = draw.randrange(len(root))
        for one in list(root)[at : at + draw.randint(1, 3)]:
            root.remove(one)


def _come(root: Any, mix: Mix, draw: Random) -> None:
    at = draw.randrange(len(root) + 1)
    for one in _made("".join(mix.block() for _ in range(draw.randint(1, 3)))):
        root.insert(at, one)


def _move(root: Any, mix: Mix, draw: Random) -> None:
    if len(root) > 1:
        one = root[draw.randrange(len(root))]
        root.remove(one)
        root.insert(draw.randrange(len(root) + 1), one)


def _part(root: Any, mix: Mix, draw: Random) -> None:
    one = _one(root, draw, "p")
    children = [child for child in one if child.tag != W + "pPr"] if one is not None else []
    if not children:
        return
    other = etree.Element(W + "p")
    if one.find(W + "pPr") is not None:
        other.append(deepcopy(one.find(W + "pPr")))
    other.extend(children[draw.randrange(len(children)) :])
    one.addnext(other)


def _join(root: Any, mix: Mix, draw: Random) -> None:
    one = _one(root, draw, "p")
    if one is None:
        return
    following = one.getnext()
    if following is not None and following.tag == W + "p":
        one.extend([child for child in following if child.tag != W + "pPr"])
        following.getparent().remove(following)


def _style(root: Any, mix: Mix, draw: Random) -> None:
    one = _one(root, draw, "p")
    if one is not None:
        for child in one.findall(W + "pPr"):
            one.remove(child)
        made = _made(p(properties=mix.properties() or '<w:jc w:val="right"/>'))[0]
        one.insert(0, made[0])


def _look(root: Any, mix: Mix, draw: Random) -> None:
    one = _one(root, draw, "r")
    if one is not None:
        for child in one.findall(W + "rPr"):
            one.remove(child)
        one.insert(0, _made(p(r("x", draw.choice(LOOKS) or "<w:caps/>")))[0][0][0])


def _inside(root: Any, mix: Mix, draw: Random) -> None:
    one = _one(root, draw, "p")
    if one is not None:
        made = list(_made(p(mix.inside(int(one.getparent() is not root))))[0])
        at = draw.randrange(len(one) + 1)
        at = max(at, 1) if one.find(W + "pPr") is not None else at
        for child in reversed(made):
            one.insert(at, child)


def _inside_gone(root: Any, mix: Mix, draw: Random) -> None:
    one = _one(root, draw, "p")
    children = [child for child in one if child.tag != W + "pPr"] if one is not None else []
    if children:
        one.remove(draw.choice(children))


def _row_gone(root: Any, mix: Mix, draw: Random) -> None:
    one = _one(root, draw, "tr")
    if one is not None and len(one.getparent().findall(W + "tr")) > 1:
        one.getparent().remove(one)


_ONCE = ("bookmarkStart", "bookmarkEnd", "footnoteReference", "endnoteReference")


def _row_come(root: Any, mix: Mix, draw: Random) -> None:
    one = _one(root, draw, "tr")
    if one is not None:
        copy = deepcopy(one)
        for mark in list(copy.iter(*(W + name for name in _ONCE))):
            mark.getparent().remove(mark)
        for text in copy.iter(W + "t"):
            text.text = mix.words(2)
        one.addnext(copy)


def _column(root: Any, mix: Mix, draw: Random) -> None:
    one = _one(root, draw, "tbl")
    if one is None or next(one.iter(W + "gridSpan", W + "vMerge"), None) is not None:
        return
    rows = one.findall(W + "tr")
    wide = min(len(row.findall(W + "tc")) for row in rows)
    grid, at, comes = one.find(W + "tblGrid"), draw.randrange(wide + 1), draw.random() < 0.5
    if comes:
        grid.insert(0, etree.Element(W + "gridCol", {W + "w": "1000"}))
        for row in rows:
            row.insert(at, etree.fromstring(f"<w:tbl {NAMES}>{mix.cell(1)}</w:tbl>")[0])
    elif wide > 1:
        grid.remove(grid[0])
        for row in rows:
            row.remove(row.findall(W + "tc")[min(at, wide - 1)])


def _all_gone(root: Any, mix: Mix, draw: Random) -> None:
    if draw.random() < 0.15:
        for one in list(root):
            root.remove(one)


_EDITS: dict[str, Callable[[Any, Mix, Random], None]] = {
    "words": _some_words, "other words": _some_words, "letters": _letters, "gone": _gone, "come": _come, "move": _move,
    "part": _part, "join": _join, "style": _style, "look": _look, "inside": _inside, "inside gone": _inside_gone,
    "row gone": _row_gone, "row come": _row_come, "column": _column, "all gone": _all_gone,
}  # fmt: skip
