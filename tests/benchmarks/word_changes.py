"""What somebody might do to a Word file between two versions: words, paragraphs and rows that come, go and move."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from typing import Any

from lxml import etree

from tests.unit.documents.settled import MC, W, settle

WORDS = "not shall must agreed whereas district (10) 12.5% seven paid".split()
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STRICT = b"purl.oclc.org/ooxml/wordprocessingml"

Parts = dict[str, bytes]


def parts_of(data: bytes) -> Parts:
    """The parts of a Word file by name. BadZipFile, zlib.error and the like for a file that is none."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(parts: Parts) -> bytes:
    """The parts as a file."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return made.getvalue()


def main_part(parts: Parts) -> str | None:
    """The name of the part with the words; None where it has no body, or is in the strict dialect, which the judge
    cannot read. XMLSyntaxError for what is no XML."""
    name = next((one for one in parts if one.endswith("document.xml")), None)
    if name is None or _STRICT in parts[name] or etree.fromstring(parts[name]).find(W + "body") is None:
        return None
    return name


def has_tracked(parts: Parts) -> bool:
    """Whether a file has tracked words."""
    return any(sign in parts[main_part(parts) or ""] for sign in (b"<w:ins ", b"<w:del ", b"<w:moveFrom "))


def rejected(data: bytes) -> bytes:
    """The file with all its tracked changes rejected."""
    parts = parts_of(data)
    for name in parts:
        if name.endswith(".xml"):
            try:
                root = etree.fromstring(parts[name])
            except etree.XMLSyntaxError:
                continue
            if root.tag.startswith(W):
                settle(root, accept=False)
                parts[name] = _written(root)
    return packed(parts)


def ended(data: bytes) -> bytes:
    """The file with the empty last paragraph that Word gives a body which ends with the break of a section."""
    parts = parts_of(data)
    name = main_part(parts)
    assert name is not None
    root = etree.fromstring(parts[name])
    last = root.find(f"{W}body/{W}sectPr")
    blocks = (W + "p", W + "tbl", W + "sdt")
    before = next(last.itersiblings(*blocks, preceding=True), None) if last is not None else None
    if before is None or before.find(f"{W}pPr/{W}sectPr") is None:
        return data
    last.addprevious(etree.Element(W + "p"))
    parts[name] = _written(root)
    return packed(parts)


def changed(data: bytes, seed: int) -> bytes:
    """The file after one to eight changes, the same ones for the same seed."""
    parts, chance = parts_of(data), random.Random(seed)
    name = main_part(parts)
    assert name is not None
    root = etree.fromstring(parts[name])
    body = root.find(W + "body")
    for _ in range(chance.choice((1, 2, 4, 8))):
        chance.choice(_CHANGES)(body, chance)
    parts[name] = _written(root)
    return packed(parts)


def _written(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _all(body: Any, tag: str) -> list[Any]:
    """Those outside of drawings that are there twice, for new programs and for old ones."""
    return [
        one for one in body.iter(W + tag) if not any(up.tag == MC + "AlternateContent" for up in one.iterancestors())
    ]


def _said(body: Any) -> list[Any]:
    return [one for one in _all(body, "t") if one.text and one.text.strip()]


def _bound(element: Any) -> bool:
    """Whether a field or a section begins or ends in it: it cannot be taken away by itself."""
    inside = (W + "fldChar", W + "sectPr")
    return (
        next(element.iter(*inside), None) is not None
        or element.getnext() is None
        or (element.getnext().tag == W + "sectPr")
    )


def _other_word(body: Any, chance: random.Random) -> None:
    if said := _said(body):
        text = chance.choice(said)
        words = text.text.split(" ")
        words[chance.randrange(len(words))] = chance.choice(WORDS)
        text.text = " ".join(words)
        text.set(_SPACE, "preserve")


def _more_words(body: Any, chance: random.Random) -> None:
    if said := _said(body):
        text = chance.choice(said)
        text.text = f"{text.text} {' '.join(chance.sample(WORDS, 3))}"
        text.set(_SPACE, "preserve")


def _no_paragraph(body: Any, chance: random.Random) -> None:
    free = [one for one in _all(body, "p") if not _bound(one)]
    if free:
        one = chance.choice(free)
        one.getparent().remove(one)


def _new_paragraph(body: Any, chance: random.Random) -> None:
    if paragraphs := _all(body, "p"):
        made = etree.Element(W + "p")
        etree.SubElement(etree.SubElement(made, W + "r"), W + "t").text = " ".join(chance.choices(WORDS, k=6))
        chance.choice(paragraphs).addnext(made)


def _rows(body: Any) -> list[Any]:
    return [
        one
        for one in _all(body, "tr")
        if len(one.getparent().findall(W + "tr")) > 1 and next(one.iter(W + "vMerge", W + "fldChar"), None) is None
    ]


def _no_row(body: Any, chance: random.Random) -> None:
    if rows := _rows(body):
        one = chance.choice(rows)
        one.getparent().remove(one)


def _row_twice(body: Any, chance: random.Random) -> None:
    if rows := _rows(body):
        one = chance.choice(rows)
        made = deepcopy(one)
        for mark in list(made.iter(W + "bookmarkStart", W + "bookmarkEnd")):
            mark.getparent().remove(mark)
        one.addnext(made)


def _moved(body: Any, chance: random.Random) -> None:
    free = [one for one in body.findall(W + "p") if not _bound(one)]
    if len(free) > 1:
        one, other = chance.sample(free, 2)
        other.addprevious(one)


_CHANGES: tuple[Callable[[Any, random.Random], None], ...] = (
    _other_word, _more_words, _no_paragraph, _new_paragraph, _no_row, _row_twice, _moved,
)  # fmt: skip
