"""What every test stands on: no screen needed, no folder of the person touched, and the shared data where it lies."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from tablebook.ui.garbage import collect_due
from tablebook.ui.imports import plain_imports

ROOT = Path(__file__).resolve().parents[1]

plain_imports()  # pytest-qt has loaded Qt by now
gc.disable()  # as in the running program: only in the thread of the window, and never while Qt is busy with it

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A wait ends as soon as what it waits for is there; only a failure takes this long. A busy machine may well take ten
# times as long as a quiet one, and no test is about that: times are measured in tests/benchmarks.
PATIENCE_MS = 100_000
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed, QtBot.waitActive):
    wait.__kwdefaults__["timeout"] = PATIENCE_MS


def pytest_runtest_logfinish() -> None:
    """Between two tests nothing of the window is being worked on."""
    collect_due()


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the source tree."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real contracts and papers that lie beside the repository and are not part of it."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"The shared data are not here: {folder}")
    return folder


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    """The sample as it ships: its contract, its story, its papers."""
    return ROOT / "resources" / "sample"


@pytest.fixture(autouse=True, scope="session")
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Preferences, books and reports of a test run go to a folder of its own, also from the processes it starts."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TABLEBOOK_HOME", str(home / "tablebook"))
        for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            patch.setenv(name, str(home))
        yield


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Empty folders for one test that looks at what lies in them."""
    monkeypatch.setenv("TABLEBOOK_HOME", str(tmp_path / "tablebook"))
    return tmp_path / "tablebook"


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The sample's book told up to a moment, made once for all tests that ask for it."""
    from tablebook.jobs.sample import load_story, make_sample, story_time

    folder = tmp_path_factory.mktemp("told")
    made: dict[str, Path] = {}

    def at(moment: str) -> Path:
        if moment not in made:
            made[moment] = folder / f"{len(made)}.tablebook"
            make_sample(made[moment], story_time(moment, load_story())).close()
        return made[moment]

    return at
