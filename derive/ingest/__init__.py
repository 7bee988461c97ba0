"""Ingest: files and streams become articles. One reader a format; what cannot be read is a `Skipped`."""

from derive.ingest.files import Limits, read, read_one

__all__ = ["Limits", "read", "read_one"]
