"""The candidate's own model as its page, and its place beside an answer, show it."""

from types import SimpleNamespace

from greenroom.practice.model import ModelNotes, ModelSheet, Preview

SERVERS = (
    ("Ollama", "http://127.0.0.1:11434/v1"),
    ("llama.cpp", "http://127.0.0.1:8080/v1"),
    ("LM Studio", "http://127.0.0.1:1234/v1"),
    ("vLLM", "http://127.0.0.1:8000/v1"),
)
TROUBLES = {
    "unreachable": "nothing answered at its address",
    "time": "it took longer than eight seconds",
    "too_large": "its reply was far too long",
    "redirected": "its address pointed to another one, to which nothing was sent",
    "refused": "its server refused",
    "unreadable": "its reply was not of the agreed form",
}


def settings_view(sheet: ModelSheet) -> SimpleNamespace:
    """Return what the templates call ``model`` on the settings page."""
    endpoint = sheet.endpoint
    return SimpleNamespace(
        address=endpoint.base if endpoint else "",
        name=endpoint.model if endpoint else "",
        url=endpoint.url if endpoint else "",
        local=bool(endpoint and endpoint.local),
        encrypted=bool(endpoint and endpoint.encrypted),
        agreed=sheet.agreed_at,
    )


def preview_view(preview: Preview | None) -> SimpleNamespace | None:
    """Return what the templates call ``preview``."""
    if preview is None:
        return None
    says = {"system": "What the model is told", "user": "What it is given"}
    return SimpleNamespace(
        answer=preview.answer_id,
        title=preview.title,
        messages=[SimpleNamespace(role=says.get(role, role), text=text) for role, text in preview.messages],
        hidden=[SimpleNamespace(placeholder=shown, value=value) for shown, value in preview.hidden],
    )


def notes_view(notes: ModelNotes) -> SimpleNamespace:
    """Return what the templates call ``model`` beside an answer."""
    endpoint, said = notes.settings.endpoint, notes.said
    return SimpleNamespace(
        named=endpoint.model if endpoint else "",
        ready=bool(endpoint and notes.settings.agreed_at),
        trouble=TROUBLES.get(notes.trouble.value, ""),
        said=said,
        nothing=bool(said and not (said.remarks or said.next_step or said.follow_up)),
    )
