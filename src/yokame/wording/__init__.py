"""What an answer says in a person's language: its sentences and its machine form."""
