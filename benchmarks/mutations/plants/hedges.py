"""A hedge or a bound dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.mutations.edit import Edits, of
from benchmarks.mutations.subject import Subject

_NUMBER = (
    r"(?=[$£€]?\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|a hundred|half)\b)"
)
_BOUND = re.compile(
    r"(?<!no )\b(at least|at most|up to|no more than|as many as|nearly|almost|more than"
    rf"|less than|fewer than) {_NUMBER}"
)
_WORD = re.compile(r"\b(?:reportedly|allegedly|apparently|probably|possibly|purportedly|supposedly) (?=[a-z])")
_ALLEGED = re.compile(r"\b(?:alleged|suspected) (?=[a-z]+(?:er|or|ist|ster|ant|man|men|ers|ors|ists|ack|acks)\b)")
_MODAL = re.compile(
    r"\b(?:may|might)(?= (?:be|become|lead|cause|face|take|need|also|still|affect|want|[a-z]+e)\b)(?! have)"
)
_COULD = re.compile(r"\bcould(?= (?:be|become|lead|cause|face|take|mean|affect|result|lose|happen)\b)")
_EXPECTED = re.compile(r"\b(?:is|are) (?:likely|expected) to(?= [a-z])")
_PART = re.compile(r"\b([Ss]ome|[Mm]ost|[Mm]any) of (?=the|them|his|her|its|their)")


def bound(subject: Subject, rng: Random) -> Iterator[Edits]:
    """A figure without its bound."""
    for one in subject.finds(_BOUND):
        yield of(one, "")


def hedge(subject: Subject, rng: Random) -> Iterator[Edits]:
    """A possibility, an allegation, a plan as a fact; some as all."""
    for pattern, new in ((_WORD, ""), (_ALLEGED, ""), (_MODAL, "will"), (_COULD, "will"), (_EXPECTED, "will")):
        for one in subject.finds(pattern):
            yield of(one, new)
    for one in subject.finds(_PART):
        yield of(one, "All of " if one[1][0].isupper() else "all of ")
