"""A word of a quotation changed, and narration put into quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.mutations.edit import Edit, Edits
from benchmarks.mutations.subject import Subject

# Words that change places without breaking the sentence.
_PAIRS = """good/bad great/poor more/less many/few all/some always/often never/rarely will/may can/could must/should
people/workers important/serious very/rather know/believe think/know want/need help/support need/want better/worse
best/worst strong/weak big/small new/old today/tomorrow happy/proud safe/healthy right/fair first/last long/short
country/city government/council world/region children/families women/people men/people year/month years/months
day/week days/weeks time/week work/effort money/support life/future high/low early/late possible/likely
difficult/complex clear/likely everyone/somebody everything/something nothing/little still/now before/after
against/for with/without police/soldiers law/plan case/claim team/side game/season start/finish made/found
seen/heard said/promised told/asked took/brought came/went found/lost feel/hope hope/expect believe/suspect
understand/accept change/reform problem/question problems/questions decision/proposal situation/crisis really/almost
simply/clearly back/down public/private free/fair national/local whole/entire same/other next/last""".split()
_SWAP = {one: other for pair in _PAIRS for one, other in [pair.split("/")]}
_WORD = re.compile(r"(?<![\w’'-])[a-z]+(?![\w’'-])")
_REPORTED = re.compile(
    r"\b(?:said|says|added|stated|announced|argued|warned) (?:that )?((?:he|she|they|it|the|there|this|these|his|her"
    r"|its|their) [^\n\"“”‘’(),;:.]{30,140})(?=\.\s|\.$)"
)
_NARRATED = re.compile(r"(?<=[a-z] )((?:a|an|the|his|her|their) [a-z]+ [a-z]+ (?:[a-z]+ ){2,8}[a-z]+)(?=[.,]\s)")


def word(subject: Subject, rng: Random) -> Iterator[Edits]:
    """One word of a quotation of six or more gives way to another that fits as well."""
    for start, end in subject.quotes:
        inside = subject.text[start:end]
        if start >= subject.body and len(inside.split()) >= 6:
            for one in _WORD.finditer(inside):
                if one[0] in _SWAP:
                    yield (Edit(start + one.start(), start + one.end(), _SWAP[one[0]]),)


def marks(subject: Subject, rng: Random) -> Iterator[Edits]:
    """Reported speech, or a stretch of narration, as if somebody had said it in these words."""
    opening, closing = "“”" if "“" in subject.text else '""'
    said = " ".join(
        re.findall(r"\w+", " ".join(re.findall(r"“[^”]*”|\"[^\"\n]*\"|‘[^\n]*?’(?!\w)", subject.source.text)))
    )
    for pattern in (_REPORTED, _NARRATED):
        for one in subject.finds(pattern):
            words = " ".join(re.findall(r"\w+", one[1]))
            if len(words.split()) >= 6 and words not in said:
                yield Edit(one.start(1), one.start(1), opening), Edit(one.end(1), one.end(1), closing)
