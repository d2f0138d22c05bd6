"""What a recruiter needs to find the applicant: who, from where, which stage, which day."""

import re

from yokame.letters.checking.context import DraftContext
from yokame.letters.checking.draft import Draft
from yokame.letters.checking.finding import Finding, found
from yokame.letters.situations import Medium, Situation
from yokame.reports import Language, Track

_UNIVERSITY = re.compile(
    r"[一-龥ァ-ヶー々A-Za-z〇○◯●△×]{1,}(?:大学|短大|高専|高等専門学校|専門学校|学院|カレッジ|高校|高等学校|大)"
    r"(?!きな|きい|変|切|事|した)|(?i:\b(?:university|college|institute)\b)"
)
_DAY = re.compile(
    r"[0-9０-９〇○]{1,2}\s*[月/／.]\s*[0-9０-９〇○]{1,2}\s*日?|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|"
    r"20[0-9]{2}[-/][0-9]{1,2}[-/][0-9]{1,2}|先(?:週|日)の?[月火水木金土日]曜|昨日|一昨日|本日|"
    r"(?i:\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? [0-9]{1,2}|"
    r"\b[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)|"
    r"last (?:mon|tues|wednes|thurs|fri)day|yesterday)"
)
_STAGE = re.compile(
    r"面接|面談|書類|エントリーシート|(?<![A-Za-z])(?:ES|GD|SPI)(?![A-Za-z])|テスト|検査|筆記|"
    r"ディスカッション|グループワーク|[一二三四1-4１-４]次(?:選考|試験)|最終選考|試験|ワークショップ|小論文|説明会|"
    r"インターン|(?i:interview|screening|\btest\b|discussion|documents|assessment)"
)
_SAYS_NAME = re.compile(
    r"[^\s。、]{1,12}(?:と申します|と申しまして|と申し上げ|でございます)|"
    r"(?:大学|大学院|学部|学科|研究科|専攻|年|生|短大|高専|学校|部|科)[のにて所属する在学中籍 　、]*の?[\s　]*"
    r"(?!者|学生|生徒|在校生|応募者|学部生|院生)[一-龥ァ-ヶ々]{1,5}[\s　]?[一-龥ぁ-んァ-ヶ々]{0,6}(?:です|と)|応募[^。]{0,14}の?[一-龥々]{2,6}です|"
    r"(?:^|。)[\s　]*[一-龥々]{2,6}です。|"
    r"(?i:my name is\s+\w+|this is\s+[A-Z]\w+|I am\s+[A-Z]\w+\s+[A-Z]\w+)"
)
_SIGNED = re.compile(
    r"^(?:氏名[:：])?[\s　]*(?P<name>[一-龥々ヶ]{1,4}[\s　]?[一-龥ぁ-んァ-ヶ々ー]{1,6})[\s　]*"
    r"(?:[（(][ぁ-んァ-ヶーA-Za-z\s　・]+[)）])?$"
)
_SCHOOL_AND_NAME = re.compile(
    r"(?:大学|大学院|学部|学科|研究科|専攻|年|回生)[\s　]+[一-龥々]{1,4}[\s　]?[一-龥ぁ-んァ-ヶ々]{1,6}$"
)
_NO_NAME = re.compile(r"株式会社|大学|学部|学科|以上|敬具|担当|連絡先|電話|携帯|住所|早々|よろしく|失礼|何卒|署名|都|県|市")
_ENGLISH_END = re.compile(r"(?i)^(?:sincerely|best|kind|warm|yours|with|regards|respectfully)\b.*,?$")
_LINE_OF_NAME = re.compile(r"^[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){1,3}$")


def check_presence(draft: Draft, context: DraftContext) -> list[Finding]:
    """Each thing that is missing, at the line where it belongs."""
    missing = []
    if _needs_university(draft) and not _has_university(draft, context):
        missing.append("missing_university")
    if not _has_name(draft, context):
        missing.append("missing_name")
    if draft.asks_when():
        missing += ["missing_date"] if not _DAY.search(_body(draft)) else []
    if draft.asks_when() or draft.situation is Situation.THANKS:
        missing += ["missing_stage"] if not _STAGE.search(draft.text) else []
    line = draft.first_line
    said = draft.lines[line - 1].strip()
    findings = [
        found(rule, line=line, text=said, language=context.language) for rule in missing
    ]
    return [*findings, *_check_subject(draft, context), *_check_addressee(draft, context)]


def _body(draft: Draft) -> str:
    return draft.text


def _needs_university(draft: Draft) -> bool:
    """A new graduate says where they study, except to an agent, who knows."""
    return draft.track in (None, Track.NEW_GRAD) and draft.medium is not Medium.AGENT


def _has_university(draft: Draft, context: DraftContext) -> bool:
    if context.university:
        plain, wanted = _plain(draft.text), _plain(context.university)
        return wanted in plain or wanted.removesuffix("学") in plain
    return any(
        _UNIVERSITY.search(line) for line in draft.lines if not line.rstrip().endswith(("様", "御中"))
    )


def _has_name(draft: Draft, context: DraftContext) -> bool:
    if context.name:
        parts = context.name.replace("　", " ").split(" ")
        plain = _plain(draft.text)
        return _plain(context.name) in plain or any(len(p) > 1 and _plain(p) in plain for p in parts)
    if _SAYS_NAME.search(draft.text):
        return True
    tail = [line.strip() for line in draft.lines[-12:] if line.strip()]
    if draft.language is Language.EN:
        return any(
            _LINE_OF_NAME.match(line) for line in tail if not _ENGLISH_END.match(line)
        )
    addressed = {line for _, line in draft.addressee}
    return any(
        (_SIGNED.match(line) and not _NO_NAME.search(line)) or _SCHOOL_AND_NAME.search(line)
        for line in tail
        if line not in addressed
    )


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()


def _check_subject(draft: Draft, context: DraftContext) -> list[Finding]:
    """A subject says what it is about and from whom; a greeting there is lost among hundreds."""
    if draft.subject is None:
        return []
    number, subject = draft.subject
    if not subject:
        return [found("missing_subject", line=number, text="", language=context.language)]
    says_nothing = re.fullmatch(
        r"(?:こんにちは|お世話に(?:なって(?:おり|い)ます)?|お?(?:問い合わせ|質問|願い|礼)|ご?連絡|"
        r"至急|無題|はじめまして|(?i:hello|hi|question|inquiry|thank you|urgent))[。！!]?",
        subject,
    )
    if says_nothing:
        return [found("vague_subject", line=number, text=subject, language=context.language)]
    return []


def _check_addressee(draft: Draft, context: DraftContext) -> list[Finding]:
    """Who it goes to stands above a mail, with 様 or 御中."""
    if draft.language is not Language.JA or draft.medium is not Medium.MAIL:
        return []
    block = draft.addressee
    named = [line for _, line in block]
    if any(re.search(r"(?:様|さま|御中|殿|先生|各位|さん)", line) for line in named):
        return _firm_with_sama(draft, context)
    if named and re.search(r"株式会社|会社|銀行|部$|課$|担当|御社|人事|採用", "".join(named)):
        number, line = block[-1]
        return [found("missing_title", line=number, text=line, language=context.language)]
    return []


def _firm_with_sama(draft: Draft, context: DraftContext) -> list[Finding]:
    """株式会社○○様 at the head of a letter: an organisation takes 御中."""
    block = draft.addressee
    findings = []
    for i, (number, line) in enumerate(block):
        firm = re.fullmatch(r"(?:\S*(?:株式会社|有限会社|合同会社)\S*|\S+(?:銀行|病院))[\s　]*様", line)
        has_person = bool(re.search(r"[\s　]|担当|部|課|室", re.sub(r"[\s　]*様$", "", line)))
        if firm and not has_person:
            last = i == len(block) - 1
            findings.append(
                found(
                    "wrong_title" if last else "double_title",
                    line=number,
                    text=line,
                    language=context.language,
                    note="firm_as_person" if last else "",
                    instead=re.sub(r"[\s　]*様$", " 御中" if last else "", line),
                )
            )
        if line.endswith("御中") and any(rest.endswith("様") for _, rest in block[i + 1 :]):
            mended = re.sub(r"[\s　]*御中$", "", line)
            findings.append(
                found(
                    "double_title",
                    line=number,
                    text=line,
                    language=context.language,
                    instead=mended,
                )
            )
    return findings
