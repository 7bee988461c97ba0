"""Most of the draft is derived, and no credit line, link or "according to" names the source or its agency.

Whoever gathered a fact is credited, whether newspaper, site, broadcaster or agency; a story that was only rewritten
carries the name of the one that reported it.

Fires:
- nine tenths of the draft stand in the wire story, and the wire is named nowhere

Quiet:
- "(Meridian)" in the dateline, "Meridian reported", "according to the Halden Courier", a link to the source
- the source's outlet is not known, or is the draft's own
- less than half of the narration is derived: quotations and boilerplate do not count
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from derive.checks.examination import Check, Examination
from derive.model import Change, Document, Severity, Witness

_SHARE = 0.5  # of the draft's words outside quotations, in linked sentences
_GENERIC = frozenset("the a of and news agency wire press service daily times post journal tribune herald".split())


def run(examination: Examination) -> Iterator[Change]:
    """One finding on the first sentence of the body, when the best source goes unnamed."""
    draft = examination.rewrite.document
    best = max(range(len(examination.sources)), key=lambda i: examination.relations[i].coverage.rewrite)
    source = examination.sources[best].document.article
    if not source.outlet or source.outlet == draft.article.outlet or not draft.body:
        return
    if _derived(examination) < _SHARE or _names(draft, source.outlet, source.url):
        return
    first = draft.body[0]
    place = next((one for one in examination.linked(first) if one.source == best), None)
    yield Change(
        "uncredited",
        Severity.WARNING,
        f"{_derived(examination):.0%} of the draft is made from {source.outlet}'s story, which it does not name",
        first.span,
        Witness(best, place.sentence.span) if place else None,
        value=source.outlet,
    )


def _derived(examination: Examination) -> float:
    """The share of the draft's narration that stands in linked sentences."""
    draft = examination.rewrite.document
    quoted = [quotation.span for quotation in examination.rewrite.facts.quotes]
    total = linked = 0
    for sentence in draft.body:
        inside = [span for span in quoted if span.overlaps(sentence.span)]
        words = sum(not any(span.contains(word.span) for span in inside) for word in draft.words(sentence))
        total += words
        linked += words if examination.linked(sentence) else 0
    return linked / total if total else 0.0


def _names(draft: Document, outlet: str, url: str | None) -> bool:
    """Whether the draft names the outlet, by its full name or by its telling word, or links to the story."""
    if url and url in draft.plain:
        return True
    words = [word for word in re.findall(r"\w+", outlet) if word.lower() not in _GENERIC]
    forms = [outlet, *([words[0]] if words and len(words[0]) > 2 else [])]
    initials = "".join(word[0] for word in outlet.split() if word[0].isupper())
    if len(initials) > 1:
        forms.append(initials)
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", draft.plain) for form in forms)


CHECK = Check("uncredited", "most of the draft is derived and its source is not named", Severity.WARNING, run, __doc__)
