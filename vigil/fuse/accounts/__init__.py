"""What an event says: its tellings, witnesses, disputes, tolls, estimates, parts and status."""
