"""A FastAPI app of our own with the page mounted in it, and the server that runs it.

The app gives each browser its cookie and answers only to its own host names, so that a foreign page
cannot reach it under another name.
"""

import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response
from starlette.middleware.trustedhost import TrustedHostMiddleware

from coach.build import build_coach
from coach.engine import Coach
from coach.errors import SettingsError
from coach.report.texts import shipped_texts
from coach.settings import Settings
from coach.store.conversations import ConversationStore
from coach.web.gate import Gate
from coach.web.identity import cookie_header, new_token, owner_of

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def build_app(settings: Settings, coach: Coach | None = None) -> FastAPI:
    """Return the whole web app."""
    import gradio as gr

    from coach.web.page import CSS, THEME, Room, build_page

    coach = coach or build_coach(settings)
    store = ConversationStore(settings.data_dir)
    texts = shipped_texts(coach.table.rubric)
    gate = Gate()
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)

    @app.middleware("http")
    async def know_the_visitor(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        refused = await gate.refusal(request)
        if refused is not None:
            return Response(status_code=refused)
        response = await call_next(request)
        if request.method == "GET" and request.url.path == "/" and owner_of(request.cookies) is None:
            header = cookie_header(new_token(), secure=request.url.scheme == "https")
            response.set_cookie(**header)  # type: ignore[arg-type]
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Frame-Options"] = "DENY"
        return response

    if settings.host in _LOOPBACK:
        app.add_middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost", "[::1]"])
    page = build_page(Room(coach, store, texts))
    page.queue(default_concurrency_limit=16)
    gr.mount_gradio_app(
        app,
        page,
        path="/",
        run_history=False,
        footer_links=[],
        enable_monitoring=False,
        show_error=False,
        ssr_mode=False,
        mcp_server=False,
        theme=THEME,
        css=CSS,
    )
    return app


def serve(settings: Settings, browser: bool) -> None:
    """Serve the page until interrupted.

    Raises:
        SettingsError: the address cannot be used (another program has the port).
    """
    listener = _listen(settings.host, settings.port)
    import uvicorn

    app = build_app(settings)
    shown = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = f"http://{shown}:{settings.port}/"
    print(f"The coach is at {address} (Ctrl+C stops it). Nothing leaves this machine.", file=sys.stderr, flush=True)
    if browser and sys.stdout.isatty() and (sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY")):
        threading.Timer(1.0, webbrowser.open, (address,)).start()
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    """Take the port before loading anything, so that a busy one is said at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise SettingsError(f"{host}:{port} cannot be used ({error.strerror}); choose another with --port.") from None
    return listener
