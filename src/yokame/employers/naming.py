"""What one typed as an employer's name, taken apart: the firm, and the course typed along."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from yokame.employers.characters import closed_up, folded
from yokame.employers.legal_forms import COMPANY_FORMS, without_legal_form

_YEAR = r"20\d\d(?:年度?)?(?:春|夏)?(?:卒業?)?|\d\d(?:年度?卒業?|年度|卒)"
_HIRING = (
    r"(?:新卒|中途|キャリア|学生|定期|通年|障がい者)?(?:者)?採用(?:選考|担当|ページ|サイト|情報|枠)?"
    r"|マイページ|(?:早期|本|特別|書類|一般)選考|(?:\d|[一二三四])次(?:選考|面接|募集)"
    r"|(?:最終)?面接|(?:会社)?説明会|オープン・?カンパニー|エントリー(?:シート)?|ES|新卒|中途"
    r"|(?:(?:サマー|ウィンター|オータム|春|夏|秋|冬|長期|短期|\d+\s?days?)(?:の|季)?)?インターン(?:シップ)?"
    r"|(?:総合|一般|地域|エリア|全国|専門|技術|事務|営業|研究|開発|企画|販売|エンジニア)(?:総合)?職"
    r"|(?:技術|事務|文|理|営業|ビジネス|デザイン|開発|研究)系"
    r"|\d+\s?days?|第\d+[回次期]|正社員|契約社員|アルバイト|パート|バイト|SE|エンジニア|営業|人事部?"
)
_COURSE = re.compile(
    rf"(?i)(?:{_YEAR}|{_HIRING}|\d{{1,2}}(?:回目|社目)|.{{1,12}}(?:職|コース|採用|選考|インターン(?:シップ)?"
    r"|支社|支店|営業所|出張所|事業所|工場))+"
)
_TYPED_ON = re.compile(
    r"(?P<firm>.+?)(?P<course>(?:(?:20)?\d\d年?卒)?(?:新卒|中途|キャリア|学生)?採用(?:選考|担当|ページ)?"
    r"|総合職|一般職|本選考|インターンシップ|(?:20)?\d\d年?卒|[①-⑳❶-❿]+|[(（]\d{1,2}[)）])"
)
_FORMS = "|".join((*COMPANY_FORMS, "㈱", "㈲", "[(（][株有同][)）]"))
_BRANCH = (
    r"(?:本社|本店|支社|支店|支部|営業所|出張所|事業所|事業部|工場|研究所|センター|人事部|採用担当)"
)
_AFTER_FORM = re.compile(
    rf"(?P<firm>.+?(?:{_FORMS}))\s*(?P<course>[^\s()（）]*?{_BRANCH}|{_HIRING})"
)
_OPEN, _CLOSE = r"[(（\[［【〔<＜〈《「『]", r"[)）\]］】〕>＞〉》」』]"
_INSIDE = rf"[^{_OPEN[1:-1]}{_CLOSE[1:-1]}]"
_BRACKETS_LAST = re.compile(rf"(?P<firm>.+?)\s*{_OPEN}\s*(?P<course>{_INSIDE}+?)\s*{_CLOSE}")
_BRACKETS_FIRST = re.compile(rf"{_OPEN}\s*(?P<course>{_INSIDE}+?)\s*{_CLOSE}\s*(?P<firm>.+)")
_SEPARATED = re.compile(
    r"(?P<firm>.+?)[\s/／|｜:：_＿,、\-－–—]+(?P<course>[^\s/／|｜:：_＿,、\-－–—]+)"
)


LONGEST_KEY = 200  # one character can stand for eighteen; whoever stores keys needs an end


@dataclass(frozen=True)
class EmployerName:
    """A name as typed, in two parts: `course` is empty where none was typed along."""

    firm: str
    course: str


@lru_cache(maxsize=4096)
def read_name(typed: str) -> EmployerName:
    """The firm without 総合職, 27卒, 新卒採用, 仙台支社 or ②, which say what one applied for."""
    firm, courses = typed.strip(), list[str]()
    while match := _course_in(firm):
        firm = match["firm"].strip()
        courses.insert(0, match["course"].strip())
    return EmployerName(firm, " ".join(courses))


@lru_cache(maxsize=4096)
def key_of(typed: str) -> str:
    """What two spellings of surely the same firm have in common; empty only for nothing.

    Legal forms, width, case, spaces, punctuation, hyphens, old characters and the course typed
    along do not count. Kana and its reading in Latin letters do: those are `suggestions`.
    """
    bare = folded(without_legal_form(read_name(typed).firm))
    key = closed_up(bare) or closed_up(folded(typed)) or typed.strip()
    return key[:LONGEST_KEY]


def _course_in(firm: str) -> re.Match[str] | None:
    """A course at either end of `firm`, as long as a firm is left beside it."""
    for pattern in (_BRACKETS_LAST, _BRACKETS_FIRST, _SEPARATED):
        match = pattern.fullmatch(firm)
        if match and _is_course(match["course"]) and _is_firm(match["firm"]):
            return match
    for pattern in (_TYPED_ON, _AFTER_FORM):
        match = pattern.fullmatch(firm)
        if match and _is_firm(match["firm"]):
            return match
    return None


def _is_course(words: str) -> bool:
    return bool(_COURSE.fullmatch(unicodedata.normalize("NFKC", words)))


def _is_firm(words: str) -> bool:
    """Whether words besides a legal form are left."""
    return bool(closed_up(re.sub(_FORMS, "", words)))
