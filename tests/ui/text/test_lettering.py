import pytest

from tablebook.ui.text.lettering import next_label


@pytest.mark.parametrize(
    ("label", "before", "following"),
    [
        ("a.", "", "b."),
        ("(d)", "(c)", "(e)"),
        ("z.", "y.", "aa."),
        ("(aa)", "(z)", "(bb)"),
        ("1.", "", "2."),
        ("(9)", "(8)", "(10)"),
        ("12.3", "12.2", "12.4"),
        ("(iv)", "(iii)", "(v)"),
        ("(i)", "", "(ii)"),
        ("(i)", "(h)", "(j)"),
        ("v.", "iv.", "vi."),
        ("v.", "u.", "w."),
        ("XII", "XI", "XIII"),
        ("•", "", "•"),
        ("09", "08", "10"),
    ],
)
def test_the_next_label_is_in_the_same_style(label, before, following):
    assert next_label(label, before) == following
