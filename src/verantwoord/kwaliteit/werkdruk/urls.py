from django.urls import path

from verantwoord.kwaliteit.werkdruk import views

app_name = "werkdruk"

urlpatterns = [path("kwaliteit/werkdruk/", views.overzicht, name="overzicht")]
