"""Which descendants carry a changed fact on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from derive.align import align
from derive.checks.corrections import same
from derive.facts import Facts, Reading
from derive.facts.reading import within
from derive.model import Mention, Sentence, Span
from derive.recipe import AlignRecipe

_TOLD = 0.75  # of the finding's words that a descendant's sentence must hold where the fact is no single mention


def inherited(
    article: str, span: Span, children: Mapping[str, list[str]], read: Callable[[str], Reading], recipe: AlignRecipe
) -> tuple[str, ...]:
    """The articles below one that still say what stands at a span of its plain text, in order of descent."""
    return tuple(_below(article, read(article), span, children, read, recipe))


def _below(
    article: str,
    parent: Reading,
    span: Span,
    children: Mapping[str, list[str]],
    read: Callable[[str], Reading],
    recipe: AlignRecipe,
) -> Iterator[str]:
    home = parent.document.sentence_at(span.start)
    if home is None:
        return
    for child in children.get(article, ()):
        reading = read(child)
        alignment = align(parent, reading, recipe)
        linked = [
            reading.document.sentences[j] for link in alignment.links if home.index in link.source for j in link.rewrite
        ]  # fmt: skip
        for sentence in linked:
            if found := _carried(parent, span, reading, sentence):
                yield child
                yield from _below(child, reading, found, children, read, recipe)
                break


def _carried(parent: Reading, span: Span, child: Reading, sentence: Sentence) -> Span | None:
    """Where a sentence of the child says the same: by the fact's value, or else by its words."""
    facts = [one for one in _mentions(parent.facts, span) if one.span.overlaps(span)]
    if facts:
        here = [one for one in _mentions(child.facts, sentence.span) if any(same(one, fact) for fact in facts)]
        return here[0].span if here else None
    told = {word.stem for word in parent.document.tokens if span.contains(word.span)}
    words = child.document.words(sentence)
    common = [word for word in words if word.stem in told]
    if not told or len({word.stem for word in common}) < _TOLD * len(told):
        return None
    return common[0].span.to(common[-1].span)


def _mentions(facts: Facts, span: Span) -> list[Mention]:
    kinds: tuple[tuple[Mention, ...], ...] = (facts.quotes, facts.quantities, facts.dates, facts.names)
    start = Span(max(0, span.start - 40), span.end)
    return [one for kind in kinds for one in within(kind, start) if one.span.overlaps(span)]
