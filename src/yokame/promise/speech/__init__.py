"""From times to what is promised: which sentence means word, refuses it, or says who is told."""
