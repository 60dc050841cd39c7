"""The record for other people: exports in the formats that the field uses, and one page to read and print."""
