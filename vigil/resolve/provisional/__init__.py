"""Groups that no registry knows: provisional actors, joined across documents."""
