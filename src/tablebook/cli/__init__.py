"""The command line: the same jobs as the window's, for scripts. One module a verb."""

from __future__ import annotations

from collections.abc import Callable


def main(arguments: list[str], open_window: Callable[[list[str]], int]) -> int:
    """Run one verb and give its exit code: 0 done, 1 done and something was found, 2 bad input or usage."""
    from tablebook.cli.program import run

    return run(arguments, open_window)
