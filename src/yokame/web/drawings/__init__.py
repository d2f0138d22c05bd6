"""The pictures of an answer as geometry: from numbers to places, before any markup."""
