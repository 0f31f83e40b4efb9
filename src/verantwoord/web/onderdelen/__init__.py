"""The components, a module a kind. ``{% load web %}`` brings all of them."""
