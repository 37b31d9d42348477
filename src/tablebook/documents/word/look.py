"""How Word prints a run: direct settings over its character style, over its paragraph style, over the defaults."""

from __future__ import annotations

import re

from lxml import etree

from tablebook.documents.marked.paper import Look
from tablebook.documents.word.parts import Package, W, switched, value
from tablebook.domain.dataclass import dataclass

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_HIGHLIGHTS = {
    "yellow": "#ffff00", "green": "#00ff00", "cyan": "#00ffff", "magenta": "#ff00ff", "blue": "#0000ff",
    "red": "#ff0000", "darkBlue": "#000080", "darkCyan": "#008080", "darkGreen": "#008000",
    "darkMagenta": "#800080", "darkRed": "#800000", "darkYellow": "#808000", "darkGray": "#808080",
    "lightGray": "#c0c0c0", "black": "#000000",
}  # fmt: skip
_SCHEME = {
    "text1": "dk1", "dark1": "dk1", "background1": "lt1", "light1": "lt1", "text2": "dk2", "dark2": "dk2",
    "background2": "lt2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_TOGGLES = ("b", "i", "strike", "dstrike", "vanish", "caps")
_OTHERS = ("u", "color", "highlight", "shd")
_HEX = re.compile(r"[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Printed:
    """A run's look, and whether it is hidden or set in capitals."""

    look: Look
    hidden: bool = False
    capitals: bool = False


class Looks:
    """Looks of runs in one document."""

    def __init__(self, package: Package) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default = ""
        self._defaults: etree._Element | None = None
        self._based: dict[tuple[str, str], etree._Element | None] = {}
        self._theme = _theme(package)
        root = package.part("word/styles.xml")
        if root is None:
            return
        self._defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        for style in root.findall(W + "style"):
            identity = style.get(W + "styleId") or ""
            self._styles[identity] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on"):
                self._default = identity

    def of(
        self, run: etree._Element | None, paragraph_style: str | None, shade: etree._Element | None = None
    ) -> Printed:
        """The look of a run with these direct properties (its rPr) in a paragraph of this style and this fill."""
        character = value(run, "rStyle") or ""
        on = {name: self._toggled(name, run, paragraph_style or self._default, character) for name in _TOGGLES}
        other = {name: self._nearest(name, run, paragraph_style or self._default, character) for name in _OTHERS}
        look = Look(
            strike="double" if on["dstrike"] else "single" if on["strike"] else "",
            underline=_underline(other["u"]),
            bold=on["b"],
            italic=on["i"],
            colour=self._colour(other["color"]),
            highlight=_filled(other["highlight"], other["shd"]) or _filled(None, shade),
        )
        return Printed(look, on["vanish"], on["caps"])

    def _toggled(self, name: str, run: etree._Element | None, paragraph: str, character: str) -> bool:
        """Toggles of the two styles cancel each other out; a direct setting has the last word."""
        own = switched(run, name)
        if own is not None:
            return own
        if switched(self._defaults, name):
            return True
        return _on(self._from_style(name, paragraph)) != _on(self._from_style(name, character))

    def _nearest(self, name: str, run: etree._Element | None, paragraph: str, character: str) -> etree._Element | None:
        own = run.find(W + name) if run is not None else None
        for found in (own, self._from_style(name, character), self._from_style(name, paragraph)):
            if found is not None:
                return found
        return self._defaults.find(W + name) if self._defaults is not None else None

    def _from_style(self, name: str, identity: str) -> etree._Element | None:
        """The setting of a style or of the nearest one it is based on."""
        key = (identity, name)
        if key not in self._based:
            self._based[key] = None  # a style that is based on itself ends here
            style = self._styles.get(identity)
            if style is not None:
                own = style.find(f"{W}rPr/{W}{name}")
                self._based[key] = own if own is not None else self._from_style(name, value(style, "basedOn") or "")
        return self._based[key]

    def _colour(self, element: etree._Element | None) -> str:
        if element is None:
            return ""
        said = element.get(W + "val") or ""
        if not _HEX.fullmatch(said):
            said = self._theme.get(element.get(W + "themeColor") or "", "")
        return "" if not said or _dark(said) else f"#{said.lower()}"


def _on(element: etree._Element | None) -> bool:
    return element is not None and element.get(W + "val", "1") not in ("0", "false", "off", "none")


def _underline(element: etree._Element | None) -> str:
    kind = element.get(W + "val") if element is not None else None
    if kind in (None, "none"):
        return ""
    return "double" if kind in ("double", "wavyDouble") else "single"


def _filled(highlight: etree._Element | None, shade: etree._Element | None) -> str:
    """The background: a highlight, or a fill that is not white."""
    name = highlight.get(W + "val") if highlight is not None else None
    if name in _HIGHLIGHTS:
        return _HIGHLIGHTS[str(name)]
    fill = shade.get(W + "fill") if shade is not None else None
    if not fill or not _HEX.fullmatch(fill) or all(int(fill[at : at + 2], 16) > 0xF0 for at in (0, 2, 4)):
        return ""
    return f"#{fill.lower()}"


def _dark(colour: str) -> bool:
    """Whether a colour looks black on paper."""
    return all(int(colour[at : at + 2], 16) < 0x40 for at in (0, 2, 4))


def _theme(package: Package) -> dict[str, str]:
    """The theme's colours by the names that runs use."""
    parts = [name for name in package.names if name.startswith("word/theme/") and name.endswith(".xml")]
    root = package.part(parts[0]) if parts else None
    scheme = root.find(f".//{_A}clrScheme") if root is not None else None
    found: dict[str, str] = {}
    for entry in scheme if scheme is not None else ():
        for colour in entry:
            said = colour.get("lastClr") or colour.get("val") or ""
            if _HEX.fullmatch(said):
                found[entry.tag.removeprefix(_A)] = said
    return found | {name: found[key] for name, key in _SCHEME.items() if key in found}
