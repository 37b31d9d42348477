"""The start: straight to the window, or to the command line. Nothing heavy is imported before that is known."""

from __future__ import annotations

import re
import sys

from tablebook import __version__

_VERB_OR_OPTION = re.compile(r"-.*|[a-z][a-z-]*")


def main(argv: list[str] | None = None) -> int:
    """`tablebook` and `tablebook BOOK` open the window; a verb or an option goes to the command line."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments == ["--version"]:
        print(f"Tablebook {__version__}")  # noqa: T201 - this is the answer
        return 0
    if arguments[:1] == ["__worker__"]:
        # The program started by itself to read somebody else's file apart from the window.
        from tablebook.documents import worker

        return worker.main()
    if wants_window(arguments):
        return open_window(arguments)
    from tablebook import cli

    return cli.main(arguments, open_window)


def wants_window(arguments: list[str]) -> bool:
    """A bare lower-case word is a verb, also a mistyped one; a book has a suffix or a folder in its name."""
    return not arguments or not _VERB_OR_OPTION.fullmatch(arguments[0])


def open_window(arguments: list[str]) -> int:
    """Open the window on the book named first in `arguments`, or on the welcome page."""
    from tablebook import app

    return app.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
