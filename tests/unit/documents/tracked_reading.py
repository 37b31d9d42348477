"""A Word file read with all its tracked changes accepted or rejected, by the standard's words and none of our writer's
code: what the tests of the writer believe."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": "\u00ad"}
_SILENT = {
    "rPr", "pPr", "proofErr", "lastRenderedPageBreak", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "permStart",
    "commentRangeEnd", "commentReference", "permEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
    "moveToRangeEnd", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "annotationRef", "fldData",
}  # fmt: skip
_COME, _GONE = ("ins", "moveTo"), ("del", "moveFrom")


@dataclass
class Read:
    """A body as nested lists: a paragraph is a string, a table a list of rows of cells of blocks."""

    body: list[Any] = field(default_factory=list)
    heads: list[Any] = field(default_factory=list)
    adrift: int = 0
    """Words whose paragraph end is gone while no paragraph follows that could take them in."""


class _Reader:
    def __init__(self, data: bytes, accept: bool) -> None:
        self.zip = zipfile.ZipFile(BytesIO(data))
        self.names = {name.lstrip("/"): name for name in self.zip.namelist()}
        self.gone, self.come = (_GONE, _COME) if accept else (_COME, _GONE)
        self.adrift = 0
        types = etree.fromstring(self.zip.read("[Content_Types].xml"))
        assert types is not None
        self.main = next(target for kind, target in self.rels("").values() if kind.endswith("/officeDocument"))
        self.part = self.main
        self.notes: dict[str, Any] = {}
        for kind in ("footnote", "endnote"):
            for rel, target in self.rels(self.main).values():
                if rel.endswith(f"/{kind}s") and target in self.names:
                    for note in self.tree(target).findall(W + kind):
                        self.notes[f"{kind}{note.get(W + 'id')}"] = note

    def tree(self, part: str) -> Any:
        return etree.fromstring(self.zip.read(self.names[part]))

    def rels(self, part: str) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self.names:
            return {}
        found = {}
        for rel in self.tree(path):
            target = rel.get("Target")
            if rel.get("TargetMode") != "External":
                target = (
                    target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                )
            found[rel.get("Id")] = (rel.get("Type"), target)
        return found

    def blocks(self, container: Any) -> list[Any]:
        found: list[Any] = []
        carried = ""
        for element in self._leaves(container):
            if element.tag == W + "p":
                text = carried + self.text(element)
                mark = element.find(f"{W}pPr/{W}rPr")
                if mark is not None and any(mark.find(W + name) is not None for name in self.gone):
                    carried = text
                    continue
                found.append(text)
                carried = ""
            elif element.tag == W + "tbl":
                if carried:
                    self.adrift += 1
                    found.append(carried)
                    carried = ""
                rows = self.rows(element)
                if rows:
                    found.append(rows)
        if carried:
            self.adrift += 1
            found.append(carried)
        return found

    def _leaves(self, container: Any) -> Any:
        for child in container:
            if child.tag in (W + "p", W + "tbl"):
                yield child
            elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml") or child.tag in [
                W + name for name in self.come
            ]:
                yield from self._leaves(child)

    def rows(self, table: Any) -> list[Any]:
        rows = []
        for row in self._inside(table, "tr"):
            properties = row.find(W + "trPr")
            if properties is not None and any(properties.find(W + name) is not None for name in self.gone):
                continue
            cells = []
            for cell in self._inside(row, "tc"):
                own = cell.find(W + "tcPr")
                gone = "cellDel" if "del" in self.gone else "cellIns"
                if own is not None and own.find(W + gone) is not None:
                    continue
                cells.append(self.blocks(cell))
            if cells:
                rows.append(cells)
        return rows

    def _inside(self, element: Any, tag: str) -> Any:
        for child in element:
            if child.tag == W + tag:
                yield child
            elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml"):
                yield from self._inside(child, tag)

    def text(self, element: Any) -> str:
        return "".join(self._said(child) for child in element)

    def _said(self, element: Any) -> str:
        if not isinstance(element.tag, str):
            return ""
        name = element.tag.rpartition("}")[2]
        if element.tag.startswith(W):
            if name in self.gone or name in _SILENT:
                return ""
            if name in _SIGNS:
                return _SIGNS[name]
            if name in ("t", "delText"):
                return element.text or ""
            if name in ("footnoteReference", "endnoteReference", "txbxContent", "drawing", "pict", "object"):
                return self._with_words(element, name)
            if name in ("instrText", "delInstrText", "fldSimple", "fldChar", "sym"):
                return self._field(element, name)
        if element.tag == MC + "AlternateContent":
            return self._said(element[0])
        if name in ("oMath", "oMathPara"):
            return f"<math {''.join(one.text or '' for one in element.iter() if str(one.tag).endswith('}t'))}>"
        return self.text(element)

    def _with_words(self, element: Any, name: str) -> str:
        if name == "txbxContent":
            return f"<box {self.blocks(element)}>"
        if name in ("drawing", "pict", "object"):
            return f"<{name} {self._object(element)}>"
        note = self.notes.get(f"{name.removesuffix('Reference')}{element.get(W + 'id')}")
        return f"[{self.blocks(note) if note is not None else '?'}]"

    def _field(self, element: Any, name: str) -> str:
        if name == "sym":
            return f"<{element.get(W + 'char')}>"
        if name == "fldChar":
            return {"begin": "{", "separate": "|", "end": "}"}[element.get(W + "fldCharType")]
        if name == "fldSimple":
            return f"{{«{(element.get(W + 'instr') or '').strip()}»|{self.text(element)}}}"
        return f"«{(element.text or '').strip()}»"

    def _object(self, element: Any) -> str:
        said = [str(self.blocks(box)) for box in list(element.iter(W + "txbxContent"))[:1]]
        rels = self.rels(self.part)
        # What a box holds is told with its words.
        for one in (one for one in element.iter() if next(one.iterancestors(W + "txbxContent"), None) is None):
            for name, value in one.attrib.items():
                if name.startswith(R) and value in rels:
                    target = rels[value][1]
                    said.append(str(len(self.zip.read(self.names[target]))) if target in self.names else target)
        return " ".join(said)

    def heads(self) -> list[Any]:
        found = []
        for kind, target in sorted(self.rels(self.main).values(), key=lambda rel: rel[1]):
            if kind.rpartition("/")[2] in ("header", "footer") and target in self.names:
                self.part = target
                found.append([kind.rpartition("/")[2], self.blocks(self.tree(target))])
        return found


def read(data: bytes, accept: bool) -> Read:
    """The file with all changes accepted, or all rejected."""
    reader = _Reader(data, accept)
    root = reader.tree(reader.main)
    body = reader.blocks(root.find(W + "body"))
    # A body without paragraphs is shown with an empty one.
    return Read(body or [""], reader.heads(), reader.adrift)
