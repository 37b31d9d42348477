"""A judge of tracked changes, made from ECMA-376 part 1, 17.13 alone: a file with all its changes accepted or rejected,
element by element, and what it then says. It shares no code with the writer, nor with the other reader of the tests."""

from __future__ import annotations

import hashlib
import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
Story = list[Any]

_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad",
          "begin": "{", "separate": "|", "end": "}"}  # fmt: skip
_PLACES = {
    "proofErr", "lastRenderedPageBreak", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd",
    "permStart", "permEnd", "commentReference", "annotationRef", "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr",
    "customXmlPr", "fldData",
}  # fmt: skip
_WAS = (
    "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tcPrChange", "trPrChange",
    "tblGridChange", "numberingChange",
)  # fmt: skip
_MARKS = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo"))


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _drop(element: Any) -> None:
    element.getparent().remove(element)


def _open(element: Any) -> None:
    parent, at = element.getparent(), element.getparent().index(element)
    for step, child in enumerate(list(element)):
        parent.insert(at + step, child)
    parent.remove(element)


def settle(root: Any, accept: bool) -> int:
    """Accept or reject all below a part's root; how many paragraphs had words, no end, and none to join."""
    gone = ("del", "moveFrom") if accept else ("ins", "moveTo")
    _looks(root, accept)
    _rows_and_cells(root, accept, gone)
    joined = [
        mark.getparent().getparent().getparent()
        for name in gone
        for mark in root.iter(W + name)
        if _local(mark.getparent()) == "rPr" and _local(mark.getparent().getparent()) == "pPr"
    ]
    for element in list(root.iter(*_MARKS)):
        if element.getparent() is None:
            continue
        if _local(element) in gone or not len(element):
            _drop(element)
        else:
            _open(element)
    _left_over(root)
    return sum(_joined(paragraph) for paragraph in joined)


def _looks(root: Any, accept: bool) -> None:
    for name in _WAS:
        for change in list(root.iter(W + name)):
            if not accept:
                _as_before(change)
            elif change.getparent() is not None:
                _drop(change)


def _rows_and_cells(root: Any, accept: bool, gone: tuple[str, ...]) -> None:
    for row in list(root.iter(W + "tr")):
        if any(row.find(f"{W}trPr/{W}{name}") is not None for name in gone):
            _drop(row)
    for cell in list(root.iter(W + "tc")):
        if cell.find(f"{W}tcPr/{W}{'cellDel' if accept else 'cellIns'}") is not None:
            _drop(cell)


def _left_over(root: Any) -> None:
    for name in ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "cellIns", "cellDel"):
        for element in list(root.iter(W + name)):
            _drop(element)
    for row in list(root.iter(W + "tr")):
        if next(row.iter(W + "tc"), None) is None:
            _drop(row)
    for table in list(root.iter(W + "tbl")):
        if next(table.iter(W + "tr"), None) is None:
            _drop(table)


def _as_before(change: Any) -> None:
    home = change.getparent()
    if home is None:
        return
    kept = {"pPrChange": ("rPr", "sectPr"), "rPrChange": ("ins", "del", "moveFrom", "moveTo"),
            "sectPrChange": ("headerReference", "footerReference"), "trPrChange": ("ins", "del"),
            "tcPrChange": ("cellIns", "cellDel", "cellMerge")}.get(_local(change), ())  # fmt: skip
    was = [one for inner in change for one in inner]
    for child in [child for child in home if _local(child) not in kept]:
        home.remove(child)
    at = sum(1 for child in home if _local(child) in ("ins", "del", "moveFrom", "moveTo", "headerReference"))
    for step, child in enumerate(was):
        home.insert(at + step if _local(change) != "pPrChange" else step, child)


def _joined(paragraph: Any) -> bool:
    """17.13.5.15: the contents of a paragraph without an end of its own are part of the following paragraph."""
    words = [child for child in paragraph if _local(child) != "pPr"]
    if paragraph.getparent() is None:  # gone with its row
        return False
    following = paragraph
    while True:
        up = following.getparent()
        following = following.getnext()
        while following is None and _local(up) in ("sdtContent", "sdt", "customXml"):
            following, up = up.getnext(), up.getparent()
        while following is not None and _local(following) in ("sdt", "sdtContent", "customXml"):
            following = next((one for one in following if _local(one) in ("p", "tbl", "sdt", "sdtContent")), None)
        if following is None or _local(following) in ("p", "tbl", "sectPr"):
            break
    if following is not None and _local(following) == "p":
        at = 1 if following.find(W + "pPr") is not None else 0
        for step, child in enumerate(words):
            following.insert(at + step, child)
        _drop(paragraph)
        return False
    signs = (W + "r", M + "r")
    if any(child.tag in signs or next(child.iter(*signs), None) is not None for child in words):
        return True
    _drop(paragraph)
    return False


def _blocks(container: Any) -> Iterator[Any]:
    for child in container if container is not None else ():
        if _local(child) in ("p", "tbl"):
            yield child
        elif _local(child) in ("sdt", "sdtContent", "customXml"):
            yield from _blocks(child)


class Settled:
    """One file, settled, and each of its stories: with ``looks`` as it looks, without as it reads."""

    def __init__(self, data: bytes, accept: bool) -> None:
        self._zip = zipfile.ZipFile(BytesIO(data))
        self._names = {name.lstrip("/"): name for name in self._zip.namelist()}
        self._trees: dict[str, Any] = {}
        self._accept, self.adrift, self.looks = accept, 0, False
        self.main = next(t for k, t in self._rels("").values() if k.endswith("/officeDocument"))
        self.part = self.main
        self._styles = {
            one.get(W + "styleId"): (one.find(W + "name").get(W + "val") if one.find(W + "name") is not None else "")
            for one in self._related("styles", "style")
        }

    def _tree(self, part: str) -> Any:
        if part not in self._trees:
            self._trees[part] = etree.fromstring(self._zip.read(self._names[part]))
            if part.endswith(".xml"):
                self.adrift += settle(self._trees[part], self._accept)
        return self._trees[part]

    def _rels(self, part: str) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        found = {}
        for rel in self._tree(path) if path in self._names else ():
            target = rel.get("Target")
            if rel.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[rel.get("Id")] = (rel.get("Type"), target)
        return found

    def _related(self, kind: str, tag: str) -> list[Any]:
        parts = [t for k, t in self._rels(self.main).values() if k.endswith(f"/{kind}") and t in self._names]
        return self._tree(parts[0]).findall(W + tag) if parts else []

    @property
    def body(self) -> Story:
        return self._story(self._tree(self.main).find(W + "body")) or ([("p", "", ())] if self.looks else [""])

    @property
    def sections(self) -> list[dict[str, Story]]:
        """For each section its headers and footers; what a section leaves out it has from the one before."""
        found: list[dict[str, Story]] = []
        for section in self._tree(self.main).iter(W + "sectPr"):
            here = dict(found[-1]) if found else {}
            for reference in section:
                if _local(reference) in ("headerReference", "footerReference"):
                    target = self._rels(self.main)[reference.get(R + "id")][1]
                    self.part = target
                    kind = f"{_local(reference)} {reference.get(W + 'type') or 'default'}"
                    here[kind] = self._story(self._tree(target))
                    self.part = self.main
            found.append(here)
        return found

    def _story(self, container: Any) -> Story:
        found: Story = []
        for child in _blocks(container):
            if _local(child) == "p":
                found.append(self._paragraph(child))
            elif found and isinstance(found[-1], list):
                # 17.4.37: two tables that touch are one.
                found[-1].extend(self._rows(child))
            else:
                found.append(self._rows(child))
        return found

    def _rows(self, element: Any) -> list[Any]:
        found = []
        for child in element:
            if _local(child) == "tr":
                found.append(self._cells(child))
            elif _local(child) in ("sdt", "sdtContent", "customXml"):
                found.extend(self._rows(child))
        return found

    def _cells(self, element: Any) -> list[Any]:
        found = []
        for child in element:
            if _local(child) == "tc":
                own = child.find(W + "tcPr")
                span = own.find(W + "gridSpan") if own is not None else None
                down = own.find(W + "vMerge") if own is not None else None
                cut = (span.get(W + "val") if span is not None else "1",
                       (down.get(W + "val") or "continue") if down is not None else "")  # fmt: skip
                found.append((cut, self._story(child)))
            elif _local(child) in ("sdt", "sdtContent", "customXml"):
                found.extend(self._cells(child))
        return found

    def _paragraph(self, paragraph: Any) -> Any:
        spans: list[tuple[str, str]] = []
        self._spans(paragraph, spans)
        text = "".join(words for words, _ in spans)
        if not self.looks:
            return text
        joined: list[tuple[str, str]] = []
        for words, look in spans:
            if joined and joined[-1][1] == look:
                joined[-1] = (joined[-1][0] + words, look)
            elif words:
                joined.append((words, look))
        own = paragraph.find(W + "pPr")
        base = [child for child in own if _local(child) not in ("rPr", "sectPr")] if own is not None else []
        return ("p", "".join(sorted(map(self._property, base))), tuple(joined))

    def _property(self, element: Any) -> str:
        value = element.get(W + "val") or ""
        if _local(element) in ("pStyle", "rStyle", "tblStyle"):
            return f"{_local(element)}={(self._styles.get(value) or value).lower()} "
        if _local(element) == "numId":
            return "numbered "
        own = sorted(f"{name.rpartition('}')[2]}={value}" for name, value in element.attrib.items())
        return f"({_local(element)} {' '.join(own)}{''.join(sorted(map(self._property, element)))})"

    def _spans(self, element: Any, spans: list[tuple[str, str]]) -> None:
        for child in element:
            if _local(child) == "r" and child.tag.startswith(W):
                own = child.find(W + "rPr")
                look = "".join(sorted(self._property(one) for one in own)) if own is not None else ""
                signs = ("fldChar", "instrText", "delInstrText")
                spans.extend((self._said(one), "" if _local(one) in signs else look) for one in child)
            elif child.tag in (MC + "AlternateContent",) or child.tag.startswith(M) or _local(child) == "subDoc":
                spans.append((self._said(child), ""))
            elif _local(child) == "fldSimple":
                spans.append((f"{{{child.get(W + 'instr') or ''}|", ""))
                self._spans(child, spans)
                spans.append(("}", ""))
            elif _local(child) == "hyperlink":
                inside: list[tuple[str, str]] = []
                self._spans(child, inside)
                led = self._rels(self.part).get(child.get(R + "id") or "", ("", ""))[1]
                if any(words for words, _ in inside):
                    to = f"<to {led}#{child.get(W + 'anchor') or ''}>"
                    # Two links to one place that touch say the same as one.
                    ended = spans and spans[-1] == ("", to)
                    spans.extend([*([] if ended else [(to, "")]), *inside, ("", to)])
            elif _local(child) not in _PLACES:
                self._spans(child, spans)

    def _said(self, element: Any) -> str:
        name = _local(element)
        if not name or (element.tag.startswith(W) and name in _PLACES):
            return ""
        if element.tag.startswith(W):
            if name in _SIGNS or name == "fldChar":
                return _SIGNS[element.get(W + "fldCharType") or name]
            if name in ("t", "delText", "instrText", "delInstrText"):
                return element.text or ""
            if name in ("footnoteReference", "endnoteReference"):
                return self._note(name.removesuffix("Reference"), element.get(W + "id"))
            if name == "sym":
                return f"<{element.get(W + 'font')} {element.get(W + 'char')}>"
            if name == "txbxContent":
                return f"<box {self._story(element)}>"
        if element.tag == MC + "AlternateContent":
            return "".join(f"<{_local(one)} {''.join(map(self._said, one))}>" for one in element)
        led = "".join(self._led(value) for key, value in element.attrib.items() if key.startswith(R))
        text = (element.text or "").strip() if not len(element) else ""
        return f"<{led}{text}{''.join(map(self._said, element))}>"

    def _note(self, kind: str, identity: str | None) -> str:
        notes = {one.get(W + "id"): one for one in self._related(f"{kind}s", kind)}
        back, homes = self.part, [t for k, t in self._rels(self.main).values() if k.endswith(f"/{kind}s")]
        self.part = homes[0] if homes else back
        story = self._story(notes.get(identity))
        self.part = back
        return f"[{kind} {story}]"

    def _led(self, identity: str) -> str:
        target = self._rels(self.part).get(identity, ("", "nothing"))[1]
        data = self._zip.read(self._names[target]) if target in self._names else target.encode()
        return hashlib.sha256(data).hexdigest()[:8]


def told(data: bytes, accept: bool, looks: bool = False) -> tuple[Story, list[dict[str, Story]], int]:
    """The body, the heads of each section, and the paragraphs adrift."""
    file = Settled(data, accept)
    file.looks = looks
    return file.body, file.sections, file.adrift
