"""Files with everything in them, edited in every way: accepted the new one, rejected the old one."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Any

import pytest

from tests.unit.documents.settled import told
from tests.unit.documents.test_tracked_compare import body_of, compared
from tests.unit.documents.tracked_rules import faults
from tests.unit.documents.word_edits import pair
from tests.unit.documents.word_files import NAMES, PAGE, field, note, notes, p, picture, r, rel, tbl, word_file


def exact(old: bytes, new: bytes) -> bytes:
    """Words, looks, tables' cuts, notes, boxes, and the heads of each section, by the standard's own words."""
    data = compared(old, new)
    assert faults(data) == []
    for accept, wanted in ((True, new), (False, old)):
        for looks in (False, True):
            body, heads, adrift = told(data, accept, looks)
            was = told(wanted, True, looks)
            assert body == was[0]
            assert list(map(_said, heads)) == list(map(_said, was[1]))
            assert adrift <= was[2]
    return data


def _said(heads: dict[str, Any]) -> dict[str, Any]:
    """Heads with words: one without is as good as none."""
    return {place: story for place, story in heads.items() if story not in ([""], [("p", "", ())])}


@pytest.mark.parametrize("start", range(0, 160, 8))
def test_files_with_everything_in_them(start: int) -> None:
    for number in range(start, start + 8):
        exact(*pair(number))


HEAD = '<w:headerReference w:type="default" r:id="header{}"/>'
SECTION = '<w:sectPr>{}<w:pgSz w:w="15840" w:h="12240"/></w:sectPr>'
ONE, TWO = (f"<w:hdr {NAMES}>{p(words)}</w:hdr>" for words in ("Draft 1", "Draft 2"))


def sectioned(*bodies: str, last: str = "", **parts: str) -> bytes:
    return word_file("".join(bodies), page=PAGE.replace("<w:pgSz", f"{last}<w:pgSz"), **parts)


def test_a_section_comes_and_goes_with_its_page_and_its_heads() -> None:
    plain = sectioned(p("one") + p("two") + p("three"), last=HEAD.format(1), header1=ONE)
    broken = sectioned(
        p("one", properties=SECTION.format(HEAD.format(2))) + p("two") + p("three"), last=HEAD.format(1),
        header1=ONE, header2=TWO,
    )  # fmt: skip
    data = exact(plain, broken)
    assert 'w:w="15840"' in body_of(data)
    exact(broken, plain)
    more = sectioned(
        p("one") + p("x", properties=SECTION.format("")) + tbl(["1"]) + p("two") + p("three"), last=HEAD.format(1),
        header1=TWO,
    )  # fmt: skip
    for old, new in ((plain, more), (more, plain), (broken, more), (more, broken)):
        exact(old, new)


def test_a_head_that_sections_share_may_change_in_one_of_them() -> None:
    shared = sectioned(p("a", properties=SECTION.format(HEAD.format(1))) + p("b"), last=HEAD.format(1), header1=ONE)
    apart = sectioned(
        p("a", properties=SECTION.format(HEAD.format(1))) + p("b"), last=HEAD.format(2), header1=ONE, header2=TWO
    )
    exact(shared, apart)
    exact(apart, shared)


def test_a_note_inside_a_field_comes_along() -> None:
    old = word_file(p(field("PAGE", "1"), "x"), footnotes=notes("footnote"))
    new = word_file(
        p(field("PAGE", "1").replace(r("1"), r("1") + note("footnote", 1)), "x"), footnotes=notes("footnote", "Said.")
    )
    for one, other in ((old, new), (new, old), (new, new)):
        data = exact(one, other)
        part = zipfile.ZipFile(BytesIO(data)).read("word/footnotes.xml").decode()
        known = re.findall(r'<w:footnote w:id="(\d+)"', part)
        assert set(re.findall(r'footnoteReference w:id="(\d+)"', body_of(data))) <= set(known)


def test_the_look_of_a_sign_or_a_field_is_tracked() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    for sign in ("<w:tab/>", "<w:br/>", '<w:sym w:font="W" w:char="F0B7"/>'):
        old, new = (word_file(p("a", f"<w:r>{look}{sign}</w:r>")) for look in ("", bold))
        assert body_of(exact(old, new)).count("<w:rPrChange") == 1
    old, new = (word_file(p(field("PAGE", "12").replace(r("12"), words))) for words in (r("12"), r("12", "<w:b/>")))
    assert body_of(exact(old, new)).count("<w:rPrChange") == 1


def test_a_picture_in_a_head_that_comes_has_its_relationship() -> None:
    head = f"<w:hdr {NAMES}>{p(picture('rId9'))}</w:hdr>"
    new = sectioned(p("x"), last=HEAD.format(1), header1=head)
    with zipfile.ZipFile(BytesIO(new)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    own = rel("rId9", "image", "media/a.png")
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts["word/_rels/header1.xml.rels"] = f'<Relationships xmlns="{space}">{own}</Relationships>'.encode()
    parts["word/media/a.png"] = b"it"
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    assert faults(compared(word_file(p("x")), out.getvalue())) == []
