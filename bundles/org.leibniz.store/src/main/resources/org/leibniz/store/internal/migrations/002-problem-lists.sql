-- Problems belong to lists. Runs over the same problems in the same order share one, so that a run begins with one look-up
-- and a new list costs one row per problem:
--   problem.id = list * 2^22 + place in the list
-- Every run of an earlier store gets a list of its own, which has the run's number and no digest.

ALTER TABLE store.problem RENAME TO earlier_problem;

CREATE TABLE store.problem_list (
  id BIGINT PRIMARY KEY,
  digest BINARY VARYING(32) UNIQUE
);

CREATE TABLE store.problem (
  id BIGINT PRIMARY KEY,
  name VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  question VARCHAR NOT NULL,
  subject VARCHAR NOT NULL,
  level INTEGER NOT NULL,
  choices VARCHAR,
  answer VARCHAR NOT NULL,
  solution VARCHAR NOT NULL,
  attributes VARCHAR
);

ALTER TABLE store.run ADD COLUMN problem_list BIGINT DEFAULT 0 NOT NULL;

UPDATE store.run SET problem_list = id;

INSERT INTO store.problem_list (id, digest) SELECT id, NULL FROM store.run;

INSERT INTO store.problem (id, name, position, question, subject, level, choices, answer, solution, attributes)
SELECT o.id, p.name, o.position, p.question, p.subject, p.level, p.choices, p.answer, p.solution, p.attributes
FROM store.run_problem o JOIN store.earlier_problem p ON p.id = o.problem ORDER BY o.id;

UPDATE store.sample SET problem = id / 274877906944 * 4194304 + BITAND(id / 65536, 4194303);

DROP TABLE store.run_problem CASCADE;

DROP TABLE store.earlier_problem CASCADE;

UPDATE store.counter SET name = 'problem_list', next = (SELECT next FROM store.counter WHERE name = 'run')
WHERE name = 'problem';

CREATE INDEX store.run_by_problem_list ON store.run (problem_list);
