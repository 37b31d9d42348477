"""F7: a tentative agreement. It binds one exact text; the main act is off, with the reason, until both have signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tablebook.domain.cautions import cautions_for_ta
from tablebook.domain.codes import SignedHow
from tablebook.domain.leftovers import leftovers
from tablebook.domain.positions import position, unresolved
from tablebook.domain.record import Agreed
from tablebook.errors import UserError
from tablebook.jobs import agree as job
from tablebook.jobs.changed import Changed
from tablebook.jobs.paper_codes import CodeCheck, PaperCodes, held_against
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.pass_choice import day_of
from tablebook.ui.dialogs.reason_box import ReasonBox
from tablebook.ui.dialogs.ta_draft import joint_marks, text_of
from tablebook.ui.dialogs.ta_form import TaForm
from tablebook.ui.dialogs.ta_paper import PaperBox
from tablebook.ui.dialogs.ta_signer import SignerCard
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.dialog import DialogShell
from tablebook.ui.kit.label import IconLine, Label
from tablebook.ui.kit.spacing import space

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.ui.main_window import MainWindow

CHECK_MS = 60
NOTE = "The article turns TA’d when both have signed. The text cannot change after that; a reopening is a new entry."


def show(window: MainWindow) -> None:
    """Open it on the chosen article, or say why nothing can be agreed there."""
    desk = window.desk
    dialog = TaDialog(desk, desk.article, window)
    if not dialog.form.text.count():
        name = desk.state.items[desk.article].article.name
        dialog.deleteLater()
        window.say(f"Nothing with words was passed on {name}, so there is nothing to agree.", "info")
        return
    dialog.open()


class TaDialog(DialogShell):
    """Esc keeps everything open; Ctrl+Enter records."""

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(f"Tentative agreement, {desk.state.titled_unit(key)}", "It binds to one exact passed text.",
                         cancel="Keep open", parent=parent)  # fmt: skip
        self.desk, self.key = desk, key
        self.form = TaForm(desk, key)
        self.reasons = ReasonBox()
        state = desk.state
        self.signers = {party: SignerCard(desk, party) for party in (state.we, state.them)}
        self.paper = PaperBox(self._held)
        self.sheets = Button("Print the sheets", "printer")
        self._found: Agreed | None = None
        self._wrong = ""
        self._build()
        self._connect()
        self.check()

    def _build(self) -> None:
        self.body.addWidget(self.form, 1)
        self.body.addWidget(self.reasons)
        side = QWidget()
        column = space(QVBoxLayout(side), spacing=10)
        column.addWidget(Label("Signatures", "body_bold"))
        for card in self.signers.values():
            column.addWidget(card)
        column.addWidget(self.sheets)
        column.addWidget(self.paper)
        column.addStretch(1)
        column.addWidget(IconLine("info", NOTE, "secondary", wrap=True))
        self.set_side(side, 372)
        self.set_main("Record the TA", "signature")

    def _connect(self) -> None:
        self._rest = QTimer(self, singleShot=True, interval=CHECK_MS)
        self._rest.timeout.connect(self.check)
        self.form.changed.connect(self._rest.start)
        self.form.how.changed.connect(self._take_how)
        self.reasons.changed.connect(self._tell)
        self.paper.changed.connect(self._tell)
        self.finished.connect(lambda _result: self.paper.stop())
        for card in self.signers.values():
            card.changed.connect(self._rest.start)
            card.signed.connect(self._next_signer)
        self.sheets.clicked.connect(self._print)
        assert self.main is not None
        self.main.clicked.connect(self._record)

    def showEvent(self, event: QShowEvent) -> None:
        """The likeliest act is a signature: the keyboard starts there."""
        super().showEvent(event)
        next(iter(self.signers.values())).sign.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_how(self, value: str) -> None:
        for card in self.signers.values():
            card.set_how(SignedHow(value))

    def _next_signer(self) -> None:
        waiting = next((card for card in self.signers.values() if not card.done), None)
        target = waiting.sign if waiting else self.main
        if target is not None:
            self.check()
            target.setFocus(Qt.FocusReason.TabFocusReason)

    # What would be recorded

    def signing(self) -> job.Signing:
        """Everything that is said of the TA beside its text."""
        form = self.form
        signatures = tuple(one for card in self.signers.values() for one in card.signatures())
        return job.Signing(
            label=form.label.text() if form.label.edit.isModified() else "",
            signatures=signatures,
            how=SignedHow(form.how.value),
            effective=day_of(form.effective.text()),
            conditions=form.conditions_said,
            subject_to=form.subject_to,
            scan=self.paper.kept,
            readback=form.readback.text() if form.readback.isVisibleTo(form) else "",
            reasons=self.reasons.reasons,
        )

    def check(self) -> Agreed | None:
        """Say what is wrong or unwise; gives back what would be recorded, None where it cannot be."""
        self._rest.stop()
        self._wrong, self._found = "", None
        self.form.refuse_edit("")
        for card in self.signers.values():
            card.at.set_error("")
        try:
            self._found = self._draft()
        except UserError as error:
            self._wrong = str(error)
            self.form.refuse_edit(self._wrong)
        except ValueError as error:
            self._wrong = str(error)
        if self._found is not None:
            self.reasons.show_cautions(cautions_for_ta(self.desk.state, self._found, self._at()))
            self.form.show_label(self._found)
            self.paper.look_again()
            self._show_total()
        self._tell()
        return self._found

    def _draft(self) -> Agreed:
        state, form = self.desk.state, self.form
        if form.package:
            members = state.packages[form.package].body.members
            party = state.packages[form.package].body.party
            ref = next(ref for ref in members if ref.article == self.key)
            one = job.find_accepted(state, ref.article, ref.label, party)
            return job.ta_body(state, [job.agreed_on(state, one)], self.signing(), form.package)
        accepted = form.accepted
        places = form.places.values
        if accepted is None or not places:
            raise ValueError("Choose the sections that are agreed.")
        plain, _ = text_of(state, accepted, places, ())
        joint, amended = text_of(state, accepted, places, form.pen)
        form.show_agreed(plain, joint, joint_marks(accepted, places, amended, joint.edits))
        return job.ta_body(state, [joint], self.signing())

    def _held(self, codes: PaperCodes) -> CodeCheck:
        """The paper's codes held against the TA as it would be recorded, or those of a package's members."""
        state, package = self.desk.state, self.form.package
        signing = replace(self.signing(), label="")
        beside = job.package_tas(state, package, {"": signing}) if package else ()
        return held_against(state, codes, self._found, beside)

    def _at(self) -> datetime:
        times = [card.moment() for card in self.signers.values() if card.done]
        return max(times, default=self.desk.now())

    def _show_total(self) -> None:
        """The last article that is open offers the line that closes the rest."""
        state, form = self.desk.state, self.form
        places = position(state, self.key).open_places
        whole = not form.package and set(places) <= set(form.places.values)
        last = whole and set(unresolved(state)) <= {self.key} and state.settled is None
        if last and not form.total.isVisibleTo(form) and not form.leftover.text():
            form.leftover.set_text(leftovers(state).line)
            form.leftover.edit.setCursorPosition(0)  # a long line is read from its beginning
        form.total.setVisible(last)

    @property
    def total(self) -> str:
        """The line of the total TA, when it is recorded with this one."""
        form = self.form
        on = form.total.isVisibleTo(form) and form.leftover_on.isChecked()
        return form.leftover.text() if on else ""

    def missing(self) -> str:
        """Why it cannot be recorded yet; "" when it can."""
        if self._wrong or self._found is None:
            return self._wrong or "Choose the text that is agreed."
        waiting = [card for card in self.signers.values() if not card.signatures()]
        if waiting:
            return "Both signatures are missing" if len(waiting) > 1 else "One signature is missing"
        form = self.form
        if form.amended:
            if not form.pen:
                return "Type the pen edits, or choose “As passed”."
            if bare := form.edits.without_initials():
                return f"Edit {bare} has no initials."
            if form.edits.uneven() and not form.readback.text():
                return "The initials differ in number. Say who read the text against the paper."
        if self.paper.pending:
            return self.paper.pending
        needed = self.reasons.needed
        return f"Give the reason: {needed[:1].lower()}{needed[1:]}." if needed else ""

    def _tell(self) -> None:
        assert self.main is not None
        why = self.missing()
        label = self._found.label if self._found else "the TA"
        name = f"package {self.form.package} whole" if self.form.package else label
        self.main.set_words(f"Record {name}{' and the total TA' if self.total else ''}", "signature")
        self.main.set_reason(why)
        self.sheets.setEnabled(self._found is not None)
        both = {SignedHow.SHEET: "Both have signed", SignedHow.INITIALS: "Both have initialed",
                SignedHow.EMAIL: "Both have signed by e-mail"}[SignedHow(self.form.how.value)]  # fmt: skip
        count = len(self.form.pen)
        pen = f", with {count} pen edits" if count > 1 else ", with its pen edit" if count else ""
        done = f"{both} the same text{pen}."
        waits = why.endswith("missing")
        self.set_footer(why or done, "circle-dashed" if waits else "circle-alert" if why else "circle-check",
                        "secondary" if waits else "attention" if why else "ta")  # fmt: skip

    # The acts

    def _do_main(self) -> None:
        """Ctrl+Enter right after a key: what was typed last counts."""
        self.check()
        super()._do_main()

    def _record(self) -> None:
        if self.check() is None or self.missing():
            return
        assert self.main is not None
        assert self._found is not None
        self.main.set_working("Recording")
        kept = self.paper.kept
        files = {kept.digest: self.paper.data} if kept else {}
        signing = self.signing()
        if self.form.package:
            act = partial(accept_package, label=self.form.package, signing=signing, files=files)
        else:
            act = partial(
                job.agree,
                texts=self._found.texts,
                signing=signing,
                files=files,
                closing=self.total,
                at=self._at(),
            )
        self.desk.act(act, then=lambda _: self.accept(), failed=self._refused)

    def _refused(self, error: UserError) -> None:
        assert self.main is not None
        self.main.set_working("")
        self.set_footer(str(error), "circle-alert", "problem")

    def _print(self) -> None:
        """The sheets to sign, exactly as they would be recorded, before anything is."""
        from tablebook.ui.dialogs.print_paper import PrintDialog, ta_draft_paper

        found = self.check()
        if found is not None:
            PrintDialog(self.desk, [ta_draft_paper(self.desk, found)], copies=2, parent=self).open()


def accept_package(book: Book, label: str, signing: job.Signing, files: dict[str, bytes]) -> Changed:
    """A TA on each member of the package, all in one stroke. Each takes its own label."""
    return job.accept_package(book, label, {"": replace(signing, label="")}, files=files)
