"""Translates sheets out: the frozen facts of ``practice`` into what a template shows. No decisions here."""
