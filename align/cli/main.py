"""The group of commands; each command is imported when it runs, so that ``align --help`` answers at once."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence

import click

from align._exceptions import AlignError
from align._version import __version__

# Name → module and one line of help; the module holds a click command ``command``.
COMMANDS = {
    "diff": ("align.cli.diff", "Compare reports: what each added, left out or changed."),
    "models": ("align.cli.models", "Show the models that are built in or installed."),
    "pair": ("align.cli.pair", "Link the statements of two texts."),
    "score": ("align.cli.score", "Measure links, findings and translations against gold."),
    "translate": ("align.cli.translate", "Translate text into English."),
}


class Commands(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, sorted."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import the command of that name."""
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_line) for name, (_, help_line) in sorted(COMMANDS.items())])


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="align")
def group() -> None:
    """Translate, align and compare versions of one text in different languages.

    A dash stands for standard input or output. Data goes to standard output, everything else to standard
    error. Exit codes: 0 fine, 1 failed (or, with --exit-code, differences found), 2 wrong usage.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; errors raised on purpose end it with their message and exit code.

    A reader of the output that goes away is click's to handle: it ends the program quietly.
    """
    try:
        group.main(args=arguments, prog_name="align", standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("align: interrupted", err=True)
        sys.exit(130)
    except AlignError as error:
        click.echo(f"align: {error}", err=True)
        sys.exit(error.exit_code)
