"""The terminal report: the verdict, the findings with both wordings, then the pairs side by side.

Facts loud, rewording quiet. Nothing by colour alone: a changed fact is [bracketed] with its number as well.
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
from derive.render.view import Numbered, PairView, Piece, Row, check_name, name, plural, reason, runs, views
from derive.report import Family, Report

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_HEADING = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.NOTE: "Notes"}
_SIGNS = {LinkKind.VERBATIM: "=", LinkKind.CLOSE: "~", LinkKind.LOOSE: "≈"}


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
    for view in views(report):
        _findings(console, view)
        if len(report.examined) == 1 and view.originals:
            _pairs(console, view)
    for family in report.families:
        _family(console, report, family)
    if report.boilerplate:
        console.print(Text("Set aside as boilerplate: what unrelated articles share", style="dim"))
        for said in report.boilerplate:
            line = f"{plural(said.articles, 'article')}: {one_line(said.text)}"
            console.print(Padding(Text(line, style="dim", overflow="ellipsis", no_wrap=True), (0, 0, 0, 2)))
        console.print()
    if report.skipped:
        console.print(Text(f"{plural(len(report.skipped), 'input')} not examined", style="bold yellow"))
        for one in report.skipped:
            console.print(Padding(Text(f"{one_line(one.path)}: {one_line(one.reason)}"), (0, 0, 0, 2)))
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _findings(console: Console, view: PairView) -> None:
    verdict = view.verdict
    said = Text(f"{verdict.relation} {one_line(verdict.name)}", style="bold")
    if verdict.share:
        said.append(f"; {verdict.share}; ", style="not bold")
        for turn, (severity, count) in enumerate(verdict.counts):
            said.append(", " if turn else "", style="not bold")
            said.append(one_line(count), style=_STYLE[severity])
        said.append("" if verdict.counts else verdict.silence, style="green")
    said.append(".", style="not bold")
    console.print(Text(one_line(view.rewrite.article.id), style="dim"))
    console.print(said)
    for one in view.originals:
        relation = one.source.relation
        line = f"{one.letter} {name(one.entry.article)}: {relation.kind.value.replace('-', ' ')}"
        line += f", {relation.confidence:.0%} sure" if relation.derived else ""
        if relation.derived and relation.direction.value != "undecided":
            line += f"; {relation.direction.value.replace('-', ' ')}, {relation.direction_confidence:.0%} sure"
        if len(view.originals) > 1 or relation.derived:
            console.print(Padding(Text(one_line(line), style="dim"), (0, 0, 0, 2)))
    console.print()
    for severity in Severity:
        group = [one for one in view.findings if one.finding.severity is severity]
        if group:
            console.print(Text(_HEADING[severity], style=_STYLE[severity]))
            for numbered in group:
                letter = view.letter_of(numbered.finding) if len(view.originals) > 1 else None
                _card(console, numbered, letter)
            console.print()


def _card(console: Console, numbered: Numbered, letter: str | None) -> None:
    finding = numbered.finding
    number = Text(f"[{numbered.number}]", style=_STYLE[finding.severity])
    body = Text(one_line(check_name(finding.check).label), style="bold")
    body.append(f"  {letter}: " if letter else "  ", style="not bold dim")
    if finding.source_text is None:
        body.append(one_line(finding.rewrite_text), style="bold")
        body.append("  not in the original", style="not bold italic")
    else:
        body.append(one_line(finding.source_text), style="not bold")
        body.append(" → ", style="not bold dim")
        body.append(one_line(finding.rewrite_text), style="bold")
    why = Text(one_line(reason(finding)), style="dim")
    if finding.waived:
        why.append(f" Waived by {one_line(finding.waived.by)}: {one_line(finding.waived.reason)}.")
    why.append(f"  {finding.fingerprint}")
    table = Table.grid(padding=(0, 1))
    table.add_column(width=max(4, len(number)), no_wrap=True, justify="right")
    table.add_column(overflow="fold")
    table.add_row(number, body)
    table.add_row("", why)
    console.print(Padding(table, (0, 0, 0, 1)))


def _pairs(console: Console, view: PairView) -> None:
    table = Table(box=None, expand=True, padding=(0, 1), show_edge=False, pad_edge=False)
    table.add_column("", width=1, no_wrap=True)
    table.add_column("original", ratio=1, overflow="fold")
    table.add_column("rewrite", ratio=1, overflow="fold")
    for row in view.rows:
        if row.role is not Role.BOILERPLATE or row.findings:
            table.add_row(_sign(row), _left(row, len(view.originals) > 1), _text(row.rewrite, row))
            table.add_row()
    console.print(Rule("original and rewrite, side by side", style="dim", characters="-"))
    console.print(table)
    console.print(Text("= word for word  ~ close  ≈ retold  ? no counterpart", style="dim"))
    left_out = sum(len(one.spans) for one in view.unused if one.original.source.relation.derived)
    if left_out:
        console.print(Text(f"{plural(left_out, 'sentence')} of the original left out.", style="dim"))
    console.print()


def _sign(row: Row) -> str:
    return _SIGNS[row.kind] if row.kind else "?" if row.unsupported else ""


def _left(row: Row, lettered: bool) -> Text:
    left = Text()
    for cell in row.sources:
        left.append("\n" if left.plain else "")
        left.append(f"{cell.letter}: " if lettered else "", style="bold")
        left.append("(elsewhere) " if cell.elsewhere else "", style="dim italic")
        left.append_text(_text(cell.pieces, row))
    if row.unsupported:
        left.append("\n" if left.plain else "")
        left.append(f"(no counterpart in {'any' if lettered else 'the'} original)", style="dim italic")
    return left


def _text(pieces: tuple[Piece, ...], row: Row) -> Text:
    text = Text()
    for run in runs(pieces):
        if run.findings:
            badge = ",".join(map(str, run.findings))
            _append(text, run.text, f"[{badge}: {one_line(run.text)}]", "bold reverse")
            continue
        for piece in run.pieces:
            # In a loose retelling nearly every word is another: marking them all would say nothing.
            quiet = piece.change is Change.SAME or row.kind is LinkKind.LOOSE
            _append(text, piece.text, one_line(piece.text), "" if quiet else "underline")
    return text


def _append(text: Text, words: str, shown: str, style: str) -> None:
    """Words with the white space around them, which is never styled."""
    text.append(" " if words[:1].isspace() else "")
    text.append(shown, style=style)
    text.append(" " if shown and words[-1:].isspace() else "")


def _family(console: Console, report: Report, family: Family) -> None:
    known = {entry.article.id: entry.article for entry in report.articles}

    def called(identity: str) -> str:
        return one_line(name(known[identity]) if identity in known else identity)

    console.print(Text(f"Family of {plural(len(family.articles), 'article')}", style="bold"))
    for edge in family.edges:
        line = f"{called(edge.source)} → {called(edge.rewrite)} ({edge.confidence:.0%})"
        console.print(Padding(Text(line), (0, 0, 0, 2)))
    for one in family.lineage:
        heirs = "; ".join(map(called, one.inherited)) or "nobody"
        line = f"{one_line(one.finding)} entered in {called(one.entered)}; carried on by {heirs}"
        console.print(Padding(Text(line), (0, 0, 0, 2)))
    console.print()
