"""Floor 6: settings, addresses and the ASGI application."""
