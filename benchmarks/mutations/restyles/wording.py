"""Quotation marks of another style, trimmed quotations, surnames, spelling, contractions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.mutations.edit import Edit, Edits, of
from benchmarks.mutations.plants.people import persons
from benchmarks.mutations.subject import Subject

_US_UK = """color/colour colors/colours labor/labour harbor/harbour neighbor/neighbour neighbors/neighbours
favor/favour honor/honour behavior/behaviour center/centre centers/centres theater/theatre meter/metre meters/metres
kilometers/kilometres liters/litres fiber/fibre defense/defence offense/offence license/licence traveled/travelled
traveling/travelling canceled/cancelled labeled/labelled program/programme programs/programmes gray/grey
tire/tyre tires/tyres plow/plough check/cheque analyze/analyse aluminum/aluminium jewelry/jewellery pediatric/paediatric
anesthetic/anaesthetic catalog/catalogue dialog/dialogue skillful/skilful fulfill/fulfil toward/towards
afterward/afterwards learned/learnt spokesperson/spokesperson judgment/judgement aging/ageing maneuver/manoeuvre
organization/organisation organizations/organisations organized/organised organizer/organiser organizers/organisers
recognized/recognised criticized/criticised criticize/criticise realized/realised apologized/apologised
authorized/authorised authorize/authorise emphasized/emphasised hospitalized/hospitalised characterized/characterised
civilization/civilisation privatization/privatisation mobilized/mobilised symbolize/symbolise utilized/utilised
finalized/finalised nationalized/nationalised legalize/legalise legalized/legalised specialized/specialised""".split()
_SPELLING = {a: b for pair in _US_UK for a, b in [pair.split("/"), pair.split("/")[::-1]] if a != b}
_SPELT = re.compile(rf"(?<![\w-])({'|'.join(sorted(_SPELLING, key=len, reverse=True))})(?![\w-])")
_AMBIGUOUS = set("check tire tires meter program programs license tyre".split())  # the other spelling means less
_STRAIGHT = re.compile(r'"([^"“”\n]+)"')
_CURLY = re.compile(r"“([^”\n]+)”")
_FULL_STOP = re.compile(r"(?<=[a-z]{3})[.!?] (?=[A-Z])")
_CONTRACTED = {
    "did not": "didn’t", "does not": "doesn’t", "was not": "wasn’t", "were not": "weren’t", "is not": "isn’t",
    "has not": "hasn’t", "had not": "hadn’t", "will not": "won’t", "cannot": "can’t", "would not": "wouldn’t",
}  # fmt: skip
_CONTRACTION = re.compile(rf"\b(?:{'|'.join(_CONTRACTED)})\b")


def curly(subject: Subject, rng: Random) -> Iterator[Edits]:
    """All marks curly, all straight, or the British single ones."""
    for pattern, forms in ((_STRAIGHT, (("“", "”"), ("‘", "’"))), (_CURLY, (('"', '"'), ("‘", "’"), ("«", "»")))):
        found = list(pattern.finditer(subject.text))
        if found and not any(set("'‘’") & set(one[1]) for one in found):
            opening, closing = rng.choice(forms)
            yield tuple(
                edit
                for one in found
                for edit in (
                    Edit(one.start(), one.start() + 1, opening),
                    Edit(one.end() - 1, one.end(), closing),
                )
            )


def apostrophe(subject: Subject, rng: Random) -> Iterator[Edits]:
    """All apostrophes in the other form."""
    for old, new in ("’'", "'’"):
        found = re.finditer(rf"(?<=[a-z]){old}(?=[a-z])", subject.text)
        if edits := tuple(Edit(*one.span(), new) for one in found):
            yield edits


def trimmed(subject: Subject, rng: Random) -> Iterator[Edits]:
    """A quotation that keeps its first sentences, or its last ones."""
    for start, end in subject.quotes:
        inside = subject.text[start:end]
        for one in _FULL_STOP.finditer(inside) if start >= subject.body and inside[-1] in '”"' else ():
            if one.start() > 25 and len(inside) - one.end() > 25:
                if rng.random() < 0.5:
                    yield (
                        (Edit(start + one.start() + 1, end - 1, ""),)
                        if inside[-2] in ".!?"
                        else (Edit(start + 1, start + one.end(), ""),)
                    )
                else:
                    yield (Edit(start + 1, start + one.end(), ""),)


def surname(subject: Subject, rng: Random) -> Iterator[Edits]:
    """A person by the surname alone, once the whole name has been told."""
    for name in persons(subject):
        first, _, last = name.partition(" ")
        if len(set(re.findall(rf"([A-Z][a-z]+) {last}\b", subject.text))) == 1:  # no two of one family
            for one in [*subject.finds(re.compile(rf"\b{first} (?={last}\b)"))][1:]:
                yield of(one, "")


def spelling(subject: Subject, rng: Random) -> Iterator[Edits]:
    """The other side's spelling, in quotations too."""
    for one in _SPELT.finditer(subject.text):
        if one[1] not in _AMBIGUOUS:
            yield of(one, _SPELLING[one[1]])


def contraction(subject: Subject, rng: Random) -> Iterator[Edits]:
    """Did not as didn't."""
    for one in subject.finds(_CONTRACTION):
        yield of(one, _CONTRACTED[one[0]])
