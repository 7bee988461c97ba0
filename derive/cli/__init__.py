"""The command line: one command a file; each parses, calls the pipeline, renders and exits."""

from derive.cli.main import main

__all__ = ["main"]
