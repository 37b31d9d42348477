from tablebook.ui.text.legend import Legend, two_texts


def test_the_legend_says_in_words_what_colour_and_lines_say(qtbot):
    legend = Legend()
    qtbot.addWidget(legend)
    said = legend.accessibleDescription()
    for words in ("Union: one line, circle", "Employer: two lines, square", "offered then struck", "since last pass"):
        assert words in said


def test_a_narrow_legend_breaks_into_lines_and_is_not_cut(qtbot):
    legend = Legend(two_texts("employer"))
    qtbot.addWidget(legend)
    legend.resize(1000, 40)
    one = legend.sizeHint().height()
    legend.resize(420, 40)
    assert legend.sizeHint().height() > one
    legend.grab()
