from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("werkplek", "0007_melding_catalogus"),
    ]

    operations = [
        migrations.AlterField(
            model_name="melding",
            name="soort",
            field=models.CharField(
                choices=[
                    ("toegewezen", "Een dossier is aan u toegewezen"),
                    ("procedure", "Een bericht heeft de procedure veranderd"),
                    ("afwijking", "Een verzoek om af te wijken wacht op u"),
                    ("afwijking_besloten", "Er is besloten over afwijken van een regel"),
                    ("keten", "Een ketenpartner stuurde een bericht"),
                    ("plicht", "Een plicht loopt binnen drie dagen af"),
                    ("quarantaine", "Er wachten berichten in quarantaine"),
                    ("inzage_gevraagd", "Een partner vraagt u om één ding te mogen weten"),
                    ("inzage_besloten", "Er is besloten over uw vraag om meer te zien"),
                    ("noodtoegang", "Een dossier is in nood geopend"),
                    ("nood_te_laat", "Noodtoegang is niet op tijd beoordeeld"),
                    ("opvallend", "Er zijn vragen over inzage om na te kijken"),
                    ("catalogus", "In de catalogus is ondersteuning aan de beurt om na te vragen"),
                    ("bijdrage", "Een bijdrage van de DT&V wacht op een besluit"),
                    ("bijdrage_besloten", "Er is besloten over een bijdrage van de DT&V"),
                ],
                max_length=20,
            ),
        ),
    ]
