from django.urls import path

from verantwoord.werkplek.agenda import views

app_name = "agenda"

urlpatterns = [
    path("agenda/", views.agenda, name="agenda"),
    path("agenda/eigen-kalender/", views.eigen_kalender, name="eigen_kalender"),
    path("agenda/feed/<str:geheim>.ics", views.feed, name="feed"),
]
