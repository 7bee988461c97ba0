"""Everything derive raises on purpose. Each message is one line and names the thing at fault.

DeriveError
├── UsageError          the command or configuration asks for something that makes no sense
├── InputError          a file or record cannot be read as an article
└── ArchiveError        an archive cannot be opened, read or written
    └── RecipeMismatch  the archive was built by another sketch recipe or format version
"""


class DeriveError(Exception):
    """The root: the command line turns it into one line on stderr and exit code 2."""


class UsageError(DeriveError):
    """Bad options, bad configuration."""


class InputError(DeriveError):
    """An input that cannot be examined."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class ArchiveError(DeriveError):
    """An archive that cannot be used."""


class RecipeMismatch(ArchiveError):
    """An archive whose sketches cannot be compared with ours; `derive archive rebuild` makes them anew."""
