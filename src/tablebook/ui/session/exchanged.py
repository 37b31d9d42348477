"""What changed hands today: our passes, theirs, and other papers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tablebook.domain import record as r
from tablebook.domain.dataclass import dataclass
from tablebook.domain.language import title_of
from tablebook.domain.negotiation import BargainingSession, Negotiation
from tablebook.ui import words
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.painting import follow, line_of_text, text_width
from tablebook.ui.kit.party import paint_party_mark
from tablebook.ui.kit.spacing import space
from tablebook.ui.models.feed import paper_name
from tablebook.ui.theme import theme

MOST = 3


@dataclass(frozen=True, slots=True)
class Exchanged:
    """One paper: whose, what it is, and when it came with how many pages or copies."""

    side: str
    text: str
    aside: str


def exchanged_in(state: Negotiation, session: BargainingSession) -> tuple[Exchanged, ...]:
    """What changed hands in a session, newest first."""
    found = []
    for entry_id in reversed(session.entries):
        entry = state.entries[entry_id]
        body, when = entry.body, words.clock(entry.at)
        if isinstance(body, r.TextPassed) and not body.spoken:
            copies = f"{words.count(body.copies, 'copy', 'copies')} " if body.copies else ""
            title = title_of(state, body.article) or body.article
            found.append(Exchanged(str(body.party), f"{body.label} {title}", f"{copies}{when}"))
        elif isinstance(body, r.PaperReceived):
            name = paper_name(body.name)
            about = f" ({body.answers})" if body.answers else ""
            pages = f"{words.count(body.pages, 'page')} " if body.pages else ""
            found.append(Exchanged(str(body.party), f"{name}{about}", f"{pages}{when}"))
    return tuple(found)


class _Line(QWidget):
    def __init__(self, paper: Exchanged) -> None:
        super().__init__()
        self.paper = paper
        self.setAccessibleName(f"{paper.side}, {paper.text}, {paper.aside}")
        self.setToolTip(paper.text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme().px(120), theme().px(23))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mark, words, time at the right."""
        px, painter, rect = theme().px, QPainter(self), QRectF(self.rect())
        paint_party_mark(painter, QRectF(0, (rect.height() - px(14)) / 2, px(14), px(14)), self.paper.side)
        aside = text_width(self.paper.aside, "small_tabular")
        room = rect.width() - px(22) - aside - px(10)
        text = theme().metrics("body").elidedText(self.paper.text, Qt.TextElideMode.ElideRight, room)
        line_of_text(painter, rect.adjusted(px(22), 0, 0, 0), text, "body")
        line_of_text(
            painter, rect.adjusted(rect.width() - aside, 0, 0, 0), self.paper.aside, "small_tabular", "tertiary"
        )
        painter.end()


class ExchangedBlock(QWidget):
    """The newest three by name, the rest as a count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Label("Exchanged today", "small_strong", "secondary")
        self.number = Label("", "small", "tertiary")
        self._column = space(QVBoxLayout(self), (16, 8, 16, 8), 0)
        first = space(QHBoxLayout(), spacing=8)
        first.addWidget(self.head, 1)
        first.addWidget(self.number)
        self._column.addLayout(first)
        self._lines: list[QWidget] = []
        self._shown: tuple[Exchanged, ...] = ()

    def show_papers(self, papers: tuple[Exchanged, ...]) -> None:
        """Show these; the block is absent while nothing has changed hands."""
        self.setVisible(bool(papers))
        if papers == self._shown:
            return
        self._shown = papers
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [_Line(paper) for paper in papers[:MOST]]
        if len(papers) > MOST:
            self._lines.append(Label(f"and {len(papers) - MOST} before", "small", "tertiary"))
        for line in self._lines:
            self._column.addWidget(line)
        self.number.setText(str(len(papers)))
