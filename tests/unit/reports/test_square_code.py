"""The square code on a TA sheet is read off the printed page, in colour and without, and heard by its words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tablebook.domain.sheet_code import label_in_code, printed_codes, sheet_code
from tests.unit.reports.class_size import ta_sheet
from tests.unit.reports.printed import pdf
from tests.unit.reports.square import page_picture, quiet_zone, read_square
from tests.unit.reports.tagged import Tagged

_MM = 72 / 25.4


@pytest.mark.parametrize("colour", [True, False])
@pytest.mark.parametrize("page", ["letter", "a4"])
def test_the_code_is_read_off_the_page(page: str, colour: bool) -> None:
    picture = page_picture(pdf(ta_sheet(), page=page, colour=colour))
    said = read_square(picture)
    assert said == "tablebook ta TA 12.1 to 12.5 b1e40c38d02f4b7796ac1e5d0f2a8841"
    (code,) = printed_codes(said)
    assert (code.label, code.short) == ("TA 12.1 to 12.5", "B1E4 0C38")
    assert quiet_zone(picture) >= 4


def test_the_code_is_large_enough_for_a_photo() -> None:
    figure = Tagged(pdf(ta_sheet())).of("Figure")[0]
    left, bottom, right, top = (float(side) for side in figure.attribute("/BBox"))
    assert right - left >= 18 * _MM
    assert top - bottom == pytest.approx(right - left, abs=0.3)
    assert read_square(page_picture(pdf(ta_sheet()), dots=100)) == ta_sheet().code


def test_the_code_is_heard_by_its_words() -> None:
    (figure,) = Tagged(pdf(ta_sheet())).of("Figure")
    assert figure.entry["/Alt"] == "Code of TA 12.1 to 12.5: fingerprint B1E4 0C38"


def test_long_facts_leave_the_code_its_room() -> None:
    long = " and ".join(["upon funding by the legislature in its next regular session"] * 6)
    picture = page_picture(pdf(replace(ta_sheet(), conditions=long)))
    assert read_square(picture) == ta_sheet().code
    assert quiet_zone(picture) >= 4


def test_facts_longer_than_a_page_leave_the_code_on_the_first() -> None:
    long = " and ".join(["upon funding by the legislature in its next regular session"] * 90)
    picture = page_picture(pdf(replace(ta_sheet(), conditions=long)))
    assert read_square(picture) == ta_sheet().code
    assert quiet_zone(picture) >= 4


def test_a_label_in_other_letters() -> None:
    other = replace(ta_sheet(), code="tablebook ta Artículo 12 № 3 " + "0123456789abcdef" * 2)
    assert read_square(page_picture(pdf(other))) == other.code


def test_a_long_label_is_cut_and_still_known() -> None:
    label = "TA " + "on everything " * 700
    (code,) = printed_codes(sheet_code(label, "a4641537dd01761a6c40c750d132b57b" * 2))
    assert code.label == label_in_code(label)
    assert len(code.label) <= 60
