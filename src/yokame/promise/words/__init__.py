"""From characters to words: one spelling for many, then the longest known word at each place."""
