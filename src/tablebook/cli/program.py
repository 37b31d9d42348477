"""The verbs put together, and the exit codes."""

from __future__ import annotations

from collections.abc import Callable

import typer
from typer.exceptions import TyperException

from tablebook.cli import (
    agree,
    answer,
    assemble,
    compare,
    defer,
    doctor,
    new,
    outline,
    packet,
    pass_,
    proof,
    read,
    ready,
    report,
    sample,
    status,
    verify,
    vote,
)
from tablebook.errors import UserError

BAD_INPUT = 2
STOPPED_BY_KEY = 130
"""What the library that reads the arguments makes of Ctrl+C."""


def program(open_window: Callable[[list[str]], int]) -> typer.Typer:
    """The command line with all its verbs."""
    app = typer.Typer(
        name="tablebook", help="One negotiation, one bargaining book, no network.", add_completion=False,
        no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None,
    )  # fmt: skip
    app.command("sample")(sample.verb(open_window))
    app.command("outline")(outline.outline)
    app.command("read")(read.read)
    app.command("compare")(compare.compare)
    app.command("new")(new.new)
    app.command("pass")(pass_.pass_)
    app.command("agree")(agree.agree)
    app.command("defer")(defer.defer)
    app.command("status")(status.status)
    app.command("packet")(packet.packet)
    app.command("report")(report.report)
    app.command("assemble")(assemble.assemble)
    app.command("proof")(proof.proof)
    app.command("ready")(ready.ready)
    app.command("settle")(ready.settle)
    app.add_typer(vote.program(), name="vote")
    app.command("verify")(verify.verify)
    app.command("doctor")(doctor.doctor)
    return app


def run(arguments: list[str], open_window: Callable[[list[str]], int]) -> int:
    """One verb, start to end. A UserError is one plain sentence on standard error; nothing shows a traceback."""
    answer.use_utf8()
    try:
        code = program(open_window)(arguments, standalone_mode=False, prog_name="tablebook")
        if code == STOPPED_BY_KEY:
            raise KeyboardInterrupt
        answer.said()
    except UserError as error:
        answer.tell(str(error))
        return BAD_INPUT
    except TyperException as error:
        message = getattr(error, "format_message", error.__str__)()
        answer.tell(f"{message} Type “tablebook --help” for what there is.")
        return BAD_INPUT
    except (typer.Abort, KeyboardInterrupt):
        answer.tell("Stopped. Nothing was left half-written.")
        return BAD_INPUT
    return code if isinstance(code, int) else 0
