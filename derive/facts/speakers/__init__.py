"""The speakers of a document: who says each quotation and each reported statement."""

from derive.facts.speakers.compare import Verdict, compare, informed, parted
from derive.facts.speakers.find import find
from derive.facts.speakers.phrases import Kind, singular
from derive.facts.speakers.statement import Certainty, Entity, Statement
from derive.facts.speakers.words import Act, credits_somebody, keeps_credit, posts

__all__ = [
    "Act",
    "Certainty",
    "Entity",
    "Kind",
    "Statement",
    "Verdict",
    "compare",
    "credits_somebody",
    "find",
    "informed",
    "keeps_credit",
    "parted",
    "posts",
    "singular",
]
