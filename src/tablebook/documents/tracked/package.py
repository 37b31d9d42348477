"""A Word file as parts with relationships: read, changed and written again, the untouched parts byte for byte."""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO

from lxml import etree

from tablebook.documents.tracked.names import Element, make
from tablebook.errors import UserError

_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LIMIT = 250 * 1024 * 1024
_STAMP = (2000, 1, 1, 0, 0, 0)

# Word's strict form has other names for the same elements; all else is alike.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", OFFICE.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)  # fmt: skip


class Rel:
    """One relationship: its kind, where it points, and whether that is outside the file."""

    def __init__(self, kind: str, target: str, external: bool) -> None:
        self.kind, self.target, self.external = kind, target, external


class WordFile:
    """The parts of one Word file. ``tree`` gives a part to read or change; what was taken is written anew."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self.parts = _unpacked(data)
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
            raise _damaged(name) from error
        self._trees: dict[str, Element] = {}
        self._rels: dict[str, dict[str, Rel]] = {}
        self.main = self._main_part()

    def tree(self, part: str) -> Element:
        """The root element of a part."""
        if part not in self._trees:
            parser = etree.XMLParser(
                resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
            )
            try:
                self._trees[part] = etree.fromstring(self.parts[part], parser)
            except (etree.XMLSyntaxError, KeyError) as error:
                raise _damaged(self.name) from error
        return self._trees[part]

    def put_tree(self, part: str, root: Element, content_type: str) -> None:
        """Add a part made here."""
        self._trees[part] = root
        self.parts[part] = b""
        self.set_type(part, content_type)

    def put(self, part: str, data: bytes, content_type: str) -> None:
        """Add a part's bytes."""
        self.parts[part] = data
        self.set_type(part, content_type)

    def related(self, kind: str, part: str | None = None) -> str | None:
        """The part that the main part (or another) points to with this kind of relationship."""
        for rel in self.rels(part or self.main).values():
            if rel.kind.rpartition("/")[2] == kind and not rel.external and rel.target in self.parts:
                return rel.target
        return None

    def root(self, kind: str) -> Element | None:
        """The root of the main part's styles, numbering or the like; None where the file has none."""
        part = self.related(kind)
        return self.tree(part) if part else None

    def home(self, kind: str) -> Element:
        """The same, begun where the file has none."""
        root = self.root(kind)
        if root is None:
            part, root = f"word/{kind}.xml", make(kind)
            self.put_tree(part, root, f"{_WORD_TYPE}.{kind}+xml")
            self.relate(self.main, f"{OFFICE}/{kind}", part)
        return root

    def rels(self, part: str) -> dict[str, Rel]:
        """A part's relationships by id, their targets as names of parts."""
        if part not in self._rels:
            self._rels[part] = {}
            name = _rels_name(part)
            if name in self.parts:
                for rel in self.tree(name):
                    external = rel.get("TargetMode") == "External"
                    target = rel.get("Target") or ""
                    if not external:
                        target = _resolved(part, target)
                    self._rels[part][rel.get("Id") or ""] = Rel(rel.get("Type") or "", target, external)
        return self._rels[part]

    def relate(self, part: str, kind: str, target: str, external: bool = False) -> str:
        """The id of such a relationship of a part, made where it is missing."""
        rels = self.rels(part)
        for identity, rel in rels.items():
            if (rel.kind, rel.target, rel.external) == (kind, target, external):
                return identity
        number = len(rels) + 1
        while f"rId{number}" in rels:
            number += 1
        rels[f"rId{number}"] = Rel(kind, target, external)
        return f"rId{number}"

    def type_of(self, part: str) -> str:
        """The content type of a part."""
        root = self.tree("[Content_Types].xml")
        for override in root.findall(_TYPES + "Override"):
            if (override.get("PartName") or "").lower() == f"/{part}".lower():
                return override.get("ContentType") or ""
        ending = part.rpartition(".")[2].lower()
        for default in root.findall(_TYPES + "Default"):
            if (default.get("Extension") or "").lower() == ending:
                return default.get("ContentType") or ""
        return "application/octet-stream"

    def set_type(self, part: str, content_type: str) -> None:
        """Say what a part is, unless that is said already."""
        if self.type_of(part) == content_type:
            return
        override = etree.SubElement(self.tree("[Content_Types].xml"), _TYPES + "Override")
        override.set("PartName", f"/{part}")
        override.set("ContentType", content_type)

    def drop(self, part: str) -> None:
        """Take a part out, with what points to it."""
        self.parts.pop(part, None)
        self._trees.pop(part, None)
        for owner in [*self.parts, ""]:
            if _rels_name(owner) in self.parts or owner in self._rels:
                rels = self.rels(owner)
                for identity in [key for key, rel in rels.items() if not rel.external and rel.target == part]:
                    del rels[identity]
        root = self.tree("[Content_Types].xml")
        for override in root.findall(_TYPES + "Override"):
            if override.get("PartName") == f"/{part}":
                root.remove(override)

    def free_name(self, like: str) -> str:
        """A name for a new part that nothing has yet, and that nothing points to in vain: ``like`` itself, or the same
        with another number."""
        owners = [owner for owner in self.parts if _rels_name(owner) in self.parts or owner in self._rels]
        taken = {*self.parts, *(rel.target for owner in owners for rel in self.rels(owner).values())}
        if like not in taken:
            return like
        stem, dot, ending = like.rpartition(".")
        stem = stem.rstrip("0123456789")
        number = 1
        while f"{stem}{number}{dot}{ending}" in taken:
            number += 1
        return f"{stem}{number}{dot}{ending}"

    def to_bytes(self) -> bytes:
        """The whole file. The same content always gives the same bytes: no clock and no name of a computer is in it."""
        for part, rels in self._rels.items():
            if rels or _rels_name(part) in self.parts:
                self._trees[_rels_name(part)] = _rels_tree(part, rels)
                self.parts.setdefault(_rels_name(part), b"")
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
            for part in sorted(self.parts, key=lambda name: (name != "[Content_Types].xml", name)):
                data = self.parts[part]
                if part in self._trees:
                    data = etree.tostring(self._trees[part], xml_declaration=True, encoding="UTF-8", standalone=True)
                info = zipfile.ZipInfo(part, _STAMP)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o600 << 16
                file.writestr(info, data)
        return out.getvalue()

    def _main_part(self) -> str:
        if "[Content_Types].xml" in self.parts:
            for rel in self.rels("").values():
                if rel.kind.endswith("/officeDocument") and rel.target in self.parts:
                    return rel.target
        raise _damaged(self.name)


def _unpacked(data: bytes) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = _LIMIT
    with zipfile.ZipFile(BytesIO(data)) as file:
        for info in file.infolist():
            if info.is_dir():
                continue
            with file.open(info) as stream:
                content = stream.read(left + 1)
            left -= len(content)
            if left < 0:
                raise UserError("A Word file is too large.", "Unpacked it has over 250 MB.", "Choose another file.")
            if info.filename.endswith((".xml", ".rels")) and b"purl.oclc.org/ooxml" in content:
                for strict, usual in _STRICT:
                    content = content.replace(strict, usual)
            parts[info.filename.lstrip("/")] = content
    return parts


def _damaged(name: str) -> UserError:
    return UserError(
        f"{name} is damaged.",
        "It is not whole as a Word file.",
        "Open it in Word or LibreOffice, save it under a new name and choose that file.",
    )


def _rels_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _resolved(part: str, target: str) -> str:
    if target.startswith("#"):  # a bookmark in the part itself
        return target
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def _rels_tree(part: str, rels: dict[str, Rel]) -> Element:
    root = etree.Element(_RELS + "Relationships", nsmap={None: _PACKAGE_RELS})  # type: ignore[dict-item] # the stubs know no default name
    for identity, rel in rels.items():
        element = etree.SubElement(root, _RELS + "Relationship")
        element.set("Id", identity)
        element.set("Type", rel.kind)
        element.set("Target", rel.target if rel.external or rel.target.startswith("#") else f"/{rel.target}")
        if rel.external:
            element.set("TargetMode", "External")
    return root
