"""Save the successor agreement as it is assembled from the signed texts: clean or with its changes tracked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from tablebook.jobs.assemble import save_agreement
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.print_out import safe_name
from tablebook.ui.folders import ask_target
from tablebook.ui.kit.choice import Check
from tablebook.ui.kit.dialog import DialogShell
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Titled
from tablebook.ui.kit.label import IconLine
from tablebook.ui.workspace import book_names

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify

FORMATS = ((".docx", "Word"), (".pdf", "PDF"), (".md", "Markdown"), (".txt", "Plain text"))


def show(stage: Ratify) -> None:
    """Ask for the format, then for the place."""
    SaveDialog(stage.desk, stage.window()).open()


class SaveDialog(DialogShell):
    """What has to be known of the saved file is said here before it closes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            "Save the agreement",
            "The current contract with every signed text in it, in its own numbering and, where the book was "
            "made from a Word file, in that file’s own styles.",
            640,
            "Close",
            parent,
        )
        self.desk = desk
        self.format = DropDown(FORMATS, ".docx", name="Format")
        self.tracked = Check("With its changes to the current contract tracked")
        self.said: list[IconLine] = []
        self.body.addWidget(Titled("Format", self.format))
        self.body.addWidget(self.tracked)
        self.body.addStretch(1)
        self.format.changed.connect(lambda key: self.tracked.setVisible(key in (".docx", ".pdf")))
        self.set_main("Save it", "download").clicked.connect(self._do)

    def _do(self) -> None:
        assert self.main is not None
        ending = self.format.value
        tracked = self.tracked.isChecked() and ending in (".docx", ".pdf")
        name, what = book_names(self.desk.state)
        wanted = safe_name(f"{name} {what} agreement{' tracked' if tracked else ''}")
        target = ask_target(self, "Save the agreement", f"{wanted}{ending}", f"*{ending}", ending)
        if target is None:
            return
        self._forget()
        self.main.set_working("Assembling")
        self.desk.bridge.run(
            save_agreement,
            target,
            tracked=tracked,
            page=self.desk.preferences["paper"],
            then=lambda found: self._done(found, target.name),
            failed=self._refused,
        )

    def _forget(self) -> None:
        """What was said of the last file is not so of the next."""
        for line in self.said:
            line.hide()
            line.deleteLater()
        self.said = []
        self.set_footer("")

    def _done(self, found: Any, name: str) -> None:
        assert self.main is not None
        self.main.set_working("")
        self.said = [IconLine("circle-check", f"Saved {name}.", "ta", "body_medium", "text", wrap=True)]
        self.said += [IconLine("info", one, "attention", "body", "text", wrap=True) for one in found.said]
        for at, line in enumerate(self.said, start=2):
            self.body.insertWidget(at, line)
        QTimer.singleShot(0, self, self.grow)  # once the lines have their height

    def _refused(self, error: Any) -> None:
        assert self.main is not None
        self.main.set_working("")
        self.set_footer(str(error), "circle-alert", "problem")
