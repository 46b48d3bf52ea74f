CREATE VIRTUAL TABLE search_index_head USING fts5(number, subject, issuer, content='letter_text', content_rowid='sort_key', columnsize=0, tokenize="unicode61 remove_diacritics 0")

CREATE TRIGGER search_index_head_added AFTER INSERT ON letter_text BEGIN INSERT INTO search_index_head(rowid, number, subject, issuer) VALUES (new.sort_key, new.number, new.subject, new.issuer); END

CREATE TRIGGER search_index_head_removed AFTER DELETE ON letter_text BEGIN INSERT INTO search_index_head(search_index_head, rowid, number, subject, issuer) VALUES ('delete', old.sort_key, old.number, old.subject, old.issuer); END

CREATE VIRTUAL TABLE search_index_tasks USING fts5(number, subject, tasks, issuer, content='letter_text', content_rowid='sort_key', columnsize=0, tokenize="unicode61 remove_diacritics 0")

CREATE TRIGGER search_index_tasks_added AFTER INSERT ON letter_text BEGIN INSERT INTO search_index_tasks(rowid, number, subject, tasks, issuer) VALUES (new.sort_key, new.number, new.subject, new.tasks, new.issuer); END

CREATE TRIGGER search_index_tasks_removed AFTER DELETE ON letter_text BEGIN INSERT INTO search_index_tasks(search_index_tasks, rowid, number, subject, tasks, issuer) VALUES ('delete', old.sort_key, old.number, old.subject, old.tasks, old.issuer); END

CREATE VIRTUAL TABLE search_index_letter USING fts5(number, subject, tasks, body, issuer, content='letter_text', content_rowid='sort_key', columnsize=0, tokenize="unicode61 remove_diacritics 0")

CREATE TRIGGER search_index_letter_added AFTER INSERT ON letter_text BEGIN INSERT INTO search_index_letter(rowid, number, subject, tasks, body, issuer) VALUES (new.sort_key, new.number, new.subject, new.tasks, new.body, new.issuer); END

CREATE TRIGGER search_index_letter_removed AFTER DELETE ON letter_text BEGIN INSERT INTO search_index_letter(search_index_letter, rowid, number, subject, tasks, body, issuer) VALUES ('delete', old.sort_key, old.number, old.subject, old.tasks, old.body, old.issuer); END

CREATE VIRTUAL TABLE search_index_task USING fts5(words, lead, coordinating, issuer, content='task_text', content_rowid='sort_key', columnsize=0, tokenize="unicode61 remove_diacritics 0")

CREATE TRIGGER search_index_task_added AFTER INSERT ON task_text BEGIN INSERT INTO search_index_task(rowid, words, lead, coordinating, issuer) VALUES (new.sort_key, new.words, new.lead, new.coordinating, new.issuer); END

CREATE TRIGGER search_index_task_removed AFTER DELETE ON task_text BEGIN INSERT INTO search_index_task(search_index_task, rowid, words, lead, coordinating, issuer) VALUES ('delete', old.sort_key, old.words, old.lead, old.coordinating, old.issuer); END

CREATE TRIGGER decision_stays_update BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'decision rows are never changed'); END

CREATE TRIGGER decision_stays_delete BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'decision rows are never changed'); END

CREATE TRIGGER reading_stays_update BEFORE UPDATE ON reading BEGIN SELECT RAISE(ABORT, 'reading rows are never changed'); END

CREATE TRIGGER reading_stays_delete BEFORE DELETE ON reading BEGIN SELECT RAISE(ABORT, 'reading rows are never changed'); END

CREATE TRIGGER original_stays_update BEFORE UPDATE ON original BEGIN SELECT RAISE(ABORT, 'original rows are never changed'); END

CREATE TRIGGER original_stays_delete BEFORE DELETE ON original BEGIN SELECT RAISE(ABORT, 'original rows are never changed'); END
