"""How a report leaves the program."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from msgspec import Struct

from derive.errors import UsageError
from derive.render import FOLDERS, FORMATS, Look, folder, render
from derive.report import Report


class Output(Struct, frozen=True):
    """Where the report goes: a format for stdout or a file, and further files of the same run."""

    format: str
    file: str | None
    further: tuple[tuple[str, str], ...]
    with_text: bool
    no_color: bool


def output(format_: str, file: str | None, further: tuple[str, ...], *, with_text: bool, no_color: bool) -> Output:
    """The options as a value. Raises UsageError for an unknown format or a file named twice."""
    pairs = []
    for entry in further:
        name, equals, target = entry.partition("=")
        if not equals or not target:
            raise UsageError(f"--output wants FORMAT=FILE, not '{entry}'")
        if name not in FORMATS:
            raise UsageError(f"--output: no format '{name}' (there are {', '.join(FORMATS)})")
        pairs.append((name, target))
    targets = [target for _, target in pairs] + ([file] if file else [])
    if len(set(targets)) != len(targets):
        raise UsageError("two outputs name the same file")
    return Output(format_, file, tuple(pairs), with_text, no_color)


def emit(report: Report, where: Output) -> None:
    """Write the report to every place that was asked for."""
    for name, target in where.further:
        _put(report, name, target, Look(with_text=where.with_text))
    if where.file:
        _put(report, where.format, where.file, Look(with_text=where.with_text))
    else:
        stdout = sys.stdout
        look = Look(
            with_text=where.with_text,
            color=stdout.isatty() and not where.no_color and not os.environ.get("NO_COLOR")
            and os.environ.get("TERM") != "dumb",
            width=shutil.get_terminal_size((80, 24)).columns if stdout.isatty() else 80,
        )  # fmt: skip
        stdout.buffer.write(render(report, where.format, look).encode("utf-8", "replace"))
        stdout.buffer.flush()


def is_folder(target: str) -> bool:
    """Whether an output goes into a folder: one that is there, or a name that ends with a slash."""
    return target.endswith(("/", os.sep)) or Path(target).is_dir()


def _put(report: Report, name: str, target: str, look: Look) -> None:
    if not is_folder(target):
        return write(Path(target), render(report, name, look))
    if name not in FOLDERS:
        raise UsageError(f"{target}: is a folder, and only {', '.join(FOLDERS)} can fill one")
    try:
        Path(target).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{target}: cannot be made ({error.strerror})") from None
    for file, text in folder(report, name):
        write(Path(target) / file, text)
    return None


def write(target: Path, text: str) -> None:
    """Write a file so that a reader sees the old or the new one, never half. Raises UsageError when it cannot."""
    import tempfile

    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent or Path(), prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(text.encode("utf-8", "replace"))
                stream.flush()
                os.fsync(stream.fileno())
            mask = os.umask(0)
            os.umask(mask)
            Path(temporary).chmod(0o666 & ~mask)
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(f"{target}: cannot be written ({error.strerror})") from None
