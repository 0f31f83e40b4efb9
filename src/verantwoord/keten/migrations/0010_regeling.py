from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("keten", "0009_meldplicht"),
    ]

    operations = [
        migrations.AlterField(
            model_name="inzending",
            name="soort",
            field=models.CharField(
                choices=[
                    ("afwezigheid", "Niet meer gezien"),
                    ("weer_gezien", "Weer gezien"),
                    ("controle", "Aanwezigheidscontrole"),
                    ("bericht_van_vertrek", "Bericht van vertrek"),
                    ("opvangbesluit", "Antwoord over langere opvang"),
                    ("einddatum", "De einddatum klopt niet"),
                    ("verwijzing", "Antwoord op een verwijzing"),
                    ("opdracht", "Actie klaar"),
                    ("politieantwoord", "Antwoord van de politie"),
                    ("zorg", "Ik maak me zorgen"),
                    ("meldplicht", "Besluit over de meldplicht"),
                    ("melding", "Melding, of de reden dat die uitbleef"),
                    ("regeling", "Hoe het staat met wat u regelt"),
                ],
                max_length=20,
            ),
        ),
    ]
