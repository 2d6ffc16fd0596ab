"""One reader a file: `spot` finds clear cases in any sentence, `asked` reads the answer to its own question."""
