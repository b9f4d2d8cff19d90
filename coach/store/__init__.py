"""Conversations in SQL, through SQLAlchemy; the only owner of it. It knows nothing of coaching."""
