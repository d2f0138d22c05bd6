"""One application as its page shows it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from yokame.forecast import Action
from yokame.letters import Situation
from yokame.tracker import queries
from yokame.tracker.application import ApplicationState, Letter, Offer, State
from yokame.tracker.labels import SaidLabel, StateLabel
from yokame.tracker.model_in_use import model_in_use
from yokame.tracker.payloads import Facts
from yokame.tracker.queries import Application, Story
from yokame.web.applications.course_deeds import Apply, OfferDue
from yokame.web.applications.deed import Deed, Scene
from yokame.web.applications.facts_deed import PRIORITIES
from yokame.web.applications.names import MEDIA, SITUATIONS
from yokame.web.applications.round_card import RoundCard
from yokame.web.applications.round_deeds import Hold, Schedule
from yokame.web.applications.storyline import Line, lines_of
from yokame.web.care import CARE
from yokame.web.language import spoken_language
from yokame.web.sheet import Sheet
from yokame.wording import label


@dataclass(frozen=True)
class LetterRow:
    """A letter that went out."""

    letter: Letter

    @property
    def name(self) -> str:
        """What it was for."""
        return str(SITUATIONS[self.letter.situation])

    @property
    def medium(self) -> str:
        """The way it went."""
        return str(MEDIA[self.letter.medium])


@dataclass(frozen=True)
class ApplicationPage:
    """Everything that the templates of the page show."""

    story: Story
    same_employer: list[Application]
    today: date
    shows_numbers: bool
    care = CARE

    @property
    def state(self) -> ApplicationState:
        """The application as it is."""
        return self.story.state

    @property
    def facts(self) -> Facts:
        """What is known of it besides its rounds."""
        return self.state.facts

    @property
    def state_label(self) -> str:
        """Where it stands."""
        return str(StateLabel(self.state.state.value).label)

    @property
    def track(self) -> str:
        """Which kind of hiring it is."""
        return label(self.facts.track, spoken_language())

    @property
    def priority(self) -> str:
        """How much one wants it; empty where that was not said."""
        return str(PRIORITIES[self.facts.priority]) if self.facts.priority else ""

    @property
    def link(self) -> str:
        """The address of the job or the My Page, if it is one of the web."""
        url = self.facts.url
        return url if url.startswith(("https://", "http://")) else ""

    @property
    def has_contacts(self) -> bool:
        """Whether anything is known about whom to write to."""
        facts = self.facts
        known = (facts.department, facts.person, facts.mail, facts.phone, facts.agency)
        return any(known) or bool(facts.agent)

    # ---- what comes next

    @property
    def standing(self) -> str:
        """What the page asks for or says first: the state, and of a round how far it is."""
        state, current = self.state.state, self.current
        if state is not State.IN_ROUND or current is None:
            return state.value
        if current.is_ahead:
            return "ahead"
        if current.is_to_be_told:
            return "to_be_told"
        return "on_hold" if current.one.word else "waiting"

    @property
    def can_withdraw(self) -> bool:
        """Whether there is a selection to withdraw from."""
        ended = queries.ENDED
        return self.state.state not in ended and self.state.state is not State.OFFERED

    @cached_property
    def current(self) -> RoundCard | None:
        """The round that the application hangs on."""
        return next((card for card in self.rounds if card.is_current), None)

    @cached_property
    def next_form(self) -> Deed | None:
        """The one thing that is asked for at this point, ready to fill in."""
        about = Scene(self.state, self.today)
        match self.standing:
            case "planned":
                return Apply(about)
            case "passed":
                return Schedule(about)
            case "to_be_told":
                assert self.current is not None
                return Hold(Scene(self.state, self.today, self.current.one))
            case "offered" if self.offer and self.offer.answer_by is None:
                return OfferDue(about)
        return None

    @property
    def next_url(self) -> str:
        """Where that form is sent."""
        deed = self.next_form
        if deed is None:
            return ""
        if deed.scene.one:
            return reverse("web:record-round", args=[self.state.uid, deed.scene.one.uid, deed.slug])
        return reverse("web:record", args=[self.state.uid, deed.slug])

    @property
    def letters_url(self) -> str:
        """Where a letter is chosen and written, about the round that counts."""
        about = f"?round={self.current.one.uid}" if self.current else ""
        return reverse("web:letter-new", args=[self.state.uid]) + about

    @property
    def asks_now(self) -> bool:
        """Whether the advice of the day is to write to the employer."""
        asking = (Action.ASK, Action.ASK_AGAIN)
        return self.sheet is not None and self.sheet.answer.advice.action in asking

    @property
    def ask_url(self) -> str:
        """The desk of the inquiry that the advice of the day is about."""
        again = self.sheet is not None and self.sheet.answer.advice.action is Action.ASK_AGAIN
        situation = Situation.SECOND_INQUIRY if again else Situation.INQUIRY
        about = f"&round={self.current.one.uid}" if self.current else ""
        return f"{reverse('web:letter-new', args=[self.state.uid])}?situation={situation}{about}"

    @property
    def words_to_tap(self) -> list[tuple[str, Any]]:
        """What word may have said, best first."""
        return list(SaidLabel.choices)

    @property
    def offer(self) -> Offer | None:
        """The offer, if there is one."""
        return self.state.offer

    @property
    def offer_ways(self) -> list[tuple[str, str]]:
        """What can be done about an offer, as names of deeds and what they are called."""
        ways = [("accept", _("承諾した")), ("decline", _("辞退した"))]
        if self.offer and self.offer.answer_by:
            ways.append(("offer-due", _("返事の期限が変わった")))
        return ways

    @property
    def days_to_answer(self) -> int | None:
        """Days until the offer's deadline; negative when it is over."""
        offer = self.offer
        return (offer.answer_by - self.today).days if offer and offer.answer_by else None

    @property
    def days_to_entry(self) -> int | None:
        """Days until the deadline of the application."""
        due = self.facts.entry_due_on
        return (due - self.today).days if due else None

    # ---- the answer, as on the first page

    @cached_property
    def sheet(self) -> Sheet | None:
        """The answer of the day for the round that waits."""
        row = self.story.current_round
        question = queries.question_of(row, self.today) if row else None
        if row is None or question is None:
            return None
        return Sheet(
            question=question,
            answer=model_in_use().answer(question),
            lang=spoken_language(),
            said=row.said,
            link="",
            shows_numbers=self.shows_numbers,
        )

    # ---- what is there

    @cached_property
    def rounds(self) -> list[RoundCard]:
        """Every round in its order."""
        current = self.state.current_round
        return [RoundCard(one, self.today, one is current) for one in self.state.rounds]

    @property
    def letters(self) -> list[LetterRow]:
        """Letters that went out, newest first."""
        return [LetterRow(letter) for letter in reversed(self.state.letters)]

    @cached_property
    def _lines(self) -> tuple[list[Line], list[Line]]:
        return lines_of(self.story)

    @property
    def lines(self) -> list[Line]:
        """The story so far."""
        return self._lines[0]

    @property
    def undone_lines(self) -> list[Line]:
        """What was taken back."""
        return self._lines[1]
