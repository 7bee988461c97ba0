"""The terminal report: the verdict, the findings with both wordings, then the pairs side by side.

Facts loud, rewording quiet. Nothing by colour alone: a changed word is [bracketed] with its badge as well.
"""

from __future__ import annotations

import io

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from derive.align.diff import Change
from derive.model import LinkKind, Role, Severity
from derive.render import Look
from derive.render.safe import one_line
from derive.render.view import Numbered, PairView, Piece, Row, name, plural, runs
from derive.report import Family, Report

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_HEADING = {Severity.ERROR: "Contradictions", Severity.WARNING: "Warnings", Severity.NOTE: "Notes"}


def render(report: Report, look: Look) -> str:
    """The report for a terminal of `look.width` columns."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=max(40, look.width),
        force_terminal=look.color,
        color_system="standard" if look.color else None,
        no_color=not look.color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for examined in report.examined:
        _examined(console, PairView(report, examined))
    for family in report.families:
        _family(console, family)
    if report.skipped:
        console.print(Text(f"Not examined: {plural(len(report.skipped), 'input')}", style="bold yellow"))
        for one in report.skipped:
            console.print(Padding(Text(f"{one_line(one.path)}: {one_line(one.reason)}"), (0, 0, 0, 2)))
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _examined(console: Console, view: PairView) -> None:
    console.print(Text(one_line(view.rewrite.article.id), style="bold"))
    console.print(Text(one_line(str(view.verdict))))
    for one in view.originals:
        relation = one.source.relation
        line = f"{one.letter} {name(one.entry.article)}: {relation.kind.value} ({relation.confidence:.0%})"
        if relation.direction.value != "undecided":
            line += f", {relation.direction.value} ({relation.direction_confidence:.0%})"
        console.print(Padding(Text(one_line(line), style="dim"), (0, 0, 0, 2)))
    console.print()
    for severity in Severity:
        group = [one for one in view.findings if one.finding.severity is severity]
        if group:
            console.print(Text(_HEADING[severity], style=_STYLE[severity]))
            for numbered in group:
                _card(console, numbered)
            console.print()
    _pairs(console, view)


def _card(console: Console, numbered: Numbered) -> None:
    finding = numbered.finding
    head = Text(f"[{numbered.number}] ", style=_STYLE[finding.severity])
    head.append(finding.check, style="bold")
    head.append(f"  {one_line(finding.message)}")
    if finding.waived:
        head.append(f"  (waived by {one_line(finding.waived.by)}: {one_line(finding.waived.reason)})", style="dim")
    head.append(f"  {finding.fingerprint}", style="dim")
    console.print(Padding(head, (0, 0, 0, 2)))


def _pairs(console: Console, view: PairView) -> None:
    if not view.originals:
        return
    table = Table(box=None, expand=True, padding=(0, 1), show_edge=False, pad_edge=False)
    table.add_column("", width=2, no_wrap=True)
    table.add_column("original", ratio=1, overflow="fold")
    table.add_column("rewrite", ratio=1, overflow="fold")
    for row in view.rows:
        if row.role is Role.BOILERPLATE:
            continue
        left = Text()
        for cell in row.sources:
            if len(view.originals) > 1:
                left.append(f"{cell.letter}: ", style="bold")
            _append(left, cell.pieces)
            left.append("\n" if cell is not row.sources[-1] else "")
        if not row.sources:
            left.append("(no counterpart in the original)" if row.role is Role.BODY else "", style="dim italic")
        right = Text()
        _append(right, row.rewrite)
        table.add_row(_sign(row), left, right)
        table.add_row("", "", "")
    console.print(Rule("original and rewrite, side by side", style="dim", characters="-"))
    console.print(table)
    left_out = sum(len(one.spans) for one in view.unused)
    if left_out:
        console.print(Text(f"{plural(left_out, 'sentence')} of the original left out.", style="dim"))
    console.print()


def _sign(row: Row) -> Text:
    if row.kind is None:
        return Text("?" if row.role is Role.BODY else "")
    return Text({LinkKind.VERBATIM: "=", LinkKind.CLOSE: "~", LinkKind.LOOSE: "≈"}[row.kind])


def _append(text: Text, pieces: tuple[Piece, ...]) -> None:
    for run in runs(pieces):
        if run.findings:
            lead = " " if run.text[:1].isspace() else ""
            tail = " " if run.text[-1:].isspace() else ""
            badge = ",".join(map(str, run.findings))
            text.append(lead)
            text.append(f"[{badge}: {one_line(run.text)}]", style="bold reverse")
            text.append(tail)
            continue
        for piece in run.pieces:
            words = one_line(piece.text)
            lead = " " if piece.text[:1].isspace() else ""
            tail = " " if words and piece.text[-1:].isspace() else ""
            text.append(
                lead + words + tail, style={Change.SAME: "", Change.GONE: "red", Change.NEW: "green"}[piece.change]
            )


def _family(console: Console, family: Family) -> None:
    console.print(Text(f"Family of {len(family.articles)}", style="bold"))
    for edge in family.edges:
        line = f"{one_line(edge.source)} -> {one_line(edge.rewrite)} ({edge.confidence:.0%})"
        console.print(Padding(Text(line), (0, 0, 0, 2)))
    for one in family.lineage:
        heirs = ", ".join(map(one_line, one.inherited)) or "no one"
        console.print(
            Padding(Text(f"{one.finding} entered in {one_line(one.entered)}; inherited by {heirs}"), (0, 0, 0, 2))
        )
    console.print()
