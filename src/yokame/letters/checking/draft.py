"""A draft as lines, with what can be told from it: language, subject, addressee, way, situation."""

import re
from dataclasses import dataclass
from functools import cached_property

from yokame.letters.checking.context import DraftContext
from yokame.letters.situations import INQUIRIES, Medium, Situation
from yokame.reports import Language, Track

_KANA = re.compile(r"[ぁ-んァ-ヶ]")
_SUBJECT = re.compile(r"^\s*(?:件名|タイトル|題名|Subject|SUBJECT)\s*[:：]\s*(?P<subject>.*)$")
_TITLE = re.compile(r"(?:様|さま|御中|殿|先生|各位|さん|御一同)[\s　]*$")
_OPENING = re.compile(r"お世話|と申します|お忙し|突然|初めて|はじめ|こんにち|おはよう|お疲れ|[。、]|です")
_ALOUD = re.compile(
    r"もしもし|お電話(?:いたし|差し上げ|を差し上げ|させていただき)まし|〔つながったら〕|"
    r"今[、]?(?:少し)?お時間|お電話[^。]{0,4}よろしいでしょうか|I am calling|When someone answers"
)
_MID_CAREER = re.compile(r"中途|転職|キャリア採用|現職|前職|職務経歴|経験者採用|mid-career|present work")
_PART_TIME = re.compile(r"アルバイト|パート(?!ナー)|バイト|part-time")
# The first that is found tells what the draft is for.
_SITUATIONS = (
    (Situation.DECLINE_OFFER, r"内定[^。]{0,20}辞退|declin(?:e|ing)|decided not to accept"),
    (Situation.DECLINE_SELECTION, r"辞退|withdraw"),
    (
        Situation.EXTENSION,
        r"(?:期限|返事|返答|回答|承諾)[^。]{0,40}(?:延ば|延長|お待ちいただ|猶予|お時間をいただ)|extend|"
        r"(?:possible to|may) have until|wait until",
    ),
    (Situation.ACCEPTANCE, r"(?:内定|採用)[^。]{0,25}(?:承諾|お受け)|accept(?:ance|ing)?\b.{0,30}offer|(?i:(?:happy|glad(?:ly)?|pleas\w+|like|that I) (?:to |that I )?accept)"),
    (
        Situation.RESCHEDULING,
        r"日程[^。]{0,15}(?:変更|再調整)|(?:別|他|ほか)の日(?:程|時)?に(?:変更|して)|reschedul|to move",
    ),
    (Situation.CALL_BACK, r"(?:着信|お電話をいただ|お電話に出|折り返し)|missed your call|your call on"),
    (
        Situation.CORRECTION,
        r"(?:電話番号|住所|メールアドレス|氏名|登録)[^。]{0,20}(?:変更|誤り|訂正|変わ|間違)|has changed",
    ),
    (
        Situation.THANKS,
        r"(?m)^件名[^\n]*(?:お礼|御礼)|お礼(?:を)?(?:申し上げ|をお伝え|まで|の(?:ご連絡|メール))|"
        r"(?i:subject:.*\b(?:thank|thanks)\b)|"
        r"(?i:thank you[^.]{0,24} (?:interview|discussion)[^.]{0,30}\.(?![\s\S]*(?:\bhear\b|timing|\?)))",
    ),
    (Situation.DOCUMENTS, r"(?:添付|送付|お送り)(?:にて|して|いた)[^。]{0,12}(?:いたし|送り)|attached"),
)
_ASKS_WHEN = re.compile(
    r"(?:結果|合否|選考|ご?連絡)[^。]{0,30}(?:いつ|時期|目安|見込|見通|状況|進捗|予定|頃|どう|いかが|"
    r"教え|知りたい|知らせ|伺|まだ|来(?:ない|て|ま)|遅|いただけておりません|確認)|"
    r"(?:合格|通過|不合格)[^。]{0,12}(?:でしょうか|ですか)|連絡(?:が|を)(?:まだ|ください|来)|"
    r"(?i:when I (?:might|can|may|will|could)[^.]{0,20}hear|hear back|timing|the results?\b|"
    r"did I pass|decision|the schedule from here|still (?:have not|waiting))"
)


@dataclass(frozen=True)
class Draft:
    """The lines of a draft and what it is, as far as that is known or can be told."""

    text: str
    language: Language
    medium: Medium
    situation: Situation | None
    track: Track | None
    medium_is_known: bool

    @cached_property
    def lines(self) -> list[str]:
        """Every line, the first being line 1."""
        return self.text.splitlines()

    @cached_property
    def subject(self) -> tuple[int, str] | None:
        """The line of the subject and its words, where the draft has one."""
        for number, line in enumerate(self.lines, start=1):
            if match := _SUBJECT.match(line):
                return number, match["subject"].strip()
        return None

    @cached_property
    def addressee(self) -> list[tuple[int, str]]:
        """The lines above the greeting that say to whom it goes."""
        return _addressee(self.lines, self.subject)

    @cached_property
    def first_line(self) -> int:
        """The first line of the body: where one says who one is."""
        after = max([number for number, _ in self.addressee], default=0)
        if self.subject:
            after = max(after, self.subject[0])
        for number, line in enumerate(self.lines, start=1):
            if number > after and line.strip():
                return number
        return 1

    def asks_when(self) -> bool:
        """Whether the draft is an inquiry."""
        return self.situation in INQUIRIES


def read_draft(text: str, context: DraftContext) -> Draft:
    """A draft, its way and its situation told from the text where the context is silent."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    return Draft(
        text=text,
        language=Language.JA if _KANA.search(text) else Language.EN,
        medium=context.medium or _medium(text),
        situation=context.situation or _situation(text),
        track=context.track or _track(text),
        medium_is_known=context.medium is not None,
    )


def _medium(text: str) -> Medium:
    lines = text.splitlines()
    subject = any(_SUBJECT.match(line) for line in lines)
    addressed = any(_TITLE.search(line) for line in lines[:6])
    if not subject and not addressed and _ALOUD.search(text):
        return Medium.PHONE
    return Medium.MAIL


def _situation(text: str) -> Situation | None:
    for situation, pattern in _SITUATIONS:
        if re.search(pattern, text):
            return situation
    return Situation.INQUIRY if _ASKS_WHEN.search(text) else None


def _track(text: str) -> Track | None:
    if _MID_CAREER.search(text):
        return Track.MID_CAREER
    return Track.PART_TIME if _PART_TIME.search(text) else None


def _addressee(lines: list[str], subject: tuple[int, str] | None) -> list[tuple[int, str]]:
    """From the first line (after the subject) to the one before the greeting, empty ones left out.

    A line of the body ends it: it has a full stop or a comma, or greets.
    """
    block: list[tuple[int, str]] = []
    for number, line in enumerate(lines, start=1):
        if subject and number <= subject[0]:
            continue
        if not line.strip():
            if block:
                break
            continue
        if _OPENING.search(line) and not _TITLE.search(line):
            break
        block.append((number, line.strip()))
    return block
