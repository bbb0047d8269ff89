"""Floor 3: what happened, as rows. Imported by ``practice`` and by Django's own wiring only."""
