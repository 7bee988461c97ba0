"""The `derive` command: a group whose commands are imported when they are used, so that `--help` feels instant."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from derive import __version__
from derive.cli.exits import Exit
from derive.errors import DeriveError

# name -> (one line for --help); the module is derive.cli.<name>, its click command is called `command`.
COMMANDS = {
    "compare": "Hold a rewrite against its originals and list every fact that changed.",
    "check": "Find the sources of a draft and hold it against them, before publication.",
    "scan": "Find all derivations in a corpus, as families.",
    "archive": "Keep articles with their sketches, to find the sources of a draft.",
    "serve": "Answer over HTTP, with a web page to try it.",
    "waive": "Sign a finding off, with a reason and a name.",
    "config": "Print every setting and where its value comes from.",
    "explain": "Say what a check means, when it fires and when it stays silent.",
    "schema": "Print the JSON Schema of the report.",
}


class Commands(click.Group):
    """A group that knows its commands' names and summaries without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"derive.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands, from the summaries."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="derive", message="%(prog)s %(version)s")
def root() -> None:
    """Which article was derived from which, and every fact that changed on the way.

    Exit codes: 0 nothing at or above the fail level, 1 findings, 2 usage, unreadable input or internal error,
    130 interrupted.
    """


def fail(message: str) -> NoReturn:
    """One line on stderr, exit code 2."""
    click.echo(f"derive: {printable(message)}", err=True)
    sys.exit(Exit.BROKEN)


def printable(text: str) -> str:
    """Text from outside on one line, with control and bidirectional characters made visible."""
    return "".join(one if one.isprintable() else repr(one)[1:-1] for one in text)


def main() -> NoReturn:
    """Run the command line and exit by the contract."""
    gc.set_threshold(50_000)  # most of what a run makes lives to its end: looking for garbage costs 4 to 10 % of it
    try:
        code = root.main(prog_name="derive", standalone_mode=False)
        sys.stdout.flush()
        gc.freeze()  # what is left goes with the process: to look through it once more takes a tenth of a comparison
        sys.exit(code if isinstance(code, int) else Exit.CLEAN)
    except click.ClickException as error:
        where = f" (see '{error.ctx.command_path} --help')" if isinstance(error, click.UsageError) and error.ctx else ""
        fail(error.format_message() + where)
    except (click.Abort, KeyboardInterrupt):
        click.echo("derive: interrupted", err=True)
        sys.exit(Exit.INTERRUPTED)
    except BrokenPipeError:
        # The reader has seen enough. Point stdout elsewhere, so that the interpreter's last flush stays quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(Exit.CLEAN)
    except DeriveError as error:
        fail(str(error))
    except Exception as error:
        if os.environ.get("DERIVE_DEBUG"):
            raise
        fail(f"internal error: {type(error).__name__}: {error} (DERIVE_DEBUG=1 shows where)")
