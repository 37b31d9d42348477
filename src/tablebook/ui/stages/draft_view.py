"""Our draft of the next pass: the words to write in and their live redline. All of it is plan, and looks it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tablebook.domain.cautions import Caution
from tablebook.domain.labels import next_label
from tablebook.domain.language import agreed_parts, closing, compose, current_blocks
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.positions import agreed_places, live_passes
from tablebook.domain.text import Block, section_spans
from tablebook.redline.marks import MarkedBlock
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.chip import ChipLook
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.flow import Flow
from tablebook.ui.kit.label import IconLine
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.kit.spacing import space
from tablebook.ui.stages.caution_bar import CautionBar
from tablebook.ui.stages.text_views import CONTRACT, LAST, TextView, passes_with_text, standing_text, whole
from tablebook.ui.text.draft_editor import DraftEditor
from tablebook.ui.text.draft_edits import Edit, Place
from tablebook.ui.text.draft_panes import DraftPanes
from tablebook.ui.text.legend import two_texts
from tablebook.ui.text.rows import locked_chip

MODES = (("both", "both"), ("draft", "text"), ("redline", "redline"))


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft as the plan keeps it: its words, what it began from, when it was saved, its steps back and forward."""

    blocks: tuple[Block, ...]
    base: str
    saved: Any
    steps: Any


class DraftCautions(NamedTuple):
    """What a draft would have to answer for, a section to cite in place of a struck one, the condition kept with it."""

    cautions: tuple[Caution, ...]
    beside: str
    condition: str


class DraftView(TextView):
    """Saved within a second of the last key; the line above it says when."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.base, self.against, self._loaded = "", LAST, ""
        self.panes = DraftPanes(self._comparer())
        self.mode = DropDown(MODES, "both", label="Show", name="Show")
        self.theirs = Button("Use theirs", "corner-down-left", "ghost")
        self.ours = Button("Restore ours", "undo-2", "ghost")
        self.start = DropDown(name="Start from", label="Start from")
        self.compare = DropDown(name="Compare", label="Compare")
        self.tools = (self.compare,)
        self.line = IconLine("lock", "", "private", "small_medium", "private", wrap=True)
        self.checks = CautionBar()
        # In large print the lines above and below scroll away, and the draft keeps its five lines.
        inside = QWidget()
        whole(inside, self._make_head(), self.panes).addWidget(self.checks)
        self.scroller = ScrollArea(inside)
        whole(self, self.scroller)
        self.legend = two_texts(str(desk.state.we), findings=False)
        self._connect()

    def _make_head(self) -> QWidget:
        head = QWidget()
        column = space(QVBoxLayout(head), (0, 0, 0, 8), 4)
        row = space(Flow(), spacing=6)
        for part in (self.theirs, self.ours, self.start):
            row.addWidget(part)
        row.at_end()
        row.addWidget(self.mode)
        column.addWidget(self.line)
        column.addLayout(row)
        return head

    def _connect(self) -> None:
        self.panes.editor.edited.connect(self._save)
        self.panes.editor.cursorPositionChanged.connect(self._keep_line_in_sight)
        self.panes.editor.refused.connect(lambda why: self.desk.say(why, "lock"))
        self.mode.changed.connect(self.panes.show_mode)
        self.compare.changed.connect(self._compare)
        self.start.changed.connect(self._begin_from)
        self.theirs.clicked.connect(lambda: self._use(self.desk.state.them))
        self.ours.clicked.connect(lambda: self._use(self.desk.state.we))
        self.checks.condition_asked.connect(self._add_condition)
        self.checks.condition_dropped.connect(lambda: self._put_condition(""))
        self.checks.cite_asked.connect(self._cite)

    @property
    def page(self) -> DraftEditor:
        return self.panes.editor

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whoever writes keeps the line in sight when a strip above comes or goes."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._keep_line_in_sight)

    def _keep_line_in_sight(self) -> None:
        """Where the draft is higher than the room, its page scrolls in a page that scrolls too."""
        editor = self.panes.editor
        if not editor.hasFocus():
            return
        inside = self.scroller.widget()
        assert inside is not None
        line = editor.cursorRect()
        middle = editor.viewport().mapTo(inside, line.center())
        self.scroller.ensureVisible(0, middle.y(), 0, 2 * line.height())

    def next_change(self) -> None:
        """F3 goes through the redline."""
        self.panes.redline.next_change()

    def previous_change(self) -> None:
        """Shift+F3 goes back."""
        self.panes.redline.previous_change()

    def go_to_section(self, number: str) -> None:
        """Bring a section into view."""
        self.panes.redline.go_to_section(number)

    # Which draft

    def renew(self) -> None:
        """Load the article's draft, unless it is the one being written."""
        self._offer()
        if self._loaded != self.key:
            self.leave()
            self.ask(_kept, self.key, show=self._load)

    def leave(self) -> None:
        """Save what waits; the next showing loads anew."""
        if self._loaded:
            self.panes.editor.flush()
            self._loaded = ""

    def _offer(self) -> None:
        state = self.desk.state
        passes = passes_with_text(state, self.key)
        last = passes[-1].body.label if passes else "the contract"
        self.compare.set_choices(
            [(LAST, f"since {last}"), (CONTRACT, "against current contract"),
             *((one.id, f"since {one.body.label}") for one in passes[:-1])], self.against
        )  # fmt: skip
        self.start.set_choices([(CONTRACT, "contract"), *((one.id, one.body.label) for one in passes)], self.base)
        self.theirs.setVisible(_latest(state, self.key, state.them) is not None)
        self.ours.setVisible(_latest(state, self.key, state.we) is not None)

    def _load(self, kept: KeptDraft | None) -> None:
        state = self.desk.state
        self._loaded = self.key
        if kept is None:
            self.base = standing_text(state, self.key) or CONTRACT
            blocks = text_from(state, self.key, self.base)
        else:
            blocks, self.base = kept.blocks, kept.base or CONTRACT
        self.panes.live.compare = self._comparer()
        self.panes.show_blocks(blocks, locked=locks(state, self.key))
        if kept is not None and kept.steps:
            self.panes.editor.import_history(kept.steps)
        self.start.set_value(self.base)
        self._say(kept.saved if kept else None)
        self._check(blocks)
        if self.keyboard_asked:
            self.keyboard_asked = False
            self.panes.editor.setFocus()

    def _comparer(self) -> Callable[[tuple[Block, ...]], Sequence[MarkedBlock]]:
        state, key, against = self.desk.state, self.key, self.against

        def compare(blocks: tuple[Block, ...]) -> Sequence[MarkedBlock]:
            from tablebook.jobs.redline_of import draft_redline

            return draft_redline(state, key, blocks, against).blocks if key else ()

        return compare

    # Acts

    def _compare(self, against: str) -> None:
        self.against = against
        self.panes.set_compare(self._comparer())

    def _begin_from(self, base: str) -> None:
        self.base = base
        put_text(self.panes.editor, text_from(self.desk.state, self.key, base), locks(self.desk.state, self.key))

    def _use(self, party: Any) -> None:
        """The text of this party's latest pass, with a step back."""
        one = _latest(self.desk.state, self.key, party)
        if one is not None:
            self.start.set_value(one.id)
            self._begin_from(one.id)

    # Saving

    def _save(self, blocks: tuple[Block, ...]) -> None:
        if self._loaded and self.desk.writable:
            steps = self.panes.editor.export_history()
            self.desk.bridge.run(_keep, self._loaded, blocks, self.base, steps, then=self._saved)

    def _saved(self, kept: Any) -> None:
        self.desk.draft_changed.emit(kept.article)
        if kept.article == self.key:
            self._say(kept.updated)
            self._check(kept.blocks)

    def _say(self, saved: Any) -> None:
        label = next_label(self.desk.state, self.key, self.desk.state.we)
        when = f", saved {words.clock(saved, seconds=True)}" if saved else ""
        said = f"Draft {label} in the plan{when}. Not seen by the other side until it is passed."
        self.line.set_line("lock", said, "private", "private")

    # What it would have to answer for

    def _check(self, blocks: tuple[Block, ...]) -> None:
        self.ask(_cautions, self.key, blocks, show=self._show_cautions)

    def _show_cautions(self, found: DraftCautions) -> None:
        self.checks.show_cautions(found.cautions, found.beside, found.condition)

    def _add_condition(self, number: str) -> None:
        """The pass dialog will have it in its place; it is kept with the draft till then."""
        from tablebook.jobs.struck_reference import stays_condition

        self._put_condition(stays_condition(number))

    def _put_condition(self, words: str) -> None:
        from tablebook.jobs.draft_condition import keep_condition

        self.desk.bridge.run(keep_condition, self.key, words)
        self._check(self.panes.editor.blocks())
        self.panes.editor.setFocus()

    def _cite(self, number: str, other: str) -> None:
        """Cite another section in the draft; each place is a step back."""
        from tablebook.jobs.struck_reference import cite_instead

        editor = self.panes.editor
        for at, block in enumerate(editor.blocks()):
            made = cite_instead(block, number, other)
            if made != block:
                editor.apply(Edit(at, 1, (made,), Place(at)))
        editor.flush()
        editor.setFocus()


def _latest(state: Negotiation, key: str, party: Any) -> Pass | None:
    live = [one for one in live_passes(state, key) if one.body.parts]
    return next((one for one in reversed(live) if one.body.party is party), None)


def text_from(state: Negotiation, key: str, base: str) -> tuple[Block, ...]:
    """The words a draft begins from: a pass as it lies on the table, or the contract; what is TA'd as it was agreed."""
    from tablebook.jobs.redline_of import unit_text

    one = state.passes.get(base)  # type: ignore[call-overload]
    blocks = unit_text(state, one, key) if one else current_blocks(state, key)
    return compose(blocks, agreed_parts(state, key), closing(state, key))


def locks(state: Negotiation, key: str) -> dict[str, ChipLook]:
    """The sections that are TA'd, and so cannot be written in."""
    done = agreed_places(state, key)
    if "" in done:
        return {section.number: locked_chip() for section in state.items[key].article.sections}
    return {place: locked_chip() for place in done}


def put_text(editor: DraftEditor, blocks: tuple[Block, ...], locked: dict[str, ChipLook]) -> None:
    """Put other words where they may be put, leaving agreed sections alone; each stretch is one step back."""
    now, then = _stretches(editor.blocks(), locked), _stretches(blocks, locked)
    if [name for name, _, _ in now] != [name for name, _, _ in then]:
        editor.show_blocks(blocks, locked=locked)
        return
    for (name, start, end), (_, low, high) in reversed(list(zip(now, then, strict=True))):
        if not name and editor.blocks()[start:end] != blocks[low:high]:
            editor.apply(Edit(start, end - start, blocks[low:high], Place(start)))


def _stretches(blocks: tuple[Block, ...], locked: dict[str, ChipLook]) -> list[tuple[str, int, int]]:
    """(locked section or "", start, end) from top to bottom; what is not locked between two locked is one stretch."""
    found: list[tuple[str, int, int]] = [("", 0, 0)]
    for number, start, end in section_spans(blocks):
        if number in locked:
            found.extend([(number, start, end), ("", end, end)])
        else:
            found[-1] = ("", found[-1][1], end)
    return found


def _kept(book: Any, key: str) -> KeptDraft | None:
    draft = book.plan.draft(key)
    if draft is None:
        return None
    return KeptDraft(draft.blocks, draft.base, draft.updated, book.plan.get(f"draft-steps:{key}"))


def _keep(book: Any, key: str, blocks: tuple[Block, ...], base: str, steps: Any) -> Any:
    kept = book.plan.save_draft(key, blocks, base)
    book.plan.put(f"draft-steps:{key}", steps)
    return kept


def _cautions(book: Any, key: str, blocks: tuple[Block, ...]) -> DraftCautions:
    """What passing this text would have to answer for, told while it is written."""
    from tablebook.jobs.draft_condition import draft_condition
    from tablebook.jobs.pass_text import cautions, offer
    from tablebook.jobs.place_text import parts_for
    from tablebook.jobs.struck_reference import section_beside
    from tablebook.jobs.targets import Target

    state = book.negotiation
    item = state.items[key]
    target = Target(key, "", item.article.kind, item.article.title, item.new)
    parts = parts_for(state, target, blocks)
    condition = draft_condition(book, key)
    found = cautions(book, offer(state, target, state.we, parts, conditions=condition)) if parts else ()
    struck = next((one.place for one in found if one.code == "struck-reference"), "")
    return DraftCautions(tuple(found), section_beside(state, struck) if struck else "", condition)
