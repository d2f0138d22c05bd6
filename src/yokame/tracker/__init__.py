"""A person's own ledger: what happened with each application, and all that follows from it.

`events` is the vocabulary, `fold` makes an application of its events, `ledger` appends events and
keeps the rows that pages query; entrances use `queries` (all reads) and `actions` (all writes).
"""
