from django.urls import path

from verantwoord.vakmanschap import views

app_name = "vakmanschap"

urlpatterns = [
    path("kennis/", views.begin, name="begin"),
]
