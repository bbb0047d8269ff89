"""The door: ask the model once, repair once, sift. Pure but for the HTTP call, and it never raises for a bad model."""

from time import monotonic
from typing import Any

from .address import Endpoint
from .exchange import NoReply, post
from .message import Asked, Message, messages, repaired, schema
from .reading import ModelReading, Trouble
from .reply import Reply, content, reply
from .sift import sift

SECONDS = 8.0  # in all, for every turn together
LONGEST_REPLY = 900  # tokens that the model may write


def remarks(endpoint: Endpoint, asked: Asked, *, marker: str, seconds: float = SECONDS) -> ModelReading:
    """Return what holds of the model's reply, or the trouble, within ``seconds``.

    ``marker`` is drawn at random by the caller for each call. Whoever calls has made sure that the candidate agreed
    to send this answer to this endpoint.
    """
    talk = _Talk(endpoint, asked, marker, monotonic() + seconds)
    try:
        said = talk.ask()
    except NoReply as failed:
        return ModelReading(trouble=failed.trouble)
    return sift(asked, said) if said else ModelReading(trouble=Trouble.UNREADABLE)


class _Talk:
    """The turns with one model, under one deadline. ``plain`` is set once the server has refused a JSON schema."""

    def __init__(self, endpoint: Endpoint, asked: Asked, marker: str, ends: float) -> None:
        self.endpoint, self.asked, self.marker, self.ends = endpoint, asked, marker, ends
        self.plain = False

    def ask(self) -> Reply | None:
        """Return a reply of the agreed form, or None when there is none after one repair. Raises ``NoReply``."""
        try:
            text = self._turn(self._opening())
        except NoReply as failed:
            if failed.status != 400:
                raise
            self.plain = True
            text = self._turn(self._opening())
        if text is None:
            return None
        said = reply(text)
        if said is not None:
            return said
        again = self._turn(repaired(self._opening(), text))
        return reply(again) if again is not None else None

    def _opening(self) -> list[Message]:
        return messages(self.asked, self.marker, schema_in_words=self.plain)

    def _turn(self, said: list[Message]) -> str | None:
        body = {
            "model": self.endpoint.model,
            "messages": said,
            "temperature": 0,
            "max_tokens": LONGEST_REPLY,
            "stream": False,
            "response_format": self._form(),
        }
        return content(post(self.endpoint.url, body, self.ends - monotonic()))

    def _form(self) -> dict[str, Any]:
        if self.plain:
            return {"type": "json_object"}
        named = {"name": "remarks", "strict": True, "schema": schema(self.asked)}
        return {"type": "json_schema", "json_schema": named}
