"""Rules about channels: is this the right place, and the right shape for it."""
