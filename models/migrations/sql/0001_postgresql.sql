ALTER TABLE letter_text ADD COLUMN number_words tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(number, ' '), ''))) STORED

CREATE INDEX ix_letter_text_number_words ON letter_text USING gin (number_words)

ALTER TABLE letter_text ADD COLUMN subject_words tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(number || ' ' || subject, ' '), ''))) STORED

CREATE INDEX ix_letter_text_subject_words ON letter_text USING gin (subject_words)

ALTER TABLE letter_text ADD COLUMN task_words tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(number || ' ' || subject || ' ' || tasks, ' '), ''))) STORED

CREATE INDEX ix_letter_text_task_words ON letter_text USING gin (task_words)

ALTER TABLE letter_text ADD COLUMN body_words tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(number || ' ' || subject || ' ' || tasks || ' ' || body, ' '), ''))) STORED

CREATE INDEX ix_letter_text_body_words ON letter_text USING gin (body_words)

ALTER TABLE letter_text ADD COLUMN issuer_words tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(issuer, ' '), ''))) STORED

CREATE INDEX ix_letter_text_issuer_words ON letter_text USING gin (issuer_words)

ALTER TABLE task_text ADD COLUMN words_words tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(words, ' '), ''))) STORED

CREATE INDEX ix_task_text_words_words ON task_text USING gin (words_words)

ALTER TABLE task_text ADD COLUMN lead_words tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(lead, ' '), ''))) STORED

CREATE INDEX ix_task_text_lead_words ON task_text USING gin (lead_words)

ALTER TABLE task_text ADD COLUMN coordinating_words tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(coordinating, ' '), ''))) STORED

CREATE INDEX ix_task_text_coordinating_words ON task_text USING gin (coordinating_words)

ALTER TABLE task_text ADD COLUMN issuer_words tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(issuer, ' '), ''))) STORED

CREATE INDEX ix_task_text_issuer_words ON task_text USING gin (issuer_words)

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% rows are never changed', TG_TABLE_NAME; END $$

CREATE TRIGGER decision_stays BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION refuse_change()

CREATE TRIGGER reading_stays BEFORE UPDATE OR DELETE ON reading FOR EACH ROW EXECUTE FUNCTION refuse_change()

CREATE TRIGGER original_stays BEFORE UPDATE OR DELETE ON original FOR EACH ROW EXECUTE FUNCTION refuse_change()
