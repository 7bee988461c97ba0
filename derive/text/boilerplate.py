"""Lines that are no part of the story: credits, copyright, calls to subscribe, notes of what a version corrects."""

from __future__ import annotations

import re

_BOILERPLATE = re.compile(
    r"[(\[]?(?:(?:additional |further )?(?:reporting|editing|writing|graphics?|compiled) (?:and \w+ )?by\b"
    r"|(?:©|copyright\b|\(c\) )|all rights reserved|sign up (?:for|to)\b|subscribe (?:to|now)\b|read more:"
    r"|follow us\b|click here\b|associated press writers?\b"
    # a note of a correction names the wrong figure beside the right one, and bears out neither
    r"|(?<=[(\[])(?:corrects|clarifies|recasts|refiles|fixes|amends|updates|adds|removes|repeats|restores|deletes)\b"
    r"|(?:correction|clarification|editor['’]s note): |an earlier version of th(?:is|e) (?:story|article|report)\b"
    r"|this (?:story|article|report|version|dispatch) (?:(?:has been|was|is being)"
    r" (?:corrected|updated|amended|revised|clarified)|corrects|clarifies)\b)",
    re.IGNORECASE,
)


def is_boilerplate(sentence: str) -> bool:
    """Whether a sentence is a credit or service line and no part of the story."""
    return len(sentence) < 400 and _BOILERPLATE.match(sentence) is not None
