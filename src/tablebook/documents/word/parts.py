"""The parts of a Word package: XML read without fetching anything, styles with what they inherit."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from lxml import etree

from tablebook.documents.file_kinds import BROKEN_ZIP
from tablebook.domain.dataclass import dataclass
from tablebook.errors import UserError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Word's "Strict Open XML Document" has the same elements under another name.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_LIMIT = 120 * 1024 * 1024


class Package:
    """A Word file's parts by name."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._zip = zipfile.ZipFile(BytesIO(data))
        self.names = tuple(self._zip.namelist())

    def part(self, name: str) -> etree._Element | None:
        """The root element of a part, or None where there is no such part."""
        if name not in self.names:
            return None
        try:
            with self._zip.open(name) as stream:
                data = stream.read(_LIMIT + 1)
            if len(data) > _LIMIT:
                raise UserError(
                    f"{self._name} is too large.", "Its text alone has over 120 MB.", "Choose another file."
                )
            parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
            return etree.fromstring(data.replace(_STRICT, W[1:-1].encode()), parser)
        except (etree.XMLSyntaxError, *BROKEN_ZIP) as error:
            raise UserError(
                f"{self._name} is damaged.",
                f"Its part {name} cannot be read.",
                "Open it in Word or LibreOffice, save it under a new name and choose that file.",
            ) from error


def value(element: etree._Element | None, name: str, attribute: str = "val") -> str | None:
    """The attribute of a child, as most of WordprocessingML keeps its settings."""
    child = element.find(W + name) if element is not None else None
    return child.get(W + attribute) if child is not None else None


def whole(text: str | None, otherwise: int) -> int:
    """A whole number of a size that a paper can have, or ``otherwise`` for anything else."""
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,5}", text) else otherwise


def points(text: str | None) -> float:
    """A font size from its half points; 0 for none."""
    return float(text) / 2 if text and re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,3})?", text) else 0.0


def switched(element: etree._Element | None, name: str) -> bool | None:
    """An on/off setting: True, False, or None where it is not given."""
    child = element.find(W + name) if element is not None else None
    if child is None:
        return None
    return child.get(W + "val", "1") not in ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph or character style with all it inherits. ``numbering`` is (numId, level or -1) or None."""

    name: str = ""
    depth: int = 0
    numbering: tuple[str, int] | None = None
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    caps: bool = False
    struck: bool = False
    size: float = 0.0
    centred: bool = False
    numbering_style: str = ""


class Styles:
    """Styles by id, read when they are first asked for."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self.default_id = ""
        self.default_size = 11.0
        if root is None:
            return
        for element in root.findall(W + "style"):
            identity = element.get(W + "styleId") or ""
            self._elements[identity] = element
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true"):
                self.default_id = identity
        size = value(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), "sz")
        self.default_size = points(size) or 10.0

    def get(self, identity: str | None, seen: frozenset[str] = frozenset()) -> Style:
        """The style, or a plain one for an unknown id."""
        identity = identity or self.default_id
        if identity in self._known:
            return self._known[identity]
        element = self._elements.get(identity)
        if element is None or identity in seen:
            return Style()
        based = value(element, "basedOn")
        parent = self.get(based, seen | {identity}) if based else Style()
        self._known[identity] = style = _style(element, identity, parent)
        return style


def _style(element: etree._Element, identity: str, parent: Style) -> Style:
    paragraph, run = element.find(W + "pPr"), element.find(W + "rPr")
    name = (value(element, "name") or identity).lower()
    outline = value(paragraph, "outlineLvl")
    depth = whole(outline, parent.depth - 1) + 1
    if name.startswith("heading "):
        depth = whole(name[8:], depth)
    size = value(run, "sz")
    align = value(paragraph, "jc")
    return Style(
        name,
        depth if 0 <= depth <= 9 else 0,
        numbering_of(paragraph, identity) or parent.numbering,
        _either(switched(run, "b"), parent.bold),
        _either(switched(run, "i"), parent.italic),
        _either(switched(run, "u"), parent.underlined),
        _either(switched(run, "caps"), parent.caps),
        bool(switched(run, "strike") or switched(run, "dstrike") or parent.struck),
        points(size) or parent.size,
        align == "center" if align else parent.centred,
        identity if numbering_of(paragraph, identity) else parent.numbering_style,
    )


def _either(own: bool | None, inherited: bool) -> bool:
    return inherited if own is None else own


def numbering_of(properties: etree._Element | None, style: str = "") -> tuple[str, int] | None:
    """(numId, level) of a paragraph's own numbering; level -1 when only the style's place in the list tells it."""
    numbering = properties.find(W + "numPr") if properties is not None else None
    if numbering is None:
        return None
    identity, level = value(numbering, "numId"), value(numbering, "ilvl")
    if identity is None:
        return None
    return identity, whole(level, -1 if style else 0)
