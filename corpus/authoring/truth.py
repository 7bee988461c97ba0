"""What is true of the corpus: the annotation of a pair, and the relations between its articles."""

from __future__ import annotations

import itertools

from authoring.inline import Authored, CorpusError, Mark

TYPES = (
    "number",
    "date",
    "quote-altered",
    "quote-fabricated",
    "attribution",
    "unsupported-attribution",
    "name",
    "hedge",
    "negation",
    "unsupported-number",
    "unsupported-quote",
)
STYLES = ("light", "moderate", "heavy", "brief")
STRENGTHS = {"v": "verbatim", "c": "close", "l": "loose"}

Json = dict[str, object]
Ref = tuple[str, int]  # article id, number of the sentence in its body


def references(label: str, sources: tuple[str, ...], where: str) -> tuple[list[Ref], str | None, list[Ref]]:
    """`3,4 c ?2` or `harbour:3,storm:4 l`: sentences it comes from, strength, sentences that it may come from."""
    words = label.split()
    may = [word[1:] for word in words if word.startswith("?")]
    plain = [word for word in words if not word.startswith("?") and word != "o"]
    strength = STRENGTHS[plain.pop()] if plain else None
    if (strength is None) != (not plain) or len(plain) > 1:
        raise CorpusError(f"{where}: [{label}] needs both sentences and one of {'/'.join(STRENGTHS)}, or neither")

    def refs(text: str) -> list[Ref]:
        pairs = (part.rpartition(":") for part in text.split(","))
        return [(article or sources[0], int(number)) for article, _, number in pairs]

    return [ref for word in plain for ref in refs(word)], strength, [ref for word in may for ref in refs(word)]


def locate(
    mark: Mark, refs: list[Ref], articles: dict[str, Authored], sources: tuple[str, ...], where: str
) -> Json | None:
    """The original's words: looked for in the sentences that the rewrite comes from, then everywhere."""
    if not mark.source:
        return None
    areas = [(a, articles[a].body[n].start, articles[a].body[n].end) for a, n in refs]
    areas += [(a, articles[a].lines[0].end, len(articles[a].text)) for a in sources]
    for article, start, end in areas:
        at = articles[article].text.find(mark.source, start, end)
        if at >= 0:
            found: Json = {"start": at, "end": at + len(mark.source), "text": mark.source}
            return {"article": article} | found if len(sources) > 1 else found
    raise CorpusError(f"{where}: {mark.source!r} is not in {', '.join(sources)}")


def gold(rewrite: Authored, articles: dict[str, Authored]) -> Json:
    sources = rewrite.sources
    many = len(sources) > 1
    sentences: list[Json] = [{"start": 0, "end": rewrite.lines[0].end, "from": [], "strength": None, "headline": True}]
    changes: list[Json] = []
    decoys: list[Json] = []
    optional: list[Json] = []
    for line in rewrite.lines:
        where = f"{rewrite.id}: {rewrite.text[line.start : line.start + 40]!r}"
        refs, strength, may = references(line.label, sources, where)
        if line is not rewrite.lines[0]:
            sentence: Json = {"start": line.start, "end": line.end, "from": shown(refs, many), "strength": strength}
            sentences.append(sentence | ({"may_from": shown(may, many)} if may else {}))
        if "o" in line.label.split():
            optional.append({"start": line.start, "end": line.end, "why": "own reporting"})
        for mark in rewrite.marks:
            if not line.start <= mark.start < line.end:
                continue
            here: Json = {"start": mark.start, "end": mark.end, "text": rewrite.text[mark.start : mark.end]}
            note: Json = {"rewrite": here, "source": locate(mark, refs, articles, sources, where), "why": mark.why}
            if mark.kind in TYPES:
                changes.append({"type": mark.kind} | note)
            elif mark.kind in ("decoy", "inherited"):
                decoys.append(note)
            elif mark.kind == "optional":
                optional.append({"start": mark.start, "end": mark.end, "why": mark.why})
            else:
                raise CorpusError(f"{where}: unknown mark {mark.kind!r}")
    dates = [articles[source].head["published"][:10] for source in sources]
    return {
        "id": rewrite.id,
        "style": rewrite.head["style"],
        "faithful": not changes,
        "source": list(sources) if many else sources[0],
        "source_date": dates if many else dates[0],
        "rewrite_date": rewrite.head["published"][:10],
        "rewrite_words": len(rewrite.text.split()),
        "source_sentences": {a: spans(articles[a]) for a in sources} if many else spans(articles[sources[0]]),
        "rewrite_sentences": sentences,
        "changes": changes,
        "decoys": decoys,
        "optional": optional,
    }


def shown(refs: list[Ref], many: bool) -> list[object]:
    return [f"{article}:{number}" if many else number for article, number in refs]


def spans(article: Authored) -> list[Json]:
    return [{"start": line.start, "end": line.end} for line in article.body]


def relations(originals: dict[str, Authored], rewrites: list[Authored], independents: list[Authored]) -> Json:
    parents = {rewrite.id: rewrite.head["sources"].split() for rewrite in rewrites}

    def roots(article: str) -> set[str]:
        """The first versions of the originals that an article goes back to."""
        if article in parents:
            return {root for parent in parents[article] for root in roots(parent)}
        return {originals[article].head.get("corrects", article)}

    siblings = [
        {"articles": [a, b], "original": root}
        for a, b in itertools.combinations(sorted(parents), 2)
        for root in sorted(roots(a) & roots(b))
        if a not in parents[b] and b not in parents[a]
    ]
    corrections = [
        {
            "wrong": article.head["corrects"],
            "corrected": article.id,
            "carried_by": [r.id for r in rewrites if r.head.get("against") == article.id],
        }
        for article in originals.values()
        if "corrects" in article.head
    ]
    chains = [
        {
            "articles": [*parents[entered], entered, rewrite.id],
            "entered": entered,
            "errors": [{"in_parent": mark.source, "here": shown, "why": mark.why} for mark, shown in inherited],
        }
        for rewrite in rewrites
        for entered in parents[rewrite.id][:1]
        if (inherited := [(m, rewrite.text[m.start : m.end]) for m in rewrite.marks if m.kind == "inherited"])
    ]
    derivations = [
        {"source": source, "rewrite": r.id, "style": r.head["style"]} for r in rewrites for source in parents[r.id]
    ]
    derivations += [
        {"source": str(c["wrong"]), "rewrite": str(c["corrected"]), "style": "correction"} for c in corrections
    ]
    return {
        "derivations": sorted(derivations, key=lambda d: (d["source"], d["rewrite"])),
        "common_source": siblings,
        "independent": [{"article": i.id, "same_event_as": i.head["event"]} for i in independents],
        "chains": chains,
        "corrections": corrections,
    }
