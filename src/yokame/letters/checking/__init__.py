"""A person's own draft, checked: what a recruiter would stumble over, why, and what to write."""

from yokame.letters.checking.context import DraftContext, Timing
from yokame.letters.checking.draft import Draft, read_draft
from yokame.letters.checking.employer_names import check_employer_names
from yokame.letters.checking.finding import Finding
from yokame.letters.checking.patterns import check_patterns
from yokame.letters.checking.presence import check_presence
from yokame.letters.checking.timing import check_timing

__all__ = ["Draft", "DraftContext", "Finding", "Timing", "check", "read_draft"]


def check(text: str, context: DraftContext) -> list[Finding]:
    """Everything in the draft that should be mended, in the order of its lines."""
    draft = read_draft(text, context)
    if not draft.text.strip():
        return []
    findings = [
        *check_timing(draft, context),
        *check_presence(draft, context),
        *check_employer_names(draft, context),
        *check_patterns(draft, context),
    ]
    return sorted(dict.fromkeys(findings), key=lambda finding: finding.line)
