"""The code lab: sittings, submissions with their results one by one, hints opened, and code not yet submitted."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0004_model"),
    ]

    operations = [
        migrations.CreateModel(
            name="Sitting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("exercise_id", models.CharField(max_length=100)),
                ("exercise_slug", models.CharField(max_length=100)),
                ("mode", models.CharField(choices=[("open", "open"), ("screen", "screen")], max_length=10)),
                ("language", models.CharField(max_length=10)),
                ("part", models.PositiveSmallIntegerField(default=1)),
                ("began_at", models.DateTimeField()),
                ("passed_at", models.DateTimeField(null=True)),
                ("left_at", models.DateTimeField(null=True)),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sittings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PartReached",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("part", models.PositiveSmallIntegerField()),
                ("reached_at", models.DateTimeField()),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts_reached",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sitting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reached", to="records.sitting"
                    ),
                ),
            ],
            options={
                "ordering": ("part",),
            },
        ),
        migrations.CreateModel(
            name="HintOpened",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("part", models.PositiveSmallIntegerField()),
                ("wrong", models.CharField(default="", max_length=100)),
                ("level", models.PositiveSmallIntegerField()),
                ("opened_at", models.DateTimeField()),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hints_opened",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sitting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="hints_opened", to="records.sitting"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("exercise_id", models.CharField(max_length=100)),
                ("exercise_slug", models.CharField(max_length=100)),
                ("exercise_digest", models.CharField(max_length=64)),
                ("engine_version", models.CharField(max_length=40)),
                ("language", models.CharField(max_length=10)),
                ("files", models.JSONField()),
                ("tests", models.TextField(default="")),
                ("scope", models.CharField(choices=[("all", "all"), ("visible", "visible")], max_length=10)),
                ("part", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("running", "running"),
                            ("done", "done"),
                            ("cancelled", "cancelled"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("attempt", models.PositiveIntegerField(default=0)),
                ("deaths", models.PositiveSmallIntegerField(default=0)),
                ("worker", models.CharField(default="", max_length=120)),
                ("lease_until", models.DateTimeField(null=True)),
                ("verdict", models.CharField(default="", max_length=20)),
                ("own_tests", models.JSONField(null=True)),
                ("created_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="submissions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sitting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="submissions", to="records.sitting"
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="CaseRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("attempt", models.PositiveIntegerField()),
                ("position", models.PositiveIntegerField()),
                ("part", models.PositiveSmallIntegerField()),
                ("verdict", models.CharField(max_length=20)),
                ("result", models.JSONField()),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="case_rows",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="case_rows", to="records.submission"
                    ),
                ),
            ],
            options={
                "ordering": ("position",),
            },
        ),
        migrations.CreateModel(
            name="CodeDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("exercise_id", models.CharField(max_length=100)),
                ("language", models.CharField(max_length=10)),
                ("text", models.TextField()),
                ("tests", models.TextField(default="")),
                ("written_at", models.DateTimeField()),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="code_drafts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("candidate", "exercise_id", "language"), name="one_code_draft_a_language"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="sitting",
            constraint=models.UniqueConstraint(
                condition=models.Q(("left_at__isnull", True)),
                fields=("candidate", "exercise_id"),
                name="one_live_sitting_an_exercise",
            ),
        ),
        migrations.AddConstraint(
            model_name="partreached",
            constraint=models.UniqueConstraint(fields=("sitting", "part"), name="one_time_a_part_is_reached"),
        ),
        migrations.AddConstraint(
            model_name="hintopened",
            constraint=models.UniqueConstraint(fields=("sitting", "part", "wrong", "level"), name="one_opening_a_hint"),
        ),
        migrations.AddIndex(
            model_name="submission",
            index=models.Index(fields=["candidate", "exercise_id", "-id"], name="submission_by_exercise"),
        ),
        migrations.AddIndex(
            model_name="submission",
            index=models.Index(fields=["state", "id"], name="submission_by_state"),
        ),
        migrations.AddConstraint(
            model_name="caserow",
            constraint=models.UniqueConstraint(fields=("submission", "position"), name="one_result_a_position"),
        ),
    ]
