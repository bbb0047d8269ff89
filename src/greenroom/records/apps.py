"""The Django app that owns every table."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "greenroom.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
