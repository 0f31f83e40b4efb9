from django.urls import URLPattern

app_name = "dialoog"

urlpatterns: list[URLPattern] = []
