"""World -> Document: files, archives, feeds and pages in, documents with their bytes kept out."""
