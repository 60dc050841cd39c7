"""What we know beforehand: the places index, gazetteers, actor registries, outlets, theatre packs."""
