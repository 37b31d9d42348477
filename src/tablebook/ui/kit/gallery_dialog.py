"""The dialog shell filled with fields, for the gallery."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tablebook.ui.kit.banner import Banner
from tablebook.ui.kit.card import Card
from tablebook.ui.kit.choice import Check
from tablebook.ui.kit.dialog import DialogShell
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import Field, Titled
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.spacing import space


def sample_dialog(over: QWidget) -> DialogShell:
    """The shape of the pass dialog."""
    subtitle = "The text is frozen the moment it is passed. A later change is a new pass."
    shell = DialogShell("Pass Article 12, Class Size and Caseload", subtitle, parent=over)
    row = space(QHBoxLayout(), spacing=12)
    row.addWidget(Field("Label", "U-4"))
    row.addWidget(Titled("Answers", DropDown([("e3", "E-3, received 14:31")])))
    row.addWidget(Titled("Kind", DropDown([("amend", "Amend")])))
    row.addStretch(1)
    shell.body.addLayout(row)
    shell.body.addWidget(Field("Condition", "With agreement on Section 8.4, Preparation Time", "printed on the paper"))
    shell.body.addWidget(Field("Reason for the expiry", "The Board meets tonight", "needed, and kept"))
    shell.body.addWidget(Check("Word and PDF to USB “TABLE”", True))
    shell.body.addStretch(1)
    shell.body.addWidget(
        Banner("Stays private. Never in what they receive.", icon="lock", tone="private", rounded=True)
    )
    side = QWidget()
    column = space(QVBoxLayout(side), spacing=12)
    column.addWidget(Label("What the other side will receive", "body_bold"))
    paper = Card("page", "strong")
    paper.body.addWidget(Label("Article 12  Class Size and Caseload", "card_title", wrap=True))
    paper.body.addStretch(1)
    paper.setMinimumHeight(400)
    column.addWidget(paper)
    shell.set_side(side)
    shell.set_main("Pass as U-4", "send")
    shell.set_footer(
        "Checked: 6 changes since E-3, all marked. Not regressive. The condition covers 8.4.", "circle-check", "ta"
    )
    return shell
