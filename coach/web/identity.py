"""Who is at the browser: an HttpOnly cookie that only this server sets. Nothing a page sends can name an owner."""

import hashlib
import re
import secrets
from collections.abc import Mapping

COOKIE = "coach_id"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_YEAR = 365 * 24 * 3600


def new_token() -> str:
    """Return a cookie value nobody can guess (256 bits)."""
    return secrets.token_urlsafe(32)


def cookie_header(token: str, secure: bool = False) -> dict[str, str | int | bool]:
    """Return the arguments for setting the cookie: unreadable to scripts, sent to this site only."""
    return {
        "key": COOKIE,
        "value": token,
        "max_age": _YEAR,
        "httponly": True,
        "samesite": "lax",
        "secure": secure,
        "path": "/",
    }


def owner_of(cookies: Mapping[str, str]) -> str | None:
    """Return the owner a request's cookies stand for, None without a valid one. The token itself is not stored."""
    token = cookies.get(COOKIE, "")
    if not _TOKEN.fullmatch(token):
        return None
    return f"web:{hashlib.sha256(token.encode()).hexdigest()[:40]}"
