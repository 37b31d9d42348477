from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tablebook.ui.kit.button import Button
from tablebook.ui.kit.label import Label
from tablebook.ui.theme import Theme
from tablebook.ui.typefaces import STYLES


def test_everything_scales_together(qtbot: QtBot, look: Theme) -> None:
    button, label = Button("Pass", "send"), Label("Class Size", "title")
    qtbot.addWidget(button)
    qtbot.addWidget(label)
    before = button.sizeHint()
    with qtbot.waitSignal(look.changed):
        look.set_scale(1.5)
    assert look.px(30) == 45
    assert look.font("title").pixelSize() == 36
    assert label.font().pixelSize() == 36
    assert button.sizeHint().height() == before.height() * 1.5
    assert button.sizeHint().width() == pytest.approx(before.width() * 1.5, abs=5)


def test_the_scale_stays_between_90_and_200(look: Theme) -> None:
    look.set_scale(7)
    assert look.scale == 2.0
    look.step_scale(+1)
    assert look.scale == 2.0
    look.step_scale(0)
    assert look.scale == 1.0
    look.step_scale(-1)
    look.step_scale(-1)
    assert look.scale == 0.9


def test_hairlines_never_vanish(look: Theme) -> None:
    look.set_scale(0.9)
    assert look.px(0.5) == 1
    assert look.px(0) == 0


def test_dark_changes_colours_and_the_palette(qapp: QApplication, look: Theme) -> None:
    light = look.color("window").name()
    look.set_scheme("dark")
    assert look.color("window").name() == "#17191c" != light
    assert qapp.palette().window().color().name() == "#17191c"


def test_a_choice_that_is_none_is_refused(look: Theme) -> None:
    with pytest.raises(ValueError, match="sepia"):
        look.set_scheme("sepia")


def test_the_same_colours_are_not_told_twice(qtbot: QtBot, look: Theme) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.set_scheme("light")
        look.set_scale(look.scale)


@pytest.mark.parametrize("style", STYLES)
def test_the_shipped_faces_are_used(look: Theme, style: str) -> None:
    info = QFontInfo(look.font(style))
    assert info.family() == ("Source Serif Pro" if STYLES[style].serif else "Inter")


def test_only_clocks_and_columns_have_tabular_figures(look: Theme) -> None:
    tabular = QFont.Tag("tnum")
    assert look.font("clock").isFeatureSet(tabular)
    assert not look.font("body").isFeatureSet(tabular)
    narrow, wide = (look.metrics("clock").horizontalAdvance(text) for text in ("11:11", "00:00"))
    assert narrow == wide
