"""Which line ends were made by a mail program in the middle of a sentence."""

from yokame.promise.words.lexicon import begins_unit, is_torn
from yokame.promise.words.patterns import Pattern

# A line this long was probably wrapped; a shorter one goes on only where its words show it.
_WRAPPED_LINE = 20
_IDLE = " >"
_ITEM = Pattern(r"[・\-*●■□※◆◇○→#▼▽★☆(]|[0-9]{1,2}[.)](?![0-9])")
_LABEL = Pattern(r"[^:。、]{1,12}:")
# A predicate closes a line: nothing is left open behind it.
_CLOSED = Pattern(
    r"(?:ます|です|ました|でした|ません|でしょう|ましょう|ください|下さい|とのこと|たい|らしい|そう"
    r"|だ|た|よ|ね|よね|わ|から|けど|様|さん|殿|[。!?:;.)~w笑])$"
)
_OPEN = Pattern(r"[\u3041-\u3096ー、,(\-]$")
_DATE_BREAKS = Pattern(r"[0-9][月年/]$")
# Words that cannot begin a sentence.
_GOES_ON = Pattern(
    r"[ぁぃぅぇぉっゃゅょァィゥェォッャュョー]"
    r"|のみ|に|を|は(?!い|じ)|が(?!ん)|で(?!は、|き)|と(?!り|こ)|も(?!し)|の|へ|から|まで|より(?!ろ)"
    r"|かかわ|関わらず|問わず|たし|たく|だき|だく|ただ[いき]|ます|まし|さ[せれ]|して|した|する"
    r"|ない|なか|おり|くださ|以内|以降|以後|程度|前後|頃|ほど|くらい|ぐらい|ごろ|だけ|限り|場合|後[のにま、]"
)
_ENGLISH_OPEN = Pattern(r"(?:[a-z]|、)$")
_DATE_FOLLOWS = Pattern(
    r"\b(?:by|in|on|of|within|until|before|after|about|the|next|than|least|approximately"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber)$"
)


def wraps(line: str, following: str, *, small_letter_follows: bool) -> bool:
    """Whether `following` continues `line`: a torn word, an open phrase, or a long line.

    `small_letter_follows`: in the original, the next line began with a small letter.
    """
    line, following = line.strip(_IDLE), following.strip(_IDLE)
    if not line or not following or _ITEM.match(following) or _LABEL.match(following):
        return False
    if _continues(line, following):
        return True
    if _LABEL.match(line) or _CLOSED.search(line):
        return False
    left_open = _OPEN.search(line) or len(line) > _WRAPPED_LINE
    return bool(left_open or (small_letter_follows and _ENGLISH_OPEN.search(line)))


def _continues(line: str, following: str) -> bool:
    """Whether the next line cannot stand alone: a torn word or date, or a particle."""
    if is_torn(line, following) or _GOES_ON.match(following):
        return True
    if line[-1].isdigit():
        return begins_unit(following, 0)
    breaks = _DATE_BREAKS.search(line) or _DATE_FOLLOWS.search(line[-16:])
    return following[0].isdigit() and breaks is not None
