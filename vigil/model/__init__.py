"""What things are. Standard library only; everything else imports from here, and this imports from nothing."""
