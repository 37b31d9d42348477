"""The text views in the program's look, with the article of the design's picture."""

import pytest

from tablebook.ui.theme import theme
from tests.ui.text import article_12


@pytest.fixture(autouse=True)
def look(qapp):
    theme().set_scheme("light")
    theme().set_scale(1.0)
    theme().apply(qapp)
    yield theme()
    theme().set_scheme("light")
    theme().set_scale(1.0)


@pytest.fixture
def article():
    return article_12.blocks()
