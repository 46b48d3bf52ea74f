"""What the language of letters knows: document types, agencies, posts, places, names."""
