"""Controls in a row that goes on in the next line where the room ends: in large print nothing is cut."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Add widgets; what was added after :meth:`at_end` stands at the right end of its line. With ``bottom`` they stand
    on the same line below, as boxes under labels do."""

    def __init__(self, parent: QWidget | None = None, *, bottom: bool = False) -> None:
        super().__init__(parent)
        self._bottom = bottom
        self._items: list[QLayoutItem] = []
        self._ends: int | None = None

    def at_end(self) -> None:
        """What is added from here on stands at the right."""
        self._ends = len(self._items)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt hands the widget over."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them, or none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the lines stand at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put the widgets in their lines."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        wide = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """As wide as the widest of them."""
        sizes = [item.minimumSize().expandedTo(item.sizeHint()) for item in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = [[]]
        used = 0
        for item in self._shown():
            wanted = item.sizeHint().width()
            if lines[-1] and used + self.spacing() + wanted > width:
                lines.append([])
            used = used + self.spacing() + wanted if lines[-1] else wanted
            lines[-1].append(item)
        return lines

    def _arrange(self, rect: QRect, move: bool) -> int:
        late = set(map(id, self._items[self._ends :])) if self._ends is not None else set()
        top = rect.top()
        for line in self._lines(rect.width()):
            high = max((item.sizeHint().height() for item in line), default=0)
            left = rect.left()
            wide = sum(item.sizeHint().width() for item in line) + self.spacing() * max(0, len(line) - 1)
            free = max(0, rect.width() - wide)
            for item in line:
                if id(item) in late:
                    left, free = left + free, 0
                size = item.sizeHint()
                if move:
                    across = min(size.width(), rect.width())
                    item.setGeometry(
                        QRect(QPoint(left, top + (high - size.height()) // 2), QSize(across, size.height()))
                    )
                left += size.width() + self.spacing()
            top += high + self.spacing()
        return max(0, top - self.spacing() - rect.top())
