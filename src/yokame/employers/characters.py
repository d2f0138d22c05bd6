"""Characters that different hands choose for the same one: 髙 and 高, キヤノン and キャノン."""

import re
import unicodedata

# Pairs of an old form and the form of the 常用漢字表 (2010) or, for the last row, of common use.
_OLD_AND_NEW = (
    "國国學学會会縣県廣広澤沢濱浜濵浜邊辺邉辺髙高﨑崎嵜崎櫻桜圓円實実壽寿惠恵榮栄龍竜寶宝豐豊鐵鉄瀧滝眞真德徳"
    "增増淸清靑青條条藏蔵應応來来臺台佛仏藝芸醫医藥薬樂楽步歩每毎聲声總総兒児獨独變変戶戸繩縄燒焼鹽塩螢蛍巢巣"
    "雙双亞亜鄕郷敎教號号壹壱濟済燈灯禮礼溫温稻稲絲糸當当舊旧圖図團団氣気假仮價価畫画擴拡覺覚勳勲縱縦處処將将"
    "證証狀状讓譲攝摂專専戰戦淺浅錢銭搜捜莊荘裝装臟臓續続屬属對対體体擇択單単斷断晝昼蟲虫鑄鋳廳庁聽聴轉転傳伝"
    "黨党盜盗讀読發発拔抜祕秘拂払豫予餘余賴頼覽覧靈霊曆暦歷歴戀恋爐炉勞労灣湾關関歸帰龜亀據拠擧挙峽峡狹狭曉暁"
    "區区驅駆徑径經経輕軽鷄鶏儉倹劍剣險険驗験檢検權権嚴厳恆恒雜雑參参蠶蚕殘残贊賛辭辞濕湿收収從従澁渋獸獣肅粛"
    "緖緒稱称乘乗淨浄疊畳孃嬢觸触囑嘱寫写萬万與与譽誉彌弥彥彦顯顕齋斎齊斉瀨瀬曾曽齒歯巖巌聰聡堯尭遙遥瑤瑶凉涼"
    "𠮷吉鷗鴎鐡鉄鉃鉄㐂喜槇槙桒桑栁柳祇祇冨富"
)
_OLD_TO_NEW = str.maketrans(
    dict(zip(_OLD_AND_NEW[::2], _OLD_AND_NEW[1::2], strict=True)),
)
_SMALL_TO_LARGE = str.maketrans(
    "ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ", "アイウエオツヤユヨワカケあいうえおつやゆよわ"
)
_HYPHENS = "\\-‐‑‒–—―−─━ｰ"
# After ン, ッ or ー no vowel can be long: there a hyphen parts two words (セブン-イレブン).
_HYPHEN_FOR_LONG_VOWEL = re.compile(rf"(?<=[ァ-ヶ])(?<![ンッ])[{_HYPHENS}](?![^ァ-ヶ\s])")
# コンピュータ and コンピューター; shorter words keep it, since it may tell them apart.
_LAST_LONG_VOWEL = re.compile(r"(?<=[ァ-ヶー]{4})ー(?![ァ-ヶー])")
_NOT_LATIN = re.compile(r"[^À-ɏ]+")


def folded(name: str) -> str:
    """The name with one form of each character; spaces, punctuation and small kana stay."""
    text = unicodedata.normalize("NFKC", name).casefold()
    text = _without_accents(text).translate(_OLD_TO_NEW)
    return _HYPHEN_FOR_LONG_VOWEL.sub("ー", text)


def closed_up(text: str) -> str:
    """Letters, digits, & and + alone, kana in one size, コンピュータ for コンピューター."""
    text = _LAST_LONG_VOWEL.sub("", text)
    kept = (c for c in text if c in "&+" or unicodedata.category(c)[0] in "LNM")
    return "".join(kept).translate(_SMALL_TO_LARGE)


def _without_accents(text: str) -> str:
    if _NOT_LATIN.fullmatch(text) or not text:
        return text
    return "".join(unicodedata.normalize("NFD", c)[0] if "À" <= c <= "ɏ" else c for c in text)
