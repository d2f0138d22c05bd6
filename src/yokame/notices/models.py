"""The tables: ways to reach a person, and deliveries. Only `notices` writes here."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from yokame.notices.notice import Kind, State


class Channel(models.Model):
    """One way to a person. Its address and credentials are in `sealed`, encrypted.

    `is_on`: notices go here. `shows_names`: with employers' names, which a locked screen may show;
    else only what anybody may read. `problem`: why it was switched off by itself.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12)
    name = models.CharField(max_length=200)  # how the person knows it; no secret
    sealed = models.TextField()
    print = models.CharField(max_length=64)  # tells a second of the same address
    is_on = models.BooleanField(default=True)
    shows_names = models.BooleanField(default=False)
    problem = models.CharField(max_length=30, blank=True)
    said = models.CharField(max_length=300, blank=True)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint("owner", "kind", "print", name="channel_is_there_once"),
            models.UniqueConstraint(
                "owner",
                "kind",
                condition=Q(kind__in=[Kind.OWN_MAIL, Kind.HOUSE_MAIL]),
                name="one_mail_account_a_person",
            ),
            models.CheckConstraint(name="channel_kind_is_known", condition=Q(kind__in=list(Kind))),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


class Reminding(models.Model):
    """Up to which moment a person's reminders are planned. Without a row, none ever were."""

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+"
    )
    planned_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"until {self.planned_at:%Y-%m-%d %H:%M}"


class Delivery(models.Model):
    """One effect in the outbox: a notice by one channel, or a letter.

    `target` is "letter", or the number of the channel. The key with its target is there once, so
    that what is asked for twice is sent once.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    target = models.CharField(max_length=20)
    channel = models.ForeignKey(Channel, models.SET_NULL, null=True, related_name="+")
    payload = models.JSONField()  # exactly what is sent
    state = models.CharField(max_length=10, default=State.WAITING)
    attempts = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField()
    good_until = models.DateTimeField()
    may_ring = models.BooleanField()
    problem = models.CharField(max_length=30, blank=True)
    said = models.CharField(max_length=300, blank=True)
    asked_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    LETTER = "letter"

    class Meta:
        constraints = [
            models.UniqueConstraint("owner", "key", "target", name="delivery_is_asked_for_once"),
            models.CheckConstraint(
                name="delivery_state_is_known", condition=Q(state__in=list(State))
            ),
        ]
        indexes = [
            models.Index(
                "next_try_at",
                condition=Q(state__in=[State.WAITING, State.SENDING]),
                name="delivery_to_be_tried",
            ),
            models.Index("owner", "asked_at", name="delivery_by_owner"),
        ]

    def __str__(self) -> str:
        return f"{self.key} by {self.target}: {self.state}"

    @property
    def is_letter(self) -> bool:
        """Whether it goes to an employer, not to its owner."""
        return self.target == self.LETTER
