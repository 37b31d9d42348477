"""Files made to do harm: small on disk, without end when they are opened. Each ends in one sentence, in the child."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tablebook.documents import foreign
from tablebook.documents.foreign import page_sheet, read_contract_safely, read_text_safely
from tablebook.errors import UserError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
Maker = Callable[[Path], Path]


def word(body: str, *, head: str = "", **parts: str) -> Maker:
    """A Word file with this body, and with other parts by name."""

    def make(path: Path) -> Path:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("word/document.xml", f"{head}<w:document {W}><w:body>{body}</w:body></w:document>")
            for name, xml in parts.items():
                package.writestr(f"word/{name}.xml", xml)
        return path

    return make


def pdf(*objects: bytes, root: int = 1) -> Maker:
    """A PDF of these objects, numbered from 1; readers put up with its missing table of places."""

    def make(path: Path) -> Path:
        parts = [b"%d 0 obj\n%b\nendobj\n" % (number, body) for number, body in enumerate(objects, 1)]
        path.write_bytes(b"%PDF-1.7\n" + b"".join(parts) + b"trailer << /Root %d 0 R >>\n%%%%EOF\n" % root)
        return path

    return make


def page(content: bytes, box: bytes = b"0 0 612 792") -> Maker:
    """A PDF of one page with this content."""
    packed = zlib.compress(content, 9)
    stream = b"<< /Length %d /Filter /FlateDecode >> stream\n%b\nendstream" % (len(packed), packed)
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%b] /Contents 4 0 R >>" % box,
        stream,
    )


def written(piece: bytes, times: int, before: bytes = b"") -> Maker:
    """A text that says one thing over and over."""

    def make(path: Path) -> Path:
        path.write_bytes(before + piece * times)
        return path

    return make


def many_pages(count: int) -> Maker:
    """A PDF whose one page is counted so many times."""
    kids = b"3 0 R " * count
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, count),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>",
    )


def lying(path: Path) -> Path:
    """A package whose directory says that its part is small."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * (200 * 1024 * 1024))
    data = bytearray(path.read_bytes())
    directory = data.rfind(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (1000).to_bytes(4, "little")
    data[22:26] = (1000).to_bytes(4, "little")
    path.write_bytes(data)
    return path


LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(12))
    + "]>"
)
CYCLE = (
    f'<w:styles {W}><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
    f'<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
)
STYLED = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>'
NO_PAGES = b"<< /Type /Pages /Kids [] /Count 0 >>"
SPAN = '<w:gridSpan w:val="99999999999"/>'
TEXT = "<w:p><w:r><w:t>Nothing to see</w:t></w:r></w:p>"
HOSTILE: dict[str, tuple[str, Maker]] = {
    "lying package": ("c.docx", lying),
    "entity bomb": ("c.docx", word("<w:p><w:r><w:t>&m;</w:t></w:r></w:p>", head=LAUGHS)),
    "outside entity": (
        "c.docx",
        word("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", head="<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"),
    ),
    "deep nesting": ("c.docx", word("<w:sdt><w:sdtContent>" * 50_000 + TEXT + "</w:sdtContent></w:sdt>" * 50_000)),
    "deep tables": ("c.docx", word("<w:tbl><w:tr><w:tc>" * 70 + TEXT + "</w:tc></w:tr></w:tbl>" * 70)),
    "styles in a circle": ("c.docx", word(TEXT.replace("<w:p>", STYLED), styles=CYCLE)),
    "paragraphs without end": ("c.docx", word(TEXT * 300_000)),
    "spans without end": (
        "c.docx",
        word(f"<w:tbl><w:tr><w:tc><w:tcPr>{SPAN}</w:tcPr>{TEXT}</w:tc></w:tr><w:tr/></w:tbl>"),
    ),
    "number without end": (
        "c.docx",
        word(
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>' + TEXT,
            numbering=f'<w:numbering {W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
            '<w:start w:val="9999999999"/>'
            '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
        ),
    ),
    "ten million objects": ("c.pdf", page(b"0 0 1 1 re f\n" * 10_000_000)),
    "too many pages": ("c.pdf", many_pages(2_001)),
    "pages in a circle": (
        "c.pdf",
        pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9999999 >>"),
    ),
    "deep arrays": (
        "c.pdf",
        pdf(b"<< /Type /Catalog /Pages 2 0 R /X " + b"[" * 200_000 + b"]" * 200_000 + b" >>", NO_PAGES),
    ),
    "saved states": ("c.pdf", page(b"q " * 3_000_000)),
    "one word of 20 million letters": ("c.txt", written(b"x", 20_000_000)),
    "leaders without end": ("c.txt", written(b". ", 5_000_000, b"ARTICLE 1 ")),
    "a million list labels": ("c.md", written(b"A. **", 3_000_000)),
    "a million headings": ("c.txt", written(b"ARTICLE 7\n\n", 600_000)),
}


@pytest.mark.parametrize("case", HOSTILE, ids=lambda name: name.replace(" ", "-"))
def test_a_hostile_file_gets_one_sentence(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "MOST_SECONDS", 3.0)
    name, make = HOSTILE[case]
    try:
        read_contract_safely(make(tmp_path / name))
    except UserError as refusal:
        said = refusal
    else:
        return
    assert name in said.what
    assert said.what.endswith(".")
    assert "Traceback" not in str(said)


def test_pages_are_counted_before_they_are_read(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="2,001 pages"):
        read_contract_safely(many_pages(2_001)(tmp_path / "c.pdf"))


def test_no_file_beside_the_paper_is_taken_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("what is not in the paper", encoding="utf-8")
    head = f"<!DOCTYPE x [<!ENTITY e SYSTEM '{secret.as_uri()}'>]>"
    path = word("<w:p><w:r><w:t>Said: &e;</w:t></w:r></w:p>" + TEXT, head=head)(tmp_path / "c.docx")
    try:
        words = " ".join(block.text for block in read_text_safely(path).blocks)
    except UserError as refusal:
        words = str(refusal)
    assert "what is not in the paper" not in words


@pytest.mark.parametrize("box", [b"0 0 1 14400", b"0 0 14400 1", b"0 0 0 0", b"-9e9 -9e9 9e9 9e9"])
def test_the_picture_of_a_page_of_no_shape(box: bytes, tmp_path: Path) -> None:
    path = page(b"0 0 1 1 re f", box)(tmp_path / "c.pdf")
    try:
        shown, said = page_sheet(path, 1, 4000).png, ""
    except UserError as refusal:
        shown, said = b"", refusal.what
    assert shown.startswith(b"\x89PNG") or said.endswith(".")
