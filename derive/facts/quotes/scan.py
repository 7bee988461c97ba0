"""Pairs of marks: the stretches of a text that stand in quotation marks, over paragraphs too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from derive.facts.quotes.marks import Family, Mark, Side, marks
from derive.model import Span

_DEEPEST = 4  # marks nested deeper than this are noise: it bounds the search for the one that a closing mark closes

_LINES = 6  # lines without a mark that a quotation may run over when its paragraph is broken into lines


class Quoted(Struct):
    """A stretch in marks: `start` to `end` with them, the insides of its paragraphs, and of the marks nested in it."""

    start: int
    end: int
    family: Family
    pieces: list[Span] = field(default_factory=list)
    nested: list[Span] = field(default_factory=list)
    closed: bool = True


def _inside(text: str, start: int, end: int) -> list[Span]:
    """The span without the spaces at its ends, if anything is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if start < end else []


class _Following:
    """For each mark of a paragraph, the next two of its family."""

    def __init__(self, found: Sequence[Mark]) -> None:
        self._next: list[tuple[Side | None, Side | None]] = []
        last: dict[Family, tuple[Side | None, Side | None]] = {}
        for mark in reversed(found):
            ahead = last.get(mark.family, (None, None))
            self._next.append(ahead)
            last[mark.family] = (mark.side, ahead[0])
        self._next.reverse()

    def closes(self, index: int) -> bool:
        """Whether the next mark of the family closes."""
        return self._next[index][0] in (Side.CLOSES, Side.MAY_CLOSE, Side.EITHER)

    def closes_twice(self, index: int) -> bool:
        """Whether the next two marks of the family close: the mark opens a quotation inside its like."""
        return self._next[index] == (Side.CLOSES, Side.CLOSES)


class _Paragraph:
    """The pairing of one paragraph's marks. `open` holds the marks that wait for their closing one, outermost first."""

    def __init__(self, text: str, span: Span, waiting: Quoted | None) -> None:
        self.text, self.span = text, span
        self.found = marks(text, span.start, span.end)
        self.following = _Following(self.found)
        self.done: list[Quoted] = []
        self.open: list[tuple[Mark, Quoted]] = []
        self.reopened = False
        self.continues = waiting is not None and self._continue(waiting)

    def _continue(self, waiting: Quoted) -> bool:
        """Take up a quotation that the last paragraph left open: it is opened anew here, or a first mark closes it."""
        first = next((mark for mark in self.found if mark.family is waiting.family), None)
        if first is None:
            return False
        self.reopened = first.position == self.span.start and first.side is Side.OPENS
        if self.reopened:
            self.open.append((first, waiting))
        elif first.side is Side.CLOSES and first.character in '"”»」':
            self.open.append((replace(first, position=self.span.start - 1), waiting))
        return bool(self.open)

    def read(self) -> None:
        """Pair the marks; what is still open at the end stays in `open`."""
        for index, mark in enumerate(self.found):
            if index == 0 and self.reopened:
                continue  # it opens what is open already
            level = next((n for n in range(len(self.open) - 1, -1, -1) if self.open[n][0].family is mark.family), None)
            if mark.side is Side.MAY_CLOSE and self.following.closes(index):
                continue
            if level is not None and mark.side is not Side.OPENS:
                self._close(level, mark)
            elif mark.side in (Side.OPENS, Side.EITHER):
                self._open(index, mark, level)

    def _open(self, index: int, mark: Mark, level: int | None) -> None:
        if mark.family is Family.SINGLE and mark.character != "‘" and not self.following.closes(index):
            return  # an apostrophe after all
        if level is not None and not self.following.closes_twice(index):  # its closing mark was forgotten
            if level == 0:
                self._finish(self.open[0], mark.position, closed=False)
            del self.open[level:]
        if len(self.open) < _DEEPEST:
            self.open.append((mark, Quoted(mark.position, mark.position + 1, mark.family)))

    def _close(self, level: int, mark: Mark) -> None:
        opening, _ = self.open[level]
        if level == 0:
            self._finish(self.open[0], mark.position, closed=True)
        else:
            self.open[0][1].nested.extend(_inside(self.text, opening.position + 1, mark.position))
        del self.open[level:]

    def _finish(self, opened: tuple[Mark, Quoted], end: int, *, closed: bool) -> None:
        mark, quoted = opened
        quoted.pieces.extend(_inside(self.text, mark.position + 1, end))
        quoted.end = end + 1 if closed else quoted.pieces[-1].end if quoted.pieces else mark.position + 1
        quoted.closed = closed
        if quoted.pieces:
            self.done.append(quoted)

    def leave(self) -> Quoted | None:
        """The outermost quotation that the paragraph leaves open, with its part of the text."""
        if not self.open:
            return None
        mark, quoted = self.open[0]
        quoted.pieces.extend(_inside(self.text, mark.position + 1, self.span.end))
        return quoted if quoted.pieces else None


def quoted(text: str, paragraphs: Sequence[Span]) -> Iterator[Quoted]:
    """The outermost quoted stretches, in order. Linear; an unclosed one ends with its paragraph."""
    waiting: Quoted | None = None
    between: list[Span] = []
    for span in paragraphs:
        paragraph = _Paragraph(text, span, waiting)
        if waiting and not paragraph.continues:
            last = (between or waiting.pieces)[-1].end
            if not paragraph.found and len(between) < _LINES and text[last : span.start] == "\n":
                between.append(span)  # a line broken inside the quotation, perhaps
                continue
            yield _unclosed(waiting)
        elif waiting:
            waiting.pieces.extend(between)
        between = []
        paragraph.read()
        yield from paragraph.done
        waiting = paragraph.leave()
    if waiting:
        yield _unclosed(waiting)


def _unclosed(waiting: Quoted) -> Quoted:
    waiting.end, waiting.closed = waiting.pieces[-1].end, False
    return waiting
