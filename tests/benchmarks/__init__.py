"""The figures of the product, each measured beside its floor in one run."""
