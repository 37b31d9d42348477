"""The small acts that need a few words: who, what was said, and why. One shell for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from tablebook.domain.codes import Party
from tablebook.errors import UserError
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.who_box import WhoField
from tablebook.ui.kit.dialog import DialogShell
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Field, Titled
from tablebook.ui.kit.label import IconLine
from tablebook.ui.kit.text_field import TextField

WIDTH = 620


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is asked. ``kind`` is "line", "lines", "who" (with ``party``) or "one of" (with ``choices``);
    ``needed`` says why the act is off without it; ``only`` is the key of another ask and the choice with which this one
    is asked at all."""

    key: str
    label: str
    kind: str = "line"
    needed: str = ""
    value: str = ""
    hint: str = ""
    party: Party = Party.UNION
    choices: tuple[tuple[str, str], ...] = ()
    only: tuple[str, str] = ("", "")


class ReasonDialog(DialogShell):
    """`job(book, **values)` is called with what was typed, by the keys of the asks."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        subtitle: str,
        asks: Sequence[Ask],
        main: str,
        job: Callable[..., Any],
        icon: str = "check",
        told: str = "",
        parent: QWidget | None = None,
        width: int = WIDTH,
    ) -> None:
        super().__init__(title, subtitle, width, parent=parent)
        self.desk, self.asks, self._job = desk, tuple(asks), job
        self.boxes: dict[str, Any] = {ask.key: self._box(ask) for ask in asks}
        for ask in asks:
            box = self.boxes[ask.key]
            self.body.addWidget(Titled(ask.label, box, ask.hint) if isinstance(box, DropDown) else box)
        if told:
            self.body.addWidget(IconLine("info", told, "secondary", wrap=True))
        self.body.addStretch(1)
        self.set_main(main, icon).clicked.connect(self._do)
        self._tell()

    def _box(self, ask: Ask) -> Any:
        box: Any
        if ask.kind == "one of":
            box = DropDown(ask.choices, ask.value, name=ask.label)
        elif ask.kind == "who":
            box = WhoField(ask.label, self.desk.state, ask.party)
            if ask.value:
                box.set_text(ask.value)
        elif ask.kind == "lines":
            box = TextField(ask.label, ask.value, ask.hint, lines=3)
        else:
            box = Field(ask.label, ask.value, ask.hint)
        box.changed.connect(self._tell)
        return box

    @property
    def values(self) -> dict[str, str]:
        """What is typed, by key."""
        return {key: box.value if isinstance(box, DropDown) else box.text() for key, box in self.boxes.items()}

    def _tell(self, _words: str = "") -> None:
        if self.main is None:
            return
        values = self.values
        asked = [ask for ask in self.asks if values.get(ask.only[0], "") == ask.only[1]]
        for ask in self.asks:
            self.boxes[ask.key].setEnabled(ask in asked)
        why = next((ask.needed for ask in asked if ask.needed and not values[ask.key].strip()), "")
        self.main.set_reason(why)
        self.set_footer(why, "info" if why else "")

    def _do(self) -> None:
        assert self.main is not None
        self.main.set_working("Recording")
        self.desk.act(self._job, then=lambda _: self.accept(), failed=self._refused, **self.values)

    def _refused(self, error: UserError) -> None:
        assert self.main is not None
        self.main.set_working("")
        self.set_footer(str(error), "circle-alert", "problem")
