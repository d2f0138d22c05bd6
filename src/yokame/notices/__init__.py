"""What is sent: reminders to a person, and a person's letters, each effectively once.

Knows people and their channels, and nothing of applications. `queries` holds all reads, `actions`
all writes; `delivering` hands over what waits, in the worker.
"""
