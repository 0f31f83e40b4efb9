"""Every change of supervision. The order is always the same: right and lock, norms, write, event."""
