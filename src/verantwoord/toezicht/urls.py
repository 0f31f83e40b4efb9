from django.urls import URLPattern

app_name = "toezicht"
urlpatterns: list[URLPattern] = []
