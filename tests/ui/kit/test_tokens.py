"""The table of the design: every role readable on every ground it is used on."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from tablebook.ui.tokens import DARK, LIGHT, Tokens, high_contrast

GROUNDS = ("window", "panel", "page", "neutral", "hover")
# role -> (worst in light, worst in dark)
WORST = {
    "text": (12.9, 10.3),
    "secondary": (6.1, 6.5),
    "tertiary": (4.8, 4.6),
    "union": (5.5, 5.9),
    "employer": (5.3, 6.2),
    "ta": (5.2, 6.4),
    "attention": (5.4, 7.1),
    "problem": (5.3, 5.7),
    "private": (6.4, 5.9),
}


def luminance(name: str) -> float:
    color = QColor(name)
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
             for part in (color.redF(), color.greenF(), color.blueF())]  # fmt: skip
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("role", WORST)
@pytest.mark.parametrize(("tokens", "at"), [(LIGHT, 0), (DARK, 1)], ids=["light", "dark"])
def test_words_are_readable_on_their_worst_ground(role: str, tokens: Tokens, at: int) -> None:
    grounds = [*GROUNDS, *([f"{role}_tint"] if hasattr(tokens, f"{role}_tint") else [])]
    worst = min(contrast(getattr(tokens, role), getattr(tokens, ground)) for ground in grounds)
    assert worst >= 4.5
    assert worst == pytest.approx(WORST[role][at], abs=0.1)


@pytest.mark.parametrize(("tokens", "ratio"), [(LIGHT, 3.1), (DARK, 4.1)], ids=["light", "dark"])
def test_outlines_of_fields_stand_out(tokens: Tokens, ratio: float) -> None:
    worst = min(contrast(tokens.control, getattr(tokens, ground)) for ground in ("window", "panel", "page"))
    assert worst == pytest.approx(ratio, abs=0.1)


@pytest.mark.parametrize(("tokens", "ratio"), [(LIGHT, 13.5), (DARK, 13.8)], ids=["light", "dark"])
def test_words_on_ink(tokens: Tokens, ratio: float) -> None:
    assert contrast(tokens.ink, tokens.on_ink) == pytest.approx(ratio, abs=0.2)


def test_high_contrast_takes_only_the_colours_of_the_system() -> None:
    tokens = high_contrast("#000000", "#ffff00", "#00ffff", "#000000")
    assert set(tokens) == {"#000000", "#ffff00", "#00ffff"}
    assert tokens.union == tokens.employer == "#ffff00"
