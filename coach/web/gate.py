"""What a browser may ask this server for: the page and its events, for the visitor whose cookie it sends.

Gradio brings more routes than this page uses (uploads, files, links to stored states, an API), and tells
sessions apart by a hash that the client chooses. So only the routes the page needs are open, each but the
page itself asks for a cookie, and a session belongs to the first cookie that used it. It knows nothing of
conversations; the handlers ask for those again.
"""

import json
import re
import threading
from collections import OrderedDict

from fastapi import Request

from coach.web.identity import owner_of

_OPEN = re.compile(r"(?!.*\.\.)(/|/theme\.css|/(assets|static)/[\w./@-]+|/favicon\.ico|/manifest\.json)")
_EVENTS = re.compile(r"/gradio_api/(queue/join|queue/data|run/predict|cancel|reset|heartbeat/(?P<session>[\w-]+))")
_MOST_SESSIONS = 100_000


class Gate:
    """Decides on requests; remembers whose each session is."""

    def __init__(self) -> None:
        """Begin without any session."""
        self._owner_of_session: OrderedDict[str, str] = OrderedDict()
        self._lock = threading.Lock()

    async def refusal(self, request: Request) -> int | None:
        """Return the status with which a request is refused, or None to let it pass."""
        path = request.url.path
        if _OPEN.fullmatch(path):
            return 404 if "deep_link" in request.query_params else None
        event = _EVENTS.fullmatch(path)
        if event is None:
            return 404
        owner = owner_of(request.cookies)
        if owner is None:
            return 403
        session = event["session"] or request.query_params.get("session_hash") or await _named_in_body(request)
        return None if session is None or self._belongs(session, owner) else 403

    def _belongs(self, session: str, owner: str) -> bool:
        with self._lock:
            first = self._owner_of_session.setdefault(session, owner)
            self._owner_of_session.move_to_end(session)
            if len(self._owner_of_session) > _MOST_SESSIONS:
                self._owner_of_session.popitem(last=False)
            return first == owner


async def _named_in_body(request: Request) -> str | None:
    """Return the session that an event names; a body that is no JSON names none and is refused further on."""
    if request.method != "POST":
        return None
    try:
        body = json.loads(await request.body())
    except ValueError:
        return None
    named = body.get("session_hash") if isinstance(body, dict) else None
    return named if isinstance(named, str) else None
