"""One more article into a record that is fused already, by what the last fusion of the whole left behind."""
