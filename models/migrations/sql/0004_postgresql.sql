CREATE FUNCTION congvan_pairs(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT ARRAY(
    SELECT one || ' ' || next FROM unnest(apart, apart[2:]) AS pair(one, next) WHERE one <> '' AND next <> ''
  ) FROM (SELECT string_to_array(words, ' ') AS apart) AS text
$$

CREATE INDEX ix_letter_text_pairs ON letter_text USING gin (congvan_pairs(letter_text.number || ' ' || letter_text.subject || ' ' || letter_text.tasks || ' ' || letter_text.body))

CREATE INDEX ix_task_text_pairs ON task_text USING gin (congvan_pairs(task_text.words))
