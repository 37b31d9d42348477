"""What is handed to people: the wheel, the source archive, and the program in one folder that needs no Python."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

import debian
import environment
import system_libraries
from refusal import Refusal

LOCK = "packaging/requirements-program.lock"
CHECKS = (
    ("--version",),
    ("sample", "--to", "sample.tablebook"),
    *(("report", kind, "sample.tablebook", "-o", f"{kind}.pdf") for kind in ("ta-summary", "packet")),
    *(("report", kind, "sample.tablebook", "--article", "9", "-o", f"{kind}.pdf") for kind in ("ta-sheet", "redline")),
    ("assemble", "sample.tablebook", "-o", "agreement.docx"),
    ("proof", "sample.tablebook", "agreement.docx"),
    ("proof", "sample.tablebook", "ta-sheet.pdf"),
    ("verify", "sample.tablebook"),
    ("doctor",),
)
"""What the frozen program must do to count; each takes about a second."""


def build(venv: environment.Venv, root: Path) -> int:
    """Make all that can be made here into dist/, and say what could not and why."""
    dist = root / "dist"
    for old in dist.glob("tablebook-*"):
        old.unlink()
    code = venv.call(venv.python, "-m", "build", "--no-isolation", "--outdir", dist, cwd=root)
    if code != 0:
        return code
    wheel = next(iter(dist.glob("*.whl")))
    try:
        program = make_program(wheel, root)
    except Refusal as refusal:
        print(f"The one-folder program was not made. {refusal}")
    else:
        print(f"The program is in {program.relative_to(root)}")
    return 0


def make_program(wheel: Path, root: Path) -> Path:
    """Freeze the wheel with its locked packages, and nothing that only developers use; it must start to count."""
    _provide_what_freezing_needs()
    builder = environment.Venv(root / "build" / "program-venv")
    if not environment.works(builder):
        environment.create(builder)
    environment.install_locked(builder, root / LOCK, root)
    environment.install_wheel(builder, wheel, root)
    # The folder takes the libraries of a window along, also when it is made where no window can open.
    system_libraries.provide(builder.folder, ("wayland", "xcb"))
    spec, work = root / "packaging" / "tablebook.spec", root / "build" / "pyinstaller"
    options = ("--noconfirm", "--log-level", "ERROR", "--distpath", root / "dist", "--workpath", work)
    if builder.call(builder.python, "-m", "PyInstaller", *options, spec, cwd=root) != 0:
        raise Refusal("PyInstaller stopped; what it said stands above.")
    program = root / "dist" / "tablebook" / ("tablebook.exe" if sys.platform == "win32" else "tablebook")
    _does_its_work(program)
    return program


def _does_its_work(program: Path) -> None:
    """What is frozen may lack what is imported late: the program makes the sample, its papers and its agreement, reads
    that again in its child process, and proves it. Refusal with what it said where it does not."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "TABLEBOOK_HOME": str(Path(folder) / "home")}
        for arguments in CHECKS:
            answer = subprocess.run(
                [str(program), *arguments], capture_output=True, text=True, check=False, cwd=folder, env=environ
            )
            if answer.returncode != 0:
                raise Refusal(f"It was made, but does not do “{' '.join(arguments)}”:\n{answer.stderr}")


def _provide_what_freezing_needs() -> None:
    if not sys.platform.startswith("linux"):
        return
    if not sysconfig.get_config_var("Py_ENABLE_SHARED"):
        raise Refusal("This Python was built without its shared library, which PyInstaller needs; Debian's own has it.")
    wanted = [] if shutil.which("objdump") else ["binutils"]
    library = Path(sysconfig.get_config_var("LIBDIR") or "/usr/lib")
    if not any(library.rglob(str(sysconfig.get_config_var("INSTSONAME")))):
        wanted.append(f"libpython3.{sys.version_info.minor}")
    if wanted:
        debian.install(wanted, why="Freezing the program needs tools that are not here")
