"""A new Word file with styles of its own: serif text, headings, a header with both parties and a footer with pages."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from tablebook.documents.tracked.names import M, R, W
from tablebook.documents.tracked.package import WordFile

_W, _R, _M = W[1:-1], R[1:-1], M[1:-1]
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_SIZES = {"letter": (12240, 15840), "a4": (11906, 16838)}

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_OFFICE}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_OFFICE}.settings+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_OFFICE}.header+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_OFFICE}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_TOP_RELS = (
    f'<Relationships xmlns="{_REL}"><Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)
_RELS = (
    f'<Relationships xmlns="{_REL}"><Relationship Id="rId1" Type="{_R}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_R}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId3" Type="{_R}/header" Target="header1.xml"/>'
    f'<Relationship Id="rId4" Type="{_R}/footer" Target="footer1.xml"/></Relationships>'
)
_SETTINGS = (
    f'<w:settings xmlns:w="{_W}"><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)


def _style(identity: str, name: str, paragraph: str, run: str, more: str = '<w:basedOn w:val="Normal"/>') -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>{more}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


_SERIF = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Georgia"/>'
_SANS = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
_STYLES = (
    f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>{_SERIF}<w:sz w:val="22"/><w:lang w:val="en-US"/>'
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    + _style("Title", "Title", '<w:spacing w:before="0" w:after="60"/>', '<w:b/><w:sz w:val="34"/>')
    + _style(
        "Heading1", "heading 1", '<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:sz w:val="26"/>',
    )
    + _style(
        "Heading2", "heading 2", '<w:keepNext/><w:spacing w:before="180" w:after="80"/><w:outlineLvl w:val="1"/>',
        "<w:b/>",
    )
    + _style("Facts", "Facts", '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>', f'{_SANS}<w:sz w:val="18"/>')
    + _style("Note", "Note", '<w:spacing w:before="120" w:after="40"/>', f'{_SANS}<w:i/><w:sz w:val="18"/>')
    + _style("Signature", "Signature", '<w:spacing w:before="240" w:after="40"/>', "<w:b/>")
    + _style("Signed", "Signed", '<w:spacing w:before="240" w:after="40"/>', "")
    + _style("Header", "header", '<w:tabs><w:tab w:val="right" w:pos="9360"/></w:tabs>', f'{_SANS}<w:sz w:val="16"/>')
    + _style("Footer", "footer", '<w:tabs><w:tab w:val="right" w:pos="9360"/></w:tabs>', f'{_SANS}<w:sz w:val="16"/>')
    + "</w:styles>"
)  # fmt: skip


def _field(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def blank(title: str, header: tuple[str, str], footer: str, page: str = "letter") -> WordFile:
    """A file without text. It names no person and no computer, and no time."""
    wide, high = _SIZES[page]
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
        f'<w:pgSz w:w="{wide}" w:h="{high}"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
        'w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
    )
    names = f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:m="{_M}"'
    tab = "<w:r><w:tab/></w:r>"
    head = f'<w:pPr><w:pStyle w:val="Header"/></w:pPr>{_words(header[0])}{tab}{_words(header[1])}'
    pages = f"{_words('Page ')}{_field('PAGE')}{_words(' of ')}{_field('NUMPAGES')}"
    foot = f'<w:pPr><w:pStyle w:val="Footer"/></w:pPr>{_words(footer)}{tab}{pages}'
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title></cp:coreProperties>'
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _TOP_RELS,
        "docProps/core.xml": core,
        "word/_rels/document.xml.rels": _RELS,
        "word/document.xml": f"<w:document {names}><w:body>{section}</w:body></w:document>",
        "word/settings.xml": _SETTINGS,
        "word/styles.xml": _STYLES,
        "word/header1.xml": f"<w:hdr {names}><w:p>{head}</w:p></w:hdr>",
        "word/footer1.xml": f"<w:ftr {names}><w:p>{foot}</w:p></w:ftr>",
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, text in parts.items():
            file.writestr(name, _HEAD + text)
    return WordFile(out.getvalue(), title)
