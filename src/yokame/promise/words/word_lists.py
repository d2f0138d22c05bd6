"""The spellings of each kind of word that carries no number."""

from yokame.promise.words.vocabulary import Kind

PLAIN: dict[Kind, str] = {
    Kind.PART: (
        "上旬 初旬 中旬 下旬 末日 末 初め はじめ 始め 頭 あたま 前半 後半 半ば なかば 中頃"
        " 中ごろ いっぱい 一杯 早々 後半頃 early mid late beginning middle mid-"
        " first_half second_half latter_half 1st_half 2nd_half"
    ),
    Kind.NAMED_SPAN: (
        "年内 年内中 年末 年度内 年度末 月末 月末日 月内 月中 月初 週内 週末 週中 週明け 週あけ"
        " 週半ば 週なかば 週前半 週後半 週の半ば 週の後半 週の前半 今週末 来週末 再来週末 翌週末"
        " 今月末 来月末 再来月末 翌月末 当月末 来週明け 今年度内 今年度中 再来週明け 週始め"
        " 週初め 週頭"
    ),
    Kind.SOME_TIME: (
        "後日 追って おって 追ってのご 改めて あらためて しばらく 暫く 近日中 近日 近々 近いうち"
        " 近い内 ちかいうち 数日中 数日間 数日 数営業日 数週間 数週 数カ月 数ヶ月 数か月 数ヵ月"
        " 半月 半年"
        " そのうち 順次 随時 早急に 早急 至急 早めに 出来るだけ早く できるだけ早く なるべく早く"
        " 可能な限り早く まもなく 間もなく ほどなく 程なく すぐに すぐ 直ちに 速やかに"
        " すみやかに 早々に 何日か 2数日 後ほど のちほど 今後 soon shortly in_due_course later"
        " later_on coming_days coming_weeks coming_months next_few_days next_few_weeks few_days"
        " few_weeks several_days several_weeks some_days some_weeks at_a_later_date"
        " as_soon_as_possible asap a_while some_time in_time few_business_days few_working_days"
        " coming_week_or_so the_near_future near_future half_a_month in_the_future days_to_come"
        " promptly"
    ),
    Kind.UNKNOWN_DAY: (
        "年明け 年あけ 年始 年始明け 年末年始明け 連休明け 連休あけ 連休後 連休 お盆明け 盆明け"
        " お盆 gw明け ゴールデンウィーク明け ゴールデンウイーク明け 休み明け 休暇明け 三連休明け"
        " 3連休明け シルバーウィーク明け 祝日明け 夏休み明け 冬休み明け 正月明け お正月明け"
        " 休み中 クリスマス クリスマスイブ christmas christmas_eve the_new_year new_year obon"
        " golden_week the_golden_week after_the_holidays"
    ),
    Kind.BUSINESS_ONLY: "営業日 平日 就業日 稼働日 business working weekdays weekday 営業日換算",
    Kind.DAYS_OFF: (
        "土日祝日 土日祝 土・日・祝日 土・日・祝 土日・祝日 土日および祝日 土日及び祝日 土日"
        " 土・日 祝日 休日 休業日 定休日 休み 年末年始 夏季休業 祝祭日 祭日 weekends weekend"
        " holidays public_holidays national_holidays bank_holidays"
    ),
    Kind.EXCEPT: (
        "除く 除き 除いた 除いて のぞく のぞき のぞいて 除 含まず 含まない excluding except"
        " exclusive_of not_including"
    ),
    Kind.INCLUDING: "暦日 含む 含め 含み 込み including inclusive_of counting",
    Kind.WISH: (
        "できれば 出来れば 可能であれば 可能なら 可能な限り できるだけ 出来るだけ できる限り"
        " 出来る限り"
        " なるべく 極力 理想は if_possible ideally preferably hopefully"
    ),
    Kind.EARLIEST: (
        "早ければ 早い場合 早い方 早くて はやければ 最短 最短で 最速 最速で 早いと"
        " at_the_earliest as_early_as earliest"
    ),
    Kind.AT_LEAST: (
        "早くても 最短でも 最低 最低でも 少なくとも すくなくとも at_least more_than over"
        " longer_than no_less_than not_less_than upwards_of minimum_of"
    ),
    Kind.CONDITION: (
        "次第 しだい once as_soon_as 決まったら 終わったら 出たら 決まりましたら 終わりましたら"
        " 出ましたら 揃いましたら 終了したら 終了しましたら 完了しましたら 決定したら"
        " 決定しましたら 揃ったら なったら できたら 終了後 終わった後 終わってから 終了してから"
        " 決まってから 終えてから 揃ってから 出てから 完了後 終え次第 when_we_have after_all"
        " when_all until_all after_we_have"
    ),
    Kind.EVERYBODY: (
        "全員の 全て すべて 皆様の 皆さんの 他の候補者 他の方 ほかの方 他の応募者 ほかの候補者"
        " 他の学生 全応募者の 全候補者の 全ての all_interviews all_the_interviews all_other"
        " all_of_the_interviews other_interviews"
    ),
    Kind.FINISHING: (
        "終わり 終わっ 終え 終了 完了 出揃 揃い 揃っ finished finish completed complete"
    ),
    Kind.WORD: (
        "連絡 ご連絡 御連絡 れんらく 通知 ご通知 お知らせ 知らせ おしらせ しらせ お伝え 伝え"
        " 返事 お返事 ご返事 返答 ご返答 回答 ご回答 返信 ご返信 案内 ご案内 御案内 発表"
        " 合格発表 発送 送付 送り お送り 送信 報告 ご報告 音沙汰 便り お返し 出+ま 出る 出せ"
        " 分かり わかり 判明 アナウンス 公開 掲載 hear hearing heard contact contacted"
        " contacting notify notified notification notifying inform informed informing"
        " let_you_know letting_you_know get_back getting_back back_to_you respond response reply"
        " feedback update updated updates reach_out touch announce announced be_in_touch"
        " follow_up send sent answer advise advised tell told reaching_out communicate"
        " communicated word"
    ),
    Kind.OUTCOME: (
        "合否 合否結果 合否判定 可否 採否 当落 成否 結果 けっか 選考結果 面接結果 合格不合格"
        " 合不合 採用可否 合格・不合格 合否に 結果通知 outcome result results decision outcomes"
    ),
    Kind.OTHER_MATTER: (
        "面接 面接日 面談 次回 次の面接 次回面接 次回選考 次の選考 次選考 二次面接 2次面接"
        " 三次面接 3次面接 最終面接 一次面接 1次面接 二次選考 2次選考 最終選考 提出 ご提出"
        " 返送 ご返送 返却 入社 入社日 来社 ご来社 締切 締め切り 〆切 説明会 試験 出社 懇親会"
        " 内定式 研修 受検 受験 予約 ご予約 承諾 ご承諾 承諾書 期限 回答期限 ご回答期限"
        " 返答期限 ご返答期限 返信期限 ご返信期限 返事の期限 お返事の期限 お越し 実施 行われ"
        " 開催 interview interviews submit submission start_date orientation test return"
        " apply deadline assessment onboarding join"
    ),
    Kind.REQUEST: "ください 下さい くださいませ 下さいませ お願い please",
    Kind.INQUIRY: (
        "問い合わせ お問い合わせ 問合せ お問合せ 問合わせ お問合わせ お尋ね ご質問 質問 ご不明"
        " 辞退 inquiries inquire enquire enquiries questions"
    ),
    Kind.PASS: (
        "合格 通過 採用 内定 採用決定 合格者 通過者 採用者 内定者 選考通過 選考通過者"
        " 書類通過 当選 進んで お進み 進む 進める 進め+な 進め+ま 進出 受かっ 受かった 選ばれ"
        " 合格者様 通過者様 採用予定者 合格通知 該当者 次に進 ご案内する方 ご案内がある方"
        " ご案内のある方 successful shortlisted selected short-listed pass passed passes"
        " qualified move_forward moving_forward proceed proceeding advance advancing progress"
        " progressing suitable chosen accepted"
    ),
    Kind.FAIL: (
        "不合格 不採用 不通過 見送り お見送り 見送ら 落選 落ち 落ちた 不合格者 不採用者 残念"
        " 祈り お祈り お断り 選に漏れ 選外 ダメ だめ 駄目 添えな 沿えな 添いかね 添えず 意に沿"
        " 意に添 いかねる 不可 期待に添 期待に沿 希望に添 希望に沿 意に沿えな 意に添えな"
        " 期待に添えな 期待に沿えな 希望に添えな 希望に沿えな"
        " unsuccessful rejected not_selected not_successful"
        " rejection not_be_selected not_shortlisted not_chosen not_been_selected"
        " not_been_successful moved_forward_with moved_on_with other_applicants"
        " another_candidate not_passed did_not_pass didn't_pass didn't_get did_not_get"
        " not_pass fail failed not_suitable declined"
    ),
    Kind.LUCK: "ご縁 御縁 縁 良縁",
    Kind.OTHERS: (
        "それ以外 その他 そのほか 以外の方 以外 そうでない そうでなければ そうでない場合"
        " otherwise everyone_else if_not、 the_others all_others others other_candidates"
    ),
    Kind.ONLY: (
        "のみ だけ に限り に限って に限らせ に限定 限定 限り 限って 限ります 限らせ only solely"
        " exclusively しか not_only"
    ),
    Kind.REGARDLESS: (
        "かかわらず 関わらず 拘わらず 拘らず 係わらず 係らず 関らず かかわりなく 関わりなく"
        " 問わず とわず 関係なく 関係無く よらず 依らず 関せず 如何なく いかんなく"
        " いかんによらず 別なく かからわず かわらず regardless irrespective no_matter"
    ),
    Kind.EITHER_WAY: (
        "いずれの場合 いずれの結果 どちらの場合 どちらの結果 いずれにしても いずれにせよ"
        " いずれにしろ どちらにしても どちらにせよ どちらにしろ どっちにしても どっちにせよ"
        " どちらでも どっちでも どのような結果 どんな結果 いかなる結果 合格でも不合格でも"
        " 受かっても落ちても 良くても悪くても 良くも悪くも 良い結果でも 悪い結果でも 合否とも"
        " 合否ともに 合格不合格とも 合格・不合格とも 合格・不合格ともに either_way"
        " in_either_case in_any_case whether_or_not successful_or_not selected_or_not"
        " pass_or_fail successful_or_unsuccessful passed_or_not successful_and_unsuccessful"
        " whatever_the_outcome whatever_the_result good_or_bad whatever_the_decision yes_or_no"
        " in_both_cases not_just_successful"
    ),
    Kind.EVERYONE: (
        "全員に 全員へ 全員宛 全員が 全員様 全員 皆様に 皆様へ 皆さまに 皆さまへ 皆さんに"
        " みなさんに みなさまに みなさまへ 皆様全員 全応募者 応募者全員 受験者全員 参加者全員"
        " 全ての方 すべての方 全ての応募者 すべての応募者 全ての候補者 全ての皆様 全候補者"
        " どなたにも 全受験者 everyone everybody all_candidates all_applicants every_candidate"
        " every_applicant all_participants all_of_you all_interviewees each_candidate"
        " each_applicant all_the_candidates all_the_applicants all_of_the_candidates"
        " all_of_our_applicants all_our_candidates"
    ),
    Kind.NOT: (
        "ません ない 無い なかった かね いたしかね 致しかね 出来かね できかね 難し むずかし 厳し"
        " きびし 無理 不可能 困難 できず 出来ず せず 控え 差し控え 省略 割愛 遠慮 なければ"
        " 無ければ なかったら ではなく でなく じゃなく ではなくて じゃなくて 見合わせ なし 無し"
        " なき not cannot can't won't don't doesn't didn't unable unlikely never impossible"
        " haven't hasn't isn't aren't weren't wasn't wouldn't couldn't shouldn't difficult"
        " without no_longer no_news no_reply no_response no_word no_contact"
    ),
    Kind.IS: (
        "ます ました です でした でしょう ましょう はず 言われ 言って いわれ とのこと らしい のに"
    ),
    Kind.NEUTRAL: (
        "一次 二次 三次 四次 1次 2次 3次 4次 一緒 一度 十分 一部 一旦 一同 一般 一つ 万一 万が一"
        " 第一 第二 第三 一人 一点 一応 一方 一定 一生懸命 一言 一社 統一 三者 一覧 四季 五十音"
        " 八日目 すみません 申し訳ありません 申し訳ございません 申し訳ない 間違いありません"
        " 問題ありません 構いません かまいません 差し支えありません 相違ありません"
        " 少なくありません かもしれません かもしれない かも知れません かも知れない 間違いない"
        " 間違いなく 問題ない 問題なく 違いない 仕方ない 少ない 少なく 危ない 行ない 滞りなく"
        " 遠慮なく 遅滞なく 漏れなく 必ず 残らず 忙しい 申し訳なく 限りでは 取り急ぎ 先日 前日"
        " 平素 毎日 日程 日時 日々 日本 休日出勤 今回 担当者様 人事担当者 採用担当者 人事担当"
        " 採用担当 弊社担当 当社担当 弊社担当者 当社担当者 担当者名 中途採用 新卒採用 採用情報"
        " 採用活動 採用試験 採用面接 採用チーム 採用部 採用課 採用グループ 採用係 採用事務局"
        " 採用センター 採用に関 通過点 メールアドレス 電話番号 携帯番号 受信設定 迷惑メール"
        " 電話対応 万が一にも 金額 水準 土産 木曜会 日経 月給 火急 中止 途中 内容 内々 月額"
        " いたらない 至らない点 至らぬ 末筆 に限らず だけど だけれど かねてより かねてから"
        " のみなさま のみなさん のみんな 落ち着 落ち度 不可欠 お時間 時間 時期 時々 同時 実際"
        " 国際 際限 可能性"
        " interview_process phone_interview phone_screen email_address phone_number may_be"
    ),
    Kind.SUFFIX: (
        "以内 以降 以後 以上 以前 程度 ほど くらい ぐらい 前後 まで までに 迄 迄に 頃 ころ ごろ"
        " あたり 辺り から より または 又は もしくは 若しくは あるいは ないし 乃至 及び および"
        " 足らず のち 目処 目途 めど 目安"
    ),
    Kind.CLOCK: (
        "午前中 午前 午後 夕方 正午 お昼 昼頃 朝 朝一 夜 夕刻 noon morning afternoon evening"
        " end_of_business close_of_business"
    ),
    Kind.OTHER_CHANNEL: (
        "郵送 郵便 書留 簡易書留 速達 書面 文書 封書 封筒 はがき ハガキ 葉書 手紙 お手紙 line"
        " lineメッセージ"
        " sms ショートメッセージ ショートメール チャット slack 口頭 fax ファックス ファクス"
        " by_post by_letter text_message text_messages whatsapp wechat messenger"
    ),
    Kind.IF: "場合 ばあい 際 とき 時 if unless in_case should_you in_the_event",
}
