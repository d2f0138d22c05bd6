"""What a letter is written from, as a form: filled in from the ledger, the rest asked in place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from yokame.letters import (
    Item,
    LetterRequest,
    Reason,
    Recipient,
    Sender,
    Slot,
    missing_facts,
    of_its_kind,
)
from yokame.promise import read_promise
from yokame.web.applications.deed import limit_days
from yokame.web.applications.fields import chips, clock, day, line, lines, stage, tick
from yokame.web.applications.rows import Row, rows_of
from yokame.web.letters import asked
from yokame.web.letters.purposes import ITEMS, REASONS, REASONS_OF

_NO_ADDRESS = {"invalid": _("メールアドレスの形になっていません。")}


@dataclass(frozen=True)
class SlotRow:
    """A day with its hours."""

    name: str
    title: str
    on: BoundField
    start: BoundField
    end: BoundField
    look = "slot"


@dataclass(frozen=True)
class NamedRow(Row):
    """A field that knows its name."""

    @property
    def name(self) -> str:
        """The field's name."""
        return self.field.name

    @property
    def as_list(self) -> list[Row]:
        """Itself alone, for the template that writes rows."""
        return [self]


class LetterForm(forms.Form):
    """All that a letter of one situation may say. Bound from the start, to what is known."""

    other_answer_by = day(_("ほかの会社への返事の期限"), required=False, may_be_ahead=True)
    answer_by = day(_("いまの返事の期限"), required=False, may_be_ahead=True)
    extend_to = day(_("いつまで待ってほしいですか"), required=False, may_be_ahead=True)
    stage = stage(_("どの選考ですか"))
    stage_name = line(
        _("会社での選考の呼び名"), hint=_("例：二次面接。空なら、ふつうの呼び名にします。")
    )
    held = day(_("受けた日"), required=False)
    said = line(_("連絡について言われたこと"), longest=1000)
    asked = day(_("1回目に問い合わせた日"), required=False)
    item = chips(_("直すもの"), Item, lambda: list(ITEMS.items()), required=False)
    new = line(_("正しいもの"))
    old = line(_("登録したもの（書くなら）"))
    mistyped = tick(_("自分の打ち間違いだった"))
    documents = lines(_("送る書類"), longest=600, hint=_("1行に1つ"), rows=3)
    topic = line(
        _("心に残った話題"), hint=_("面接で話したことを、ひとことで。例：新人研修の進め方")
    )
    keener = tick(_("話を聞いて、志望の気持ちが強くなった"))
    first_choice = tick(_("第一志望である（そうであるときだけ）"))
    reason = forms.TypedChoiceField(
        label=_("理由（書くなら）"),
        required=False,
        coerce=Reason,
        empty_value=None,
        widget=forms.RadioSelect,
    )
    to = forms.EmailField(
        label=_("あて先のメールアドレス"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages=_NO_ADDRESS,
    )
    department = line(_("部署"))
    title = line(_("役職"))
    person = line(_("担当の方の名前"), hint=_("空なら「採用ご担当者様」と書きます。"))
    agency = line(_("エージェントの会社"))
    agent = line(_("エージェントの担当の方"))
    sender_name = line(_("氏名"), longest=100, autocomplete="name")
    sender_reading = line(_("ふりがな"), longest=100)
    sender_university = line(_("大学"), longest=100, autocomplete="organization")
    sender_faculty = line(_("学部・学科"), longest=100)
    sender_year = line(_("学年"), longest=50)
    sender_phone = line(_("電話番号"), longest=50, autocomplete="tel")
    sender_mail = forms.EmailField(
        label=_("メールアドレス"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages=_NO_ADDRESS,
    )
    sender_address = line(_("住所"))
    keep_sender = tick(_("差出人のことを、設定にも書きとめる"))

    def __init__(
        self, known: LetterRequest, typed: Mapping[str, Any], *, said: str, to: str
    ) -> None:
        self.known, self._said = of_its_kind(known), said
        given = {**_given(self.known), "said": said, "to": to}
        typed = dict(typed.items())  # of a QueryDict the last value of each name
        super().__init__({**given, **typed}, auto_id="letter-%s", use_required_attribute=False)
        for name in asked.SLOT_TITLES:
            self.fields[f"{name}_on"] = day(_("日"), required=False, may_be_ahead=True)
            self.fields[f"{name}_from"] = clock(_("から"))
            self.fields[f"{name}_to"] = clock(_("まで"))
        reasons = REASONS_OF.get(self.known.situation, ())
        offered = [("", _("書かない")), *((each.value, REASONS[each]) for each in reasons)]
        self.fields["reason"].choices = offered  # type: ignore[attr-defined]
        self.fields["stage"].required = False
        self._keep_only_what_is_asked()
        limit_days(self, known.today or date.max)

    def _keep_only_what_is_asked(self) -> None:
        self.facts = asked.FACTS[self.known.situation]
        self.recipient = asked.WHO[self.known.medium]
        self.sender = tuple(f"sender_{name}" for name in asked.SENDER)
        parts = {f"{name}_{part}" for name in self.facts for part in ("on", "from", "to")}
        kept = {*self.facts, *self.recipient, *self.sender, "keep_sender", *parts}
        self.fields = {name: field for name, field in self.fields.items() if name in kept}

    def clean(self) -> dict[str, Any]:
        """An hour that ends before it begins is a slip."""
        given = super().clean() or self.cleaned_data
        for name in asked.SLOT_TITLES:
            start, end = given.get(f"{name}_from"), given.get(f"{name}_to")
            if isinstance(start, time) and isinstance(end, time) and end <= start:
                self.add_error(f"{name}_to", _("終わりの時刻が、始まりより前です。"))
        return given

    # ---- what was typed

    @property
    def request(self) -> LetterRequest:
        """The letter that is asked for. A field that is wrong counts as empty."""
        self.is_valid()
        given, facts = self.cleaned_data, self.facts
        said: dict[str, Any] = {n: given[n] for n in asked.PLAIN if n in facts and n in given}
        said |= {name: self._slot(name) for name in asked.SINGLE_SLOTS if name in facts}
        if "slot1" in facts:
            said["slots"] = tuple(slot for name in asked.SLOTS if (slot := self._slot(name)))
        if "documents" in facts:
            named = given.get("documents", "").splitlines()
            said["documents"] = tuple(name.strip() for name in named if name.strip())
        if "asked" in facts:
            first = given.get("asked")
            is_known = first == min(self.known.asked, default=None)
            said["asked"] = self.known.asked if is_known else (first,) if first else ()
        if "said" in facts and given.get("said", "") != self._said:
            held = given.get("held")
            words = given.get("said", "")
            said["promise"] = read_promise(words, held=held) if words and held else None
        return replace(self.known, sender=self._sender(), recipient=self._recipient(), **said)

    @property
    def address(self) -> str:
        """The address it goes to; empty where none is known, or the way needs none."""
        self.is_valid()
        address: str = self.cleaned_data.get("to", "")
        return address

    @property
    def settings_to_keep(self) -> dict[str, str]:
        """What the person wants kept in their settings, under the settings' names."""
        if not self.is_valid() or not self.cleaned_data["keep_sender"]:
            return {}
        return {asked.SETTING_OF.get(n, n): value for n, value in vars(self._sender()).items()}

    def _slot(self, name: str) -> Slot | None:
        on, start, end = (self.cleaned_data.get(f"{name}_{p}") for p in ("on", "from", "to"))
        return Slot(on, start, end if start else None) if isinstance(on, date) else None

    def _sender(self) -> Sender:
        given = self.cleaned_data
        return Sender(**{name: given.get(f"sender_{name}", "") for name in asked.SENDER})

    def _recipient(self) -> Recipient:
        given = {name: self.cleaned_data.get(name, "") for name in self.recipient if name != "to"}
        return replace(self.known.recipient, **given)

    # ---- as it is written out

    @property
    def missing(self) -> list[NamedRow | SlotRow]:
        """The fields without which there is no letter."""
        names = [name for fact in missing_facts(self.request) for name in fact.split("|")]
        return list(self._rows(asked.FIELD_OF.get(name, name) for name in names))

    @property
    def asks_who(self) -> bool:
        """Whether something about the sender is missing."""
        return any(row.name.startswith("sender_") for row in self.missing)

    @property
    def fact_rows(self) -> list[NamedRow | SlotRow]:
        """What the letter is about, but for what is missing."""
        return self._but_missing(self.facts)

    @property
    def recipient_rows(self) -> list[NamedRow | SlotRow]:
        """Whom it goes to."""
        return list(self._rows(self.recipient))

    @property
    def sender_rows(self) -> list[NamedRow | SlotRow]:
        """Who writes, but for what is missing."""
        return self._but_missing(self.sender)

    @property
    def wrong(self) -> frozenset[str]:
        """The parts of the form in which something is wrong."""
        parts = {
            "facts": self.fact_rows,
            "recipient": self.recipient_rows,
            "sender": self.sender_rows,
        }
        return frozenset(part for part, rows in parts.items() if any(map(_is_wrong, rows)))

    def _but_missing(self, names: Iterable[str]) -> list[NamedRow | SlotRow]:
        missing = {row.name for row in self.missing}
        return [row for row in self._rows(names) if row.name not in missing]

    def _rows(self, names: Iterable[str]) -> Iterator[NamedRow | SlotRow]:
        for name in names:
            if f"{name}_on" in self.fields:
                on, start, end = (self[f"{name}_{part}"] for part in ("on", "from", "to"))
                yield SlotRow(name, str(asked.SLOT_TITLES[name]), on, start, end)
            for row in rows_of(self, [name]):
                yield NamedRow(row.field, row.look)


def _is_wrong(row: NamedRow | SlotRow) -> bool:
    if isinstance(row, SlotRow):
        return bool(row.on.errors or row.start.errors or row.end.errors)
    return bool(row.field.errors)


def _given(known: LetterRequest) -> dict[str, Any]:
    """What is known, under the names of the fields."""
    given: dict[str, Any] = {name: getattr(known, name) for name in asked.PLAIN}
    given |= {name: getattr(known.recipient, name) for name in asked.RECIPIENT}
    given |= {f"sender_{name}": getattr(known.sender, name) for name in asked.SENDER}
    given["asked"] = min(known.asked, default=None)
    given["documents"] = "\n".join(known.documents)
    for name in asked.SINGLE_SLOTS:
        if slot := getattr(known, name):
            given[f"{name}_on"] = slot.on
            given[f"{name}_from"], given[f"{name}_to"] = slot.start, slot.end
    return given
