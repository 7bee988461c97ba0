"""UK spelling folded to US spelling, so that house style is never a difference."""

from __future__ import annotations

import re
from functools import lru_cache

_RULES = (
    (re.compile(r"(?<=[a-z]{2})is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})ys(?=(?:e|es|ed|ing)$)"), "yz"),
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|ite|ites|ful|hood|ly|al)?$)"), "or"),
    (re.compile(r"(?<=[a-z])ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"(cent|theat|fib|lit|met)re(?=s?$)"), r"\1er"),
    (re.compile(r"(def|off|lic|pret)ence(?=s?$)"), r"\1ense"),
)
_WORDS = {
    "programme": "program", "programmes": "programs", "grey": "gray", "tyre": "tire", "tyres": "tires",
    "aeroplane": "airplane", "aluminium": "aluminum", "cheque": "check", "cheques": "checks", "sceptical": "skeptical",
    "towards": "toward", "whilst": "while", "amongst": "among", "manoeuvre": "maneuver", "paediatric": "pediatric",
    "anaesthetic": "anesthetic", "orthopaedic": "orthopedic", "haemorrhage": "hemorrhage", "judgement": "judgment",
    "travelled": "traveled", "storey": "story", "storeys": "stories", "kerb": "curb", "mum": "mom", "plough": "plow",
}  # fmt: skip


@lru_cache(maxsize=1 << 15)
def american(word: str) -> str:
    """The US form of a lower-case word; both spellings of a word get the same form, right or not."""
    if word in _WORDS:
        return _WORDS[word]
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word
