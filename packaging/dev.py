#!/usr/bin/env python3
"""One command for everything around the source: python3 packaging/dev.py VERB

setup   make .venv with exactly the packages of the lock file, and find or install the system's libraries
run     open Tablebook on the sample negotiation (without a screen: make it and print its papers)
test    run the tests; further words go to pytest
bench   measure, and print the table of times
build   make the wheel, the source archive and, where it can be made, the one-folder program, in dist/
lock    choose package versions anew (needs uv)
"""

import os
import shutil
import sys
import time
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - said plainly, before anything below needs a newer Python
    sys.exit(f"Tablebook needs Python 3.11 or newer, and this is {sys.version.split()[0]}. Start it with a newer one.")

import building
import display
import environment
import system_libraries
from refusal import Refusal

ROOT = Path(__file__).resolve().parents[1]
VENV = environment.Venv(ROOT / ".venv")
MOST_PROCESSES = 4


def setup(arguments: list[str]) -> int:
    """Leave a .venv that can run and test, and say how to start."""
    _prepare()
    print(f"Ready. Start it with {VENV.script('tablebook').relative_to(ROOT)}")
    return 0


def run(arguments: list[str]) -> int:
    """Open the window on the sample, or on the book that is named."""
    _prepare()
    if display.present():
        return VENV.call(VENV.script("tablebook"), *(arguments or ["sample"]), cwd=ROOT)
    print("No window can open: there is no screen here. Making the sample negotiation and its papers.", flush=True)
    return display.show_without_screen(VENV, ROOT / "build" / "sample")


def test(arguments: list[str]) -> int:
    """Run pytest without a screen, in as many processes as the machine has cores for; a file's tests stay together.

    A process that dies ends the run with its test named: begun again, the rest could wait for it without an end.
    """
    _prepare()
    processes = str(min(os.cpu_count() or 1, MOST_PROCESSES))
    return _pytest("-n", processes, "--dist", "loadfile", "--max-worker-restart", "0", *arguments)


def bench(arguments: list[str]) -> int:
    """Run the measurements; they are no part of the tests."""
    _prepare()
    return _pytest("tests/benchmarks", *arguments)


def build(arguments: list[str]) -> int:
    """Make what is handed to people."""
    _prepare()
    return building.build(VENV, ROOT)


def lock(arguments: list[str]) -> int:
    """Write the lock files anew from pyproject.toml."""
    uv = shutil.which("uv", path=str(VENV.bin)) or shutil.which("uv")
    if uv is None:
        raise Refusal("The lock files are made by uv, which is not here. Install it with: pip install uv")
    return environment.write_locks(uv, ROOT)


def _prepare() -> None:
    began = time.monotonic()
    environment.prepare(VENV, ROOT)
    system_libraries.provide(VENV.folder, display.plugins())
    print(f"Set-up took {time.monotonic() - began:.1f} s.", flush=True)


def _pytest(*arguments: str) -> int:
    without_screen = {"QT_QPA_PLATFORM": "offscreen"}
    return VENV.call(VENV.python, "-m", "pytest", *arguments, cwd=ROOT, extra_environment=without_screen)


VERBS = {verb.__name__: verb for verb in (setup, run, test, bench, build, lock)}


def main(argv: list[str]) -> int:
    """Carry out one verb; everything that stops it is told in plain words."""
    if not argv or argv[0] not in VERBS:
        print(__doc__)
        return 0 if argv and argv[0] in ("-h", "--help", "help") else 2
    try:
        return VERBS[argv[0]](argv[1:])
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped. Starting again goes on from here.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
