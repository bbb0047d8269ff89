"""The address that a candidate typed: http or https, an explicit host, nothing that can be read in two ways."""

import re

from greenroom.core.fact import fact

LONGEST = 300  # characters of an address
LONGEST_MODEL = 200  # characters of a model's name

# Narrower than the standard on purpose: no user name, no query, no backslash, so that the host shown is the host asked.
_FORM = re.compile(
    r"(?P<scheme>https?)://(?P<host>[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::(?P<port>\d{1,5}))?"
    r"(?P<path>(?:/[A-Za-z0-9._~%-]+)*)",
)
_ENDS = ("/chat/completions", "/chat")  # people paste the whole address from a server's documentation
_LOCAL = re.compile(r"localhost|(?:[a-z0-9-]+\.)+localhost|127(?:\.\d{1,3}){3}|\[::1\]")


class BadAddress(ValueError):
    """The address or the model's name cannot be used. The text says why, for the person who typed it."""


@fact
class Endpoint:
    """Where a model is asked: ``base`` without a slash at its end, and the ``model``'s name as its server knows it."""

    base: str
    model: str

    @property
    def url(self) -> str:
        """The address to which an answer would go."""
        return f"{self.base}/chat/completions"

    @property
    def local(self) -> bool:
        """True when the host is this machine by its name; what listens there may still pass things on."""
        found = _FORM.fullmatch(self.base)
        return bool(found and _LOCAL.fullmatch(found["host"]))

    @property
    def encrypted(self) -> bool:
        """True when nobody on the way can read what is sent."""
        return self.base.startswith("https://")


def endpoint(address: str, model: str) -> Endpoint:
    """Read what was typed. Raises ``BadAddress``."""
    return Endpoint(base=_base(address.strip()), model=_model(model.strip()))


def _base(typed: str) -> str:
    if len(typed) > LONGEST:
        raise BadAddress(f"The address is longer than {LONGEST} characters.")
    scheme, separator, rest = typed.partition("://")
    host, slash, path = rest.partition("/")
    lowered = f"{scheme.lower()}{separator}{host.lower()}{slash}{path}".rstrip("/")
    found = _FORM.fullmatch(lowered)
    if found is None or ".." in lowered:
        raise BadAddress(
            "An address begins with http:// or https:// and names a host, for example http://127.0.0.1:11434/v1. "
            "It has no user name, no question mark and no spaces."
        )
    if found["port"] and not 0 < int(found["port"]) < 65_536:
        raise BadAddress(f"There is no port {found['port']}.")
    for end in _ENDS:
        lowered = lowered.removesuffix(end)
    return lowered


def _model(typed: str) -> str:
    if not typed or len(typed) > LONGEST_MODEL or not typed.isprintable():
        raise BadAddress(f"Name the model as your server knows it, in 1 to {LONGEST_MODEL} characters.")
    return typed
