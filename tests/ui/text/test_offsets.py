import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from tablebook.ui.text.offsets import python_index, qt_index, qt_length, shown


@pytest.mark.parametrize(
    ("text", "index", "units"),
    [("abc", 2, 2), ("a😀b", 1, 1), ("a😀b", 2, 3), ("😀😀", 2, 4), ("é½—", 3, 3), ("", 0, 0)],
)
def test_an_emoji_takes_two_places_in_qt(text, index, units):
    assert qt_index(text, index) == units
    assert python_index(text, units) == index


def test_a_place_inside_a_pair_is_its_character():
    assert python_index("a😀b", 2) == 1


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",))))
def test_qt_counts_as_we_say(text):
    document = QTextDocument()
    document.setPlainText("")
    from PySide6.QtGui import QTextCursor

    QTextCursor(document).insertText(shown(text))
    assert document.blockCount() == 1
    assert document.firstBlock().length() - 1 == qt_length(text)
    assert document.firstBlock().text() == shown(text)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",))), st.data())
def test_there_and_back(text, data):
    index = data.draw(st.integers(0, len(text)))
    assert python_index(text, qt_index(text, index)) == index
