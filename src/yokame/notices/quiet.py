"""When a person is not to be disturbed."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from yokame.accounts.queries import Person

JAPAN = ZoneInfo("Asia/Tokyo")


def end_of_quiet(person: Person, now: datetime) -> datetime | None:
    """When this person's quiet hours end, if it is now within them; else None."""
    here = now.astimezone(JAPAN)
    if not person.is_quiet_at(here.time()):
        return None
    end = datetime.combine(here.date(), person.quiet_to, JAPAN)
    return end if end > here else end + timedelta(days=1)
