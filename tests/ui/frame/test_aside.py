"""Work on other threads: who is told, in which thread, and in which thread the last of a widget goes."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from tablebook.clock import SystemClock
from tablebook.ui.aside import Errand, in_window
from tablebook.ui.bridge import Bridge
from tablebook.ui.dialogs.latest import Latest
from tablebook.ui.garbage import Garbage


class Asker(QObject):
    """Somebody who waits for an answer."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Any] = []

    def tell(self, answer: Any, fault: Exception | None) -> None:
        """Keep what came, and where it came."""
        self.told.append((answer, fault, threading.current_thread() is threading.main_thread()))


def delete(one: QObject) -> None:
    """As a closed dialog goes: Qt's half, while Python still holds its own."""
    one.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_an_answer_and_a_fault_are_told_in_the_windows_thread(qtbot: QtBot) -> None:
    asker = Asker()
    threads: list[threading.Thread] = []

    def work() -> int:
        threads.append(threading.current_thread())
        return 7

    Errand(work, asker.tell).start("one").join()
    assert asker.told == [], "not before the window's thread comes to it"
    qtbot.waitUntil(lambda: bool(asker.told))
    Errand(lambda: 1 // 0, asker.tell).start("two")
    qtbot.waitUntil(lambda: len(asker.told) == 2)
    assert asker.told[0] == (7, None, True)
    assert isinstance(asker.told[1][1], ZeroDivisionError)
    assert asker.told[1][2]
    assert threads[0] is not threading.main_thread()


def test_nobody_is_told_who_is_gone(qtbot: QtBot) -> None:
    asker, gate = Asker(), threading.Event()
    thread = Errand(lambda: gate.wait(10), asker.tell).start("late")
    delete(asker)
    gate.set()
    thread.join()
    called: list[int] = []
    in_window(called.append, 1)  # comes after it
    qtbot.waitUntil(lambda: called == [1])
    assert asker.told == []


def test_what_leads_to_a_widget_is_let_go_in_the_windows_thread(qtbot: QtBot) -> None:
    where: list[threading.Thread] = []

    def ask() -> threading.Thread:
        asker = Asker()
        weakref.finalize(asker, lambda: where.append(threading.current_thread()))
        return Errand(lambda: 1, asker.tell).start("only")

    thread = ask()
    thread.join()
    qtbot.waitUntil(lambda: bool(where))
    assert where == [threading.main_thread()]


def test_a_dialog_may_go_while_its_work_runs(qtbot: QtBot) -> None:
    gate, seen = threading.Event(), []
    latest = Latest()
    latest.ready.connect(seen.append)
    latest.ask(lambda: gate.wait(10))
    qtbot.waitUntil(lambda: latest._thread is not None)
    thread = latest._thread
    assert thread is not None
    delete(latest)
    gate.set()
    thread.join()
    called: list[int] = []
    in_window(called.append, 1)
    qtbot.waitUntil(lambda: called == [1])
    assert seen == []


def test_a_closed_bridge_starts_no_thread_again(qtbot: QtBot) -> None:
    bridge = Bridge(SystemClock())
    answers: list[int] = []
    bridge.aside(lambda: 1, then=answers.append)
    qtbot.waitUntil(lambda: answers == [1])
    bridge.close()
    before = set(threading.enumerate())
    bridge.run(lambda book: 2, then=answers.append)
    assert set(threading.enumerate()) == before
    assert not [one for one in before if one.name == "book"], "no test before this one left its thread behind"


def test_a_bridge_that_is_deleted_ends_its_thread(qtbot: QtBot) -> None:
    bridge = Bridge(SystemClock())
    answers: list[int] = []
    bridge.aside(lambda: 1, then=answers.append)
    qtbot.waitUntil(lambda: answers == [1])
    thread = bridge._thread
    assert thread is not None
    delete(bridge)
    thread.join(10)
    assert not thread.is_alive()


def test_garbage_of_the_window_is_never_taken_down_on_another_thread(qtbot: QtBot) -> None:
    ticker = QObject()
    Garbage(ticker)
    where: list[threading.Thread] = []

    def leave_garbage() -> None:
        document = QTextDocument()
        weakref.finalize(document, lambda: where.append(threading.current_thread()))
        ring: list[Any] = [document]
        ring.append(ring)

    leave_garbage()
    kept: list[Any] = []

    def many() -> None:
        # Far more than the interpreter lets pass before it looks for garbage by itself.
        kept.extend([] for _ in range(100 * gc.get_threshold()[0]))

    thread = threading.Thread(target=many)
    thread.start()
    thread.join()
    assert not gc.isenabled()
    assert where == []
    qtbot.waitUntil(lambda: bool(where))  # the next tick
    assert where == [threading.main_thread()]
    delete(ticker)
