"""The objects that cross the border: what the web page, the HTTP API and the command line all give.

Stable from the first release. Dates are ISO 8601, figures decimal strings in plain notation ("21846", "98.25"), what
does not apply is null. Each model that stands for an inner type has `of(...)`, the only way from one to the other.
"""

from api.schemas.answers import Answer, Calculation, Operand, Question, Told, Turn, Verdict
from api.schemas.audits import Finding, FormatFault
from api.schemas.conversations import Conversation, ConversationName, ConversationSummary, Person
from api.schemas.drafts import (
    Commitment,
    Coverage,
    Draft,
    DraftEdit,
    DraftItem,
    DraftRequest,
    DraftStep,
    DraftSummary,
    DraftVersion,
    Pairing,
    VersionName,
)
from api.schemas.figures import Comparison, Correction, CorrectionRequest, Figure, FigureFields, Undoing
from api.schemas.model import Model
from api.schemas.places import Citation, Hit, Locator, TablePlace, Why
from api.schemas.problems import ErrorBody, Problem
from api.schemas.references import Mention, Reference
from api.schemas.reports import Difference, FailedPage, Reading, Receipt, Replacement, Report, Version

__all__ = [
    "Answer",
    "Calculation",
    "Citation",
    "Commitment",
    "Comparison",
    "Conversation",
    "ConversationName",
    "ConversationSummary",
    "Correction",
    "CorrectionRequest",
    "Coverage",
    "Difference",
    "Draft",
    "DraftEdit",
    "DraftItem",
    "DraftRequest",
    "DraftStep",
    "DraftSummary",
    "DraftVersion",
    "ErrorBody",
    "FailedPage",
    "Figure",
    "FigureFields",
    "Finding",
    "FormatFault",
    "Hit",
    "Locator",
    "Mention",
    "Model",
    "Operand",
    "Pairing",
    "Person",
    "Problem",
    "Question",
    "Reading",
    "Receipt",
    "Reference",
    "Replacement",
    "Report",
    "TablePlace",
    "Told",
    "Turn",
    "Undoing",
    "Verdict",
    "Version",
    "VersionName",
    "Why",
]
