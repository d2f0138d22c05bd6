"""The words a promise is made of, in both languages, each with its kind.

One entry per spelling. A word that merely contains another one (一次, 少ない, 内定) stands here so
that the longest word wins and nothing is read into it.
"""

from enum import Enum, auto


class Kind(Enum):
    """What a word does in a promise."""

    NUMBER = auto()
    UNIT = auto()
    COUNTER = auto()  # units that measure no wait: 3名, 2次, 30分
    CLOCK = auto()
    RELATIVE_DAY = auto()
    RELATIVE_WEEK = auto()
    RELATIVE_MONTH = auto()
    RELATIVE_YEAR = auto()
    NEXT_BUSINESS_DAY = auto()
    DAY_OR_TWO = auto()
    WEEKDAY = auto()
    MONTH_NAME = auto()
    PART = auto()
    NAMED_SPAN = auto()  # 年内, 週末, 月末: a time with nothing beside it
    SOME_TIME = auto()  # 後日, soon: understood, and no window
    UNKNOWN_DAY = auto()  # 年明け: a day that nobody here can know
    BUSINESS_ONLY = auto()
    DAYS_OFF = auto()
    EXCEPT = auto()
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
    NOT = auto()
    IS = auto()
    NEUTRAL = auto()
    IF = auto()
    END = auto()
    SUFFIX = auto()  # what stands behind or between times: 以内, まで, から
    OTHER = auto()


UNITS: dict[str, str] = {
    **dict.fromkeys(["営業日間", "営業日", "就業日", "稼働日", "実働日", "平日", "勤務日"], "business_days"),
    **dict.fromkeys(["日間", "日", "日目", "にち"], "days"),
    **dict.fromkeys(["週間", "週", "週間目", "weeks", "week", "wk", "wks"], "weeks"),
    **dict.fromkeys(
        ["か月", "ヶ月", "ケ月", "ヵ月", "カ月", "ヵ月間", "か月間", "ヶ月間", "ケ月間", "カ月間", "箇月", "箇月間", "months", "month"],
        "months",
    ),
    **dict.fromkeys(["時間", "hours", "hour", "hrs"], "hours"),
    **dict.fromkeys(["月"], "month_of_year"),
    **dict.fromkeys(["年"], "year"),
    **dict.fromkeys(["days", "day"], "days"),
    **dict.fromkeys(["週間半", "か月半", "ヶ月半", "ケ月半", "ヵ月半", "カ月半", "年間", "ヶ年"], "unread"),
}

COUNTERS = ["名様", "名", "人", "社", "回目", "回", "次", "点", "問", "枚", "件", "円", "割", "%", "歳", "階", "号", "期", "年生", "年目", "卒", "級", "番", "つ", "本", "度", "分間", "分", "秒", "ヶ所", "箇所", "通", "個", "部", "種", "者"]

# 5時, 17:00 is read in tokens.py.
NUMBER_WORDS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15,
    "twenty": 20, "thirty": 30, "a couple of": 2, "a couple": 2, "couple of": 2,
}  # fmt: skip

VALUED: dict[Kind, dict[str, int]] = {
    Kind.RELATIVE_DAY: {
        "本日": 0, "今日": 0, "きょう": 0, "当日": 0, "即日": 0, "即日中": 0, "本日中": 0, "今日中": 0,
        "当日中": 0, "明日": 1, "あす": 1, "あした": 1, "翌日": 1, "明後日": 2, "あさって": 2,
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
    Kind.DAY_OR_TWO: {"一両日中": 2, "一両日": 2, "両日中": 2, "1両日中": 2, "1両日": 2,
                      "a day or two": 2, "day or two": 2, "next day or two": 2, "week or two": 2,
                      "a week or two": 2, "next week or two": 2, "couple of days": 2},
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
    ("phone", "電話 お電話 でんわ 携帯 架電 tel phone telephone phoned phones call called calls"),
    ("mail", "メール eメール e-mail email mail mails emails emailed メイル eメイル mailed e-mails"),
    (
        "my_page",
        "マイページ mypage my_page 採用サイト 採用ページ 応募サイト 応募者ページ 採用マイページ"
        " ポータル ポータルサイト portal 専用サイト 専用ページ webサイト上 web上 applicant_portal",
    ),
    (
        "agent",
        "エージェント エージェント様 転職エージェント 就活エージェント 紹介会社 人材紹介会社"
        " 担当エージェント 担当者から 担当者より 担当から 担当より 担当者経由 キャリアアドバイザー アドバイザー 派遣会社 agent agency your_agent"
        " recruitment_agency recruitment_agent",
    ),
)

PLAIN: dict[Kind, str] = {
    Kind.PART: (
        "上旬 初旬 中旬 下旬 末日 末 初め はじめ 始め 頭 あたま 前半 後半 半ば なかば 中頃 中ごろ"
        " いっぱい 一杯 週末 早々 後半頃 終わり 月内 early mid late beginning middle mid-"
    ),
    Kind.NAMED_SPAN: (
        "年内 年内中 年末 年度内 年度末 月末 月末日 月内 月中 月初 週内 週末 週中 週明け 週あけ"
        " 週半ば 週なかば 週前半 週後半 週の半ば 週の後半 週の前半 今週末 来週末 再来週末 翌週末"
        " 今月末 来月末 再来月末 翌月末 当月末 来週明け 今年度内 今年度中 再来週明け 週始め 週初め"
        " 週頭"
    ),
    Kind.SOME_TIME: (
        "後日 追って おって 追ってのご 改めて あらためて しばらく 暫く 近日中 近日 近々 近いうち"
        " 近い内 ちかいうち 数日中 数日間 数日 数週間 数週 数カ月 数ヶ月 数か月 数ヵ月 半月 半年"
        " そのうち 順次 随時 早急に 早急 至急 早めに 出来るだけ早く できるだけ早く なるべく早く"
        " 可能な限り早く まもなく 間もなく ほどなく 程なく すぐに すぐ 直ちに 速やかに すみやかに"
        " 早々に 何日か 2数日 後ほど のちほど 今後 soon shortly in_due_course later later_on"
        " coming_days coming_weeks coming_months next_few_days next_few_weeks few_days few_weeks"
        " several_days several_weeks some_days some_weeks at_a_later_date as_soon_as_possible asap"
        " a_while some_time in_time few_business_days few_working_days coming_week_or_so"
        " the_near_future near_future half_a_month in_the_future days_to_come promptly"
    ),
    Kind.UNKNOWN_DAY: (
        "年明け 年あけ 年始 年始明け 年末年始明け 連休明け 連休あけ 連休後 連休 お盆明け 盆明け お盆"
        " gw明け ゴールデンウィーク明け ゴールデンウイーク明け 休み明け 休暇明け 三連休明け"
        " 3連休明け シルバーウィーク明け 祝日明け 夏休み明け 冬休み明け 正月明け お正月明け 休み中"
    ),
    Kind.BUSINESS_ONLY: "営業日 平日 就業日 稼働日 business working weekdays weekday 営業日換算",
    Kind.DAYS_OFF: (
        "土日祝日 土日祝 土・日・祝日 土・日・祝 土日・祝日 土日および祝日 土日及び祝日 土日 土・日"
        " 祝日 休日 休業日 定休日 休み 年末年始 夏季休業 祝祭日 祭日 weekends weekend holidays"
        " public_holidays national_holidays bank_holidays"
    ),
    Kind.EXCEPT: "除く 除き 除いた 除いて のぞく のぞき のぞいて 除 含まず 含まない excluding except exclusive_of not_including",
    Kind.EARLIEST: (
        "早ければ 早い場合 早い方 早くて はやければ 最短 最短で 最速 最速で 早いと at_the_earliest"
        " as_early_as earliest"
    ),
    Kind.AT_LEAST: (
        "早くても 最短でも 最低 最低でも 少なくとも すくなくとも at_least more_than over longer_than"
        " no_less_than not_less_than upwards_of minimum_of"
    ),
    Kind.CONDITION: (
        "次第 しだい once as_soon_as 決まったら 終わったら 出たら 決まりましたら 終わりましたら"
        " 出ましたら 揃いましたら 終了したら 終了しましたら 完了しましたら 決定したら 決定しましたら"
        " 揃ったら なったら できたら 終了後 終わった後 終わってから 終了してから 決まってから"
        " 終えてから 揃ってから 出てから 完了後 終え次第 when_we_have after_all when_all until_all"
        " after_we_have"
    ),
    Kind.EVERYBODY: (
        "全員の 全て すべて 皆様の 皆さんの 他の候補者 他の方 ほかの方 他の応募者 ほかの候補者"
        " 他の学生 全応募者の 全候補者の 全ての all_interviews all_the_interviews all_other"
        " all_of_the_interviews other_interviews"
    ),
    Kind.FINISHING: "終わり 終わっ 終え 終了 完了 出揃 揃い 揃っ finished finish completed complete",
    Kind.WORD: (
        "連絡 ご連絡 御連絡 れんらく 通知 ご通知 お知らせ 知らせ おしらせ しらせ お伝え 伝え 返事"
        " お返事 ご返事 返答 ご返答 回答 ご回答 返信 ご返信 案内 ご案内 御案内 発表 合格発表 発送"
        " 送付 送り お送り 送信 報告 ご報告 音沙汰 便り お返し 出ま 出る 出せ 出ます 分かり わかり"
        " 判明 アナウンス 公開 掲載 hear hearing heard contact contacted contacting notify"
        " notified notification notifying inform informed informing let_you_know letting_you_know"
        " get_back getting_back back_to_you respond response reply feedback update updated updates"
        " reach_out touch announce announced be_in_touch follow_up send sent answer advise advised"
        " tell told reaching_out communicate communicated word"
    ),
    Kind.OUTCOME: (
        "合否 合否結果 合否判定 可否 採否 当落 成否 結果 けっか 選考結果 面接結果 合格不合格 合不合"
        " 採用可否 合格・不合格 合否に 結果通知 outcome result results decision outcomes"
    ),
    Kind.OTHER_MATTER: (
        "面接 面接日 面談 次回 次の面接 次回面接 次回選考 次の選考 次選考 二次面接 2次面接 三次面接"
        " 3次面接 最終面接 一次面接 1次面接 二次選考 2次選考 最終選考 提出 ご提出 返送 ご返送 返却"
        " 入社 入社日 来社 ご来社 締切 締め切り 〆切 説明会 試験 出社 懇親会 内定式 研修 受検 受験"
        " 予約 ご予約 お越し 実施 行われ 開催 interview interviews submit submission start_date"
        " orientation test return apply deadline assessment onboarding join"
    ),
    Kind.REQUEST: "ください 下さい くださいませ 下さいませ お願い please",
    Kind.INQUIRY: (
        "問い合わせ お問い合わせ 問合せ お問合せ 問合わせ お問合わせ お尋ね ご質問 質問 ご不明"
        " 辞退 inquiries inquire enquire enquiries questions"
    ),
    Kind.PASS: (
        "合格 通過 採用 内定 採用決定 合格者 通過者 採用者 内定者 選考通過 選考通過者 書類通過 当選"
        " 進んで お進み 進む 進める 進出 受かっ 受かった 選ばれ 合格者様 通過者様 採用予定者 合格通知"
        " 該当者 次に進 ご案内する方 successful shortlisted selected short-listed pass passed passes qualified"
        " move_forward moving_forward proceed proceeding advance advancing progress progressing"
        " suitable chosen accepted"
    ),
    Kind.FAIL: (
        "不合格 不採用 不通過 見送り お見送り 見送ら 落選 落ち 落ちた 不合格者 不採用者 残念 祈り"
        " お祈り お断り 選に漏れ 選外 ダメ だめ 駄目 添えな 沿えな 添いかね 添えず 意に沿 いかねる"
        " 不可 期待に添 希望に添 unsuccessful rejected not_selected not_successful rejection"
        " not_be_selected not_shortlisted not_chosen not_been_selected not_been_successful"
        " moved_forward_with moved_on_with other_applicants another_candidate not_passed did_not_pass not_pass fail failed not_suitable declined"
    ),
    Kind.LUCK: "ご縁 御縁 縁 良縁",
    Kind.OTHERS: (
        "それ以外 その他 そのほか 以外の方 以外 そうでない そうでなければ そうでない場合 otherwise"
        " everyone_else if_not、 the_others all_others others other_candidates"
    ),
    Kind.ONLY: (
        "のみ だけ に限り に限って に限らせ に限定 限定 限り 限って 限ります 限らせ only solely"
        " exclusively しか not_only"
    ),
    Kind.REGARDLESS: (
        "かかわらず 関わらず 拘わらず 拘らず 係わらず 係らず 関らず かかわりなく 関わりなく 問わず"
        " とわず 関係なく 関係無く よらず 依らず 関せず 如何なく いかんなく いかんによらず 別なく"
        " かからわず かわらず regardless irrespective no_matter"
    ),
    Kind.EITHER_WAY: (
        "いずれの場合 いずれの結果 どちらの場合 どちらの結果 いずれにしても いずれにせよ いずれにしろ"
        " どちらにしても どちらにせよ どちらにしろ どっちにしても どっちにせよ どちらでも どっちでも"
        " どのような結果 どんな結果 いかなる結果 合格でも不合格でも 受かっても落ちても  良くても悪くても 良くも悪くも 良い結果でも 悪い結果でも 合否とも"
        " 合否ともに 合格不合格とも 合格・不合格とも 合格・不合格ともに either_way in_either_case"
        " in_any_case whether_or_not successful_or_not selected_or_not pass_or_fail"
        " successful_or_unsuccessful passed_or_not"
        " successful_and_unsuccessful whatever_the_outcome whatever_the_result good_or_bad"
        " whatever_the_decision yes_or_no in_both_cases not_just_successful"
    ),
    Kind.EVERYONE: (
        "全員に 全員へ 全員宛 全員が 全員様 全員 皆様に 皆様へ 皆さまに 皆さまへ 皆さんに みなさんに"
        " みなさまに みなさまへ 皆様全員 全応募者 応募者全員 受験者全員 参加者全員 全ての方 すべての方"
        " 全ての応募者 すべての応募者 全ての候補者 全ての皆様 全候補者 どなたにも 全受験者 everyone"
        " everybody all_candidates all_applicants every_candidate every_applicant all_participants"
        " all_of_you all_interviewees each_candidate each_applicant all_the_candidates"
        " all_the_applicants all_of_the_candidates all_of_our_applicants all_our_candidates"
    ),
    Kind.NOT: (
        "ません ない 無い なかった かね いたしかね 致しかね 出来かね できかね 難し むずかし 厳し"
        " きびし 無理 不可能 困難 できず 出来ず せず 控え 差し控え 省略 割愛 遠慮 なければ 無ければ"
        " なかったら ではなく でなく じゃなく ではなくて じゃなくて 見合わせ なし 無し なき not cannot can't won't"
        " don't doesn't didn't unable unlikely never impossible haven't hasn't isn't aren't"
        " weren't wasn't wouldn't couldn't shouldn't difficult without no_longer"
    ),
    Kind.IS: (
        "ます ました です でした でしょう ましょう はず 言われ 言って いわれ とのこと らしい のに"
    ),
    Kind.NEUTRAL: (
        "一次 二次 三次 四次 1次 2次 3次 4次 一緒 一度 十分 一部 一旦 一同 一般 一つ 万一 万が一 第一"
        " 第二 第三 一人 一点 一応 一方 一定 一生懸命 一言 一社 統一 三者 一覧 四季 五十音 八日目"
        " すみません 申し訳ありません 申し訳ございません 申し訳ない 間違いありません 問題ありません"
        " 構いません かまいません 差し支えありません 相違ありません 少なくありません かもしれません"
        " かもしれない かも知れません かも知れない 間違いない 間違いなく 問題ない 問題なく 違いない"
        " 仕方ない 少ない 少なく 危ない 行ない 滞りなく 遠慮なく 遅滞なく 漏れなく 必ず 残らず"
        " 忙しい 申し訳なく 限りでは 取り急ぎ 先日 前日 平素 毎日 日程 日時 日々 日本 休日出勤 今回"
        " 担当者様 人事担当者 採用担当者 人事担当 採用担当 弊社担当 当社担当 弊社担当者 当社担当者"
        " 担当者名 中途採用 新卒採用 採用情報 採用活動 採用試験 採用面接 採用チーム 採用部 採用課"
        " 採用グループ 採用係 採用事務局 採用センター 採用に関 通過点 メールアドレス 電話番号"
        " 携帯番号 受信設定 迷惑メール 電話対応 万が一にも 金額 水準 土産 木曜会 日経 月給"
        " 火急 中止 途中 内容 内々 月額 いたらない 至らない点 至らぬ 末筆 に限らず だけど だけれど かねてより かねてから のみなさま のみなさん のみんな 落ち着 落ち度 不可欠 お時間 時間 時期 時々 同時 実際 国際 際限 できるだけ 出来るだけ 可能性"
        " できる限り 出来る限り 可能な限り"
        " interview_process phone_interview phone_screen email_address phone_number may_be"
    ),
    Kind.SUFFIX: (
        "以内 以降 以後 以上 以前 程度 ほど くらい ぐらい 前後 まで までに 迄 迄に 頃 ころ ごろ あたり"
        " 辺り から より または 又は もしくは 若しくは あるいは ないし 乃至 及び および 足らず のち"
        " 目処 目途 めど 目安"
    ),
    Kind.CLOCK: (
        "午前中 午前 午後 夕方 正午 お昼 昼頃 朝 朝一 夜 夕刻 noon morning afternoon evening"
        " end_of_business close_of_business"
    ),
    Kind.IF: ("場合 ばあい 際 とき 時 if unless in_case should_you in_the_event"),
}
