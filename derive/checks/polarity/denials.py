"""What a sentence denies."""

from __future__ import annotations

from functools import cached_property, lru_cache

from msgspec import Struct

from derive.checks.clauses import Clause, clause_at, core
from derive.checks.telling import Words
from derive.facts.polarity import Polarity, Predicate
from derive.facts.polarity.lexicon import implicit, open_verbs
from derive.facts.polarity.words import is_adverb, key_of
from derive.facts.reading import within
from derive.model import Sentence

_NOT = frozenset("not never".split())
_PLAIN = frozenset("not never cannot".split())
_DO = frozenset("do does did has have had will wo would".split())
_BE = frozenset("is are was were be been being".split())
_MODAL = frozenset("can could may might must shall should".split())
_WHOLE = frozenset("no none neither nobody nothing".split())
_EXCEPT = frozenset("without unless until till except but".split())


_MORE = frozenset("more less fewer longer later earlier".split())
_BOUND = 4  # words behind a predicate in which it is bounded


class Denial(Struct, frozen=True, eq=False, dict=True):
    """A predicate that a sentence of a text denies."""

    predicate: Predicate
    words: Words
    sentence: Sentence

    @cached_property
    def own(self) -> range:
        """The words from the negator to the predicate."""
        start = self.predicate.negator[0] if self.predicate.negator else self.predicate.head[0]
        return range(start, self.predicate.head[1])

    @cached_property
    def scope(self) -> range:
        """The words that it denies."""
        return range(*(self.predicate.scope or self.predicate.head))

    @cached_property
    def is_whole(self) -> bool:
        """Whether a whole clause is denied: "no attack had been deadlier"."""
        return self.words.norm(self.own.start) in _WHOLE

    @cached_property
    def is_open(self) -> bool:
        """Whether it leaves open what is so: "would not say"."""
        return self.predicate.key in open_verbs()

    @cached_property
    def is_plain(self) -> bool:
        """Whether a plain "not" or "never" denies it: "no", "nobody", "lack" reword whole sentences."""
        negator = range(*(self.predicate.negator or (0, 0)))
        return any(self.words.norm(at) in _PLAIN or self.words.norm(at).endswith("n't") for at in negator)

    @cached_property
    def is_contrast(self) -> bool:
        """Whether it only sets a word against another: "the truth, and not lies"."""
        at = self.own.start
        auxiliaries = _DO | _BE | _MODAL
        if self.words.norm(at) != "not" or any(self.words.norm(one) in auxiliaries for one in (at - 1, *self.scope)):
            return False
        plain, tokens = self.words.document.plain, self.words.document.tokens
        return self.words.norm(at - 1) in ("and", "but") or "," in plain[tokens[at - 1].end : tokens[at].start]

    @cached_property
    def is_verb(self) -> bool:
        """Whether it is a verb behind "not" or "never", and no word that denies by itself ("not refused")."""
        if self.predicate.negator is None:
            return False
        first, last = self.predicate.negator
        token = self.words.document.tokens[self.predicate.head[0]]
        negator, auxiliary = self.words.norm(first), self.words.norm(first - 1)
        if negator.endswith("n't"):
            auxiliary = negator.removesuffix("n't")
        elif negator not in _NOT:
            return False
        participle = token.norm.endswith(("ed", "en")) or self.predicate.key != token.stem
        verb = auxiliary in _DO or (auxiliary in _BE and participle)
        return verb and last - first == 1 and token.stem not in implicit() and not self.is_open

    @cached_property
    def arguments(self) -> list[int]:
        """The words of content about the predicate in its clause: subject, object, time and place."""
        say = key_of("say", "say")
        return [
            at
            for at in core(self.words, self.sentence, self.own)
            if at not in self.own and self.words.keys[at] not in ("", say) and not is_adverb(self.words.norm(at))
        ]

    @cached_property
    def clause(self) -> Clause:
        """The clause in which it stands."""
        found = clause_at(self.words, self.sentence, self.own.start)
        assert found is not None  # the predicate is a word of content
        return found

    @cached_property
    def about(self) -> list[int]:
        """The words of content next to it in that clause."""
        return [at for at in self.predicate.about if self.clause.first <= at < self.clause.last]

    @cached_property
    def is_limited(self) -> bool:
        """Whether it is denied but for a case: "no one leaves without a pass", "not until Friday"."""
        first, last = self.scope.start, self.scope.stop
        return any(self.words.norm(at) in _EXCEPT for at in range(first, min(last + 1, self.sentence.tokens[1])))

    @cached_property
    def is_bounded(self) -> bool:
        """Whether it only sets a bound: "may not serve more than two terms"."""
        norms = [self.words.norm(at) for at in range(self.own.start, self.own.stop + _BOUND)]
        return any(one in _MORE and norms[at + 1 : at + 2] == ["than"] for at, one in enumerate(norms))

    @cached_property
    def affirmed(self) -> int:
        """How often its own sentence affirms the same word of something else: "not shares, but it offers perks"."""
        facts = within(self.words.reading.facts.predicates, self.sentence.span)
        scopes = [range(*one.scope) for one in facts if one.scope]
        return sum(
            self.words.keys[at] == self.predicate.key and not any(at in scope for scope in scopes)
            for at in range(*self.sentence.tokens)
            if at not in self.scope
        )


@lru_cache(maxsize=1 << 9)
def denials(words: Words, sentence: Sentence) -> tuple[Denial, ...]:
    """What a sentence denies, in order."""
    predicates = within(words.reading.facts.predicates, sentence.span)
    plain = (one for one in predicates if one.is_plain and one.polarity is Polarity.DENIED)
    return tuple(Denial(one, words, sentence) for one in plain)
