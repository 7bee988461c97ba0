"""Values against the table of keys, with one clear line and a suggestion for what is misspelt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from derive.errors import UsageError
from derive.settings.keys import Key

_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "array": list,
    "object": dict,
    "number": (int, float),
}


def validate(keys: Mapping[str, Key], name: str, value: Any, where: str) -> None:
    """Raise UsageError unless `name` is a key and `value` fits its schema."""
    if name not in keys:
        raise UsageError(f"{where}: unknown key '{name}'{suggestion(name, keys)}")
    _fits(value, keys[name].schema, f"{where}: {name}")


def suggestion(name: str, known: Iterable[str]) -> str:
    """A hint at the nearest known word, or nothing."""
    from rapidfuzz import process

    near = process.extractOne(name, list(known), score_cutoff=60)
    return f"; did you mean '{near[0]}'?" if near else ""


def _fits(value: Any, schema: Mapping[str, Any], where: str) -> None:
    """The part of JSON Schema that the keys use."""
    if "enum" in schema:
        if value not in schema["enum"]:
            hint = suggestion(str(value), map(str, schema["enum"]))
            raise UsageError(f"{where}: '{value}' is none of {', '.join(map(str, schema['enum']))}{hint}")
        return
    kind = schema["type"]
    right = isinstance(value, _TYPES[kind]) and not isinstance(value, bool)
    if not right:
        raise UsageError(f"{where}: a value of type {kind} is expected")
    if kind in ("integer", "number"):
        if value < schema.get("minimum", value) or value > schema.get("maximum", value):
            raise UsageError(f"{where}: {value} is out of range")
    elif kind == "array":
        for one in value:
            _fits(one, schema["items"], where)
    elif kind == "object":
        _object(value, schema, where)


def _object(value: Mapping[str, Any], schema: Mapping[str, Any], where: str) -> None:
    properties: Mapping[str, Any] = schema.get("properties", {})
    more = schema.get("additionalProperties", False)
    for name, one in value.items():
        if "propertyNames" in schema:
            _fits(name, schema["propertyNames"], where)
        if name in properties:
            _fits(one, properties[name], f"{where}.{name}")
        elif more:
            _fits(one, more, f"{where}.{name}")
        else:
            raise UsageError(f"{where}: unknown key '{name}'{suggestion(name, properties)}")
