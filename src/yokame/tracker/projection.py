"""From what an application is to the rows that pages query."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from yokame.tracker.application import ApplicationState
from yokame.tracker.application import Round as RoundState
from yokame.tracker.models import Application, Round

ApplicationColumns = dict[str, Any]


def application_columns(
    state: ApplicationState, employer_key: Callable[[str], str]
) -> ApplicationColumns:
    """The columns of an application's row, without its owner."""
    facts, offer = state.facts, state.offer
    return {
        "uid": state.uid,
        "employer": facts.employer,
        "employer_key": employer_key(facts.employer),
        "course": facts.course,
        "track": facts.track.value,
        "industry": facts.industry,
        "via_agent": facts.via_agent,
        "size": facts.size,
        "public_sector": facts.public_sector,
        "priority": facts.priority,
        "entry_due_on": facts.entry_due_on,
        "added_on": state.added_on,
        "applied_on": state.applied_on,
        "state": state.state.value,
        "state_on": state.state_on,
        "offered_on": offer.made_on if offer else None,
        "answer_by": offer.answer_by if offer else None,
        "answered_on": offer.answered_on if offer else None,
        "extension_asked_on": offer.extension_asked_on if offer else None,
        "last_number": state.last_number,
    }


def round_columns(state: ApplicationState) -> list[dict[str, Any]]:
    """The columns of the rows of an application's rounds, in their order."""
    current = state.current_round
    return [
        _round(one, position, is_current=one is current)
        for position, one in enumerate(state.rounds, start=1)
    ]


def _round(one: RoundState, position: int, *, is_current: bool) -> dict[str, Any]:
    promise, contact, word = one.promise, one.contact, one.word
    return {
        "uid": one.uid,
        "position": position,
        "stage": one.stage.value,
        "name": one.name,
        "on": one.on,
        "is_held": one.is_held,
        "starts_at": one.starts_at,
        "ends_at": one.ends_at,
        "place": one.place,
        "is_open": one.is_open,
        "is_current": is_current,
        "said": promise.said if promise else "",
        "heard_on": promise.heard_on if promise else None,
        "policy": promise.policy.value if promise else "unknown",
        "signals": list(one.signals),
        "contact_by": contact.by.value if contact else "",
        "contact_on": contact.on if contact else None,
        "word": word.said.value if word else "",
        "word_on": word.on if word else None,
        "word_dated_by": word.dated_by.value if word else "",
        "word_recorded_on": word.recorded_on if word else None,
        "channel": word.channel.value if word and word.channel else "",
        "asked": [day.isoformat() for day in one.asked],
        "others": [
            {
                "said": heard.said.value,
                "on": heard.on.isoformat(),
                "count": heard.count,
                "held_on": heard.held_on.isoformat() if heard.held_on else None,
                "source": heard.source.value,
                "trust": heard.trust.value,
            }
            for heard in one.others
        ],
    }


def write_rows(
    owner_id: int,
    states: Mapping[UUID, ApplicationState | None],
    employer_key: Callable[[str], str],
) -> None:
    """Make the rows of these applications what their states say. Call inside a transaction.

    An application that is no more, or was removed, loses its rows. Rounds are written anew, and
    with them goes the day's answer, which is then computed again.
    """
    here = {uid: state for uid, state in states.items() if state and not state.is_removed}
    Application.objects.filter(owner_id=owner_id, uid__in=states.keys() - here.keys()).delete()
    Round.objects.filter(application__owner_id=owner_id, application__uid__in=here).delete()
    rows = [
        Application(owner_id=owner_id, **application_columns(state, employer_key))
        for state in here.values()
    ]
    columns = [field.name for field in Application._meta.concrete_fields]
    Application.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["owner", "uid"],
        update_fields=[name for name in columns if name not in ("id", "owner", "uid")],
        batch_size=500,
    )
    Round.objects.bulk_create(_round_rows(owner_id, here.values()), batch_size=500)


def _round_rows(owner_id: int, states: Iterable[ApplicationState]) -> list[Round]:
    states = list(states)
    keys = dict(
        Application.objects.filter(
            owner_id=owner_id, uid__in=[state.uid for state in states]
        ).values_list("uid", "id")
    )
    return [
        Round(application_id=keys[state.uid], **columns)
        for state in states
        for columns in round_columns(state)
    ]
