-- What people query with `leibniz sql`. Made anew after every migration, so a new version may change them freely.

CREATE OR REPLACE VIEW public.runs AS
SELECT
  r.public_id AS run, r.name, r.experiment, r.status, r.started, r.ended, r.dataset, r.split, r.strategy, r.model, r.origin,
  r.problems, r.samples_per_problem, r.excluded, r.committed AS samples,
  (SELECT CAST(SUM(u.n) AS BIGINT) FROM store.summary u WHERE u.grading = r.id * 128 AND u.outcome = 'correct') AS correct,
  CAST(
    (SELECT SUM(u.n) FROM store.summary u WHERE u.grading = r.id * 128 AND u.outcome = 'correct')
    / CAST(NULLIF(r.committed, 0) AS DOUBLE PRECISION) AS DOUBLE PRECISION) AS accuracy,
  r.wall_seconds, r.resumptions,
  (SELECT LISTAGG(t.tag, ' ') WITHIN GROUP (ORDER BY t.tag) FROM store.tag t WHERE t.run = r.id) AS tags,
  r.note, r.plan, r.digests
FROM store.run r
WHERE r.status <> 'deleted';

CREATE OR REPLACE VIEW public.problems AS
SELECT
  r.public_id AS run, p.name AS problem, p.position, p.subject, p.level, p.question, p.choices, p.answer AS reference,
  p.solution, p.attributes
FROM store.run r
JOIN store.problem p ON p.id >= r.problem_list * 4194304 AND p.id < (r.problem_list + 1) * 4194304
WHERE r.status <> 'deleted';

CREATE OR REPLACE VIEW public.samples AS
SELECT
  r.public_id AS run, p.name AS problem, p.subject, p.level, CAST(BITAND(s.id, 65535) AS INTEGER) AS sample,
  v.outcome, v.answer, p.answer AS reference, v.equal, COALESCE(s.flags, '') AS flags, COALESCE(s.failure, '') AS failure,
  LOWER(REPLACE(s.ending, '_', '-')) AS ending, p.question, s.model_calls, s.programs, s.programs_failed,
  NULLIF(s.prompt_tokens, -1) AS prompt_tokens, NULLIF(s.completion_tokens, -1) AS completion_tokens,
  s.started, s.millis,
  (SELECT l.text FROM store.label l WHERE l.id = s.strategy_digest) AS strategy_digest
FROM store.sample s
JOIN store.run r ON r.id = s.id / 274877906944 AND s.id >= r.id * 274877906944 AND s.id < (r.id + 1) * 274877906944
JOIN store.problem p ON p.id = s.problem
LEFT JOIN store.verdict v ON v.id = r.id * 128 * 274877906944 + BITAND(s.id, 274877906943)
WHERE r.status <> 'deleted';

CREATE OR REPLACE VIEW public.calls AS
SELECT
  r.public_id AS run, p.name AS problem, CAST(BITAND(s.id, 65535) AS INTEGER) AS sample, COALESCE(c.branch, '') AS branch,
  c.ordinal, NULLIF(c.parent, -1) AS parent,
  CASE c.kind WHEN 'g' THEN 'generate' WHEN 's' THEN 'score' ELSE 'execute' END AS kind,
  c.role, CASE c.kind WHEN 'g' THEN c.text END AS reply, CASE c.kind WHEN 'g' THEN c.ending END AS stop, c.matched_stop,
  NULLIF(c.prompt_tokens, -1) AS prompt_tokens, NULLIF(c.completion_tokens, -1) AS completion_tokens,
  (SELECT l.text FROM store.label l WHERE l.id = c.decoding) AS decoding, c.seed, c.cached,
  CASE c.kind WHEN 's' THEN c.text END AS scored, CASE c.kind WHEN 'e' THEN c.text END AS code,
  CASE c.kind WHEN 'e' THEN c.ending END AS status, c.result_value AS "VALUE", c.stdout, c.stderr, c.display, c.error_type, c.error_message,
  c.start_millis, c.millis, NULLIF(c.cpu_millis, -1) AS cpu_millis, COALESCE(c.failure, '') AS failure
FROM store.sample s
JOIN store.run r ON r.id = s.id / 274877906944 AND s.id >= r.id * 274877906944 AND s.id < (r.id + 1) * 274877906944
JOIN store.problem p ON p.id = s.problem
JOIN store.call c ON c.id >= s.first_call AND c.id < s.first_call + s.calls
WHERE r.status <> 'deleted';

CREATE OR REPLACE VIEW public.gradings AS
SELECT r.public_id AS run, CAST(BITAND(g.id, 127) AS INTEGER) AS grading, g.grader, g.options, g.digest, g.warning, g.started
FROM store.grading g
JOIN store.run r ON r.id = g.id / 128
WHERE r.status <> 'deleted';

CREATE OR REPLACE VIEW public.verdicts AS
SELECT
  r.public_id AS run, p.name AS problem, CAST(BITAND(v.id, 65535) AS INTEGER) AS sample,
  CAST(BITAND(g.id, 127) AS INTEGER) AS grading, g.grader, g.options,
  v.outcome, v.answer, p.answer AS reference, v.equal, v.rule, v.reason, v.layer, v.answer_start, v.answer_end
FROM store.verdict v
JOIN store.grading g ON g.id = v.id / 274877906944 AND v.id >= g.id * 274877906944 AND v.id < (g.id + 1) * 274877906944
JOIN store.run r ON r.id = g.id / 128
JOIN store.sample s ON s.id = r.id * 274877906944 + BITAND(v.id, 274877906943)
JOIN store.problem p ON p.id = s.problem
WHERE r.status <> 'deleted';

CREATE OR REPLACE VIEW public.summary AS
SELECT
  r.public_id AS run, CAST(BITAND(g.id, 127) AS INTEGER) AS grading, g.grader, u.subject, u.level, u.outcome, u.n
FROM store.summary u
JOIN store.grading g ON g.id = u.grading
JOIN store.run r ON r.id = g.id / 128
WHERE r.status <> 'deleted';
