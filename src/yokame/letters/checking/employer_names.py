"""The employer's name in a draft: the right firm, its legal form spelled out and in place."""

import re

from yokame.employers import COMPANY_FORMS, key_of, spelled_out
from yokame.letters.checking.context import DraftContext
from yokame.letters.checking.draft import Draft
from yokame.letters.checking.finding import Finding, found
from yokame.letters.honorifics import called_aloud, called_in_writing, kind_of
from yokame.letters.situations import Medium
from yokame.reports import Language

_WORD = r"[一-龥ァ-ヶー々ｦ-ﾟA-Za-z0-9０-９Ａ-Ｚａ-ｚ&＆・.＋+\-]"
_FORMS = "|".join(COMPANY_FORMS) + r"|㈱|㈲|[(（](?:株|有|同)[)）]"
# After a legal form a name may begin in hiragana (みどり製作所), but の, より … end the name.
_KANA = r"(?!の|より|から|に|は|が|と|を|へ|で|など|まで|さま|です|でし|もし)[ぁ-ん]"
_AFTER = rf"(?:{_KANA}[ぁ-ん]{{0,7}})?{_WORD}+|{_KANA}[ぁ-んー]{{2,9}}"
_FIRM = re.compile(rf"(?P<before>{_WORD}+)?(?P<form>{_FORMS})[ 　]?(?P<after>{_AFTER})?")
_SHORT_FORM = re.compile(r"㈱|㈲|[(（](?:株|有|同)[)）]")
# Where another firm may well be named: who introduced one, where one works, where one applied.
_MAY_NAME_OTHERS = re.compile(
    r"紹介|エージェント|勤務|在籍|退職|現職|前職|インターン|アルバイト|グループ|ナビ|経由|を通じ|運営|主催|他社"
)
_CUT_AFTER = re.compile(
    r"(?:人事部?|採用|総務|管理部|営業部|新卒|部長|課長|代表|社長|様|御中|ご担当).*$"
)


_ENGLISH_FIRM = re.compile(
    r"\b(?P<name>[A-Z][\w&'-]*(?: [A-Z][\w&'-]*){0,4},? "
    r"(?:Inc|Ltd|Corp|Corporation|Co|K\.K)\b\.?)"
)


def check_employer_names(draft: Draft, context: DraftContext) -> list[Finding]:
    """Another firm's name, a short legal form, 株式会社 on the wrong side, 貴社 for a bank."""
    if draft.language is Language.EN:
        return _check_english(draft, context)
    employer = spelled_out(context.employer) or _addressed(draft)
    findings = _short_forms(draft, context)
    if not employer or draft.medium is Medium.AGENT:
        return findings
    for number, line in enumerate(draft.lines, start=1):
        for match in _FIRM.finditer(line):
            name = _name_in(match)
            if not name or _is_signature(draft, number):
                continue
            findings += _about(name, employer, number, line, context)
    return [*findings, *_wrong_kind(draft, employer, context)]


def _about(
    name: str, employer: str, number: int, line: str, context: DraftContext
) -> list[Finding]:
    language, written, wanted = context.language, key_of(name), key_of(employer)
    if wanted.startswith(written) or wanted.endswith(written) or written.startswith(wanted):
        right = bool(re.search("|".join(COMPANY_FORMS), employer))
        if written == wanted and right and spelled_out(name) != employer:
            rule = "employer_form"
            return [found(rule, line=number, text=name, language=language, instead=employer)]
        return []
    if _MAY_NAME_OTHERS.search(line) and not context.employer:
        return []
    if _MAY_NAME_OTHERS.search(line):
        return []
    return [found("wrong_employer", line=number, text=name, language=language, instead=employer)]


def _name_in(match: re.Match[str]) -> str:
    """The firm's name with its form: what follows a form before it, or what stands before."""
    form, after = match["form"], match["after"] or ""
    after = _CUT_AFTER.sub("", after)
    if after:
        return f"{form}{after}"
    before = re.sub(r"^.*(?:貴社|御社)", "", match["before"] or "")
    return f"{before}{form}" if before else ""


def _addressed(draft: Draft) -> str:
    """The firm that the draft is addressed to."""
    for _, line in draft.addressee:
        match = _FIRM.search(line)
        if match and (name := _name_in(match)):
            return spelled_out(name)
    return ""


def _is_signature(draft: Draft, number: int) -> bool:
    """Whether a line stands below the body, where a present employer may be named."""
    last = max((i for i, line in enumerate(draft.lines, 1) if "。" in line), default=0)
    return number > last > 0


def _short_forms(draft: Draft, context: DraftContext) -> list[Finding]:
    return [
        found(
            "short_form",
            line=number,
            text=match.group(),
            language=context.language,
            instead=spelled_out(match.group()),
        )
        for number, line in enumerate(draft.lines, start=1)
        for match in _SHORT_FORM.finditer(line)
    ]


def _wrong_kind(draft: Draft, employer: str, context: DraftContext) -> list[Finding]:
    """貴社 to a bank, 貴行 to a company."""
    kind = kind_of(employer)
    aloud = draft.medium is Medium.PHONE
    right = called_aloud(employer) if aloud else called_in_writing(employer)
    sign = "御" if aloud else "貴"
    wrong = "社" if kind in ("行", "庫") else "行" if kind == "社" else ""
    if not wrong:
        return []
    return [
        found(
            "wrong_honorific",
            line=number,
            text=match.group(),
            language=context.language,
            note="kind",
            instead=right,
            employer=employer,
        )
        for number, line in enumerate(draft.lines, start=1)
        for match in re.finditer(rf"{sign}{wrong}(?!中)", line)
    ]


def _check_english(draft: Draft, context: DraftContext) -> list[Finding]:
    """In English only a firm named with its legal form can be told from other words."""
    if not context.employer or draft.medium is Medium.AGENT:
        return []
    wanted = key_of(context.employer)
    return [
        found(
            "wrong_employer",
            line=number,
            text=match["name"],
            language=context.language,
            instead=context.employer,
        )
        for number, line in enumerate(draft.lines, start=1)
        for match in _ENGLISH_FIRM.finditer(line)
        if key_of(match["name"]) not in wanted and wanted not in key_of(match["name"])
    ]
