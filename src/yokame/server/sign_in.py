"""What a server needs over one's own machine: people sign in. One's own loads none of this.

django-allauth does the signing in; its names stand here, its pages in `web/templates/allauth`.
"""

from typing import Any

APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]
BEFORE_ALL = ["yokame.server.client_address.ClientAddressMiddleware"]
# Downwards: who it is, then whether a page needs to know. Only pages that say so need not.
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "yokame.web.language.in_their_language",
    "allauth.account.middleware.AccountMiddleware",
]
CONTEXT_PROCESSORS = [
    "django.contrib.messages.context_processors.messages",
    "yokame.web.sign_in.sign_in_link",
]

SETTINGS: dict[str, Any] = {
    "ROOT_URLCONF": "yokame.server.served_urls",
    "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
    "AUTH_PASSWORD_VALIDATORS": [
        {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
        for name, options in (
            ("MinimumLengthValidator", {"min_length": 10}),
            ("UserAttributeSimilarityValidator", {"user_attributes": ("email", "name")}),
            ("CommonPasswordValidator", {}),
            ("NumericPasswordValidator", {}),
        )
    ],
    # Sign-in is throttled by counts in this table, which every web process shares.
    "CACHES": {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "accounts_cacheentry",
            # Beyond it rows are dropped, counts that still hold somebody back among them.
            "OPTIONS": {"MAX_ENTRIES": 100_000},
        }
    },
    "LOGIN_URL": "account_login",
    "LOGIN_REDIRECT_URL": "/",
    # A browser keeps these to HTTPS, and to this machine's own `localhost`.
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "SESSION_COOKIE_NAME": "yokame_session",
    "SESSION_COOKIE_AGE": 30 * 24 * 3600,
    "ACCOUNT_LOGIN_METHODS": {"email"},
    "ACCOUNT_USER_MODEL_USERNAME_FIELD": None,
    "ACCOUNT_SIGNUP_FIELDS": ["email*", "password1*"],
    "ACCOUNT_EMAIL_VERIFICATION": "mandatory",
    # Codes, not links: a passkey is made in the window in which one signed up.
    "ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED": True,
    "ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND": True,
    "ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED": True,
    "ACCOUNT_CHANGE_EMAIL": True,
    "ACCOUNT_EMAIL_NOTIFICATIONS": True,
    "ACCOUNT_EMAIL_SUBJECT_PREFIX": "",
    "ACCOUNT_LOGOUT_REDIRECT_URL": "/",
    "ACCOUNT_SESSION_REMEMBER": True,
    "MFA_ADAPTER": "yokame.accounts.sign_in.MfaAdapter",
    "MFA_FORMS": {
        "signup_webauthn": "yokame.accounts.sign_in_forms.SignupKeyForm",
        "add_webauthn": "yokame.accounts.sign_in_forms.AddKeyForm",
        "edit_webauthn": "yokame.accounts.sign_in_forms.EditKeyForm",
    },
    "MFA_SUPPORTED_TYPES": ["webauthn", "totp", "recovery_codes"],
    "MFA_PASSKEY_LOGIN_ENABLED": True,
    "MFA_PASSKEY_SIGNUP_ENABLED": True,
    "MFA_TOTP_TOLERANCE": 1,
    "MFA_TOTP_ISSUER": "yokame",
}
