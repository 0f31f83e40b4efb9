"""The card with what somebody must know to keep a person safe."""
