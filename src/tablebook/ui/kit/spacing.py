"""Gaps that grow with the text scale."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout

from tablebook.ui.theme import theme

L = TypeVar("L", bound=QLayout)


class _Gaps(QObject):
    """Keeps the margins and spacing of one layout at the present scale; lives and dies with the layout."""

    def __init__(self, layout: QLayout, margins: tuple[int, int, int, int], spacing: int) -> None:
        super().__init__(layout)
        self._layout, self._margins, self._spacing = layout, margins, spacing
        theme().changed.connect(self._set)
        self._set()

    def _set(self) -> None:
        px = theme().px
        left, top, right, bottom = self._margins
        self._layout.setContentsMargins(px(left), px(top), px(right), px(bottom))
        self._layout.setSpacing(px(self._spacing))


def space(layout: L, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 8) -> L:
    """Give a layout its margins (left, top, right, bottom) and spacing in pixels at 100 %; gives the layout back."""
    _Gaps(layout, margins, spacing)
    return layout
