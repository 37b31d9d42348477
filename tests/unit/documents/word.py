"""Word files made of the XML that a test writes, with short words for what stands in it most."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOTS = {
    "styles": "w:styles", "numbering": "w:numbering", "footnotes": "w:footnotes", "endnotes": "w:endnotes",
    "header1": "w:hdr", "header2": "w:hdr",
}  # fmt: skip
WHO = 'w:id="1" w:author="Kessler" w:date="2027-03-02T08:05:00Z"'
STRUCK, UNDER, BOLD = "<w:strike/>", '<w:u w:val="single"/>', "<w:b/>"
RED, BLUE = '<w:color w:val="C00000"/>', '<w:color w:val="1F4EB4"/>'


def word(body: str, **parts: str) -> bytes:
    """A Word file with this body; other parts by name (styles, numbering, footnotes, header1, theme)."""
    made = {"word/document.xml": f"<w:document {NS}><w:body>{body}</w:body></w:document>"}
    for name, xml in parts.items():
        if name == "theme":
            made["word/theme/theme1.xml"] = f"<a:theme {NS}>{xml}</a:theme>"
        else:
            made[f"word/{name}.xml"] = f"<{_ROOTS[name]} {NS}>{xml}</{_ROOTS[name]}>"
    inner = [name.removeprefix("word/").removesuffix(".xml") for name in made if name != "word/document.xml"]
    kinds = {name: "theme" if "theme" in name else "header" if "header" in name else name for name in inner}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_content_type(kind)}"/>' for name, kind in kinds.items()
    )
    made["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{overrides}</Types>'
    )
    made["_rels/.rels"] = _relations([("rId1", "officeDocument", "word/document.xml")])
    made["word/_rels/document.xml.rels"] = _relations(
        [(f"rId{number}", kind, f"{name}.xml") for number, (name, kind) in enumerate(kinds.items(), 1)]
    )
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in made.items():
            package.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}')
    return buffer.getvalue()


def _content_type(kind: str) -> str:
    return "application/vnd.openxmlformats-officedocument.theme+xml" if kind == "theme" else f"{_TYPE}.{kind}+xml"


def _relations(rows: list[tuple[str, str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{identity}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for identity, kind, target in rows
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def r(text: str, look: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*inner: str, props: str = "", mark: str = "") -> str:
    """A paragraph of runs (plain words become one), with properties and those of its mark."""
    runs = "".join(one if one.startswith("<") else r(one) for one in inner)
    return f"<w:p><w:pPr>{props}{f'<w:rPr>{mark}</w:rPr>' if mark else ''}</w:pPr>{runs}</w:p>"


def ins(text: str, look: str = "", *, who: str = WHO, tag: str = "ins") -> str:
    """A tracked insertion of words or of runs."""
    return f"<w:{tag} {who}>{text if text.startswith('<') else r(text, look)}</w:{tag}>"


def gone(text: str, look: str = "", *, who: str = WHO, tag: str = "del") -> str:
    """A tracked deletion of words or of runs."""
    inner = (
        text if text.startswith("<") else r(text, look).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
    )
    return f"<w:{tag} {who}>{inner}</w:{tag}>"


NEW_MARK, GONE_MARK = f"<w:ins {WHO}/>", f"<w:del {WHO}/>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def row(*cells: str, props: str = "") -> str:
    """A row of cells: words, or paragraphs."""
    return f"<w:tr><w:trPr>{props}</w:trPr>{''.join(map(cell, cells))}</w:tr>"


def cell(inner: str, props: str = "") -> str:
    """A cell: words, or paragraphs; one that is made already stays as it is."""
    if inner.startswith("<w:tc>"):
        return inner
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{inner if inner.startswith('<') else p(inner)}</w:tc>"
