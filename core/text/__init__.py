"""Characters, words and sentences of Arabic: folding with a map back, tokens, clitics, bidi."""
