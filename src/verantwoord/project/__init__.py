"""Settings, addresses and start-up: the room that wires the other rooms together."""
