"""How far a file has come on its way into the ledger."""

from enum import StrEnum


class UploadState(StrEnum):
    """`LOOKED_AT`: its preview is shown. `WAITING`: it was confirmed, and a worker takes it on."""

    LOOKED_AT = "looked_at"
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
