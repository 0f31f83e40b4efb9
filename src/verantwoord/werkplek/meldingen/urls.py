from django.urls import path

from verantwoord.werkplek.meldingen import views

app_name = "meldingen"

urlpatterns = [
    path("meldingen/", views.lijst, name="lijst"),
    path("meldingen/gelezen/", views.gelezen, name="gelezen"),
    path("meldingen/e-mail/", views.mail, name="mail"),
    path("meldingen/<int:melding_id>/openen/", views.openen, name="openen"),
]
