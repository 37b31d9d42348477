"""A final contract that somebody typed, held against the signed texts: what differs first, and where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tablebook.domain.text import BlockKind
from tablebook.errors import UserError
from tablebook.jobs.prove import Proving, prove_file
from tablebook.proof.results import ColouredLine, ColouredRun, Finding, Kind, Standing
from tablebook.redline.marks import Author, MarkedBlock, MarkedRun
from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.folders import ask_file
from tablebook.ui.kit.dialog import DialogShell
from tablebook.ui.kit.finding import FindingCard
from tablebook.ui.kit.label import IconLine, Label
from tablebook.ui.kit.spacing import space
from tablebook.ui.text.redline_page import RedlinePage
from tablebook.ui.text.rows import Flag, Note, Row

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify

KINDS = "Contracts (*.docx *.pdf *.txt *.md *.markdown)"
TITLES = {
    Kind.UNTRACED: ("Changed, and no TA says so", "eye-off"),
    Kind.MISSING: ("Agreed, and not there", "circle-x"),
    Kind.ALTERED: ("Agreed in other words", "circle-alert"),
}
WRONG = (Standing.UNTRACED, Standing.MISSING, Standing.ALTERED)


def choose(stage: Ratify) -> None:
    """Choose the file and prove it off the window."""
    path = ask_file(stage, "The final contract, or a signed sheet", KINDS)
    if path is not None:
        prove(stage, path)


def prove(stage: Ratify, path: Path) -> None:
    """Hold a file against the signed texts and show what differs."""

    def refused(error: UserError) -> None:
        stage.desk.refused.emit(error)

    def there(found: Any) -> None:
        ProofDialog(stage.desk, found, stage.window()).open()

    stage.desk.say(f"Reading {path.name}", "clock")
    stage.desk.bridge.run(prove_file, path, then=there, failed=refused)


class ProofDialog(DialogShell):
    """Findings at the left, the article of the chosen one at the right with its words in their place."""

    def __init__(self, desk: Desk, found: Proving, parent: QWidget | None = None) -> None:
        super().__init__("Proof", found.summary, cancel="Close", parent=parent)
        self.desk, self.found = desk, found
        self.cards: list[FindingCard] = []
        self.page = RedlinePage()
        self.page.setAccessibleName("The text in its place")
        self.page.setMinimumHeight(380)
        for finding in found.proof.findings:
            self._add(finding)
        for one in found.proof.relabelled[:40]:
            self.body.addWidget(IconLine("hash", one.sentence, "secondary", "small", "secondary", wrap=True))
        for sentence in found.notes:
            self.body.addWidget(IconLine("info", sentence, "secondary", "small", "secondary", wrap=True))
        if not found.proof.findings:
            icon, colour = ("badge-check", "ta") if found.matches else ("circle-alert", "problem")
            self.body.insertWidget(0, IconLine(icon, found.summary, colour, "body_strong", "text", wrap=True))
        self.body.addStretch(1)
        if found.proof.lines:
            beside = QWidget()
            column = space(QVBoxLayout(beside), spacing=6)
            self.where = Label("", "body_bold", wrap=True)
            column.addWidget(self.where)
            column.addWidget(self.page, 1)
            self.set_side(beside, 560)
            if found.proof.findings:
                self.show_finding(0)
            else:
                self._show_first_change()
        traced = sum(one.source is not None for one in found.proof.traces)
        self.set_footer(f"{words.count(traced, 'change')} traced to signed TAs. {found.seconds:.1f} s.", "info")

    def _add(self, finding: Finding) -> None:
        title, icon = TITLES[finding.kind]
        page = f" Page {finding.page}." if finding.page else ""
        card = FindingCard(title, f"{finding.sentence}{page}", icon, "problem", "Show")
        number = len(self.cards)
        card.shown.connect(lambda number=number: self.show_finding(number))
        self.cards.append(card)
        self.body.addWidget(card)

    def show_finding(self, number: int) -> None:
        """Frame the words of one finding on the page."""
        for at, card in enumerate(self.cards):
            card.set_selected(at == number)
        if not self.found.proof.lines:
            return
        finding = self.found.proof.findings[number]
        lines = [one for one in self.found.proof.lines if one.place.unit == finding.place.unit]
        rows = rows_of_lines(lines, self.found.proof.findings)
        self.where.setText(finding.place.name or "The text")
        self.page.show_rows(rows)
        spot = next((row.index for row, line in zip(rows, lines, strict=True) if _has(line, number)), None)
        if spot is not None:
            rect = self.page.row_rect(spot)
            self.page.scroll_to(rect.top(), rect.bottom())

    def _show_first_change(self) -> None:
        changed = next((one for one in self.found.proof.lines if any(r.source for r in one.runs)), None)
        if changed is None:
            return
        lines = [one for one in self.found.proof.lines if one.place.unit == changed.place.unit]
        self.where.setText(changed.place.name)
        self.page.show_rows(rows_of_lines(lines, ()))


def _has(line: ColouredLine, number: int) -> bool:
    return any(run.finding == number for run in line.runs)


def rows_of_lines(lines: list[ColouredLine], findings: tuple[Finding, ...]) -> tuple[Row, ...]:
    """The coloured text as rows of a page: what a TA brought is underlined with its label in the margin, what is wrong
    is framed with the sentence that says so."""
    rows = []
    for index, line in enumerate(lines):
        runs, flags, numbers, at = [], [], list[int](), 0
        for run in line.runs:
            runs.append(_marked(run))
            if run.standing in WRONG:
                flags.append(Flag(at, at + len(run.text), "unmarked"))
                if run.finding is not None:
                    numbers.append(run.finding)
            at += len(run.text)
        kind = BlockKind.HEADING if line.heading else BlockKind.PARAGRAPH
        source = next((run.source for run in line.runs if run.source), None)
        block = MarkedBlock(
            kind, tuple(runs), margin_author=Author("joint", source.ta) if source else None, fresh=bool(source)
        )
        said = " ".join(findings[number].sentence for number in dict.fromkeys(numbers) if number < len(findings))
        note = Note(said, "problem", "circle-alert", True, tuple(flags)) if flags else None
        rows.append(Row(block, index, None, note))
    return tuple(rows)


def _marked(run: ColouredRun) -> MarkedRun:
    if run.standing is Standing.CURRENT:
        return MarkedRun(run.text)
    hand = Author("joint", run.source.ta if run.source else "")
    if run.gone or run.standing is Standing.STRUCK:
        return MarkedRun(run.text, None, hand)
    return MarkedRun(run.text, hand)
