"""A dialog that checks what stands in it, says what is missing, and records it in one stroke."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tablebook.domain.cautions import Caution
from tablebook.errors import UserError
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.reason_box import ReasonBox
from tablebook.ui.kit.dialog import WIDTH, DialogShell
from tablebook.ui.kit.spacing import space


def even(*parts: QWidget) -> QHBoxLayout:
    """Fields beside each other that share the room: for names and words, which are cut in a narrow box."""
    line = space(QHBoxLayout(), spacing=12)
    for part in parts:
        line.addWidget(part, 1)
    return line


class RecordDialog(DialogShell):
    """Subclasses say what is `wrong` and what to `record`; the footer says it, and the main act waits for it."""

    def __init__(
        self, desk: Desk, title: str, subtitle: str = "", width: int = WIDTH, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, subtitle, width, parent=parent)
        self.desk = desk
        self.reasons = ReasonBox()

    def ready(self, main: str, icon: str = "check") -> None:
        """Call it last: name the main act, and check for the first time."""
        self.body.addWidget(self.reasons)
        self.reasons.changed.connect(self.check)
        self.body.addStretch(1)
        self.set_main(main, icon).clicked.connect(self._do)
        self.check()

    def wrong(self) -> str:
        """What is missing, as a sentence; "" when it can be recorded."""
        raise NotImplementedError

    def told(self) -> str:
        """What the footer says while nothing is wrong."""
        return ""

    def cautions(self) -> tuple[Caution, ...]:
        """What deserves a second look in what would be recorded; asked while nothing is wrong."""
        return ()

    def record(self) -> None:
        """Ask for the job; :meth:`act` does it."""
        raise NotImplementedError

    def check(self, *_changed: object) -> None:
        """Look again at what stands there."""
        why = self.wrong()
        self.reasons.show_cautions(() if why else self.cautions())
        if not why and self.reasons.needed:
            why = f"Say why all the same: {self.reasons.needed[:1].lower()}{self.reasons.needed[1:]}."
        if self.main is not None:
            self.main.set_reason(why)
        said = why or self.told()
        self.set_footer(said, "info" if said else "")
        if self.isVisible():
            QTimer.singleShot(0, self, self.grow)  # once what is new has its size

    def act(self, job: Callable[..., Any], *args: Any, last: bool = True, **kwargs: Any) -> None:
        """Record it and close; where it is refused, say why and stay."""
        then = (lambda _: self.accept()) if last else None
        self.desk.act(job, *args, then=then, failed=self.refuse, **kwargs)

    def refuse(self, error: UserError) -> None:
        """Say what the record does not allow."""
        if self.main is not None:
            self.main.set_working("")
        self.set_footer(str(error), "circle-alert", "problem")

    def _do(self) -> None:
        self.check()
        if self.main is None or self.main.reason():
            return
        self.main.set_working("Recording")
        self.record()
