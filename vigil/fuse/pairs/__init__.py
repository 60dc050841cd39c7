"""Which claims are compared, by what, and what each comparison weighs."""
