"""Static files straight from the installed packages: no collecting step before a start.

Each address carries a fingerprint of the file, so that a browser may keep the file for a year and
still sees a new one at once.
"""

import functools
import hashlib
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class FingerprintedStaticFiles(StaticFilesStorage):
    """Gives a static file's address, with its fingerprint."""

    def url(self, name: str | None) -> str:
        address = super().url(name)
        version = fingerprint(name) if name else None
        return f"{address}?v={version}" if version else address


@functools.cache
def fingerprint(name: str) -> str | None:
    """Twelve hex digits of the file's SHA-256; None if no installed app has such a file."""
    path = finders.find(name)
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:12] if path else None


class CompressionMiddleware(GZipMiddleware):
    """Compresses pages and static files alike; a part of a file stays the bytes it names."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.status_code == 206:
            return response
        return super().process_response(request, response)
