"""The first tables."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Candidate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("name", models.CharField(max_length=150, unique=True)),
                ("is_active", models.BooleanField(default=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EntryLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entry_links",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("question_id", models.CharField(max_length=100)),
                ("question_slug", models.CharField(max_length=100)),
                ("question_digest", models.CharField(max_length=64)),
                ("rubric_id", models.CharField(max_length=120)),
                ("rubric_digest", models.CharField(max_length=64)),
                ("engine_version", models.CharField(max_length=40)),
                ("text", models.TextField()),
                ("words", models.PositiveIntegerField()),
                ("seconds", models.PositiveIntegerField(null=True)),
                ("predicted", models.PositiveSmallIntegerField(null=True)),
                ("scored", models.BooleanField()),
                ("scorecard", models.JSONField()),
                ("given_at", models.DateTimeField()),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="followed_by",
                        to="records.answer",
                    ),
                ),
            ],
            options={
                "ordering": ("-given_at", "-id"),
                "indexes": [
                    models.Index(fields=["candidate", "-given_at"], name="answer_by_candidate"),
                    models.Index(fields=["candidate", "question_id", "given_at"], name="answer_tries"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("predicted__isnull", True), ("predicted__range", (1, 5)), _connector="OR"),
                        name="answer_predicted_is_a_band",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("question_id", models.CharField(max_length=100)),
                ("text", models.TextField()),
                ("written_at", models.DateTimeField()),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="drafts", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("candidate", "question_id"), name="one_draft_a_question")
                ],
            },
        ),
        migrations.CreateModel(
            name="Tick",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("company", models.CharField(max_length=100)),
                ("role", models.CharField(max_length=100)),
                ("item", models.CharField(max_length=100)),
                ("ticked_at", models.DateTimeField()),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="ticks", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("candidate", "company", "role", "item"), name="one_tick_a_point")
                ],
            },
        ),
    ]
