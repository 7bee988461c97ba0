"""One mutated text against its original: what is newly found, and whether that is what was planted."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from random import Random

from msgspec.structs import replace

from benchmarks.mutations.edit import Edits, Plant, Restyle, applied, places, shifted
from benchmarks.mutations.subject import Population, Subject
from benchmarks.scoring import FAMILIES
from derive.facts import Reading
from derive.model import Article, Finding, Severity
from derive.pipeline import examine, reading
from derive.recipe import DEFAULT

_RECIPE = replace(DEFAULT, relate=DEFAULT.claimed)  # as `derive compare` does
_LOOSE = ("who", "hedge", "negation")  # may point at any words of the sentence


@dataclass(frozen=True, slots=True)
class Case:
    """One change of one text, planned. `family` is None for a restyle."""

    kind: str
    family: str | None
    edits: Edits


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a case. `others` are new findings that are not the plant's."""

    population: Population
    case: Case
    article: str
    before: str
    after: str
    found: tuple[str, ...]
    others: tuple[str, ...]


def planned(kinds: list[Plant | Restyle], subjects: list[Subject], seed: int, cases: int) -> dict[Subject, list[Case]]:
    """So many cases of each kind and population, one an article before two."""
    plan: dict[int, list[Case]] = {}
    for population in Population:
        mine = [number for number, one in enumerate(subjects) if one.population is population]
        Random(seed).shuffle(mine)
        for kind in kinds:
            found: list[tuple[int, int, Edits]] = []
            full = 0
            for order, number in enumerate(mine):
                rng = Random(f"{seed}:{kind.kind}:{subjects[number].article.id}")
                options = list(kind.run(subjects[number], rng))
                rng.shuffle(options)
                found += [(rank, order, edits) for rank, edits in enumerate(options[:cases])]
                full += bool(options)
                if full >= cases:
                    break
            for _, order, edits in sorted(found)[:cases]:
                family = kind.family if isinstance(kind, Plant) else None
                plan.setdefault(mine[order], []).append(Case(kind.kind, family, edits))
    return {subjects[number]: plan[number] for number in sorted(plan)}


def outcomes(plan: dict[Subject, list[Case]], workers: int) -> Iterator[Outcome]:
    """All cases, in the plan's order."""
    with ProcessPoolExecutor(workers) as pool:
        for some in pool.map(_run, plan.keys(), plan.values(), chunksize=4):
            yield from some


def _run(subject: Subject, cases: list[Case]) -> list[Outcome]:
    source = reading(subject.source)
    before = _loud(source, subject.article)
    done = (_outcome(subject, source, before, case) for case in cases)
    return [one for one in done if one is not None]


def _outcome(subject: Subject, source: Reading, before: list[Finding], case: Case) -> Outcome | None:
    text = applied(subject.text, case.edits)
    where = list(places(text, case.edits))
    old = [(one.check, *_moved(one, case.edits)) for one in before]
    if case.family and any(start < b and a < end for _, start, end in old for a, b in where):
        return None  # something is flagged there anyway: what is found would prove nothing
    changed = Subject(subject.population, subject.source, replace(subject.article, text=text))
    new = [
        one
        for one in _loud(source, changed.article)
        if not any(one.check == check and _ends(one)[0] < end and start < _ends(one)[1] for check, start, end in old)
    ]
    right = [one for one in new if case.family and _is_it(changed, one, case.family, where)]
    edit, (start, end) = case.edits[0], where[0]
    return Outcome(
        subject.population,
        case,
        subject.article.id,
        subject.text[max(0, edit.start - 60) : edit.end + 40].replace("\n", " "),
        text[max(0, start - 60) : end + 40].replace("\n", " "),
        tuple(one.check for one in right),
        tuple(f"{one.check}: {one.message}" for one in new if one not in right),
    )


def _is_it(subject: Subject, finding: Finding, family: str, where: list[tuple[int, int]]) -> bool:
    """Whether a finding is of the family and on the plant, or in its sentence where the family points loosely."""
    if FAMILIES.get(finding.check) != family:
        return False
    start, end = _ends(finding)
    if family == "quote":
        where = [(where[0][0], where[-1][1])]  # from mark to mark
    if family in _LOOSE:
        where = [(subject.sentence(a)[0], subject.sentence(max(a, b - 1))[1]) for a, b in where]
    return any(start < b and a < end for a, b in where)


def _loud(source: Reading, article: Article) -> list[Finding]:
    return [one for one in examine([source], reading(article), _RECIPE).findings if one.severity is not Severity.NOTE]


def _moved(finding: Finding, edits: Edits) -> tuple[int, int]:
    start, end = _ends(finding)
    return shifted(start, edits), shifted(end, edits)


def _ends(finding: Finding) -> tuple[int, int]:
    return finding.rewrite_span.start, finding.rewrite_span.end
