"""Which texts are copies, translations or agency copy of which: ten papers that print one report are one witness."""
