"""Every act of the window as data: its words, icon, keys, and when it can be done. Menus, the stage bar, the palette
and the sheet of keys all read this one list."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from tablebook.ui import dialogs

if TYPE_CHECKING:
    from tablebook.ui.main_window import MainWindow

Call = Callable[["MainWindow"], object]
Reason = Callable[["MainWindow"], str]


def always(_window: MainWindow) -> str:
    """Can be done at any time."""
    return ""


def with_book(window: MainWindow) -> str:
    """Needs an open book."""
    return "" if window.desk.bridge.facts is not None else "Open a book first."


def with_writing(window: MainWindow) -> str:
    """Needs a book that may be written."""
    if reason := with_book(window):
        return reason
    return "" if window.desk.writable else "This book is open for reading only."


def with_session(window: MainWindow) -> str:
    """Needs a session that is open."""
    if reason := with_writing(window):
        return reason
    return "" if window.desk.state.open_session is not None else "Open a session first."


def with_article(window: MainWindow) -> str:
    """Needs an article on the screen."""
    if reason := with_book(window):
        return reason
    return "" if window.desk.item is not None else "Choose an article first."


def with_pass(window: MainWindow) -> str:
    """Needs an article with a pass on it."""
    if reason := with_article(window):
        return reason
    item = window.desk.item
    return "" if item is not None and item.passes else "Nothing was passed on this article."


def with_our_words(window: MainWindow) -> str:
    """Needs an article and a book that may be written."""
    return with_article(window) or with_writing(window)


def with_text_to_accept(window: MainWindow) -> str:
    """Needs a passed text on the article that either side can accept."""
    if reason := with_our_words(window):
        return reason
    from tablebook.ui.stages.acceptable import why_nothing_to_accept

    return why_nothing_to_accept(window.desk.state, window.desk.article, window.desk.now())


def with_offer(window: MainWindow) -> str:
    """Needs an offer on the article that has not ended."""
    if reason := with_our_words(window):
        return reason
    from tablebook.ui.dialogs.withdraw import offers

    return "" if offers(window.desk.state, window.desk.article) else "No offer stands on this article."


def with_signed_paper(window: MainWindow) -> str:
    """Needs a signed paper that is kept with a TA on the article."""
    if reason := with_article(window):
        return reason
    from tablebook.jobs.signed_papers import papers_on

    kept = papers_on(window.desk.state, window.desk.article)
    return "" if kept else "No signed paper is kept with a TA on this article."


def with_ta(window: MainWindow) -> str:
    """Needs a TA in force on the article."""
    if reason := with_our_words(window):
        return reason
    from tablebook.domain.language import agreements_in_force

    in_force = agreements_in_force(window.desk.state, window.desk.article)
    return "" if in_force else "No TA is in force on this article."


@dataclass(frozen=True, slots=True)
class Act:
    """One act. ``keys`` are key sequences as Qt writes them, the first is the one printed. ``everywhere`` works in
    dialogs too."""

    id: str
    title: str
    menu: str
    keys: tuple[str, ...]
    call: Call
    when: Reason = always
    icon: str = ""
    word: str = ""
    everywhere: bool = False


def dialog(name: str) -> Call:
    """A call that shows the dialog in `ui/dialogs/<name>.py`."""
    return partial(_show_dialog, name=name)


def _show_dialog(window: MainWindow, name: str) -> object:
    return dialogs.show(window, name)


def later(module: str, name: str) -> Call:
    """A call into `ui/<module>.py`, which is imported when it is first wanted."""

    def call(window: MainWindow) -> object:
        return getattr(importlib.import_module(f"tablebook.ui.{module}"), name)(window)

    return call


def ratifying(wanted: str) -> Call:
    """A call for an act of the Ratify stage by its name there."""

    def call(window: MainWindow) -> object:
        return importlib.import_module("tablebook.ui.ratify.acts").in_window(window, wanted)

    return call


def with_vote(window: MainWindow) -> str:
    """Needs a vote by ballots that is set up."""
    if reason := with_writing(window):
        return reason
    from tablebook.ui.ratify.vote_steps import shown_vote

    return "" if shown_vote(window.desk.state) is not None else "Set up the vote first."


def with_votes(window: MainWindow) -> str:
    """Needs a vote that was set up, if only before the agreement went back to the table."""
    if reason := with_book(window):
        return reason
    return "" if window.desk.state.ratification.votes else "Set up the vote first."


def with_text_to_clean(window: MainWindow) -> str:
    """Needs TAs that are not yet the signed agreement."""
    if reason := with_writing(window):
        return reason
    if window.desk.state.ratification.executed is not None:
        return "The agreement is signed; its text stays as it is."
    return with_any_ta(window)


def with_any_ta(window: MainWindow) -> str:
    """Needs a TA on any article."""
    if reason := with_book(window):
        return reason
    return "" if window.desk.state.agreements else "No TA has been signed."


def ships(act: Act) -> bool:
    """Whether the dialog that an act shows is part of this program."""
    return not isinstance(act.call, partial) or dialogs.there(act.call.keywords["name"])


BOOK, GO, TABLE, TEXT, VOTE, LOOK, HELP = "Book", "Go", "Table", "Text", "Ratify", "View", "Help"
MENUS = (BOOK, GO, TABLE, TEXT, VOTE, LOOK, HELP)

ACTS: tuple[Act, ...] = (
    Act("new", "New negotiation from a contract", BOOK, ("Ctrl+N",), dialog("new_negotiation"), icon="file-plus"),
    Act("open", "Open a book", BOOK, ("Ctrl+O",), later("book_acts", "ask_book"), icon="folder-open"),
    Act("sample", "Try the sample", BOOK, ("Ctrl+T",), later("book_acts", "open_sample"), icon="book-open-text"),
    Act("copy", "Copy the book to a folder", BOOK, ("Ctrl+S",), later("book_acts", "copy_book"), with_book, "usb"),
    Act("print", "Print this", BOOK, ("Ctrl+P",), dialog("print_paper"), with_book, "printer"),
    Act("verify", "Check the record", BOOK, (), later("book_acts", "verify_record"), with_book, "shield-check"),
    Act("close-book", "Close the book", BOOK, ("Ctrl+W",), later("book_acts", "close_book"), with_book, "x"),
    Act("quit", "Close Tablebook", BOOK, ("Ctrl+Q",), lambda w: w.close(), icon="door-closed"),
    Act("prepare", "Prepare", GO, ("Ctrl+1",), lambda w: w.go_stage("prepare"), with_book),
    Act("negotiate", "Negotiate", GO, ("Ctrl+2",), lambda w: w.go_stage("negotiate"), with_book),
    Act("ratify", "Ratify", GO, ("Ctrl+3",), lambda w: w.go_stage("ratify"), with_book),
    Act("resolve", "Resolve", GO, ("Ctrl+4",), lambda w: w.go_stage("resolve"), with_book),
    Act("change", "Change", GO, ("Ctrl+5",), lambda w: w.go_stage("change"), with_book),
    Act("list", "Article list", GO, ("Alt+1",), lambda w: w.negotiate.focus_list(), with_book, "list"),
    Act("text", "Text of the article", GO, ("Alt+2",), lambda w: w.negotiate.focus_text(), with_book, "file-text"),
    Act("session", "Session", GO, ("Alt+3",), lambda w: w.negotiate.focus_session(), with_book, "panel-right"),
    Act("entry", "Entry line", GO, ("F4",), lambda w: w.negotiate.focus_entry(), with_book, "text-cursor-input"),
    Act("find", "Find article or section", GO, ("/",), lambda w: w.negotiate.ask_search(), with_book, "search"),
    Act("previous-article", "Previous article", GO, ("Ctrl+Up",), lambda w: w.negotiate.step_article(-1), with_book,
        "arrow-up"),
    Act("next-article", "Next article", GO, ("Ctrl+Down",), lambda w: w.negotiate.step_article(1), with_book,
        "arrow-down"),
    Act("next-ours", "Next article that is ours to answer", GO, ("Ctrl+J",), lambda w: w.negotiate.next_ours(),
        with_book, "reply"),
    Act("palette", "Any command or article by name", GO, ("Ctrl+K",), dialog("palette"), with_book, "search"),
    Act("pass", "Pass a text", TABLE, ("F5",), dialog("pass_text"), with_our_words, "send", "Pass"),
    Act("receive", "Receive a text", TABLE, ("F6",), dialog("receive"), with_our_words, "inbox", "Receive"),
    Act("agree", "Record a TA", TABLE, ("F7",), dialog("agree"), with_text_to_accept, "signature",
        "TA"),
    Act("caucus", "Call or end a caucus", TABLE, ("F8",), lambda w: w.negotiate.toggle_caucus(), with_session,
        "door-open", "Caucus"),
    Act("session-toggle", "Begin or close the session", TABLE, ("Ctrl+Shift+E",),
        later("window_acts", "toggle_session"),
        with_writing, "calendar"),
    Act("hold", "Hold the article, or take it off hold", TABLE, ("Ctrl+H",), dialog("hold"), with_our_words,
        "circle-pause"),
    Act("defer", "Defer the article, or take it up again", TABLE, ("Ctrl+Shift+H",), dialog("defer"), with_our_words,
        "clock"),
    Act("withdraw", "Withdraw an offer or a package", TABLE, ("Ctrl+Shift+B",), dialog("withdraw"), with_offer,
        "undo-2"),
    Act("reject", "Reject an offer or a package", TABLE, ("Ctrl+Shift+N",), dialog("reject"), with_offer, "ban"),
    Act("reopen", "Reopen a TA", TABLE, ("Ctrl+Shift+O",), dialog("reopen"), with_ta, "lock-open"),
    Act("signed-paper", "Show the signed paper", TABLE, ("Ctrl+Shift+P",), dialog("signed_view"), with_signed_paper,
        "paperclip"),
    Act("correct", "Correct an entry", TABLE, ("Ctrl+Shift+R",), later("window_acts", "correct_entry"), with_writing,
        "pencil"),
    Act("draft", "Draft the next pass", TABLE, ("Ctrl+D",), lambda w: w.negotiate.draft(), with_our_words, "pencil"),
    Act("draft-open", "Open the draft of this article", TABLE, (), lambda w: w.negotiate.set_drafting(True),
        with_our_words, "pencil"),
    Act("standing", "What can be accepted right now", TABLE, ("Ctrl+Shift+A",), dialog("standing"), with_book,
        "list-checks"),
    Act("redline", "Redline", TEXT, ("Ctrl+Shift+1",), lambda w: w.negotiate.set_view("redline"),
        with_article),
    Act("sides", "Side by side", TEXT, ("Ctrl+Shift+2",), lambda w: w.negotiate.set_view("sides"), with_pass),
    Act("clean", "Clean", TEXT, ("Ctrl+Shift+3",), lambda w: w.negotiate.set_view("clean"), with_article),
    Act("history", "History", TEXT, ("Ctrl+Shift+4",), lambda w: w.negotiate.set_view("history"),
        with_article),
    Act("next-change", "Next change", TEXT, ("F3",), later("window_acts", "next_change"), with_article,
        "arrow-down"),
    Act("previous-change", "Previous change", TEXT, ("Shift+F3",), later("window_acts", "previous_change"),
        with_article, "arrow-up"),
    Act("previous-pass", "Previous pass", TEXT, ("Alt+Left",), lambda w: w.negotiate.step_pass(-1), with_pass,
        "arrow-left"),
    Act("next-pass", "Next pass", TEXT, ("Alt+Right",), lambda w: w.negotiate.step_pass(1), with_pass, "arrow-right"),
    Act("base", "Compare with the contract or the last pass", TEXT, ("Ctrl+B",), lambda w: w.negotiate.toggle_base(),
        with_pass, "git-compare"),
    Act("copy-marks", "Copy with marks, for e-mail", TEXT, ("Ctrl+Shift+C",), later("text.copying", "copy_marks"),
        with_article, "copy"),
    Act("find-text", "Find in this text", TEXT, ("Ctrl+F",), lambda w: w.negotiate.find_in_text(), with_article,
        "search"),
    Act("packet-preview", "Packet: look at it and print it", VOTE, (), ratifying("preview"), with_any_ta, "eye"),
    Act("packet-make", "Make the packet", VOTE, (), ratifying("make"), with_writing, "package"),
    Act("packet-words", "Plain words beside each TA", VOTE, (), ratifying("words"), with_writing, "pencil"),
    Act("packet-letter", "Cover letter of the packet", VOTE, (), ratifying("letter"), with_writing, "pencil"),
    Act("packet-cost", "Cost summary of the packet", VOTE, (), ratifying("cost"), with_writing, "pencil"),
    Act("packet-web", "Save the packet as a web page", VOTE, (), ratifying("web"), with_any_ta, "external-link"),
    Act("packet-compare", "Compare two packets", VOTE, (), ratifying("compare"), with_book, "git-compare"),
    Act("vote-set", "Set up the vote", VOTE, (), ratifying("set-up"), with_writing, "list-checks"),
    Act("vote-who", "Who ratifies", VOTE, (), ratifying("who"), with_writing, "users"),
    Act("vote-count", "Enter the count of the vote", VOTE, (), ratifying("tally"), with_vote, "hash"),
    Act("vote-challenges", "Challenged ballots", VOTE, (), ratifying("challenges"), with_vote, "hand"),
    Act("vote-certify", "Certify the count", VOTE, (), ratifying("certify"), with_vote, "signature"),
    Act("vote-sheet", "Tally sheet and record of the vote", VOTE, (), ratifying("sheet"), with_votes, "printer"),
    Act("board-vote", "Record the vote of the board", VOTE, (), ratifying("board"), with_writing, "gavel"),
    Act("signing", "Record the signing", VOTE, (), ratifying("executed"), with_writing, "signature"),
    Act("send-back", "Back to the table after a vote", VOTE, (), ratifying("back"), with_writing, "undo-2"),
    Act("dispute", "Dispute the words of a TA", VOTE, (), ratifying("dispute"), with_writing, "circle-alert"),
    Act("conforming", "Conforming list: clean up numbers and typography", VOTE, (), ratifying("conforming"),
        with_text_to_clean, "pencil"),
    Act("save-agreement", "Save the agreement", VOTE, (), ratifying("assemble"), with_book, "download"),
    Act("prove-contract", "Prove a final contract", VOTE, (), ratifying("proof"), with_book, "shield-check"),
    Act("private", "Hide everything private", LOOK, ("F9", "Ctrl+."), dialog("privacy"), icon="eye-off",
        word="Private", everywhere=True),
    Act("larger", "Larger text", LOOK, ("Ctrl+=", "Ctrl++"), later("window_acts", "larger"), icon="plus"),
    Act("smaller", "Smaller text", LOOK, ("Ctrl+-",), later("window_acts", "smaller"), icon="minus"),
    Act("usual", "Usual text size", LOOK, ("Ctrl+0",), later("window_acts", "usual")),
    Act("full", "Full screen", LOOK, ("F11",), later("window_acts", "toggle_full_screen"), icon="monitor"),
    Act("dark", "Light or dark", LOOK, (), later("window_acts", "toggle_dark"), icon="moon"),
    Act("shared", "Shared window", LOOK, ("Ctrl+Shift+W",), dialog("shared_window"), with_book, "monitor"),
    Act("preferences", "Preferences", LOOK, ("Ctrl+,",), dialog("preferences"), icon="settings"),
    Act("keys", "Keys and legend", HELP, ("F1",), later("window_acts", "show_keys"), icon="keyboard"),
)  # fmt: skip

BY_ID = {act.id: act for act in ACTS}
BAR = ("pass", "receive", "agree", "caucus")


class Actions:
    """The acts of one window as QActions with their shortcuts; a dialog that does not ship makes its act absent."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.ids = frozenset(act.id for act in ACTS if ships(act))
        self.actions: dict[str, QAction] = {}

    def install(self) -> None:
        """Bind the keys and fill the menus."""
        self.actions = {act.id: self._make(act) for act in ACTS if act.id in self.ids}
        self._fill_menus()

    def _make(self, act: Act) -> QAction:
        action = QAction(act.title, self._window)
        action.setObjectName(act.id)
        action.setShortcuts([QKeySequence(key) for key in act.keys])
        if act.everywhere:
            action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        action.triggered.connect(lambda _=False, act=act: self.run(act.id))
        self._window.addAction(action)
        return action

    def has(self, act_id: str) -> bool:
        """Whether the act is part of this program."""
        return act_id in self.ids

    def reason(self, act_id: str) -> str:
        """Why the act cannot be done now; "" when it can."""
        if not self.has(act_id):
            return "This is not part of this program."
        return BY_ID[act_id].when(self._window)

    def run(self, act_id: str) -> None:
        """Do it, or say why not. A key never does nothing in silence."""
        if reason := self.reason(act_id):
            self._window.say(reason, "info")
            return
        BY_ID[act_id].call(self._window)

    def refresh(self) -> None:
        """Grey in the menus what cannot be done now, with the reason where the menu shows it. Shortcuts stay alive:
        pressing one says the reason."""
        for act_id, action in self.actions.items():
            reason = BY_ID[act_id].when(self._window)
            action.setStatusTip(reason)
            action.setToolTip(reason or BY_ID[act_id].title)

    def _fill_menus(self) -> None:
        """Put every act into the menu bar."""
        bar = self._window.menuBar()
        for name in MENUS:
            menu = bar.addMenu(f"&{name}")
            menu.setToolTipsVisible(True)
            menu.aboutToShow.connect(self.refresh)
            for act_id, action in self.actions.items():
                if BY_ID[act_id].menu == name:
                    menu.addAction(action)
