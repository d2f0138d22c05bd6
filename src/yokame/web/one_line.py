"""Keeps what is typed from ending the line it is written on, such as that of a mail's header."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

ONE_LINE = RegexValidator(
    r"[\x00-\x1f\x7f]", _("改行などの、見えない文字は使えません。"), inverse_match=True
)
