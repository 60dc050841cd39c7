"""Detailed map tiles that the operator chose: a PMTiles archive of one's own, or a tile server's address."""
