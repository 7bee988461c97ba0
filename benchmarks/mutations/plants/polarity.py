"""A statement turned into its opposite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.mutations.edit import Edit, Edits, of
from benchmarks.mutations.subject import Subject

_NEGATIVE = re.compile(
    r"\b(?:not|no|never|nor|neither|without|nobody|none|nothing|cannot|unless|den[iy]\w*|refus\w*|unable|fail\w*)\b|n[’']t\b",
    re.I,
)
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|has|have|had|will)"
    r"(?= (?:been|be|[a-z]{3,}ed|[a-z]{3,}en|found|made|held|told|won|lost|given)\b)"
    r"(?! (?:named|called|based|located|born|known|aged|married|opened|followed|been known|reported|need))"
)
_COUNT = re.compile(r" (?:been )?\d")
_NOT = re.compile(
    r"(?:(?<=\b(?:did|was|has|had) )|(?<=\b(?:were|will|have|does) ))not "
    r"(?!only|just|yet|until|all|every|enough|to\b|so\b)"
    r"|(?<=\bcan)not(?= [a-z])"
)
_PAIRS = """rose/fell increased/decreased increase/decrease approved/rejected accepted/rejected won/lost
convicted/acquitted confirmed/denied higher/lower supported/opposed supporters/opponents gained/lost
largest/smallest highest/lowest guilty/innocent arrested/convicted injured/killed proposed/approved
banned/allowed legal/illegal passed/rejected agreed/refused first/last longest/shortest success/failure""".split()
_OPPOSITE = {a: b for pair in _PAIRS for one, other in [pair.split("/")] for a, b in ((one, other),)}
_OPPOSITE |= {"fell": "rose", "decreased": "increased", "rejected": "approved", "lost": "won", "acquitted": "convicted",
              "denied": "confirmed", "lower": "higher", "opposed": "supported", "refused": "agreed"}  # fmt: skip
# Kept to what makes sense in any sentence: not "first aid", not "passed away", not "lost his life".
_KEEP = re.compile(
    r" (?:away|aid|lady|time|name|by a|through|life|lives|his|her|their|place"
    r"|contact|control|himself|claims|accusations|allegations)\b"
)
_ANTONYM = re.compile(rf"(?<![\w-])({'|'.join(one for one in _OPPOSITE if one not in ('first',))})(?![\w-])")
_ORDER = re.compile(r"(?<=\w )(after|before)(?= (?:the|a|an|being|leaving|taking)\b)")
_TO = re.compile(r"\b(?:agreed|refused)\b(?! to\b)|proposed (?:to|that)\b")


def inserted(subject: Subject, rng: Random) -> Iterator[Edits]:
    """A "not" that was not there, in a sentence without another negative."""
    for one in subject.finds(_AUXILIARY):
        if not _NEGATIVE.search(subject.around(one)) and not _COUNT.match(subject.text, one.end()):
            yield (Edit(one.end(), one.end(), " not"),)


def removed(subject: Subject, rng: Random) -> Iterator[Edits]:
    """A "not" gone."""
    for one in subject.finds(_NOT):
        if len(_NEGATIVE.findall(subject.around(one))) == 1:
            yield of(one, "")


def antonym(subject: Subject, rng: Random) -> Iterator[Edits]:
    """The opposite word, the next rung of a ladder, after for before."""
    for one in subject.finds(_ANTONYM):
        noun = subject.text[: one.start()].endswith("the ")
        twice = _OPPOSITE[one[1]] in subject.around(one)  # killed two and injured three
        if (
            not noun
            and not twice
            and not _KEEP.match(subject.text, one.end())
            and not _TO.match(subject.text, one.start())
        ):
            yield of(one, _OPPOSITE[one[1]])
    for one in subject.finds(_ORDER):
        if not re.search(
            r"(?:named|look|looks|looked|day|soon|shortly|until|comes?|came) $", subject.text[: one.start()][-12:]
        ):
            yield of(one, "before" if one[1] == "after" else "after")
