-- Tables live in the schema STORE; the views people query are in PUBLIC and are made anew at every migration (views.sql).
-- Keys of rows that come by the million are packed into one number (see Key.java), so that a row costs one B-tree entry and
-- the order of keys is the order of the dataset:
--   run_problem.id = run * 2^22 + place in the run's problem list
--   sample.id      = run * 2^38 + place * 2^16 + sample
--   grading.id     = run * 2^7 + number of the grading
--   verdict.id     = grading * 2^38 + place * 2^16 + sample
-- The calls of a sample are neighbours: call.id from sample.first_call on.

CREATE TABLE store.counter (
  name VARCHAR(20) PRIMARY KEY,
  next BIGINT NOT NULL
);

INSERT INTO store.counter VALUES ('run', 1), ('problem', 1), ('call', 1), ('label', 1), ('summary', 1);

CREATE TABLE store.run (
  id BIGINT PRIMARY KEY,
  public_id CHARACTER(8) NOT NULL UNIQUE,
  name VARCHAR NOT NULL,
  experiment VARCHAR NOT NULL,
  plan_key VARCHAR NOT NULL,
  status VARCHAR(12) NOT NULL,
  started TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  ended TIMESTAMP(3) WITH TIME ZONE,
  dataset VARCHAR NOT NULL,
  split VARCHAR NOT NULL,
  dataset_digest VARCHAR NOT NULL,
  strategy VARCHAR NOT NULL,
  model VARCHAR NOT NULL,
  origin VARCHAR NOT NULL,
  problems INTEGER NOT NULL,
  samples_per_problem INTEGER NOT NULL,
  excluded INTEGER NOT NULL,
  gradings INTEGER NOT NULL,
  remarks VARCHAR NOT NULL,
  note VARCHAR DEFAULT '' NOT NULL,
  plan VARCHAR NOT NULL,
  digests VARCHAR NOT NULL,
  committed BIGINT DEFAULT 0 NOT NULL,
  resumptions INTEGER DEFAULT 0 NOT NULL,
  wall_seconds DOUBLE PRECISION DEFAULT 0 NOT NULL,
  owner_host VARCHAR NOT NULL,
  owner_pid BIGINT NOT NULL,
  owner_started BIGINT NOT NULL,
  session_started TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  heartbeat TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

CREATE TABLE store.problem (
  id BIGINT PRIMARY KEY,
  digest BINARY VARYING(32) NOT NULL UNIQUE,
  name VARCHAR NOT NULL,
  question VARCHAR NOT NULL,
  subject VARCHAR NOT NULL,
  level INTEGER NOT NULL,
  choices VARCHAR,
  answer VARCHAR NOT NULL,
  solution VARCHAR NOT NULL,
  attributes VARCHAR
);

CREATE TABLE store.run_problem (
  id BIGINT PRIMARY KEY,
  problem BIGINT NOT NULL,
  position INTEGER NOT NULL
);

CREATE INDEX store.run_problem_by_problem ON store.run_problem (problem);

CREATE TABLE store.sample (
  id BIGINT PRIMARY KEY,
  problem BIGINT NOT NULL,
  first_call BIGINT NOT NULL,
  calls INTEGER NOT NULL,
  started TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  millis BIGINT NOT NULL,
  strategy_digest BIGINT NOT NULL,
  failure VARCHAR,
  flags VARCHAR,
  ending VARCHAR(16) NOT NULL,
  layout VARCHAR NOT NULL,
  own_text VARCHAR,
  model_calls INTEGER NOT NULL,
  programs INTEGER NOT NULL,
  programs_failed INTEGER NOT NULL,
  prompt_tokens BIGINT NOT NULL,
  completion_tokens BIGINT NOT NULL
);

CREATE TABLE store.call (
  id BIGINT PRIMARY KEY,
  sample BIGINT NOT NULL,
  kind CHARACTER(1) NOT NULL,
  branch VARCHAR,
  ordinal INTEGER NOT NULL,
  parent INTEGER NOT NULL,
  start_millis BIGINT NOT NULL,
  millis BIGINT NOT NULL,
  failure VARCHAR,
  role VARCHAR,
  prompt_base INTEGER,
  prompt_keep INTEGER,
  prompt_tail VARCHAR,
  prompt_layout VARCHAR,
  text VARCHAR,
  decoding BIGINT,
  seed BIGINT,
  cached BOOLEAN,
  ending VARCHAR(12),
  matched_stop VARCHAR,
  stop_included BOOLEAN,
  prompt_tokens INTEGER,
  completion_tokens INTEGER,
  scores VARBINARY,
  display VARCHAR,
  result_value VARCHAR,
  stdout VARCHAR,
  stderr VARCHAR,
  error_type VARCHAR,
  error_message VARCHAR,
  traceback VARCHAR,
  cpu_millis BIGINT,
  result_millis BIGINT,
  notebook BOOLEAN
);

CREATE TABLE store.prompt_base (
  run BIGINT NOT NULL,
  number INTEGER NOT NULL,
  prompt VARCHAR NOT NULL,
  PRIMARY KEY (run, number)
);

CREATE TABLE store.label (
  id BIGINT PRIMARY KEY,
  text VARCHAR NOT NULL UNIQUE
);

CREATE TABLE store.grading (
  id BIGINT PRIMARY KEY,
  grader VARCHAR NOT NULL,
  digest VARCHAR NOT NULL,
  options VARCHAR NOT NULL,
  started TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

CREATE TABLE store.verdict (
  id BIGINT PRIMARY KEY,
  outcome VARCHAR(20) NOT NULL,
  answer VARCHAR,
  answer_start INTEGER NOT NULL,
  answer_end INTEGER NOT NULL,
  rule VARCHAR,
  equal BOOLEAN,
  reason VARCHAR,
  layer VARCHAR
);

CREATE TABLE store.summary (
  id BIGINT PRIMARY KEY,
  grading BIGINT NOT NULL,
  subject VARCHAR NOT NULL,
  level INTEGER NOT NULL,
  outcome VARCHAR(20) NOT NULL,
  n BIGINT NOT NULL,
  UNIQUE (grading, subject, level, outcome)
);

CREATE TABLE store.tag (
  run BIGINT NOT NULL,
  tag VARCHAR NOT NULL,
  PRIMARY KEY (run, tag)
);

CREATE TABLE store.cached_reply (
  digest BINARY VARYING(64) PRIMARY KEY,
  raw VARCHAR NOT NULL,
  stop VARCHAR(10) NOT NULL,
  matched_stop VARCHAR,
  stop_included BOOLEAN NOT NULL,
  prompt_tokens INTEGER NOT NULL,
  completion_tokens INTEGER NOT NULL,
  millis BIGINT NOT NULL
);
