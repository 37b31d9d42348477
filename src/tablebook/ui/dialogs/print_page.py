"""A page of a paper as it will be printed, with the way to its other pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tablebook.ui.dialogs.latest import Latest
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.painting import box
from tablebook.ui.kit.spacing import space
from tablebook.ui.theme import theme

REST_MS = 120
DARK_PAPER = 0.86

MakePdf = Callable[[], bytes]


class PageSheet(QWidget):
    """The sheet itself. It stays paper in dark mode, a little dimmed."""

    ring_radius = 4
    stepped = Signal(int)

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self.image = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_image(self, image: QImage) -> None:
        """Show another page."""
        self.image = image
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The paper's own shape at the width asked for."""
        width = theme().px(self._width)
        shape = self.image.height() / self.image.width() if self.image.width() else 11 / 8.5
        return QSize(width, round(width * shape))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Down and Page Up turn the page."""
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.stepped.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White paper with a line round it, and the page on it."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.image.isNull():
            box(painter, rect, 2, "page", "strong")
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if theme().dark:
                painter.fillRect(rect, Qt.GlobalColor.black)
                painter.setOpacity(DARK_PAPER)
            painter.drawImage(rect, self.image)
            painter.setOpacity(1)
            box(painter, rect, 2, "", "strong")
        painter.end()


def image_of(picture: Any) -> QImage:
    """A rendered page as Qt's own image, with its own bytes."""
    return QImage(
        picture.rgb, picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888
    ).copy()  # fmt: skip


def _draw(make: MakePdf | None, pdf: bytes, page: int, width: int) -> tuple[bytes, int, int, QImage]:
    from tablebook.reports.preview import page_pictures

    data = make() if make is not None else pdf
    found = list(page_pictures(data, width, page, page)) or list(page_pictures(data, width, 1, 1))
    return data, found[0].number, found[0].pages, image_of(found[0])


class PagePreview(QWidget):
    """Title, "Page 1 of 2", the sheet. `show_paper(make)` calls `make()` off the window's thread for the PDF."""

    drawn = Signal()
    failed = Signal(object)

    def __init__(self, title: str, width: int = 338, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self.pdf, self.page, self.pages = b"", 1, 0
        self.title = Label(title, "body_bold", wrap=True)
        self.count = Label("", "small", "secondary")
        self.back, self.forth = self._turner("chevron-left", -1), self._turner("chevron-right", 1)
        self.sheet = PageSheet(width)
        self.sheet.stepped.connect(self.turn)
        self.work = Latest(REST_MS, self)
        self.work.ready.connect(self._show)
        self.work.failed.connect(self.failed)
        head = space(QHBoxLayout(), spacing=6)
        head.addWidget(self.title, 1)
        for part in (self.back, self.count, self.forth):  # above the sheet, where no low window cuts them
            head.addWidget(part)
        column = space(QVBoxLayout(self), spacing=10)
        column.addLayout(head)
        column.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._tell()

    def _turner(self, icon: str, step: int) -> Button:
        button = Button("", icon, kind="ghost", size=28)
        button.setAccessibleName("Next page" if step > 0 else "Previous page")
        button.clicked.connect(lambda: self.turn(step))
        return button

    def show_paper(self, make: MakePdf) -> None:
        """Draw the paper that `make` gives, at the page that was shown."""
        self._ask(make)

    def turn(self, step: int) -> None:
        """Go to the next or previous page."""
        to = self.page + step
        if 1 <= to <= self.pages:
            self.page = to
            self._tell()
            self._ask(None)

    def _ask(self, make: MakePdf | None) -> None:
        pdf, page = self.pdf, self.page
        width = round(theme().px(self._width) * max(1.0, self.devicePixelRatioF()))
        self.work.ask(lambda: _draw(make, pdf, page, width))

    def _show(self, found: tuple[bytes, int, int, QImage]) -> None:
        self.pdf, self.page, self.pages, image = found
        self.sheet.show_image(image)
        self._tell()
        self.drawn.emit()

    def _tell(self) -> None:
        words = f"Page {self.page} of {self.pages}" if self.pages else ""
        self.count.setText(words)
        self.sheet.setAccessibleName(f"{self.title.text()}. {words}")
        for button, there in ((self.back, self.page > 1), (self.forth, self.page < self.pages)):
            button.setVisible(self.pages > 1)
            button.setEnabled(there)

    def wait(self) -> None:
        """Let what runs end, before the dialog goes."""
        self.work.wait()
