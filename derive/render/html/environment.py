"""The templates, loaded once, and the one gate that every value passes on its way into a page."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from derive import __version__
from derive.render.safe import visible
from derive.render.view import BLANK, KINDS, SEVERITIES, byline, check_name, name, plural, reason, runs


def _gate(value: object) -> object:
    """Control and bidirectional characters become visible; markup of our own templates passes."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def environment() -> Environment:
    """The templates with autoescape; an undefined name is an error, not an empty string."""
    home = files("derive.render") / "templates"
    sources = {one.name: one.read_text(encoding="utf-8") for one in home.iterdir() if one.is_file()}
    made = Environment(
        loader=DictLoader(sources),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_gate,
        auto_reload=False,
    )
    style, script = sources["style.css"], sources["script.js"]
    made.globals.update(
        # Ours alone: neither the style nor the script ever holds a word of an article.
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
        version=__version__,
        blank=BLANK,
        severities=SEVERITIES,
        kinds=KINDS,
        byline=byline,
        check_name=check_name,
        name=name,
        plural=plural,
        reason=reason,
        runs=runs,
    )
    return made


def page(template: str, **context: Any) -> str:
    """A template filled in."""
    return environment().get_template(template).render(context)


def _policy(style: str, script: str) -> str:
    """Nothing may load or run but the one style and the one script, known by their hashes."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
