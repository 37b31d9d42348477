"""The measures of a text page at the present text scale: a wide page, and a narrow one of two side by side."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from tablebook.domain.dataclass import dataclass
from tablebook.ui.theme import theme

PARTIES = ("union", "employer")


@dataclass(frozen=True, slots=True)
class PageLook:
    """Everything painting needs to know, frozen, in real pixels. Colours are asked by role, so dark is one look too."""

    colors: dict[str, QColor]
    book: QFont
    head: QFont
    label: QFont
    note: QFont
    scale: float
    line: int
    left: int
    right: int
    top: int
    bar: int
    hang: int
    measure: int
    margin_labels: bool

    def px(self, size: float) -> float:
        """A measure of the design at the text scale, not rounded: lines of 1.3 px stay finer than those of 2."""
        return size * self.scale

    def color(self, role: str) -> QColor:
        """The colour of a role."""
        return self.colors[role]

    def party(self, side: str) -> QColor:
        """The colour of a party's lines; what belongs to neither is drawn in quiet ink."""
        return self.colors[side if side in PARTIES else "secondary"]

    def words(self, side: str) -> QColor:
        """The colour of a party's words; joint words are plain text."""
        return self.colors[side if side in PARTIES else "text"]

    def tint(self, side: str) -> QColor:
        """The ground behind words that are new since the last pass."""
        return self.colors[f"{side}_tint" if side in PARTIES else "neutral"]


ROLES = (
    "page", "panel", "window", "neutral", "line", "strong", "control", "text", "secondary", "tertiary", "ink", "on_ink",
    "union", "union_tint", "employer", "employer_tint", "ta", "ta_tint", "attention", "attention_tint",
    "problem", "problem_tint", "private", "private_tint",
)  # fmt: skip


def page_look(kind: str = "page") -> PageLook:
    """The look of a "page" (one text, 16 px), a "pane" (one of two, 15 px) or the "shared" window (23 px)."""
    look = theme()
    book, size, line = {
        "page": ("contract", 16, 25),
        "pane": ("contract_narrow", 15, 24),
        "shared": ("contract_shared", 23, 36),
    }[kind]
    zoom = size / 16 if kind == "shared" else 1.0
    wide = kind != "pane"
    font = look.font(book)
    return PageLook(
        colors={role: look.color(role) for role in ROLES},
        book=font,
        head=look.font("section_head", 14 if kind == "pane" else round(15 * zoom)),
        label=look.font("small_medium"),
        note=look.font("small_strong"),
        scale=look.scale * zoom,
        line=look.px(line),
        left=look.px((60 if wide else 36) * zoom),
        right=look.px((76 if wide else 20) * zoom),
        top=look.px((18 if wide else 12) * zoom),
        bar=look.px((26 if wide else 13) * zoom),
        hang=look.px(36 * zoom),
        measure=round(QFontMetricsF(font).averageCharWidth() * 80),
        margin_labels=wide,
    )
