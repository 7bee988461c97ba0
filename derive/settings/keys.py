"""The keys of `derive.toml`, each with its type, default and meaning. The JSON Schema and the checks come from here."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from derive.checks import CHECKS, GATE_CHECKS

CHECK_IDS = tuple(check.id for check in (*CHECKS, *GATE_CHECKS))
SEVERITIES = ("error", "warning", "note")


class Key(Struct, frozen=True):
    """A key: its JSON Schema, its default, one sentence on it."""

    name: str
    schema: dict[str, Any]
    default: object
    summary: str


_CHECKS = {"type": "array", "items": {"enum": list(CHECK_IDS)}}
_SEVERITY = {
    "type": "object",
    "propertyNames": {"enum": list(CHECK_IDS)},
    "additionalProperties": {"enum": list(SEVERITIES)},
}
_RULES = {
    "type": "object",
    "properties": {"select": _CHECKS, "ignore": _CHECKS, "severity": _SEVERITY},
    "additionalProperties": False,
}

KEYS: tuple[Key, ...] = (
    Key("archive", {"type": "string"}, None, "The archive that `check` looks for sources in."),
    Key("fail-on", {"enum": [*SEVERITIES, "never"]}, None, "The lightest severity that makes the exit code 1."),
    Key("exclude-outlets", {"type": "array", "items": {"type": "string"}}, (), "Outlets that are never a source."),
    Key("max-sources", {"type": "integer", "minimum": 1}, 3, "The most sources that a draft is held against."),
    Key("max-bytes", {"type": "integer", "minimum": 1}, 5_000_000, "The largest article that is read."),
    Key("waivers", {"type": "string"}, "derive-waivers.toml", "The file of waivers."),
    Key("select", _CHECKS, CHECK_IDS, "The checks that run."),
    Key("ignore", _CHECKS, (), "Checks that do not run."),
    Key("severity", _SEVERITY, {}, 'Another severity for a check: number = "warning".'),
    Key("outlets", {"type": "object", "additionalProperties": _RULES}, {}, "Rules for drafts of an outlet."),
    Key("paths", {"type": "object", "additionalProperties": _RULES}, {}, "Rules for drafts whose path matches a glob."),
    Key(
        "thresholds",
        {
            "type": "object",
            "properties": {
                name: {"type": "number", "minimum": 0, "maximum": 1} for name in ("link", "partial", "direction")
            },
            "additionalProperties": False,
        },
        {},
        "Thresholds of the method: link (a pair of sentences), partial (a derivation), direction (decided).",
    ),
)


def schema() -> dict[str, Any]:
    """The JSON Schema of `derive.toml`, for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "derive.toml",
        "type": "object",
        "properties": {key.name: {**key.schema, "description": key.summary} for key in KEYS},
        "additionalProperties": False,
    }
