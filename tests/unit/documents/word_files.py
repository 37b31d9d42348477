"""Small Word files written by hand, part by part, for the tests of tracked changes."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from tablebook.domain.text import Block, BlockKind

OFFICE = _O = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{_W}" xmlns:r="{_O}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = {
    "styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
    "header1": "header", "header2": "header", "footer1": "footer", "comments": "comments",
}  # fmt: skip
PAGE = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'


def word_file(
    body: str, *, rels: str = "", media: dict[str, bytes] | None = None, page: str = PAGE, **parts: str
) -> bytes:
    """A file with this body, and other parts by name; a part's relationship has its name as id."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_OFFICE}.{_KINDS[name]}+xml"/>' for name in parts
    )
    own = "".join(f'<Relationship Id="{name}" Type="{_O}/{_KINDS[name]}" Target="{name}.xml"/>' for name in parts)
    content = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            'ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override '
            f'PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>{overrides}</Types>'
        ),
        "_rels/.rels": _rels(f'<Relationship Id="a" Type="{_O}/officeDocument" Target="word/document.xml"/>'),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}{page}</w:body></w:document>",
        "word/_rels/document.xml.rels": _rels(own + rels),
        **{f"word/{name}.xml": xml for name, xml in parts.items()},
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, text in content.items():
            file.writestr(name, text)
        for name, data in (media or {}).items():
            file.writestr(f"word/{name}", data)
    return out.getvalue()


def _rels(inside: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def rel(identity: str, kind: str, target: str, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{identity}" Type="{_O}/{kind}" Target="{target}"{mode}/>'


def r(text: str, look: str = "") -> str:
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*inside: str, properties: str = "") -> str:
    words = "".join(one if one.startswith("<") else r(one) for one in inside)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{words}</w:p>"


def tbl(*rows: Sequence[str]) -> str:
    inside = "".join(f"<w:tr>{''.join(map(tc, row))}</w:tr>" for row in rows)
    grid = '<w:gridCol w:w="1000"/>' * max(map(len, rows))
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>"


def tc(inside: str, properties: str = "") -> str:
    content = inside if inside.startswith(("<w:p", "<w:tbl")) else p(inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def note(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def notes(kind: str, *texts: str) -> str:
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for name, number in (("separator", -1), ("continuationSeparator", 0))
    )
    own = "".join(
        f'<w:{kind} w:id="{at}">{p(f"<w:r><w:{kind}Ref/></w:r>", text)}</w:{kind}>' for at, text in enumerate(texts, 1)
    )
    return f"<w:{kind}s {NAMES}>{separators}{own}</w:{kind}s>"


def picture(identity: str, number: int = 1) -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="100" cy="100"/><wp:docPr id="{number}" name="P{number}"/>'
        "<a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{identity}"/>'
        "</pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def box(text: str) -> str:
    content = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="1" cy="1"/>'
        '<wp:docPr id="9" name="Box"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>'
        f"{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def from_blocks(blocks: Sequence[Block]) -> bytes:
    """A plain file of blocks; a table without cells is left out."""
    found = []
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            rows = [row for row in block.rows if row]
            found += [tbl(*rows)] if rows else []
        else:
            found.append(p(*(r(run.text, "<w:b/>" if run.bold else "") for run in block.runs if run.text)))
    return word_file("".join([*found, p("end")]))
