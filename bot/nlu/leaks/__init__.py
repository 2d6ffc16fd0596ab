"""The leak guard: what must not leave a message by accident. `find` notices, `told` says it, `kinds` is the data."""
