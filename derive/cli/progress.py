"""A progress bar on stderr, where a terminal is looking."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Step = Callable[[int, int, int], None]
"""Told how much is done by now, of how much (0: not known), and how many articles that makes."""


@contextmanager
def bar(what: str, *, quiet: bool) -> Iterator[Step]:
    """A bar with rate and time to go; nothing where stderr is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda done, total, articles: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[articles]:,} articles, {task.fields[rate]:,.0f}/s"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None, articles=0, rate=0.0)

        def step(done: int, total: int, articles: int) -> None:
            elapsed = progress.tasks[0].elapsed or 1e-9
            progress.update(task, completed=done, total=total or None, articles=articles, rate=articles / elapsed)

        yield step
