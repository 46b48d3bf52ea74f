CREATE VIRTUAL TABLE search_index_number USING fts5(number, content='letter_text', content_rowid='sort_key', columnsize=0, tokenize="unicode61 remove_diacritics 0")

CREATE TRIGGER search_index_number_added AFTER INSERT ON letter_text BEGIN INSERT INTO search_index_number(rowid, number) VALUES (new.sort_key, new.number); END

CREATE TRIGGER search_index_number_removed AFTER DELETE ON letter_text BEGIN INSERT INTO search_index_number(search_index_number, rowid, number) VALUES ('delete', old.sort_key, old.number); END

INSERT INTO search_index_number(search_index_number) VALUES ('rebuild')
