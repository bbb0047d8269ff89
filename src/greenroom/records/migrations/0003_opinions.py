"""Opinions on findings, and the level for which an answer is marked."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0002_api_tokens"),
    ]

    operations = [
        migrations.AddField(
            model_name="answer",
            name="level",
            field=models.CharField(default="", max_length=10),
        ),
        migrations.CreateModel(
            name="Opinion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveIntegerField()),
                (
                    "says",
                    models.CharField(
                        choices=[("right", "right"), ("wrong", "wrong"), ("covered", "covered")], max_length=10
                    ),
                ),
                ("reason", models.TextField()),
                ("question_id", models.CharField(max_length=100)),
                ("code", models.CharField(max_length=60)),
                ("rule", models.CharField(max_length=80)),
                ("point", models.CharField(max_length=100)),
                ("engine_version", models.CharField(max_length=40)),
                ("said_at", models.DateTimeField()),
                (
                    "answer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="opinions", to="records.answer"
                    ),
                ),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="opinions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["code", "rule"], name="opinion_by_code")],
                "constraints": [models.UniqueConstraint(fields=("answer", "place"), name="one_opinion_a_finding")],
            },
        ),
    ]
