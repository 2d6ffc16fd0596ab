"""The chat of HalloWerk: the product."""
