"""The ledger's tables: events, and the rows that pages query, which are folded from them.

Only `tracker.ledger` and `tracker.day_answers` write here, and each of `SavedView` and
`CalendarFeed` has one writer of its own. All but these two, `LedgerEvent` and `ToldAnswer` can be
made again from the events at any time; `yokame check` does so and compares.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from yokame.tracker.application import State
from yokame.tracker.labels import said_labels, state_labels
from yokame.tracker.payloads import KINDS, DatedBy, Said
from yokame.tracker.upload_states import UploadState

_OWNER_KINDS = ("employers_joined", "imported", "undone")


class LedgerEvent(models.Model):
    """One line of a person's ledger, written once. The database refuses to change it."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    change = models.UUIDField()
    application = models.UUIDField(null=True)
    kind = models.CharField(max_length=20)
    happened_on = models.DateField()
    recorded_at = models.DateTimeField()
    dated_by = models.CharField(max_length=10)
    data = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint("owner", "number", name="event_number_is_the_owners_own"),
            models.CheckConstraint(name="event_kind_is_known", condition=Q(kind__in=KINDS)),
            models.CheckConstraint(
                name="event_dated_by_is_known", condition=Q(dated_by__in=list(DatedBy))
            ),
            models.CheckConstraint(
                name="event_is_about_an_application_or_the_ledger",
                condition=Q(kind__in=_OWNER_KINDS, application=None)
                | (~Q(kind__in=_OWNER_KINDS) & Q(application__isnull=False)),
            ),
        ]
        indexes = [
            models.Index("owner", "application", "number", name="event_by_application"),
            models.Index("owner", "change", name="event_by_change"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.kind} {self.happened_on}"


class Application(models.Model):
    """One employer, one course, as its events leave it. Pages name it by `uid`."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    uid = models.UUIDField()
    employer = models.CharField(max_length=200)
    employer_key = models.CharField(max_length=200)
    course = models.CharField(max_length=200, blank=True)
    track = models.CharField(max_length=20)
    industry = models.CharField(max_length=200, blank=True)
    via_agent = models.BooleanField()
    size = models.PositiveIntegerField(null=True)
    public_sector = models.BooleanField()
    priority = models.PositiveSmallIntegerField()
    entry_due_on = models.DateField(null=True)
    added_on = models.DateField()
    applied_on = models.DateField(null=True)
    state = models.CharField(max_length=20, choices=state_labels)
    state_on = models.DateField()
    offered_on = models.DateField(null=True)
    answer_by = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    extension_asked_on = models.DateField(null=True)
    last_number = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint("owner", "uid", name="application_is_in_a_ledger_once"),
            models.CheckConstraint(
                name="application_state_is_known", condition=Q(state__in=list(State))
            ),
            models.CheckConstraint(name="application_names_an_employer", condition=~Q(employer="")),
            models.CheckConstraint(
                name="application_answers_an_offer_that_was_made",
                condition=Q(answered_on=None) | Q(answered_on__gte=F("offered_on")),
            ),
        ]
        indexes = [
            models.Index("owner", "state", name="application_by_state"),
            models.Index("owner", "employer_key", name="application_by_employer"),
        ]

    def __str__(self) -> str:
        return f"{self.employer} {self.course}".strip()


class Round(models.Model):
    """One stage of an application. `is_current`: the one that the application hangs on."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="rounds")
    uid = models.UUIDField()
    position = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=20)
    name = models.CharField(max_length=200, blank=True)
    on = models.DateField(null=True)
    is_held = models.BooleanField()
    starts_at = models.TimeField(null=True)
    ends_at = models.TimeField(null=True)
    place = models.CharField(max_length=200, blank=True)
    is_open = models.BooleanField()
    is_current = models.BooleanField()
    said = models.CharField(max_length=1000, blank=True)
    heard_on = models.DateField(null=True)
    policy = models.CharField(max_length=20)
    signals = models.JSONField()
    contact_by = models.CharField(max_length=10, blank=True)
    contact_on = models.DateField(null=True)
    word = models.CharField(max_length=10, choices=said_labels, blank=True)
    word_on = models.DateField(null=True)
    word_dated_by = models.CharField(max_length=10, blank=True)
    word_recorded_on = models.DateField(null=True)
    channel = models.CharField(max_length=10, blank=True)
    asked = models.JSONField()
    others = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint("application", "uid", name="round_is_in_an_application_once"),
            models.UniqueConstraint(
                "application", condition=Q(is_current=True), name="one_round_is_current"
            ),
            models.CheckConstraint(name="round_word_is_known", condition=Q(word__in=["", *Said])),
            models.CheckConstraint(
                name="round_word_and_day_come_together",
                condition=Q(word="", word_on=None) | (~Q(word="") & Q(word_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="round_word_comes_after_the_round",
                condition=Q(word_on=None) | Q(on=None) | Q(word_on__gte=F("on")),
            ),
            models.CheckConstraint(
                name="round_contact_and_day_come_together",
                condition=Q(contact_by="", contact_on=None)
                | (~Q(contact_by="") & Q(contact_on__isnull=False)),
            ),
        ]
        indexes = [models.Index("on", name="round_by_day")]

    def __str__(self) -> str:
        return f"{self.application_id}: {self.name or self.stage}"


class DayAnswer(models.Model):
    """The answer for a round that waits, computed once for `today` and kept until it changes."""

    round = models.OneToOneField(Round, models.CASCADE, related_name="answer")
    today = models.DateField()
    prob = models.FloatField()
    low = models.FloatField()
    high = models.FloatField()
    never_prob = models.FloatField()
    median_on = models.DateField()
    low_on = models.DateField()
    high_on = models.DateField()
    deadline_on = models.DateField(null=True)
    ask_from = models.DateField(null=True)
    state = models.CharField(max_length=20)
    action = models.CharField(max_length=20)
    action_on = models.DateField()
    hours = models.CharField(max_length=20, blank=True)
    why = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="answer_is_a_chance_inside_its_range",
                condition=Q(low__gte=0, low__lte=F("high"), high__lte=1, prob__gte=0, prob__lte=1),
            )
        ]

    def __str__(self) -> str:
        return f"round {self.round_id} on {self.today}"


class ToldAnswer(models.Model):
    """What a person was told of a round on a day, kept to be held against the word that came.

    It names its round as events do: the rows of rounds are written anew.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    application = models.UUIDField()
    round = models.UUIDField()
    told_on = models.DateField()
    prob = models.FloatField()
    low = models.FloatField()
    high = models.FloatField()
    never_prob = models.FloatField()
    median_on = models.DateField()
    low_on = models.DateField()
    high_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "owner", "application", "round", "told_on", name="one_answer_is_told_a_day"
            ),
            models.CheckConstraint(
                name="told_answer_is_a_chance_inside_its_range",
                condition=Q(low__gte=0, low__lte=F("high"), high__lte=1, prob__gte=0, prob__lte=1),
            ),
        ]

    def __str__(self) -> str:
        return f"round {self.round} on {self.told_on}"


class SavedView(models.Model):
    """A filter of the table under a name, as the query of its address."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(max_length=40)
    query = models.CharField(max_length=500)

    class Meta:
        constraints = [models.UniqueConstraint("owner", "name", name="view_name_is_the_owners_own")]

    def __str__(self) -> str:
        return self.name


class CalendarFeed(models.Model):
    """The secret address of a person's calendar, of which only the hash is kept."""

    owner = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seed = models.CharField(max_length=32)
    token_hash = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return f"calendar feed of {self.owner_id}"


class Upload(models.Model):
    """A file on its way into the ledger, kept until it is in it or given up.

    `change` is what it will be there. `told` is what the result page shows once the file is gone.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    uid = models.UUIDField(unique=True)
    change = models.UUIDField()
    name = models.CharField(max_length=200)
    data = models.BinaryField()
    choices = models.JSONField(default=dict)
    began_on = models.DateField()
    state = models.CharField(max_length=10)
    error = models.CharField(max_length=500, blank=True)
    told = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="upload_state_is_known",
                condition=Q(state__in=[state.value for state in UploadState]),
            ),
            models.CheckConstraint(
                name="upload_of_an_error_says_it",
                condition=(Q(state="failed") & ~Q(error="")) | (~Q(state="failed") & Q(error="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.state}"
