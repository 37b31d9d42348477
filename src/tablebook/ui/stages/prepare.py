"""The Prepare stage: the contract in force as it reads, and the drafts in our plan."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from tablebook.ui import words
from tablebook.ui.delegates.plain_row import PlainDelegate
from tablebook.ui.desk import Desk
from tablebook.ui.kit.label import IconLine, Label, Panel, Rule
from tablebook.ui.kit.segmented import Segmented
from tablebook.ui.kit.spacing import space
from tablebook.ui.stages.later import StageHead
from tablebook.ui.text.clean_page import CleanPage
from tablebook.ui.theme import theme

CONTRACT, DRAFTS = "contract", "drafts"


class PlainList(QListView):
    """Lines to choose from; Enter takes one."""

    taken = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.lines = QStringListModel(self)
        self.setModel(self.lines)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(PlainDelegate(self, left=32))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(name)
        self.viewport().setAutoFillBackground(False)
        self.activated.connect(lambda index: self.taken.emit(index.row()))


class Prepare(Panel):
    """`asked` names an act by its id."""

    asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.desk = desk
        self._keys: list[str] = []
        self._drafted: list[str] = []
        self.switch = Segmented([(CONTRACT, "Contract"), (DRAFTS, "Drafts")], name="Prepare")
        self.outline = PlainList("Articles of the contract")
        self.contract = CleanPage()
        self.drafts = PlainList("Drafts in the plan")
        self.no_drafts = Label("", "body", "secondary", wrap=True)
        self.stack = QStackedWidget()
        self._build()
        self.switch.changed.connect(self._show)
        self.outline.selectionModel().currentChanged.connect(lambda now, _: self._read(now.row()))
        self.drafts.taken.connect(self._open_draft)
        desk.opened.connect(self._load)
        desk.draft_changed.connect(lambda _: self._ask_drafts())
        desk.changed.connect(lambda _: self._ask_drafts())
        self._load()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(StageHead("Prepare", "Holds the contract and our drafts; demands, costs, deadlines and "
                                   "requests for information come to stand here."))  # fmt: skip
        bar = QWidget()
        row = space(QVBoxLayout(bar), (32, 0, 32, 12), 0)
        row.addWidget(self.switch)
        column.addWidget(bar)
        column.addWidget(Rule())
        pages = QSplitter(Qt.Orientation.Horizontal)
        pages.setHandleWidth(1)
        pages.addWidget(self.outline)
        pages.addWidget(self.contract)
        pages.setStretchFactor(1, 1)
        pages.setSizes([theme().px(300), theme().px(900)])
        plan = Panel("panel")
        inside = space(QVBoxLayout(plan), (32, 16, 32, 16), 10)
        inside.addWidget(IconLine("lock", "Drafts are plan: private, and never printed for the other side.", "private",
                                  "body_medium", "private", wrap=True))  # fmt: skip
        inside.addWidget(self.no_drafts)
        inside.addWidget(self.drafts, 1)
        self.stack.addWidget(pages)
        self.stack.addWidget(plan)
        column.addWidget(self.stack, 1)

    def _show(self, which: str) -> None:
        self.stack.setCurrentIndex(1 if which == DRAFTS else 0)

    def _load(self) -> None:
        items = self.desk.state.items
        self._keys = [key for key, item in items.items() if not item.new]
        names = [items[key].article for key in self._keys]
        self.outline.lines.setStringList(
            [a.name if a.name == a.title or not a.title else f"{a.name}  {a.title}" for a in names]
        )
        if self._keys:
            at = self._keys.index(self.desk.article) if self.desk.article in self._keys else 0
            self.outline.setCurrentIndex(self.outline.lines.index(at))
        self._ask_drafts()

    def _read(self, at: int) -> None:
        if 0 <= at < len(self._keys):
            self.contract.show_text(self.desk.state.items[self._keys[at]].article.blocks)
            self.desk.choose(self._keys[at])

    def _ask_drafts(self) -> None:
        if self.desk.bridge.facts is not None:
            self.desk.bridge.run(lambda book: book.plan.drafts(), then=self._show_drafts)

    def _show_drafts(self, drafts: tuple[Any, ...]) -> None:
        kept = [draft for draft in drafts if draft.article in self.desk.state.items]
        self._drafted = [draft.article for draft in kept]
        today = self.desk.now().date()
        lines = []
        for draft in kept:
            article = self.desk.state.items[draft.article].article
            lines.append(f"{article.name}  {article.title}\nSaved {words.moment(draft.updated, today)}")
        self.drafts.lines.setStringList(lines)
        self.switch.set_text(DRAFTS, f"Drafts {len(kept)}" if kept else "Drafts")
        self.drafts.setVisible(bool(kept))
        self.no_drafts.setVisible(not kept)
        self.no_drafts.setText("No draft is being written. Ctrl+D on an article begins one from its latest text.")

    def _open_draft(self, at: int) -> None:
        self.desk.choose(self._drafted[at])
        self.asked.emit("negotiate")
        self.asked.emit("draft-open")
