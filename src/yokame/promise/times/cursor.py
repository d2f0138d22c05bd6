"""A place in the words that a rule of the grammar reads from, and gives back if it does not fit."""

from collections.abc import Sequence

from yokame.promise.words.tokens import Token
from yokame.promise.words.vocabulary import UNITS, Kind

_NOTHING = Token(Kind.END, "\n", 0, 0)


class Cursor:
    """Reads tokens forward; `at` may be set back to where a rule began."""

    def __init__(self, tokens: Sequence[Token], at: int = 0) -> None:
        self.tokens = tokens
        self.at = at

    def peek(self, ahead: int = 0) -> Token:
        """The token `ahead` of this place; past either end, an end of sentence."""
        place = self.at + ahead
        return self.tokens[place] if 0 <= place < len(self.tokens) else _NOTHING

    def sees(self, kind: Kind, ahead: int = 0) -> bool:
        return self.peek(ahead).kind is kind

    def sees_text(self, *texts: str, ahead: int = 0) -> bool:
        return self.peek(ahead).text in texts

    def unit(self, ahead: int = 0) -> str:
        """The unit at that place, or an empty string."""
        token = self.peek(ahead)
        return UNITS[token.text] if token.kind is Kind.UNIT else ""

    def take(self, count: int = 1) -> None:
        self.at += count

    def skip_text(self, *texts: str) -> bool:
        """Step over one of these words if it stands here."""
        if self.peek().text in texts:
            self.at += 1
            return True
        return False
