"""What a new interpreter has loaded after an import, and after the first window was painted."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.architecture.source_tree import PACKAGE, python_files

# What importing PySide6 itself brings.
QT_AND_ITS_OWN = {"PySide6", "shiboken6", "shibokensupport", "signature_bootstrap", "__feature__"}

# A system's own site files may load something in any interpreter: only what comes after counts.
IMPORT_ALL = """
import sys
before = set(sys.modules)
import importlib, json
for name in {names!r}:
    importlib.import_module(name)
print(json.dumps(sorted(set(sys.modules) - before)))
"""

# The event loop is entered in our own way: modules are listed while the first window is being painted, then all ends.
PAINT = """
import sys
before = set(sys.modules)
import json, os
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

class Painted(QObject):
    modules = None

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.window().isVisible():
            Painted.modules = sorted(set(sys.modules) - before)
        return False

def until_painted(*_):
    eye = Painted()
    QApplication.instance().installEventFilter(eye)
    for _ in range(1000):
        QApplication.processEvents()
        if Painted.modules is not None:
            print(json.dumps(Painted.modules), flush=True)
            os._exit(0)
    os._exit(7)

QApplication.exec = until_painted
from tablebook.__main__ import main
main([])
"""


def test_importing_the_domain_loads_the_standard_library_only() -> None:
    assert _foreign(_modules(IMPORT_ALL.format(names=_modules_of("domain")))) == []


def test_importing_the_redline_loads_no_qt_no_sql_and_no_papers() -> None:
    assert set(_foreign(_modules(IMPORT_ALL.format(names=_modules_of("redline"))))) <= {"rapidfuzz"}


def test_deciding_between_window_and_command_line_loads_nothing() -> None:
    assert _foreign(_modules(IMPORT_ALL.format(names=["tablebook.__main__", "tablebook.paths"]))) == []


def test_painting_the_first_window_loads_qt_and_the_standard_library_only() -> None:
    assert set(_foreign(_modules(PAINT))) <= QT_AND_ITS_OWN


def _modules_of(part: str) -> list[str]:
    files = python_files(PACKAGE / part)
    dotted = [".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts) for file in files]
    return [name.removesuffix(".__init__") for name in dotted]


def _modules(program: str) -> list[str]:
    # As a person starts it: the system's own folders are looked for (below the test's HOME), none is prescribed.
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    surroundings.pop("TABLEBOOK_HOME", None)
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], capture_output=True, text=True, env=surroundings, check=False
    )
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout.splitlines()[-1]))


def _foreign(modules: list[str]) -> list[str]:
    first_names = {name.split(".")[0] for name in modules} - {"__main__", "tablebook"}
    # Python's record of how it was built is part of it, under a name made for each system.
    return sorted(name for name in first_names - sys.stdlib_module_names if not name.startswith("_sysconfigdata"))


def test_the_window_imports_without_the_hook_of_pyside() -> None:
    program = (
        "import builtins, json, tablebook.ui.main_window\n"
        "from PySide6 import QtPrintSupport, QtSvg\n"
        "print(json.dumps([builtins.__import__ is builtins.__orig_import__]))"
    )
    assert _modules(program) == [True]
