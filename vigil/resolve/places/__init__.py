"""Names to places: candidates, their ranking, vague and relative places, and which of several places is the act's."""
