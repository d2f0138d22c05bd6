"""Who is told, and how."""

from datetime import date

import pytest

from yokame.promise import Reason, read_promise
from yokame.reports import Channel, Policy

FRIDAY = date(2026, 11, 13)


@pytest.mark.parametrize(
    "said",
    [
        "合格者のみ連絡します",
        "合格の場合のみ連絡",
        "合格の場合に限り連絡します",
        "通過された方にのみご連絡",
        "採用の場合に限りご連絡",
        "ご縁があった場合、1週間以内に連絡",
        "通過者だけに連絡",
        "合格者へのご連絡のみとなります",
        "不合格の場合は連絡しません",
        "1週間以内に連絡がない場合は不合格とお考えください",
        "1週間以内に連絡がない場合はご縁がなかったものとお考えください",
        "不採用の方へのご連絡は控えさせていただきます",
        "合格者以外には連絡しません",
        "合格された方以外へのご連絡はいたしません",
        "Only successful candidates will be contacted",
        "only shortlisted applicants will hear from us",
        "We will only be in touch with those who are selected",
        "if you do not hear from us within two weeks, consider your application unsuccessful",
        "we will not contact unsuccessful candidates",
        "Successful candidates only will be notified",
    ],
)
def test_only_those_who_passed_are_told(said: str) -> None:
    promise = read_promise(said, held=FRIDAY)

    assert promise.policy is Policy.PASSED_ONLY
    assert promise.ask_from is None


@pytest.mark.parametrize(
    "said",
    [
        "合否にかかわらず連絡します",
        "合否に関わらず",
        "合否に拘らず連絡",
        "合否を問わずご連絡",
        "合否に関係なく連絡",
        "結果を問わず連絡します",
        "結果にかかわらず連絡",
        "いずれの場合もご連絡します",
        "全員にご連絡します",
        "皆様に結果をお知らせします",
        "不合格の場合も連絡します",
        "合格・不合格ともにご連絡します",
        "可否を問わず連絡",
        "採否にかかわらず連絡",
        "合格は1週間、それ以外は2週間",
        "合格の方は電話、不合格の方はメールでご連絡します",
        "regardless of the outcome we will contact you",
        "We will let you know either way",
        "all candidates will be notified",
        "You will hear from us whether successful or not",
    ],
)
def test_everyone_is_told(said: str) -> None:
    assert read_promise(said, held=FRIDAY).policy is Policy.EVERYONE


@pytest.mark.parametrize(
    "said",
    [
        "合否をお知らせします",
        "合格の場合は連絡します",
        "1週間以内に連絡します",
        "合格をお祈りしています",
        "全員の面接が終わりました。1週間以内に連絡します",
        "結果のみ連絡します",
        "合格者には電話のみで連絡します",
    ],
)
def test_who_is_told_stays_unknown(said: str) -> None:
    assert read_promise(said, held=FRIDAY).policy is Policy.UNKNOWN


@pytest.mark.parametrize(
    "said",
    [
        "合格者のみではありません",
        "合格者のみに連絡するわけではありません",
        "It is not only successful candidates who hear from us",
    ],
)
def test_a_refused_policy_is_named_and_not_used(said: str) -> None:
    promise = read_promise(said, held=FRIDAY)

    assert promise.policy is Policy.UNKNOWN
    assert [note.reason for note in promise.not_understood] == [Reason.NEGATED]


@pytest.mark.parametrize(
    ("said", "channel"),
    [
        ("お電話でご連絡します", Channel.PHONE),
        ("1週間以内に電話します", Channel.PHONE),
        ("携帯にご連絡します", Channel.PHONE),
        ("We will call you", Channel.PHONE),
        ("メールで連絡します", Channel.MAIL),
        ("Ｅメールにてお知らせ", Channel.MAIL),
        ("you will receive an email", Channel.MAIL),
        ("マイページでお知らせします", Channel.MY_PAGE),
        ("採用サイトで発表します", Channel.MY_PAGE),
        ("check the portal for results", Channel.MY_PAGE),
        ("エージェント経由で連絡します", Channel.AGENT),
        ("担当者から連絡します", Channel.AGENT),
        ("紹介会社から連絡します", Channel.AGENT),
        ("through your agent we will notify you", Channel.AGENT),
        ("電話ではなくメールで連絡します", Channel.MAIL),
        ("We will contact you by email, not by phone", Channel.MAIL),
        ("採用担当者からメールで連絡します", Channel.MAIL),
        ("連絡します。ご質問はメールでお問い合わせください", None),
        ("電話番号をお知らせください", None),
        ("連絡します", None),
    ],
)
def test_the_way_of_word_is_read(said: str, channel: Channel | None) -> None:
    promise = read_promise(said, held=FRIDAY)

    assert promise.channel is channel
    assert promise.not_understood == ()


def test_several_ways_are_named_instead_of_one_being_guessed() -> None:
    promise = read_promise("メールまたはお電話でご連絡します", held=FRIDAY)

    assert promise.channel is None
    assert [note.reason for note in promise.not_understood] == [Reason.SEVERAL_CHANNELS]


@pytest.mark.parametrize("said", ["", "   ", "\n\n", "　"])
def test_nothing_said_is_nothing_misunderstood(said: str) -> None:
    promise = read_promise(said, held=FRIDAY)

    assert promise.window is None
    assert promise.not_understood == ()


def test_thanks_beside_a_promise_are_not_listed() -> None:
    said = "本日はありがとうございました。お気をつけてお帰りください。1週間以内に連絡します。"

    assert read_promise(said, held=FRIDAY).not_understood == ()


def test_thanks_alone_are_named_as_a_whole() -> None:
    said = "本日はありがとうございました。"

    assert [note.text for note in read_promise(said, held=FRIDAY).not_understood] == [said]
