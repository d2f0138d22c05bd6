"""What the words of a promise are, and those that carry a number.

One entry per spelling, in both languages. A word that merely contains another one (一次, 少ない)
has an entry as well, so that the longest word wins and nothing is read into it.
"""

from enum import Enum, auto


def spelled(words: str) -> list[str]:
    """The spellings in one string, apart by spaces; `_` is a space inside a spelling."""
    return [word.replace("_", " ") for word in words.split()]


class Kind(Enum):
    """What a word does in a promise."""

    NUMBER = auto()
    UNIT = auto()
    BLANK_NUMBER = auto()  # ◯日
    COUNTER = auto()  # units that measure no wait: 3名, 2次, 30分
    CLOCK = auto()
    RELATIVE_DAY = auto()
    RELATIVE_WEEK = auto()
    RELATIVE_MONTH = auto()
    RELATIVE_YEAR = auto()
    NEXT_BUSINESS_DAY = auto()
    SPOKEN_COUNT = auto()  # 一両日, いっしゅうかん: a count that is one word
    WEEKDAY = auto()
    MONTH_NAME = auto()
    PART = auto()
    NAMED_SPAN = auto()  # 年内, 週末, 月末: a time with nothing beside it
    SOME_TIME = auto()  # 後日, soon: understood, and no window
    UNKNOWN_DAY = auto()  # 年明け: a day that nobody here can know
    BUSINESS_ONLY = auto()
    DAYS_OFF = auto()
    EXCEPT = auto()
    INCLUDING = auto()
    WISH = auto()  # できれば, if possible
    EARLIEST = auto()
    AT_LEAST = auto()
    CONDITION = auto()
    EVERYBODY = auto()
    FINISHING = auto()
    WORD = auto()
    OUTCOME = auto()
    OTHER_MATTER = auto()
    REQUEST = auto()
    INQUIRY = auto()
    PASS = auto()
    FAIL = auto()
    LUCK = auto()  # ご縁: a pass where there is one, a fail where there is none
    OTHERS = auto()
    ONLY = auto()
    REGARDLESS = auto()
    EITHER_WAY = auto()
    EVERYONE = auto()
    CHANNEL = auto()
    OTHER_CHANNEL = auto()  # 郵送, LINE: a way that `yokame.reports.Channel` has no name for
    ADDRESS = auto()
    NOT = auto()
    IS = auto()
    NEUTRAL = auto()
    IF = auto()
    END = auto()
    SUFFIX = auto()  # what stands behind or between times: 以内, まで, から
    OTHER = auto()


UNITS: dict[str, str] = {
    **dict.fromkeys(spelled("営業日間 営業日 就業日 稼働日 実働日 平日 勤務日"), "business_days"),
    **dict.fromkeys(spelled("日間 日 日目 にち 暦日"), "days"),
    **dict.fromkeys(
        spelled("週間 週 週間目 周間 週かん 週感 習慣 しゅうかん weeks week wk wks"), "weeks"
    ),
    **dict.fromkeys(
        spelled(
            "か月 ヶ月 ケ月 ヵ月 カ月 箇月 か月間 ヶ月間 ケ月間 ヵ月間 カ月間 箇月間 months month"
        ),
        "months",
    ),
    **dict.fromkeys(spelled("時間 hours hour hrs"), "hours"),
    **dict.fromkeys(["月"], "month_of_year"),
    **dict.fromkeys(["年"], "year"),
    **dict.fromkeys(["days", "day"], "days"),
    **dict.fromkeys(spelled("週間半 か月半 ヶ月半 ケ月半 ヵ月半 カ月半 年間 ヶ年"), "unread"),
}
COUNTERS = spelled(
    "名様 名 人 社 回目 回 次 点 問 枚 件 円 割 % 歳 階 号 期 年生 年目 卒 級 番 つ 本 度 分間 分"
    " 秒 ヶ所 箇所 通 個 部 種 者"
)
NUMBER_WORDS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15,
    "twenty": 20, "thirty": 30, "a couple of": 2, "a couple": 2, "couple of": 2,
}  # fmt: skip
VALUED: dict[Kind, dict[str, int]] = {
    Kind.RELATIVE_DAY: {
        "本日": 0, "今日": 0, "きょう": 0, "当日": 0, "即日": 0, "即日中": 0,
        "本日中": 0, "今日中": 0, "当日中": 0, "明日": 1, "あす": 1, "あした": 1, "翌日": 1,
        "明後日": 2, "あさって": 2,
        "翌々日": 2, "翌翌日": 2, "明々後日": 3, "しあさって": 3, "today": 0, "tonight": 0,
        "tomorrow": 1, "the day after tomorrow": 2, "the next day": 1, "the following day": 1,
        "same day": 0, "eod": 0, "cob": 0,
    },
    Kind.RELATIVE_WEEK: {
        "今週": 0, "来週": 1, "らいしゅう": 1, "翌週": 1, "次週": 1, "再来週": 2, "さ来週": 2,
        "さらいしゅう": 2, "翌々週": 2, "this week": 0, "the week": 0, "next week": 1,
        "the following week": 1, "the coming week": 1, "the week after next": 2,
    },
    Kind.RELATIVE_MONTH: {
        "今月": 0, "当月": 0, "来月": 1, "翌月": 1, "再来月": 2, "さ来月": 2, "this month": 0,
        "the month": 0, "next month": 1, "the following month": 1,
    },
    Kind.RELATIVE_YEAR: {
        "今年": 0, "本年": 0, "来年": 1, "翌年": 1, "this year": 0, "the year": 0, "next year": 1,
    },
    Kind.NEXT_BUSINESS_DAY: {
        "翌営業日": 1, "翌就業日": 1, "翌々営業日": 2, "翌平日": 1, "next business day": 1,
        "the next business day": 1, "next working day": 1, "the next working day": 1,
        "the following business day": 1,
    },
    Kind.SPOKEN_COUNT: {
        "一両日中": 2, "一両日": 2, "両日中": 2, "1両日中": 2, "1両日": 2, "a day or two": 2,
        "day or two": 2, "next day or two": 2, "week or two": 2, "a week or two": 2,
        "next week or two": 2, "couple of days": 2, "いっしゅうかん": 1, "にしゅうかん": 2,
        "さんしゅうかん": 3, "ふつか": 2, "みっか": 3, "よっか": 4, "むいか": 6, "とおか": 10,
        "にさんにち": 3, "にさんち": 3,
    },
    Kind.WEEKDAY: {
        **{f"{day}曜日": k for k, day in enumerate("月火水木金土日")},
        **{f"{day}曜": k for k, day in enumerate("月火水木金土日")},
        "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
        "sunday": 6, "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3,
        "thurs": 3, "fri": 4, "sat": 5, "sun": 6, "mondays": 0, "fridays": 4,
    },
    Kind.MONTH_NAME: {
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
        "august": 8, "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1,
        "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
        "oct": 10, "nov": 11, "dec": 12,
    },
}  # fmt: skip
# The channel's number is its place in `yokame.reports.Channel`.
CHANNEL_WORDS: tuple[tuple[str, str], ...] = (
    (
        "phone",
        "電話 お電話 でんわ 携帯 架電 tel phone telephone phoned phones call called calls",
    ),
    (
        "mail",
        "メール eメール e-mail email mail mails emails emailed メイル eメイル mailed e-mails",
    ),
    (
        "my_page",
        "マイページ mypage my_page 採用サイト 採用ページ 応募サイト 応募者ページ 採用マイページ"
        " ポータル ポータルサイト portal 専用サイト 専用ページ webサイト上 web上"
        " applicant_portal",
    ),
    (
        "agent",
        "エージェント エージェント様 転職エージェント 就活エージェント 紹介会社 人材紹介会社"
        " 担当エージェント 担当者から 担当者より 担当から 担当より 担当者経由"
        " キャリアアドバイザー アドバイザー 派遣会社 agent agency your_agent recruitment_agency"
        " recruitment_agent",
    ),
)
