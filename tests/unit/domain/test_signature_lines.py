"""Lines to sign on, told apart from the blanks of a form."""

from __future__ import annotations

import pytest

from tablebook.domain.signature_lines import signature_lines

FORM = ["Name: ____________", "School: ____________", "Statement of the grievance:", "____________________"]


@pytest.mark.parametrize(
    "line",
    [
        "For the Association: ______________ Date: ________",
        "HFT _____  HUSD _____",
        "/s/ Maria Lopez, MVEA    3/4/26",
        "Maria Lopez ________ John Smith ________",
        "Superintendent ________",
        "TA’d _____ / _____   Date: ________",
    ],
)
def test_a_line_that_somebody_signs(line: str) -> None:
    assert signature_lines(["Leave is granted.", line]) == {1}


@pytest.mark.parametrize("line", [*FORM, "Home phone: ______", "ID ______", "I ask for leave from ______ to ______."])
def test_what_is_filled_in_is_no_line_to_sign(line: str) -> None:
    assert not signature_lines(["Leave is granted.", line])


def test_a_form_keeps_its_own_signature_and_loses_the_paper_s() -> None:
    form = [*FORM, "Signature of the teacher: ________  Date: ______"]
    assert signature_lines(form) == set()
    assert signature_lines([*form, "For the Union: ________", "Date: ______"]) == {5, 6}


def test_names_and_dates_under_a_line_go_with_it() -> None:
    lines = ["Leave is granted.", "For the UNION: For the COUNTY:", "__________ __________", "Ann Cole, President",
             "______ 11/24/2025 ______", "Date Date", "AIC for Ben Ortiz", "12/29/2025"]  # fmt: skip
    assert signature_lines(lines) == set(range(1, 8))


def test_a_labelled_line_and_a_title_at_the_end_are_language() -> None:
    assert not signature_lines(["Leave is granted.", None, "Extended School Year"])
