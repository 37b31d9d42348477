"""A window of the program on the sample, at a chosen moment of its story. Keys are pressed in it, pictures taken."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QColor, QImage, QKeySequence, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tablebook import app
from tablebook.clock import FixedClock
from tablebook.domain.text import Block
from tablebook.jobs.redline_of import unit_text
from tablebook.jobs.sample import load_story, make_sample, story_time
from tablebook.preferences import Preferences
from tablebook.ui.theme import theme

# Books and preferences of whoever makes the pictures stay out of them, and so does the screen.
HOME = tempfile.TemporaryDirectory(prefix="tablebook-")
os.environ.update(TABLEBOOK_HOME=HOME.name, QT_QPA_PLATFORM="offscreen")

BOOKS = Path(HOME.name) / "Documents" / "Tablebook"
BOOK = BOOKS / "Lakeview sample.tablebook"
SETTLED_MS, LONGEST_MS = 400, 20_000
COLOURS = 256  # a window has few colours beside the edges of its letters, and a palette makes the file a third


class Camera:
    """One window. `until` is a moment of the story; with "" there is no book. `draft` is an article and the label and
    time of a pass of ours that is still to come: its words stand in the plan as if they had been typed."""

    def __init__(
        self, until: str, size: tuple[int, int] = (1440, 900), look: str = "light", scale: float = 1.0,
        draft: tuple[str, str, str] | None = None,
    ) -> None:  # fmt: skip
        self._application = app.application()
        now = story_time(until or "2027-03-09T12:50", load_story())
        if until:
            make_book(until, draft)
        preferences = Preferences()
        preferences["theme"], preferences["text_scale"], preferences["window"] = look, scale, ""
        self.window = app.make_window([str(BOOK)] if until else [], preferences, FixedClock(now))
        self.window.resize(*size)
        self.window.show()
        if until:
            self.wait(lambda: self.window.desk.item, "The book")
        self.settle(1200)

    def wait(self, there: Callable[[], object], what: str) -> None:
        """Go on when it is there; a picture of half of it is worse than none."""
        for _ in range(LONGEST_MS // SETTLED_MS):
            self.settle()
            if there():
                return
        raise RuntimeError(f"{what} did not come.")

    def settle(self, milliseconds: int = SETTLED_MS) -> None:
        """Let the book's thread answer and the window paint. An event loop of its own lets other threads go on."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def press(self, *keys: str) -> None:
        """Press keys, named as Qt writes them, in whatever has the keyboard."""
        for key in keys:
            QTest.keySequence(self._target(), QKeySequence(key))
            self.settle()

    def write(self, text: str) -> None:
        """Type words."""
        QTest.keyClicks(self._target(), text)
        self.settle()

    def _target(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window

    def article(self, number: str) -> None:
        """Choose an article, as a click on its row does."""
        self.window.desk.choose(number)
        self.settle()

    def find(self, name: str) -> Any:
        """The visible widget of the class with this name, in whatever window of the program it lies."""
        for top in QApplication.topLevelWidgets():
            for widget in (top, *top.findChildren(QWidget)):
                if type(widget).__name__ == name and widget.isVisible():
                    return widget
        raise RuntimeError(f"No {name} is on the screen.")

    def shoot(self, path: Path) -> None:
        """The window with every dialog over it, as a small PNG."""
        self.settle()
        picture = self.window.grab()
        painter = QPainter(picture)
        origin = self.window.mapToGlobal(QPoint())
        for top in QApplication.topLevelWidgets():
            if top.isVisible() and top.isWindow() and isinstance(top.parentWidget(), QWidget):
                painter.drawPixmap(top.mapToGlobal(QPoint()) - origin, top.grab())
        painter.end()
        save(picture, path)

    def close(self) -> None:
        """End the window and its thread."""
        for top in QApplication.topLevelWidgets():
            if top is not self.window and top.isVisible():
                top.close()
        self.window.close()
        self.settle(100)


def make_book(until: str, draft: tuple[str, str, str] | None) -> None:
    """The sample up to this moment, alone in its folder."""
    BOOKS.mkdir(parents=True, exist_ok=True)
    for old in BOOKS.iterdir():
        old.unlink()
    story = load_story()
    blocks = words_to_come(*draft) if draft else ()
    book = make_sample(BOOK, story_time(until, story))
    if draft:
        book.plan.save_draft(draft[0], blocks)
    book.close()


def words_to_come(article: str, label: str, at: str) -> tuple[Block, ...]:
    """The article as a pass of the story has it."""
    later = BOOKS / "later.tablebook"
    book = make_sample(later, story_time(at, load_story()))
    state = book.negotiation
    one = state.find_pass(article, label)
    book.close()
    for old in BOOKS.iterdir():
        old.unlink()
    if one is None:
        raise RuntimeError(f"The story has no pass {label} on Article {article} at {at}.")
    return unit_text(state, one, article)


def save(picture: QPixmap, path: Path) -> None:
    """As a PNG with a palette: the program's own colours first, so that none is bent to another's, then those that fill
    most of the picture."""
    drawn = picture.toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = (drawn.width(), drawn.height())
    image = Image.frombuffer("RGB", size, bytes(drawn.constBits()), "raw", "RGB", drawn.bytesPerLine())
    counted: Any = image.getcolors(size[0] * size[1])
    ours = {(tone.red(), tone.green(), tone.blue()) for tone in map(QColor, theme().tokens)}
    ranked = sorted(((colour in ours, count, colour) for count, colour in counted), reverse=True)
    colours = [colour for _, _, colour in ranked]
    kept = colours[:COLOURS]
    place = {colour: at if at < COLOURS else _nearest(colour, kept) for at, colour in enumerate(colours)}
    small = Image.new("P", size)
    small.putpalette([part for colour in kept for part in colour])
    pixels = iter(image.tobytes())
    small.putdata([place[colour] for colour in zip(pixels, pixels, pixels, strict=True)])
    path.parent.mkdir(parents=True, exist_ok=True)
    small.save(path, optimize=True)


def _nearest(colour: tuple[int, ...], kept: list[tuple[int, ...]]) -> int:
    return min(range(len(kept)), key=lambda at: sum((a - b) ** 2 for a, b in zip(colour, kept[at], strict=True)))
