"""The two typefaces and the styles they are used in. Sizes are pixels at 100 %, never points."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from tablebook import paths

SANS = ["Inter", "DejaVu Sans"]
SERIF = ["Source Serif Pro", "DejaVu Serif"]


class TypeStyle(NamedTuple):
    """How one kind of text is set."""

    px: int
    weight: int = 400
    serif: bool = False
    tabular: bool = False


STYLES: dict[str, TypeStyle] = {
    "clock": TypeStyle(38, 600, tabular=True),
    "clock_small": TypeStyle(22, 600, tabular=True),
    "display": TypeStyle(40, 600, serif=True),
    "title": TypeStyle(24, 600, serif=True),
    "panel_title": TypeStyle(18, 600, serif=True),
    "card_title": TypeStyle(16, 600, serif=True),
    "contract": TypeStyle(16, serif=True),
    "contract_narrow": TypeStyle(15, serif=True),
    "contract_shared": TypeStyle(23, serif=True),
    "words": TypeStyle(14, serif=True),
    "section_head": TypeStyle(15, 600),
    "lead": TypeStyle(16),
    "body_strong": TypeStyle(14, 600),
    "body": TypeStyle(13),
    "body_medium": TypeStyle(13, 500),
    "body_bold": TypeStyle(13, 600),
    "body_tabular": TypeStyle(13, tabular=True),
    "small": TypeStyle(12),
    "small_medium": TypeStyle(12, 500),
    "small_strong": TypeStyle(12, 600),
    "small_tabular": TypeStyle(12, tabular=True),
    "tag": TypeStyle(11, 500),
}


def load() -> None:
    """Make the shipped TTF files known to Qt. Missing files leave the fallbacks of SANS and SERIF."""
    for file in sorted((paths.resources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def make(style: TypeStyle, px: int) -> QFont:
    """The font of `style` at `px` real pixels."""
    font = QFont(SERIF if style.serif else SANS)
    font.setPixelSize(max(1, px))
    font.setWeight(QFont.Weight(style.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if style.tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
