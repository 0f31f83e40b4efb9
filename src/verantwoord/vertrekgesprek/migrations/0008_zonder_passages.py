from django.db import migrations


class Migration(migrations.Migration):
    """Nothing keeps what the rules find any more: it is worked out when somebody reads (security E15)."""

    dependencies = [("vertrekgesprek", "0007_besluiten_over_passages")]

    operations = [migrations.DeleteModel(name="Passageantwoord"), migrations.DeleteModel(name="Passage")]
