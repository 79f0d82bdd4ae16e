"""The command line."""

from align.cli.main import main

__all__ = ["main"]
