"""Lines that every story of an outlet carries: credits, copyright, calls to subscribe."""

from __future__ import annotations

import re

_BOILERPLATE = re.compile(
    r"\(?(?:(?:additional |further )?(?:reporting|editing|writing|graphics?|compiled) (?:and \w+ )?by\b"
    r"|(?:©|copyright\b|\(c\) )|all rights reserved|sign up (?:for|to)\b|subscribe (?:to|now)\b|read more:"
    r"|follow us\b|click here\b|associated press writers?\b)",
    re.IGNORECASE,
)


def is_boilerplate(sentence: str) -> bool:
    """Whether a sentence is a credit or service line and no part of the story."""
    return len(sentence) < 400 and _BOILERPLATE.match(sentence) is not None
