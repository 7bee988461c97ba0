"""The nouns of derive: frozen values that the stages hand on. Standard library only.

Positions. Inside the pipeline a `Span` counts the code points of `Document.plain`, the article's text as it is
read for matching; `Document.original` takes a span back to `Article.text`. The report holds original spans only.
"""

from derive.model.article import Article, Skipped, Span
from derive.model.document import Document, Mention, Role, Sentence, Token
from derive.model.finding import Change, Finding, Severity, Waived, Witness
from derive.model.relation import (
    Alignment,
    Candidate,
    Coverage,
    Direction,
    Evidence,
    Link,
    LinkKind,
    Relation,
    RelationKind,
)

__all__ = [
    "Alignment",
    "Article",
    "Candidate",
    "Change",
    "Coverage",
    "Direction",
    "Document",
    "Evidence",
    "Finding",
    "Link",
    "LinkKind",
    "Mention",
    "Relation",
    "RelationKind",
    "Role",
    "Sentence",
    "Severity",
    "Skipped",
    "Span",
    "Token",
    "Waived",
    "Witness",
]
