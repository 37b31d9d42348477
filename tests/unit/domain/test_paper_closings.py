"""What a paper says of itself is none of an article's language; what an article may say stays."""

from __future__ import annotations

import pytest

from tablebook.domain.paper_closings import closes_memorandum, speaks_of_itself


@pytest.mark.parametrize(
    "text",
    ["This MOU may be executed in two or more counterparts.", "Phone: 503-555-0100",
     "To the extent that any of the terms of this Memorandum conflict with the Agreement, these prevail.",
     "Ratification vote is May 20.", "By signing below the parties acknowledge it.", "In solidarity, Your Team"],
)  # fmt: skip
def test_what_a_paper_says_of_itself(text: str) -> None:
    assert speaks_of_itself(text)
    assert closes_memorandum(text)


@pytest.mark.parametrize(
    "text",
    ["The parties acknowledge that each had the unlimited right to make proposals.", "Phone: ____________",
     "A settlement at Level One shall not be precedent setting.", "The ratified agreement shall be printed.",
     "Such ratification shall occur within thirty (30) days.",
     "Upon ratification of this tentative agreement each teacher shall receive $500."],
)  # fmt: skip
def test_what_an_article_may_say(text: str) -> None:
    assert not speaks_of_itself(text)


def test_behind_the_language_of_a_memorandum_more_is_its_own() -> None:
    assert closes_memorandum("This agreement shall be effective following signatures of both parties.")
    assert closes_memorandum("Any dispute concerning this agreement is resolved under Article 17.")
    assert not closes_memorandum("The parties agree to form a committee on safety.")
