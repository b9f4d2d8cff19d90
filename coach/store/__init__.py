"""Conversations and sources in SQL, through SQLAlchemy; the only owner of it. It knows nothing of coaching."""

FILE = "coach.sqlite"
"""The name of the file in the data folder; where it is missing, nothing was stored yet."""
