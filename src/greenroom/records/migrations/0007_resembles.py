from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0006_code_reading"),
    ]

    operations = [
        migrations.AddField(
            model_name="submission",
            name="resembles",
            field=models.CharField(default="", max_length=100),
        ),
    ]
