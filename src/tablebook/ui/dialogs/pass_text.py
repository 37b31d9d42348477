"""F5: pass a text. What is printed, by whom and when; beside it the very page they get, below what was checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tablebook.domain.cautions import Caution, cautions_for_pass
from tablebook.errors import UserError
from tablebook.jobs import pass_text
from tablebook.jobs.changed import Changed
from tablebook.jobs.sheets.wording import day_or_words
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.latest import Latest
from tablebook.ui.dialogs.pass_bodies import (
    Loaded,
    Passing,
    WrongField,
    fresh_label,
    load,
    paper_title,
    passing_of,
    place_choices,
    sources_of,
)  # fmt: skip
from tablebook.ui.dialogs.pass_check import checked_words
from tablebook.ui.dialogs.pass_choice import default_answers, seen_as_passed
from tablebook.ui.dialogs.pass_form import CURRENT, DRAFT, PREPARED, TYPED, PassForm, private_strip
from tablebook.ui.dialogs.print_out import Wanted, proposal_name, put_out
from tablebook.ui.dialogs.print_page import PagePreview
from tablebook.ui.dialogs.reason_box import ReasonBox
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.dialog import DialogShell

if TYPE_CHECKING:
    from tablebook.book.book import Book
    from tablebook.documents.tracked.paper import Original
    from tablebook.ui.main_window import MainWindow

CHECK_MS = 60
FROZEN = "The text is frozen the moment it is passed. A later change is a new pass."


def show(window: MainWindow) -> None:
    """Open it on the chosen article, with what is drafted and prepared there."""
    desk, key = window.desk, window.desk.article
    _flush_draft(window)
    desk.bridge.run(load, key, then=lambda loaded: PassDialog(desk, key, loaded, window).open())


def _flush_draft(window: MainWindow) -> None:
    """What was typed a moment ago belongs to the draft that is passed; the editor stays as it is."""
    from tablebook.ui.text.draft_editor import DraftEditor

    for view in window.negotiate.article.views.values():
        if isinstance(view.page, DraftEditor):
            view.page.flush()


class PassDialog(DialogShell):
    """Prepare freezes, numbers and prints; the main act hands over, both in one stroke where nothing is prepared."""

    def __init__(self, desk: Desk, key: str, loaded: Loaded, parent: QWidget | None = None) -> None:
        super().__init__(f"Pass {desk.state.titled_unit(key)}", FROZEN, parent=parent)
        self.desk, self.key, self.loaded = desk, key, loaded
        names = {one: desk.state.items[one].article.name for one in loaded.others}
        self.form = PassForm(desk, key, sources_of(desk.state, key, loaded), list(names.items()))
        self.reasons = ReasonBox()
        self.preview = PagePreview("What the other side will receive")
        self.printers: tuple[str, ...] = ()
        self._found: Passing | None = None
        self._source = ""
        self._build()
        self._fill()
        self._connect()

    def _build(self) -> None:
        self.body.addWidget(self.form)
        self.body.addWidget(self.reasons)
        self.body.addStretch(1)
        self.body.addWidget(private_strip())
        self.set_side(self.preview)
        self.void = self.add_button(Button("Void it", "trash-2", kind="danger", size=36))
        self.prepare = self.add_button(Button("Prepare only", "file-text", key="Ctrl+P", size=36))
        self.set_main("Pass", "send")

    def _fill(self) -> None:
        state, form = self.desk.state, self.form
        form.kind.set_value(pass_text.kind_here(state, self.key))
        form.answers.set_values([one.id for one in default_answers(state, self.key, state.we)])
        form.condition.set_text(self.loaded.condition)
        form.set_folder(self.loaded.folder, bool(self.loaded.folder) and Path(self.loaded.folder).is_dir())
        for place, words, short in place_choices(state, self.key, self.loaded):
            form.places.add(place, words, short)
        places = [place for place, _, _ in place_choices(state, self.key, self.loaded)]
        form.places.set_values(places[:-1] if len(places) > 1 else places)
        self._ask_printers()

    def _ask_printers(self) -> None:
        from tablebook.ui.dialogs.print_send import printers

        self._asked = Latest(parent=self)
        self._asked.ready.connect(self._take_printers)
        self._asked.ask(printers)

    def _take_printers(self, names: tuple[str, ...]) -> None:
        self.printers = names
        self.form.set_printers(names)

    def _connect(self) -> None:
        self._rest = QTimer(self, singleShot=True, interval=CHECK_MS)
        self._rest.timeout.connect(self.check)
        self.form.changed.connect(self._changed)
        self.reasons.changed.connect(self._tell)
        self.preview.failed.connect(lambda error: self.set_footer(error.what, "circle-alert", "problem"))
        assert self.main is not None
        self.main.clicked.connect(self._pass)
        self.prepare.clicked.connect(self._prepare)
        self.void.clicked.connect(self._void)
        QShortcut(QKeySequence("Ctrl+P"), self, self.prepare.click)
        QShortcut(QKeySequence("Ctrl+T"), self, self.form.now.click)
        self._changed()
        self.check()

    # What the form says

    def _changed(self) -> None:
        self._found = None
        if self.form.source.value != self._source:
            self._source = self.form.source.value
            self._show_source()
        self._rest.start()

    def _show_source(self) -> None:
        form, prepared = self.form, self._source.startswith(PREPARED)
        form.places_box.setVisible(self._source == DRAFT)
        form.typed.setVisible(self._source == TYPED)
        form.set_frozen(prepared)
        self.void.setVisible(prepared)
        self.prepare.setVisible(not prepared)
        if prepared:
            waiting = self.desk.state.prepared[self._source.removeprefix(PREPARED)]  # type: ignore[index]
            form.label.set_text(waiting.label)
            form.condition.set_text(waiting.conditions)
            form.until.set_text(waiting.expiry[:16].replace("T", " "))
            form.why.set_text(waiting.expiry_reason)
            form.effective.set_text(day_or_words(waiting.effective))
        else:
            form.label.set_text(fresh_label(self.desk.state, self.key, form.kind.value))
        form.kind.setEnabled(not prepared and self._source != CURRENT)
        self._place()

    def check(self) -> Passing | None:
        """Say what is wrong or unwise, show the page, and give back what would be recorded; None when it cannot be."""
        self._rest.stop()
        fields = {"label": self.form.label, "until": self.form.until, "typed": self.form.typed, "at": self.form.at,
                  "package": self.form.package_label, "places": self.form.places_box}  # fmt: skip
        for one in fields.values():
            one.set_error("")  # type: ignore[attr-defined]
        self.form.set_frozen(self._source.startswith(PREPARED))
        try:
            found = passing_of(self.desk.state, self.form, self.loaded, self.desk.now())
            self._moment()
        except WrongField as wrong:
            quiet = wrong.field_name == "typed" and not self.form.typed.edit.document().isModified()
            fields[wrong.field_name].set_error("" if quiet else wrong.sentence)  # type: ignore[attr-defined]
            self._found = None
            self._tell(wrong.sentence)
            return None
        except UserError as error:
            self.form.typed.set_error(str(error))
            self._found = None
            self._tell(error.what)
            return None
        self._found = found
        self.reasons.show_cautions(self._cautions(found))
        self._draw(found)
        self._tell()
        return found

    def _moment(self) -> datetime | None:
        try:
            return self.form.at.moment(self.desk.now())
        except ValueError as error:
            raise WrongField("at", str(error)) from error

    def _cautions(self, found: Passing) -> tuple[Caution, ...]:
        at = self._moment() or self.desk.now()
        said = (one for body in found.bodies for one in cautions_for_pass(self.desk.state, body, at))
        return tuple(dict.fromkeys(said))

    def _draw(self, found: Passing) -> None:
        state, now = self.desk.state, self._moment() or self.desk.now()
        page = self.desk.preferences["paper"]
        self.preview.show_paper(partial(paper_of, state, found, now, page))

    def _tell(self, wrong: str = "") -> None:
        """The footer and the main button: one sentence, and the reason when the act is off."""
        assert self.main is not None
        found = self._found
        if wrong or found is None:
            self.main.set_reason(wrong or "Checking")
            self.prepare.set_reason(wrong or "Checking")
            self.set_footer(wrong, "circle-alert" if wrong else "", "problem")
            return
        title = paper_title(found)
        self.main.set_words(f"Hand over {title} now" if found.prepared else f"Pass as {title}", "send")
        why = self._missing()
        self.main.set_reason(why)
        self.prepare.set_reason(why)
        words = checked_words(self.desk.state, found, self.reasons.cautions, self.desk.now())
        self.set_footer(why or words, "circle-alert" if why or self.reasons.cautions else "circle-check",
                        "attention" if why or self.reasons.cautions else "ta")  # fmt: skip

    def _missing(self) -> str:
        if any(one.code == "exploding" for one in self.reasons.cautions):
            return "Give the reason for the expiry."
        needed = self.reasons.needed
        return f"Give the reason: {needed[:1].lower()}{needed[1:]}." if needed else ""

    # The acts

    def _do_main(self) -> None:
        """Ctrl+Enter right after a key: what was typed last counts."""
        self.check()
        super()._do_main()

    def _ready(self) -> Passing | None:
        found = self.check()
        assert self.main is not None
        if found is None or not self.main.isEnabled():
            return None
        return replace(found, reasons=self.reasons.reasons)

    def _pass(self) -> None:
        found = self._ready()
        if found is None:
            return
        at = self._moment()
        assert self.main is not None
        self.main.set_working("Freezing")
        folder = self.form.folder if self.form.save.isChecked() else ""
        self.desk.act(hand_over, found, folder, at, then=partial(self._passed, found), failed=self._refused)

    def _passed(self, found: Passing, changed: Changed) -> None:
        first = self.desk.state.entries[changed.entries[0]]
        self._put_out(found, first.at, changed)
        self.accept()

    def _put_out(self, found: Passing, at: datetime, changed: Changed) -> None:
        state, page = self.desk.state, self.desk.preferences["paper"]
        folder = Path(self.form.folder) if self.form.save.isChecked() and self.form.folder else None
        printer = self.printers[0] if self.printers else ""
        wanted = Wanted(folder, printer, int(self.form.copies.value or 0))
        entries = [one for one in changed.entries if one in state.passes or one in state.prepared]
        put_out(self.desk, partial(recorded_paper, state, entries, at, page),
                proposal_name(state, found.bodies, at), wanted, partial(recorded_word, state, entries, at, page),
                )  # fmt: skip

    def _prepare(self) -> None:
        found = self._ready()
        if found is None or found.prepared:
            return
        self.prepare.set_working("Freezing")
        self.desk.act(pass_text.prepare, found.bodies, then=partial(self._was_prepared, found), failed=self._refused)

    def _was_prepared(self, found: Passing, changed: Changed) -> None:
        self.prepare.set_working("")
        self._put_out(found, self.desk.now(), changed)
        self.accept()

    def _void(self) -> None:
        entry = self._source.removeprefix(PREPARED)
        self.desk.act(pass_text.void, entry, then=lambda _: self.accept(), failed=self._refused)

    def _refused(self, error: UserError) -> None:
        assert self.main is not None
        self.main.set_working("")
        self.prepare.set_working("")
        self.set_footer(str(error), "circle-alert", "problem")

    def done(self, result: int) -> None:
        """Nothing may still draw for a dialog that is gone."""
        self.preview.wait()
        self._asked.wait()
        super().done(result)


def hand_over(book: Book, found: Passing, folder: str, at: datetime | None) -> Changed:
    """Record what was passed, in one stroke, and remember where papers go."""
    if found.prepared:
        first = found.bodies[0]
        changed = pass_text.hand_over(
            book,
            found.prepared,
            handed_by=first.handed_by,
            handed_to=first.handed_to,
            channel=first.channel,
            copies=first.copies,
            package=found.package,
            reasons=found.reasons,
            at=at,
        )
    else:
        changed = pass_text.pass_texts(book, found.bodies, package=found.package, reasons=found.reasons, at=at)
    if folder:
        book.plan.put("paper-folder", folder)
    return changed


def paper_of(state: Any, found: Passing, now: datetime, page: str) -> bytes:
    """The paper of texts that are not passed yet, as it would be were they passed now."""
    from tablebook.jobs.print_paper import paper_bytes
    from tablebook.jobs.sheets.proposal import sheet_of

    after, passes = seen_as_passed(state, found.bodies, now)
    return paper_bytes(sheet_of(passes, after, now), page=page)


def recorded_paper(state: Any, entries: list[Any], at: datetime, page: str) -> bytes:
    """The paper of texts that stand in the record, handed over or prepared."""
    from tablebook.jobs.print_paper import paper_bytes
    from tablebook.jobs.sheets.proposal import proposal_sheet

    return paper_bytes(proposal_sheet(state, entries, at), page=page)


def recorded_word(state: Any, entries: list[Any], at: datetime, page: str, original: Original | None) -> bytes:
    """The same paper as a Word file with tracked changes, for the other side to answer in."""
    from tablebook.jobs.sheets.proposal import proposal_sheet
    from tablebook.jobs.word_paper import word_bytes

    return word_bytes(proposal_sheet(state, entries, at), original=original, page=page)
