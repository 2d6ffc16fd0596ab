"""The data the product ships, with licences beside it."""
