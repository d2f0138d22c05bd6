"""The words every room shares: one enum per thing, with the spelling used in files and the API."""

from enum import StrEnum


class Language(StrEnum):
    """A language that yokame speaks; Japanese is the default everywhere."""

    JA = "ja"
    EN = "en"


class Track(StrEnum):
    """Which kind of hiring an application belongs to."""

    NEW_GRAD = "new_grad"
    MID_CAREER = "mid_career"
    PART_TIME = "part_time"


class Stage(StrEnum):
    """What was taken on day zero. `INTERVIEW` is one whose round is not known."""

    DOCUMENT = "document"
    WEB_TEST = "web_test"
    GROUP_DISCUSSION = "group_discussion"
    FIRST = "first"
    MIDDLE = "middle"
    FINAL = "final"
    INTERVIEW = "interview"


class Outcome(StrEnum):
    """What word said. `NONE` is a wait that is still silent."""

    PASS = "pass"
    FAIL = "fail"
    NONE = "none"


class Trust(StrEnum):
    """How sure one is of what others are said to have heard."""

    SURE = "sure"
    LIKELY = "likely"
    RUMOUR = "rumour"


class Policy(StrEnum):
    """Who is told: everyone, only those who passed, or it was not said."""

    EVERYONE = "everyone"
    PASSED_ONLY = "passed_only"
    UNKNOWN = "unknown"


class Channel(StrEnum):
    """The way by which word comes."""

    PHONE = "phone"
    MAIL = "mail"
    MY_PAGE = "my_page"
    AGENT = "agent"
