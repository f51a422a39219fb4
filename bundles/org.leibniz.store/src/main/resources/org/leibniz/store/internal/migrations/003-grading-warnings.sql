-- What a grader's self-test found wrong on the problems of the run.

ALTER TABLE store.grading ADD COLUMN warning VARCHAR DEFAULT '' NOT NULL;
