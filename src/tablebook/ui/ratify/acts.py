"""Which dialog settles which line of readiness, and what the cards ask for. Each is imported when first wanted."""

from __future__ import annotations

import importlib
from dataclasses import replace
from types import ModuleType
from typing import TYPE_CHECKING, cast

from tablebook.domain.ready_line import Act, ReadyLine
from tablebook.ui import words

if TYPE_CHECKING:
    from tablebook.ui.main_window import MainWindow
    from tablebook.ui.ratify.stage import Ratify

LINES: dict[Act, str] = {
    Act.TOTAL_TA: "total_ta",
    Act.ADD_SIGNATURE: "signed_paper",
    Act.ATTACH_SCAN: "signed_paper",
    Act.CONDITION_MET: "small_acts",
    Act.NAME_PAYER: "small_acts",
    Act.SETTLE_DISPUTE: "small_acts",
    Act.LOOK_AT: "small_acts",
    Act.SETTLE_CLASH: "clash",
    Act.CONFIRM_RESULT: "result_text",
    Act.ANSWER_BLANK: "open_words",
    Act.CONFORMING: "conforming_list",
    Act.WRITE_SUMMARY: "plain_words",
    Act.MAKE_PACKET: "packet",
    Act.SET_UP_VOTE: "vote_set",
    Act.GIVE_NOTICE: "vote_notice",
}
"""The module in this folder whose `settle(stage, line)` settles a line."""

ASKED: dict[str, tuple[str, str]] = {
    "preview": ("packet", "preview"),
    "make": ("packet", "make"),
    "web": ("packet", "web_page"),
    "letter": ("packet_texts", "letter"),
    "cost": ("packet_texts", "cost"),
    "words": ("plain_words", "show"),
    "set-up": ("vote_set", "show"),
    "tally": ("vote_tally", "show"),
    "sheet": ("vote_sheet", "show"),
    "certify": ("vote_certify", "show"),
    "board": ("board_vote", "show"),
    "executed": ("signing", "show"),
    "challenges": ("challenges", "show"),
    "who": ("ratifiers", "show"),
    "dispute": ("disputes", "show"),
    "conforming": ("conforming_list", "show"),
    "compare": ("packets_compared", "show"),
    "back": ("sent_back", "show"),
    "proof": ("proof_page", "choose"),
    "assemble": ("save_agreement", "show"),
}
"""What a card asks for: the module in this folder, and its function, called with the stage."""


def settle(stage: Ratify, line: ReadyLine) -> None:
    """Do what settles a line of readiness. Its sentence stands above the dialog: its days are said as people do."""
    line = replace(line, sentence=words.with_days(line.sentence, stage.desk.now().date()))
    if line.act is Act.SETTLE_ARTICLE:
        stage.desk.choose(line.article, line.place)
        stage.asked.emit("negotiate")
        return
    if line.act is not None:
        _module(LINES[line.act]).settle(stage, line)


def ask(stage: Ratify, wanted: str) -> None:
    """Do what a card asks for."""
    module, function = ASKED[wanted]
    getattr(_module(module), function)(stage)


def in_window(window: MainWindow, wanted: str) -> None:
    """Do it from anywhere in the window: what is asked for belongs to this stage, which is shown first."""
    window.go_stage("ratify")
    ask(cast("Ratify", window.workspace.stage_page("ratify")), wanted)


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"tablebook.ui.ratify.{name}")
