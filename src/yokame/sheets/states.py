"""What a cell says of where an application stands, or of what became of a stage."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from yokame.reports import Outcome
from yokame.sheets.spelling import bare
from yokame.sheets.stage_names import StageName, stages_before
from yokame.sheets.table import State
from yokame.sheets.vocabulary import key_of, words

_PIECES = re.compile(r"[()（）\[\]【】「」/／:：→⇒>＞,、|｜\n]+")
_COUNTER = re.compile(r"^\s*(?:[0-9]{1,2}|[①-⑳])\s*[.)．）:：、\-]?\s*(?![次回日月時])")
_FINAL = frozenset(
    {State.OFFER, State.ACCEPTED, State.REJECTED, State.WITHDRAWN, State.DECLINED, State.SILENT}
)


@dataclass(frozen=True)
class Standing:
    """Where an application stands: its state, and the stage that this is about with its result."""

    state: State | None = None
    stage: StageName | None = None
    result: Outcome = Outcome.NONE


@lru_cache(maxsize=10_000)
def read_standing(text: str) -> Standing | None:
    """What a status says; None if any part of it is not understood."""
    whole = _one(text)
    if whole is not None:
        return whole
    pieces = [piece for piece in _PIECES.split(text) if piece.strip()]
    read = [_one(piece) for piece in pieces]
    if len(read) < 2 or any(piece is None for piece in read):
        return None
    together = Standing()
    for piece in read:
        together = joined(together, piece or Standing())
    return together


def is_unclear(text: str) -> bool:
    """Whether the word is known and yet says nothing of where the application stands."""
    return key_of("states", text) == "unclear"


def joined(one: Standing, other: Standing) -> Standing:
    """Two things said of one application: 内定 and 辞退, 不合格 and 最終面接."""
    state = _stronger(one.state, other.state)
    stage = one.stage or other.stage
    result = one.result if one.result is not Outcome.NONE else other.result
    if state is State.REJECTED and stage is not None and result is Outcome.NONE:
        result = Outcome.FAIL
    return Standing(state, stage, result)


def _stronger(one: State | None, other: State | None) -> State | None:
    if {one, other} == {State.OFFER, State.WITHDRAWN}:
        return State.DECLINED
    if one in _FINAL or other is None:
        return one
    if other in _FINAL or one is None:
        return other
    return max(one, other, key=list(State).index)


def _one(text: str) -> Standing | None:
    for attempt in dict.fromkeys((text, _COUNTER.sub("", text))):
        found = _state(attempt) or _of_a_stage(bare(attempt))
        if found is not None:
            return found
    return None


def _state(text: str) -> Standing | None:
    key = key_of("states", text)
    return None if key in (None, "unclear") else Standing(State(key))


def _of_a_stage(plain: str) -> Standing | None:
    for stage, rest in stages_before(plain):
        end = words("words", "ends").get(rest)
        if end is not None:
            return replace(_ENDED[end[0]], stage=stage)
    return None


_ENDED = {
    "pass": Standing(State.IN_SELECTION, result=Outcome.PASS),
    "fail": Standing(State.REJECTED, result=Outcome.FAIL),
    "none": Standing(State.IN_SELECTION),
    "withdrawn": Standing(State.WITHDRAWN),
    "silent": Standing(State.SILENT),
}


def read_result(text: str) -> Standing | None:
    """What a cell of results says: 通過, ×, 結果待ち, or where the application stands by it."""
    key = key_of("results", text)
    if key is not None:
        return Standing(result=Outcome(key))
    return read_standing(text)
