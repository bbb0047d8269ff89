"""Starts the worker once the first page is out, so that it takes nothing from the start of the server."""

from collections.abc import Callable

from .entrance import Application, Receive, Scope, Send

ALIVE = "/healthz"  # asked while the server starts


def after_first_page(application: Application, start: Callable[[], None]) -> Application:
    """Return ``application`` which calls ``start`` when its first answer is out; more calls must do no harm."""
    begun = False

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal begun
        await application(scope, receive, send)
        if not begun and scope["type"] == "http" and scope["path"] != ALIVE:
            begun = True
            start()

    return answer
