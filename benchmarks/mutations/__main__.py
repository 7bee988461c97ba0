"""How many planted changes are found, and how many honest restylings are flagged.

python -m benchmarks.mutations [--cases N] [--seed S] [--only KIND] [--show] [--workers W]

N cases (100) of each kind on copies, and as many on faithful rewrites. JSON on standard output, a table on standard
error; --show adds every miss and every false alarm to the table.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from typing import Any

from benchmarks.mutations.measure import Outcome, outcomes, planned
from benchmarks.mutations.plants import PLANTS
from benchmarks.mutations.restyles import RESTYLES
from benchmarks.mutations.subject import Population, subjects

_STRICT = ("figure", "quote")
BARS = {Population.COPY: (0.97, 0.90), Population.FAITHFUL: (0.85, 0.75)}  # figures and quotes, the other families
RESTYLE_BAR = 0.01


def main() -> None:
    """Plan, run, count, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", metavar="KIND", help="kinds whose name holds this, or one family")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--workers", type=int, default=2)
    wanted = parser.parse_args()
    kinds = [
        one
        for one in (*PLANTS, *RESTYLES)
        if not wanted.only or wanted.only in one.kind or wanted.only == getattr(one, "family", "restyle")
    ]
    done = list(outcomes(planned(kinds, subjects(), wanted.seed, wanted.cases), wanted.workers))
    result = summary(done)
    if wanted.show:
        show(done)
    table(result)
    json.dump({"seed": wanted.seed, "cases": wanted.cases, **result}, sys.stdout, indent=1)
    print()


def summary(done: list[Outcome]) -> dict[str, Any]:
    """Counts by kind, shares by family, and the bars they are held to."""
    result: dict[str, Any] = {"plants": {}, "families": {}, "restyles": {}}
    for plant in PLANTS:
        if any(one.case.kind == plant.kind for one in done):
            result["plants"][plant.kind] = {
                population.value: _counted(
                    [one for one in done if one.case.kind == plant.kind and one.population is population]
                )
                for population in Population
            }
    for family in dict.fromkeys(plant.family for plant in PLANTS):
        for population in Population:
            mine = [one for one in done if one.case.family == family and one.population is population]
            if mine:
                bar = BARS[population][family not in _STRICT]
                share = round(sum(bool(one.found) for one in mine) / len(mine), 3)
                result["families"][f"{family}, {population.value}"] = {"found": share, "bar": bar, "met": share >= bar}
    for restyle in RESTYLES:
        mine = [one for one in done if one.case.kind == restyle.kind and one.case.family is None]
        if mine:
            result["restyles"][restyle.kind] = {
                population.value: {
                    "cases": sum(one.population is population for one in mine),
                    "false alarms": sum(len(one.others) for one in mine if one.population is population),
                }
                for population in Population
            }
    if restyled := [one for one in done if one.case.family is None]:
        share = round(sum(len(one.others) for one in restyled) / len(restyled), 4)
        result["restyle false alarms"] = {"share": share, "bar": RESTYLE_BAR, "met": share <= RESTYLE_BAR}
    return result


def _counted(done: list[Outcome]) -> dict[str, Any]:
    found = sum(bool(one.found) for one in done)
    return {
        "cases": len(done),
        "found": found,
        "share": round(found / len(done), 3) if done else None,
        "by check": dict(sorted(Counter(one.found[0] for one in done if one.found).items())),
        "other newly flagged": sum(len(one.others) for one in done),
        "missed, flagged otherwise": sum(bool(one.others) and not one.found for one in done),
    }


def table(result: dict[str, Any]) -> None:
    """The figures to look at."""
    out = sys.stderr
    print(f"{'planted':<18}{'copies':>14}{'other':>7}{'faithful':>14}{'other':>7}", file=out)
    for kind, each in result["plants"].items():
        cells = "".join(
            f"{one['found']:>5}/{one['cases']:<3}{one['share'] if one['share'] is not None else '-':>5}"
            f"{one['other newly flagged']:>7} "
            for one in each.values()
        )
        print(f"{kind:<18}{cells}", file=out)
    for name, one in result["families"].items():
        print(f"{name:<26}{one['found']:>6}  bar {one['bar']}  {'met' if one['met'] else 'MISSED'}", file=out)
    print(f"{'restyled':<20}{'copies':>10}{'faithful':>10}   false alarms of cases", file=out)
    for kind, each in result["restyles"].items():
        cells = "".join(f"{one['false alarms']:>6}/{one['cases']:<4}" for one in each.values())
        print(f"{kind:<20}{cells}", file=out)
    if "restyle false alarms" in result:
        print(f"restyle false alarms {result['restyle false alarms']}", file=out)


def show(done: list[Outcome]) -> None:
    """Every miss, every other finding, every false alarm."""
    for one in done:
        if one.others or (one.case.family and not one.found):
            state = "FALSE ALARM" if one.case.family is None else "found" if one.found else "MISSED"
            print(f"\n[{one.case.kind}, {one.population.value}, {one.article[:40]}] {state}", file=sys.stderr)
            print(f"  - {one.before}\n  + {one.after}", file=sys.stderr)
            for other in one.others:
                print(f"  ! {other}", file=sys.stderr)


if __name__ == "__main__":
    main()
