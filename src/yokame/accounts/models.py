"""People. Only `accounts.actions` writes these rows."""

from datetime import time

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce, Lower, Now
from django.utils.translation import gettext_lazy as _

from yokame.accounts.labels import language_labels, scope_labels
from yokame.accounts.tokens import PREFIX_LENGTH, Scope
from yokame.letters import Sender
from yokame.wording import Language


class Person(AbstractBaseUser):
    """Someone whose season is kept here.

    On a server a person signs in with `email`. On one's own machine nobody signs in, and the one
    local person has none.
    """

    email = models.EmailField(_("メールアドレス"), unique=True, null=True, blank=True)
    joined_at = models.DateTimeField(db_default=Now(), editable=False)
    is_active = models.BooleanField(default=True)

    # What a letter says of its sender; see `yokame.letters.Sender`.
    name = models.CharField(_("氏名"), max_length=100, blank=True)
    reading = models.CharField(_("ふりがな"), max_length=100, blank=True)
    university = models.CharField(_("大学"), max_length=100, blank=True)
    faculty = models.CharField(_("学部・学科"), max_length=100, blank=True)
    year = models.CharField(_("学年"), max_length=50, blank=True)
    phone = models.CharField(_("電話番号"), max_length=50, blank=True)
    reply_mail = models.EmailField(_("会社に知らせるメールアドレス"), blank=True)
    address = models.CharField(_("住所"), max_length=300, blank=True)

    language = models.CharField(
        _("ことば"), max_length=2, choices=language_labels, default=Language.JA.value
    )
    shows_numbers = models.BooleanField(_("見込みを数字でも見る"), default=True)
    # Times of day in Asia/Tokyo. No `digest_at`: no digest. Equal quiet times: never quiet.
    digest_at = models.TimeField(_("一日のまとめの時刻"), null=True, blank=True, default=time(8))
    quiet_from = models.TimeField(_("通知を休む時刻（から）"), default=time(21))
    quiet_to = models.TimeField(_("通知を休む時刻（まで）"), default=time(8))

    objects = BaseUserManager["Person"]()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Coalesce("email", Value("")), name="only_one_person_has_no_email"
            ),
            models.CheckConstraint(
                name="person_email_is_lower_case_or_none",
                condition=Q(email=None) | (Q(email=Lower("email")) & ~Q(email="")),
            ),
            models.CheckConstraint(
                name="person_language_is_known",
                condition=Q(language__in=[language.value for language in Language]),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email or str(self.pk)

    def sender(self) -> Sender:
        """This person as letters name their sender."""
        return Sender(
            name=self.name,
            reading=self.reading,
            university=self.university,
            faculty=self.faculty,
            year=self.year,
            phone=self.phone,
            mail=self.reply_mail or self.email or "",
            address=self.address,
        )

    def is_quiet_at(self, clock: time) -> bool:
        """Whether nothing may ring at this time of day; the span may pass midnight."""
        if self.quiet_from <= self.quiet_to:
            return self.quiet_from <= clock < self.quiet_to
        return clock >= self.quiet_from or clock < self.quiet_to


class ApiToken(models.Model):
    """A key for a program of the owner's. Of the key itself only a digest is kept."""

    owner = models.ForeignKey(Person, models.CASCADE, related_name="+")
    name = models.CharField(_("名前"), max_length=100)
    scope = models.CharField(_("できること"), max_length=10, choices=scope_labels)
    prefix = models.CharField(max_length=PREFIX_LENGTH)
    digest = models.CharField(max_length=64, unique=True)
    made_on = models.DateField()
    last_used_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="api_token_scope_is_known",
                condition=Q(scope__in=[scope.value for scope in Scope]),
            ),
            models.CheckConstraint(name="api_token_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix}…)"


class CacheEntry(models.Model):
    """A row of Django's cache in the database; no row names a person.

    Sign-in is throttled by counts in it, which must hold over all web processes of a server.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.cache_key
