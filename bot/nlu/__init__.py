"""Words to meaning: the parse, the rules, and one reader a file."""
