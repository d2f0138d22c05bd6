"""Django's settings, from the variables of `environment.py` and nowhere else."""

import os
from pathlib import Path

import yokame
from yokame.server import sign_in
from yokame.server.data_folder import encryption_key, secret_key
from yokame.server.database import database
from yokame.server.environment import read_environment
from yokame.server.logs import CONFIGURATION
from yokame.server.mail import mail_settings

ENVIRONMENT = read_environment(os.environ)
PACKAGE = Path(yokame.__file__).parent
LOGGING = CONFIGURATION

SECRET_KEY = ENVIRONMENT.secret_key or secret_key(ENVIRONMENT.data_dir)
# Fernet keys: the first encrypts, all of them decrypt.
ENCRYPTION_KEYS = ENVIRONMENT.encryption_keys or (encryption_key(ENVIRONMENT.data_dir),)
# On a server people may not have yokame connect to the house's own network.
ONLY_PUBLIC_HOSTS = not ENVIRONMENT.is_local
OWN_ADDRESS = ENVIRONMENT.own_address  # for links in mails
ALLOWED_HOSTS = list(ENVIRONMENT.allowed_hosts)
DATABASES = {"default": database(ENVIRONMENT.database_url, ENVIRONMENT.data_dir)}
# What reports taught; a file that was named must be there, the usual one may be.
MODEL_FILE = ENVIRONMENT.model or ENVIRONMENT.data_dir / "model.yokame"
MODEL_MUST_BE_THERE = ENVIRONMENT.model is not None
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "ninja",  # for the static files of its documentation page
    "yokame.accounts",
    "yokame.notices",
    "yokame.tracker",
    "yokame.web",
    "yokame.worker",
]

# A request passes them downwards, its response upwards.
MIDDLEWARE = [
    "yokame.server.head.HeadMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "yokame.server.privacy.PrivacyMiddleware",
    "django.middleware.common.CommonMiddleware",  # checks Host
    "yokame.server.static_files.CompressionMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "yokame.server.privacy.OriginMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

AUTH_USER_MODEL = "accounts.Person"

CONTEXT_PROCESSORS = [
    "django.template.context_processors.request",
    "django.template.context_processors.i18n",
    "yokame.web.language.page_language",
]
ROOT_URLCONF = "yokame.server.urls"
WSGI_APPLICATION = "yokame.server.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": CONTEXT_PROCESSORS},
    }
]

LANGUAGE_CODE = "ja"
LANGUAGES = [("ja", "日本語"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "web" / "locale"]
TIME_ZONE = "Asia/Tokyo"
USE_TZ = True

STATIC_URL = "/static/"
STORAGES = {"staticfiles": {"BACKEND": "yokame.server.static_files.FingerprintedStaticFiles"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MAX_AGE = 365 * 24 * 3600  # an address changes with its file's content

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

SECURE_REFERRER_POLICY = "no-referrer"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_HTTPONLY = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

vars().update(mail_settings(ENVIRONMENT.smtp_url))
if ENVIRONMENT.mail_from:
    DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENVIRONMENT.mail_from

if ENVIRONMENT.is_local:
    MIDDLEWARE.append("yokame.accounts.local.LocalPersonMiddleware")
else:
    INSTALLED_APPS.extend(sign_in.APPS)
    MIDDLEWARE[:] = [*sign_in.BEFORE_ALL, *MIDDLEWARE, *sign_in.MIDDLEWARE]
    CONTEXT_PROCESSORS.extend(sign_in.CONTEXT_PROCESSORS)
    vars().update(sign_in.SETTINGS)

# How far a long job has come is asked while its transaction still holds the database, so it is not
# kept there.
CACHES["progress"] = {
    "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
    "LOCATION": str(ENVIRONMENT.data_dir / "progress"),
}
