"""The project's own .venv: made once from the lock file, known by its stamp, mended when it was left half made."""

import hashlib
import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path

import debian
from refusal import Refusal

LOCK = "packaging/requirements-dev.lock"
STAMP = "tablebook-stamp"

# Each lock keeps the versions of the one before it, so that people get what was tested.
LOCKS = (
    ("requirements.lock", ()),
    ("requirements-dev.lock", ("--extra", "dev", "--constraints", "packaging/requirements.lock")),
    ("requirements-program.lock", ("--extra", "program", "--constraints", "packaging/requirements-dev.lock")),
)


class Venv:
    """A virtual environment by its folder; the same on every system."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.script("python")

    def script(self, name: str) -> Path:
        """The program `name` of this environment."""
        return self.bin / (f"{name}.exe" if os.name == "nt" else name)

    def call(self, *command: object, cwd: Path, extra_environment: "dict[str, str] | None" = None) -> int:
        """Run a command in the foreground and give back its exit code."""
        # A Python path from outside would put other packages before those of the lock.
        surroundings = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
        words = [str(word) for word in command]
        return subprocess.run(words, cwd=cwd, env={**surroundings, **(extra_environment or {})}, check=False).returncode


def prepare(venv: Venv, root: Path) -> None:
    """Make sure that `venv` holds what the lock says and the project itself. Quick when nothing has changed."""
    stamp, wanted = venv.folder / STAMP, fingerprint(root)
    if stamp.is_file() and venv.python.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    if not works(venv):
        create(venv)
    install_locked(venv, root / LOCK, root)
    _step("Installing Tablebook itself", venv, root, "--no-deps", "--no-build-isolation", "--editable", str(root))
    stamp.write_text(wanted, encoding="utf-8")


def fingerprint(root: Path) -> str:
    """Changes with the lock, the project's settings, and where the tree stands (an editable install keeps its path)."""
    parts = [(root / LOCK).read_bytes(), (root / "pyproject.toml").read_bytes(), str(root).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def works(venv: Venv) -> bool:
    """Whether its Python starts, is new enough and has pip: an interrupted set-up leaves one that lacks something."""
    if not venv.python.exists():
        return False
    question = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([str(venv.python), "-c", question], capture_output=True, check=False).returncode == 0


def create(venv: Venv) -> None:
    """Make an empty environment, with what Debian keeps in a package of its own."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        package = f"python3.{sys.version_info.minor}-venv"
        debian.install([package], why="Python's own tool for virtual environments is missing")
    print("Making .venv ...", flush=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(venv.folder)], capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        raise Refusal(f"The environment {venv.folder} could not be made:\n{(made.stderr or made.stdout).strip()}")


def install_locked(venv: Venv, lock: Path, root: Path) -> None:
    """Install exactly what `lock` names, each file checked against its hash, nothing built here."""
    options = ("--require-hashes", "--only-binary", ":all:", "--no-deps", "--requirement", str(lock))
    _step(f"Fetching the packages of {lock.name} (about 150 MB the first time)", venv, root, *options)


def install_wheel(venv: Venv, wheel: Path, root: Path) -> None:
    """Install a wheel that was just made over whatever stood there."""
    _step(f"Installing {wheel.name}", venv, root, "--no-deps", "--force-reinstall", str(wheel))


def _step(what: str, venv: Venv, root: Path, *options: str) -> None:
    print(f"{what} ...", end=" ", flush=True)
    began = time.monotonic()
    pip = [str(venv.python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *options]
    done = subprocess.run(pip, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    print(f"{time.monotonic() - began:.0f} s", flush=True)
    if done.returncode != 0:
        tail = "\n".join(done.stdout.strip().splitlines()[-8:])
        raise Refusal(f"pip stopped:\n{tail}\nIs there a network? Starting again goes on from here.")


def write_locks(uv: str, root: Path) -> int:
    """One file for every system and Python, with the hashes of all wheels, and with no address of any index."""
    for name, options in LOCKS:
        command = [uv, "pip", "compile", "--no-config", "--universal", "--generate-hashes", "--no-annotate", "--quiet"]
        command += ["--upgrade", "--custom-compile-command", "python3 packaging/dev.py lock"]
        command += ["pyproject.toml", *options, "--output-file", f"packaging/{name}"]
        done = subprocess.run(command, cwd=root, check=False)
        if done.returncode != 0:
            return done.returncode
    return 0
