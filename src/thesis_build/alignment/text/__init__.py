"""The text of blocks as it is compared: passages, sentences, words, with their positions."""
