"""The one look of the program: colours, type and sizes at the chosen text scale, light or dark."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from tablebook.ui import typefaces
from tablebook.ui.tokens import DARK, LIGHT, Tokens, high_contrast

SCALES = (0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
SCHEMES = ("auto", "light", "dark")
MOST_WIDTHS = 4000


class Theme(QObject):
    """Tokens plus text scale. `changed` is emitted after a switch; widgets ask again for what they paint with."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = LIGHT
        self.dark = False
        self.scale = 1.0
        self.scheme = "auto"
        self.reduced_motion = False
        self._fonts: dict[tuple[str, int], QFont] = {}
        self._metrics: dict[tuple[str, int], QFontMetricsF] = {}
        self._colors: dict[str, QColor] = {}
        self._widths: dict[tuple[str, str], float] = {}

    def px(self, size: float) -> int:
        """`size` logical pixels of the design at the text scale, as whole pixels; never 0 for a size above 0."""
        return max(1, round(size * self.scale)) if size > 0 else 0

    def font(self, style: str, px: int = 0) -> QFont:
        """The font of a style of `typefaces.STYLES`; `px` overrides its size at 100 %."""
        key = (style, px)
        if key not in self._fonts:
            spec = typefaces.STYLES[style]
            self._fonts[key] = typefaces.make(spec, self.px(px or spec.px))
        return self._fonts[key]

    def metrics(self, style: str, px: int = 0) -> QFontMetricsF:
        """Measures of `font(style, px)`, kept because delegates ask for every row."""
        key = (style, px)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(style, px))
        return self._metrics[key]

    def width(self, text: str, style: str) -> float:
        """How wide a line of words is, kept because a layout asks for the same few words again and again."""
        key = (style, text)
        if key not in self._widths:
            if len(self._widths) >= MOST_WIDTHS:
                self._widths.clear()
            self._widths[key] = self.metrics(style).horizontalAdvance(text)
        return self._widths[key]

    def color(self, role: str) -> QColor:
        """The colour of a role of Tokens, as "union" or "attention_tint"."""
        if role not in self._colors:
            self._colors[role] = QColor(getattr(self.tokens, role))
        return self._colors[role]

    def set_scale(self, scale: float) -> None:
        """Scale all text, rows, icons and gaps together, from 0.9 to 2.0."""
        scale = min(max(scale, SCALES[0]), SCALES[-1])
        if scale != self.scale:
            self.scale = scale
            self._renew()

    def step_scale(self, steps: int) -> None:
        """Go up or down the ladder of scales; 0 goes back to 100 %."""
        if steps == 0:
            self.set_scale(1.0)
            return
        nearest = min(range(len(SCALES)), key=lambda at: abs(SCALES[at] - self.scale))
        self.set_scale(SCALES[min(max(nearest + steps, 0), len(SCALES) - 1)])

    def set_scheme(self, scheme: str) -> None:
        """Choose "light" or "dark", or "auto" to follow the system."""
        if scheme not in SCHEMES:
            raise ValueError(scheme)
        self.scheme = scheme
        self._follow_system()

    def apply(self, app: QApplication) -> None:
        """Dress the whole application: fonts, style, palette; then follow the system's wishes as they change."""
        from tablebook.ui.kit import focus

        typefaces.load()
        if app.style().name() != "fusion":  # making it anew costs 14 ms before the first paint
            app.setStyle("Fusion")
        focus.install(app)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)
        self._follow_system(force=True)

    def _follow_system(self, *_: object, force: bool = False) -> None:
        """Take the tokens that the choice and the system together ask for; tell the widgets only if they differ."""
        hints = QGuiApplication.styleHints()
        system_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        wishes = hints.accessibility()
        self.reduced_motion = wishes.motionPreference() == Qt.MotionPreference.ReducedMotion
        self.dark = system_dark if self.scheme == "auto" else self.scheme == "dark"
        tokens = DARK if self.dark else LIGHT
        if self.scheme == "auto" and wishes.contrastPreference() == Qt.ContrastPreference.HighContrast:
            tokens = _system_tokens()
        if force or tokens != self.tokens:
            self.tokens = tokens
            self._renew()

    def _renew(self) -> None:
        """Forget what was made from the old tokens or scale, dress the application again, tell the widgets."""
        for kept in (self._fonts, self._metrics, self._colors, self._widths):
            kept.clear()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            from tablebook.ui import style

            style.dress(app, self)
        self.changed.emit()


def _system_tokens() -> Tokens:
    palette = QApplication.style().standardPalette()
    role = QPalette.ColorRole
    names = [palette.color(r).name() for r in (role.Window, role.WindowText, role.Highlight, role.HighlightedText)]
    return high_contrast(*names)


@cache
def theme() -> Theme:
    """The theme of the running program."""
    return Theme()
