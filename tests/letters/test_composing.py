"""Every letter, in every way and language, in many wordings."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest

from tests.letters.requests import AOZORA, HANA, HELD, request
from yokame.letters import (
    BadFactError,
    DraftContext,
    LetterRequest,
    Medium,
    MissingFactError,
    NotUsedError,
    NoUseError,
    Reason,
    Recipient,
    Sender,
    Situation,
    TooManyInquiriesError,
    UnfitStageError,
    check,
    compose,
    context_of,
    is_used,
)
from yokame.promise import read_promise
from yokame.reports import Language, Policy, Stage, Track

USED = [
    (situation, medium, language)
    for situation, medium, language in product(Situation, Medium, Language)
    if is_used(situation, medium)
]
JAPANESE = [(situation, medium) for situation, medium, language in USED if language == "ja"]
# Phrases of apology and of courtesy that sound like a machine when they come twice.
STOCK = (
    "お忙しい",
    "ご多用",
    "お手数",
    "恐縮",
    "恐れ入りますが",
    "末筆",
    "誠に勝手ながら",
    "差し支え",
)


def variants(base: LetterRequest) -> list[LetterRequest]:
    """The same letter with more, fewer and other facts, in many wordings."""
    is_ja = base.language is Language.JA
    topic = "新規事業の立ち上げ" if is_ja else "the new business"
    chosen = base.slots[0]
    shapes = [
        base,
        replace(base, first_choice=True, topic=topic, reason=Reason.OTHER_OFFER),
        replace(base, keener=True, chosen=chosen, slots=(), reason=Reason.HEALTH, mistyped=True),
        replace(base, promise=None, old="", scheduled=base.scheduled, reason=Reason.FAMILY),
        replace(base, recipient=replace(base.recipient, person="", department="", agent="")),
        replace(base, track=Track.MID_CAREER, sender=replace(base.sender, university="")),
        replace(base, stage=Stage.GROUP_DISCUSSION, reason=Reason.OTHER_SELECTIONS),
    ]
    return [replace(shape, wording=n) for shape in shapes for n in range(4)]


def as_draft(letter_request: LetterRequest) -> str:
    letter = compose(letter_request)
    return f"件名：{letter.subject}\n\n{letter.body}" if letter.subject else letter.body


@pytest.mark.parametrize(("situation", "medium", "language"), USED)
def test_every_letter_passes_its_own_check(
    situation: Situation, medium: Medium, language: Language
) -> None:
    for variant in variants(request(situation, medium=medium, language=language)):
        draft = as_draft(variant)

        assert check(draft, context_of(variant)) == [], draft


@pytest.mark.parametrize(("situation", "medium"), JAPANESE)
def test_a_letter_passes_the_check_of_one_who_knows_nothing_of_it(
    situation: Situation, medium: Medium
) -> None:
    for variant in variants(request(situation, medium=medium)):
        draft = as_draft(variant)
        context = DraftContext(medium=medium, track=variant.track)

        assert check(draft, context) == [], draft


@pytest.mark.parametrize(("situation", "medium", "language"), USED)
def test_nothing_is_left_open_in_a_letter(
    situation: Situation, medium: Medium, language: Language
) -> None:
    for variant in variants(request(situation, medium=medium, language=language)):
        draft = as_draft(variant)

        assert not re.search(r"[{}<>○〇]|None|。。|、、|  |の の|\n\n\n", draft), draft


@pytest.mark.parametrize(("situation", "medium"), JAPANESE)
def test_no_stock_phrase_is_said_twice(situation: Situation, medium: Medium) -> None:
    for variant in variants(request(situation, medium=medium)):
        draft = as_draft(variant)
        # A call has steps of which not all are spoken.
        steps = draft.split("〔") if medium is Medium.PHONE else [draft]

        for step in steps:
            assert all(step.count(phrase) <= 1 for phrase in STOCK), draft


@pytest.mark.parametrize(("situation", "medium"), JAPANESE)
def test_a_letter_calls_the_employer_rightly_for_its_way(
    situation: Situation, medium: Medium
) -> None:
    for variant in variants(request(situation, medium=medium)):
        draft = as_draft(variant)

        assert ("貴社" if medium is Medium.PHONE else "御社") not in draft


@pytest.mark.parametrize(("situation", "medium", "language"), USED)
def test_equal_facts_give_equal_letters_on_any_day(
    situation: Situation, medium: Medium, language: Language
) -> None:
    one = request(situation, medium=medium, language=language, today=date(2026, 11, 24))
    later = replace(one, today=date(2026, 11, 25))

    assert compose(one) == compose(one)
    assert compose(one) == compose(later)


@pytest.mark.parametrize(("situation", "language"), list(product(Situation, Language)))
def test_students_seldom_send_the_same_text(situation: Situation, language: Language) -> None:
    """Of 100 students who write the same letter, how many pairs have the same words in the body.

    The least rich mail, the English correction, has 48 wordings around the student's own facts:
    a pair agrees with a chance of 1/48, 2.1 %, so that under 3 % of pairs leaves room.
    """
    base = request(situation, language=language)
    texts = Counter(
        compose(replace(base, sender=Sender(name=f"山田{n}", university="東都大学"))).body.replace(
            f"山田{n}", "山田"
        )
        for n in range(100)
    )

    equal_pairs = sum(count * (count - 1) / 2 for count in texts.values())
    assert equal_pairs / (100 * 99 / 2) < 0.03


def test_another_wording_can_be_asked_for() -> None:
    base = request(Situation.INQUIRY)

    bodies = {compose(replace(base, wording=n)).body for n in range(10)}

    assert len(bodies) > 5


def test_first_choice_is_said_only_by_who_says_so() -> None:
    for situation, medium, language in USED:
        for n in range(20):
            letter = compose(request(situation, medium=medium, language=language, wording=n))

            assert "第一志望" not in letter.body
            assert "first choice" not in letter.body


@pytest.mark.parametrize(
    "situation",
    [
        Situation.INQUIRY_FINAL,
        Situation.INQUIRY_OTHER_OFFER,
        Situation.EXTENSION,
        Situation.THANKS,
    ],
)
def test_first_choice_is_said_where_it_matters(situation: Situation) -> None:
    assert "第一志望" in compose(request(situation, first_choice=True)).body


def test_no_letter_speaks_of_a_season() -> None:
    seasons = re.compile(
        r"新緑|初夏|盛夏|残暑|秋冷|晩秋|寒さ|暑さ|暑い|寒い|師走|年末|向春|桜|梅雨"
    )

    for situation, medium in JAPANESE:
        for n in range(20):
            assert not seasons.search(compose(request(situation, medium=medium, wording=n)).body)


def test_the_address_stands_as_recruiters_expect() -> None:
    letter = compose(request(Situation.INQUIRY_FINAL))

    assert letter.body.startswith("株式会社青空商事\n人事部\n課長 佐藤様\n\n")


def test_without_a_name_it_goes_to_whoever_hires() -> None:
    recipient = Recipient(employer="青空商事㈱")

    letter = compose(request(Situation.INQUIRY_FINAL, recipient=recipient))

    assert letter.body.startswith("青空商事株式会社\n採用ご担当者様\n\n")


@pytest.mark.parametrize(
    ("employer", "called"),
    [
        ("株式会社青空商事", "貴社"),
        ("株式会社みどり銀行", "貴行"),
        ("みどり信用金庫", "貴庫"),
        ("青葉病院", "貴院"),
        ("学校法人東都学園", "貴学園"),
        ("公益財団法人みらい", "貴法人"),
        ("カフェあおぞら渋谷店", "貴店"),
        ("株式会社みらい研究所", "貴社"),
    ],
)
def test_an_employer_is_called_by_its_kind(employer: str, called: str) -> None:
    declined = request(Situation.DECLINE_SELECTION, recipient=Recipient(employer=employer))

    assert f"{called}の" in compose(declined).body


def test_the_signature_holds_school_name_and_how_to_reach_one() -> None:
    tail = compose(request(Situation.INQUIRY)).body.splitlines()[-6:]

    assert tail[1:5] == [
        "東都大学 経済学部 4年",
        "山田 花子（やまだ はなこ）",
        "電話：090-1234-5678",
        "メール：hanako@example.jp",
    ]


def test_the_subject_says_who_writes() -> None:
    for situation in Situation:
        assert "【東都大学 山田花子】" in compose(request(situation)).subject


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("１週間以内に連絡します", "1週間以内と"),
        ("5営業日以内にご連絡します", "5営業日以内と"),
        ("来週中には連絡します", "11月20日（金）頃までと"),
        ("11/20(金)までに連絡します", "11月20日（金）頃までと"),
        ("within a week", "11月20日（金）頃までと"),
    ],
)
def test_what_was_promised_is_repeated_so_that_it_is_still_true(said: str, written: str) -> None:
    promise = read_promise(said, held=HELD)
    facts = LetterRequest(
        Situation.INQUIRY, HANA, AOZORA, stage=Stage.FIRST, held=HELD, promise=promise
    )

    # とご案内, とのお話, と伺って: which of them follows is the wording's choice.
    assert written in compose(facts).body


def test_an_inquiry_is_of_the_kind_that_its_facts_call_for() -> None:
    plain = LetterRequest(Situation.INQUIRY, HANA, AOZORA, stage=Stage.FIRST, held=HELD)
    kinds = {
        compose(shape).situation
        for shape in (
            plain,
            replace(plain, promise=read_promise("1週間以内", held=HELD)),
            replace(plain, stage=Stage.FINAL),
            replace(plain, other_answer_by=date(2026, 12, 1)),
            replace(plain, asked=(date(2026, 11, 24),)),
        )
    }

    assert kinds == {
        Situation.INQUIRY_NO_PROMISE,
        Situation.INQUIRY,
        Situation.INQUIRY_FINAL,
        Situation.INQUIRY_OTHER_OFFER,
        Situation.SECOND_INQUIRY,
    }


@pytest.mark.parametrize(
    ("today", "words"),
    [(HELD, "本日は"), (date(2026, 11, 14), "昨日は"), (date(2026, 11, 16), "11月13日（金）は")],
)
def test_thanks_name_the_day_as_it_is_called_then(today: date, words: str) -> None:
    assert words in compose(request(Situation.THANKS, today=today)).body


def test_nothing_is_written_where_only_passes_are_told() -> None:
    for policy in (
        {"policy": Policy.PASSED_ONLY},
        {"promise": read_promise("合格者のみ1週間以内に連絡します", held=HELD)},
    ):
        with pytest.raises(NoUseError):
            compose(request(Situation.INQUIRY, **policy))


def test_no_third_inquiry_is_written() -> None:
    asked = (date(2026, 11, 24), date(2026, 12, 1))

    with pytest.raises(TooManyInquiriesError):
        compose(request(Situation.SECOND_INQUIRY, asked=asked))


@pytest.mark.parametrize(
    ("situation", "facts", "missing"),
    [
        (Situation.INQUIRY, {"held": None}, "held"),
        (Situation.INQUIRY, {"stage": None}, "stage"),
        (Situation.INQUIRY, {"sender": Sender(name="山田花子")}, "university"),
        (Situation.INQUIRY, {"sender": Sender(name=" ", university="東都大学")}, "name"),
        (Situation.INQUIRY, {"recipient": Recipient(employer="")}, "employer"),
        (Situation.EXTENSION, {"extend_to": None}, "extend_to"),
        (Situation.SCHEDULING, {"slots": ()}, "slots|chosen"),
        (Situation.DOCUMENTS, {"documents": ()}, "documents"),
        (Situation.CORRECTION, {"new": ""}, "new"),
    ],
)
def test_a_letter_with_a_hole_is_not_written(
    situation: Situation, facts: dict[str, Any], missing: str
) -> None:
    with pytest.raises(MissingFactError) as error:
        compose(request(situation, **facts))

    assert error.value.fact == missing


def test_thanks_are_not_telephoned_nor_sent_for_documents() -> None:
    with pytest.raises(NotUsedError):
        compose(request(Situation.THANKS, medium=Medium.PHONE))
    with pytest.raises(UnfitStageError):
        compose(request(Situation.THANKS, stage=Stage.DOCUMENT))


@pytest.mark.parametrize(
    ("facts", "fact"),
    [
        ({"sender": replace(HANA, name="山田\nBcc: x@example.jp")}, "name"),
        ({"topic": "あ" * 201}, "topic"),
        ({"documents": ("履歴書\r\n",)}, "documents"),
        ({"extend_to": date(2026, 12, 4)}, "extend_to"),
        ({"asked": (date(2026, 11, 12),)}, "asked"),
    ],
)
def test_a_fact_that_no_letter_can_carry_is_refused(facts: dict[str, Any], fact: str) -> None:
    situation = Situation.SECOND_INQUIRY if "asked" in facts else Situation.EXTENSION

    with pytest.raises(BadFactError) as error:
        compose(request(situation, **facts))

    assert error.value.fact == fact


def test_documents_are_sent_on_a_day_and_screened_on_none() -> None:
    for medium in Medium:
        for n in range(8):
            facts: dict[str, Any] = {"stage": Stage.DOCUMENT, "other_answer_by": None, "wording": n}
            letter = compose(request(Situation.INQUIRY, medium=medium, **facts))

            assert not re.search("13日(（金）)?の(株式会社青空商事様の)?書類選考", letter.body)


def test_an_inquiry_about_the_final_interview_need_not_name_it() -> None:
    letter = compose(request(Situation.INQUIRY_FINAL, stage=None))

    assert "最終面接" in letter.body


def test_braces_in_a_name_stay_as_they_are() -> None:
    recipient = Recipient(employer="株式会社{name}")

    assert compose(request(Situation.THANKS, recipient=recipient)).body.startswith("株式会社{name}")
