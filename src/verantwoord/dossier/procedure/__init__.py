"""The procedure by hand: what a message would have brought, entered by a person who may, and shown as one page."""
