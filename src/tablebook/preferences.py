"""The choices of one person on one machine. Only what differs from the default is written; no word of a book is."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from tablebook import paths

FILE = "preferences.json"
MOST_RECENT = 8


class Setting(NamedTuple):
    """One choice. ``kind`` is "choice", "switch", "number" or "hidden" (kept, not offered in a dialog)."""

    key: str
    group: str
    label: str
    kind: str
    default: Any
    choices: tuple[tuple[Any, str], ...] = ()
    note: str = ""


SETTINGS: tuple[Setting, ...] = (
    Setting("theme", "Look", "Colours", "choice", "auto",
            (("auto", "As the system"), ("light", "Light"), ("dark", "Dark"))),
    Setting("text_scale", "Look", "Text size", "number", 1.0,
            ((0.9, "90 %"), (1.0, "100 %"), (1.1, "110 %"), (1.25, "125 %"), (1.5, "150 %"), (1.75, "175 %"),
             (2.0, "200 %"))),
    Setting("reduced_motion", "Look", "Reduce motion", "switch", False, note="The system's own setting counts too."),
    Setting("read_marks", "Reading aloud", "Read who wrote and who struck words", "switch", True),
    Setting("paper", "Print", "Paper", "choice", "letter", (("letter", "Letter"), ("a4", "A4"))),
    Setting("plain_marks", "Copying", "Marks in plain text, for e-mail", "choice", "capitals",
            (("capitals", "[struck] and NEW"), ("underscores", "[struck] and _new_"),
             ("words", "[struck: words] and [new: words]"))),
    Setting("author", "You", "Your name in corrections", "hidden", ""),
    Setting("recent", "Books", "Recent books", "hidden", ()),
    Setting("folder", "Papers", "Folder used last", "hidden", ""),
    Setting("panes", "Window", "Widths of the panes", "hidden", ()),
    Setting("window", "Window", "Place of the window", "hidden", ""),
)  # fmt: skip

_BY_KEY = {setting.key: setting for setting in SETTINGS}


class RecentBook(NamedTuple):
    """A book opened before: where it lies, and what was said of it when it was closed."""

    path: str
    title: str = ""
    place: str = ""
    opened: str = ""


class Preferences:
    """Reads the file once and writes it whole on every change. A file that cannot be read counts as empty, and a
    folder that cannot be written to costs only the memory of these choices."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or paths.preferences_folder()) / FILE
        self._values = _read(self._path)
        self._told: list[Callable[[str], None]] = []

    def __getitem__(self, key: str) -> Any:
        """The chosen value, or the default."""
        return self._values.get(key, _BY_KEY[key].default)

    def __setitem__(self, key: str, value: Any) -> None:
        """Choose; a value equal to the default is forgotten."""
        if self[key] == value:
            return
        if value == _BY_KEY[key].default:
            self._values.pop(key, None)
        else:
            self._values[key] = value
        _write(self._path, self._values)
        for tell in self._told:
            tell(key)

    def on_change(self, tell: Callable[[str], None]) -> None:
        """Call this with the key of every choice that changes."""
        self._told.append(tell)

    # Recent books

    def recent(self) -> tuple[RecentBook, ...]:
        """Books opened before, the last first."""
        return tuple(RecentBook(**kept) for kept in self["recent"] if _is_recent(kept))

    def remember(self, book: RecentBook) -> None:
        """Put a book at the head of the list."""
        others = [one for one in self.recent() if one.path != book.path]
        self["recent"] = [_plain(one) for one in (book, *others)][:MOST_RECENT]

    def forget(self, path: str) -> None:
        """Take a book out of the list; its file is not touched."""
        self["recent"] = [_plain(one) for one in self.recent() if one.path != path]


def _plain(book: RecentBook) -> dict[str, str]:
    return {"path": book.path, "title": book.title, "place": book.place, "opened": book.opened}


def _is_recent(kept: Any) -> bool:
    fields = {"path", "title", "place", "opened"}
    return isinstance(kept, dict) and "path" in kept and set(kept) <= fields


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {key: value for key, value in values.items() if _fits(key, value)} if isinstance(values, dict) else {}


def _fits(key: str, value: Any) -> bool:
    """Whether a stored value can be used: of a known setting, of its kind, and among its choices where it has any."""
    setting = _BY_KEY.get(key)
    if setting is None:
        return False
    if setting.choices:
        return value in [choice for choice, _ in setting.choices]
    return isinstance(value, (list, tuple) if isinstance(setting.default, tuple) else type(setting.default))


def _write(path: Path, values: dict[str, Any]) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(values, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")
        part.replace(path)
    except OSError:
        # A folder that cannot be written to must not stop anybody from bargaining.
        part.unlink(missing_ok=True) if part.parent.is_dir() else None
