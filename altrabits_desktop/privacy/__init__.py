"""Pure rules about what may be asked, opened, stored and sent; no input or output here."""
