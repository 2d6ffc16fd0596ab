

@pytest.mark.parametrize("word", sorted(NAMED))
def test_every_number_word_is_found_whole(word: str) -> None:
    found = HAS_NUMBER.search(f"wel {word} uur")
    assert found
    assert found.group() == word
