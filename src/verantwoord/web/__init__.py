"""The frame every page stands in: theme, components, forms, charts, PDF.

This room knows no domain. Its tags and functions take plain values, so that every other room can use them
and none can leak a model into the look. What it can do is shown on one page, the gallery at ``/onderdelen/``.
"""
