"""What the service does in a thread of its own: the pipeline's functions, with the settings' rules and waivers."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from derive import pipeline, report
from derive.archive import Archive, MemoryArchive, open_archive
from derive.errors import ArchiveError, UsageError
from derive.model import Article
from derive.render import Look, render
from derive.render.json import as_data
from derive.report import Report
from derive.service.offsets import measured, utf16
from derive.service.shapes import Check, Compare, Offsets, named
from derive.service.validation import validation
from derive.settings import Settings, load_waivers, rules_for, weighed

Answer = TypeVar("Answer")


class Work:
    """The settings, and the archive as each thread opened it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._home = threading.local()

    @property
    def has_archive(self) -> bool:
        """Whether an archive is configured."""
        return bool(self._settings["archive"])

    def with_archive(self, use: Callable[[Archive], Answer]) -> Answer:
        """Use this thread's archive. After an error it is opened anew: the file may have been replaced."""
        if not self.has_archive:
            raise UsageError("this service has no archive: send `against`, or start it with --archive")
        if getattr(self._home, "archive", None) is None:
            self._home.archive = open_archive(self._settings["archive"])
        try:
            return use(self._home.archive)
        except ArchiveError:
            self._home.archive.close()
            self._home.archive = None
            raise

    def compare(self, request: Compare) -> Report:
        """Raises InputError."""
        sources, rewrite = named(request.sources, request.rewrite)
        rules = rules_for(rewrite, self._settings)
        return self._signed(pipeline.compare(sources, rewrite, self._settings.recipe, rules.checks))

    def check(self, request: Check) -> Report:
        """Raises InputError; UsageError without an archive; ArchiveError."""
        sources, draft = named(request.against or [], request.draft)
        if request.against is not None:
            return self._checked(draft, MemoryArchive(sources), request)
        return self.with_archive(lambda archive: self._checked(draft, archive, request))

    def _checked(self, draft: Article, index: Archive, request: Check) -> Report:
        outlets = request.exclude_outlets
        scope = pipeline.Scope(
            request.since,
            request.until,
            tuple(self._settings["exclude-outlets"] if outlets is None else outlets),
            request.max_sources or self._settings["max-sources"],
            request.by,
        )
        rules = rules_for(draft, self._settings)
        checked = pipeline.check(draft, index, scope, self._settings.recipe, rules.checks, rules.gate)
        fingerprint = self._settings.recipe.fingerprint()
        return self._signed(report.merge(fingerprint, [(checked.examined, checked.articles)]))

    def _signed(self, made: Report) -> Report:
        waivers = load_waivers(self._settings["waivers"], dt.date.today())
        return waivers.apply(weighed(made, self._settings))


def as_json(made: Report, offsets: Offsets, *, text: bool) -> bytes:
    """The report's JSON in the wanted offsets."""
    data = as_data(made, with_text=text)
    if offsets is Offsets.UTF16:
        data = measured(data, {entry.article.id: utf16(entry.article.text) for entry in made.articles})
    return encoded(data)


def as_validation(made: Report, offsets: Offsets) -> bytes:
    """The draft's errors and warnings in the wanted offsets."""
    text = made.article(made.examined[0].article).article.text
    return encoded(validation(made, utf16(text) if offsets is Offsets.UTF16 else lambda offset: offset))


def as_page(made: Report) -> bytes:
    """The editor's view."""
    return render(made, "html", Look()).encode("utf-8", "replace")


def encoded(data: Any) -> bytes:
    """JSON in UTF-8."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
