"""Build `derive/text/data/frequencies.txt` from wordfreq's large English list (wordfreq 3.1.1, data CC BY-SA 4.0).

    python -m venv build/wordfreq && build/wordfreq/bin/pip install wordfreq==3.1.1 .
    build/wordfreq/bin/python tools/build_frequencies.py

wordfreq is a tool of this script only: derive ships the table and does not depend on the package.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from pathlib import Path

from wordfreq import get_frequency_dict

from derive.sketch.words import fold
from derive.text.words import forms

FLOOR = 26  # tenths of a Zipf; the 45,000 words above it are all that a reader of news would call known
TARGET = Path(__file__).parents[1] / "derive/text/data/frequencies.txt"
_PART = re.compile(r"[a-z]+")


def table() -> dict[str, float]:
    """Word -> share of running English. A word stands under its plain form and its form for matching."""
    shares: dict[str, float] = defaultdict(float)
    for word, share in get_frequency_dict("en", wordlist="large").items():
        plain = fold(word).strip()
        for form in sorted({*_PART.findall(plain), forms(word)[0]}):
            if _PART.fullmatch(form):
                shares[form] += share
    return shares


def main() -> None:
    """Write one line a word, in order: the word and its Zipf value in tenths."""
    tenths = {word: int((math.log10(share) + 9) * 10) for word, share in table().items()}
    lines = (f"{word} {tenths[word]}\n" for word in sorted(tenths) if tenths[word] >= FLOOR)
    TARGET.write_text("".join(lines), encoding="ascii", newline="\n")


if __name__ == "__main__":
    main()
