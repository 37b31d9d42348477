"""The packet can be heard and clicked: bookmarks, contents that lead to their headings, and each word's language."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from tablebook.reports.packet.sheet import Edition
from tests.integration.packet.conftest import Ready, printed

LONG = (Edition.MEMBERS, Edition.LARGE_PRINT, Edition.BOARD)


def reader(packet: Ready, edition: Edition, language: str = "en") -> PdfReader:
    return PdfReader(BytesIO(printed(packet.sheet, edition, language)))


def flat(outline: list[Any]) -> Iterator[str]:
    for item in outline:
        if isinstance(item, list):
            yield from flat(item)
        else:
            yield str(item.title)


def links(pdf: PdfReader) -> Iterator[Any]:
    for page in pdf.pages:
        for one in page.get("/Annots") or ():
            yield one.get_object()


@pytest.mark.parametrize("edition", LONG)
def test_each_line_of_the_contents_leads_to_a_bookmark(packet: Ready, edition: Edition) -> None:
    pdf = reader(packet, edition)
    marks = list(flat(pdf.outline))
    said = [str(one["/Contents"]) for one in links(pdf)]
    assert len(said) >= 30
    assert set(said) <= set(marks)
    assert "Article 12, Class Size and Caseload" in said


@pytest.mark.parametrize("edition", LONG)
def test_a_link_leads_to_the_page_that_the_contents_print(packet: Ready, edition: Edition) -> None:
    pdf = reader(packet, edition)
    pages = {page.indirect_reference.idnum: page for page in pdf.pages if page.indirect_reference is not None}
    for one in links(pdf):
        text = pages[one["/Dest"][0].idnum].extract_text()
        first = str(one["/Contents"]).split()[-1]
        assert first in text.replace("\n", " ")


def tags(pdf: PdfReader) -> Iterator[Any]:
    waiting = [pdf.root_object["/StructTreeRoot"]]
    while waiting:
        tag = waiting.pop()
        yield tag
        kids = tag.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            found = kid.get_object() if hasattr(kid, "get_object") else kid
            if isinstance(found, dict) and "/S" in found:
                waiting.append(found)


def test_english_words_in_the_spanish_packet_say_so(packet: Ready) -> None:
    pdf = reader(packet, Edition.MEMBERS, "es")
    assert pdf.root_object["/Lang"] == "es-US"
    assert sum(tag.get("/Lang") == "en" for tag in tags(pdf)) > 150
    english = reader(packet, Edition.MEMBERS)
    assert english.root_object["/Lang"] == "en-US"
    assert not [tag for tag in tags(english) if "/Lang" in tag]
