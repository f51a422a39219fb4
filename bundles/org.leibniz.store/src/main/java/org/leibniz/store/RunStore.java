package org.leibniz.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.metric.GradedSample;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One open run store. Thread-safe; all methods block and none is cut short by an interrupt. Streams are read page by page, so
 * they hold nothing between pages and see what is committed meanwhile. Failures are {@code LeibnizException}s with code
 * {@code STORE}.
 */
@ProviderType
public interface RunStore extends AutoCloseable {
  // ---- writing a run ----

  /** Records a new run with its problems, snapshotted by content and shared between runs. */
  RunRow begin(NewRun run, List<Problem> problems);

  /**
   * The newest run with this plan key that has not finished: interrupted, cancelled, failed, or still running, which {@link
   * #resume} refuses.
   */
  Optional<RunRow> unfinished(String planKey);

  /**
   * Marks an unfinished run as running again, in this process.
   *
   * @throws org.leibniz.api.LeibnizException with code {@code BAD_USAGE} where it is finished or a living process works on it
   */
  RunRow resume(long run);

  /** The samples of a run that are committed already. */
  Set<SampleKey> committed(long run);

  /**
   * Commits a finished sample with its calls and verdicts; returns when it would survive {@code kill -9}. Called by many
   * threads at a time: samples that arrive together share a commit. A sample that is committed already is refused with code
   * {@code INTERNAL}.
   */
  void append(long run, FinishedSample sample);

  /**
   * Records how a run ended.
   *
   * @param wallSeconds time since {@link #begin} or {@link #resume} in this process; added to that of earlier sessions
   */
  void finish(long run, RunStatus status, double wallSeconds);

  // ---- runs ----

  /** All runs, newest first. */
  List<RunRow> runs();

  /**
   * The run meant by {@code text}: an id, a unique prefix of one, a name (the newest of that name) or {@code @last}.
   *
   * @throws org.leibniz.api.LeibnizException with code {@code BAD_USAGE} where none or several are meant
   */
  RunRow find(String text);

  void tag(long run, Set<String> add, Set<String> remove);

  void note(long run, String note);

  /** Deletes a run with all that only it uses; refused with code {@code BAD_USAGE} while it is being worked on. */
  void delete(long run);

  // ---- reading samples ----

  /** The run's problems in dataset order. */
  List<Problem> problems(long run);

  /** Gradings of a run in the order they were made; the first one decides the outcome unless another is asked for. */
  List<Grading> gradings(long run);

  /** Counts by subject, level and outcome of one grading; cheap at any size. */
  List<SummaryRow> summary(long grading);

  /** Samples as metrics see them under one grading, in order of problem and sample. */
  Stream<GradedSample> graded(long run, long grading);

  /** Finished samples with transcripts and all verdicts, in dataset order. */
  Stream<StoredSample> samples(SampleQuery query);

  /** All calls of one sample, by branch and ordinal. */
  List<CallRecord> calls(long run, String problem, int sample);

  /** Samples committed so far; cheap, for progress, also from another process. */
  long count(long run);

  // ---- grading again ----

  /** Starts another grading of a stored run. */
  Grading beginGrading(long run, GradingSpec spec);

  /** Appends verdicts of one grading in one commit. */
  void appendVerdicts(long grading, List<RegradedSample> verdicts);

  // ---- cache of replies ----

  Optional<CachedReply> cached(byte[] key);

  /** Keeps a reply; not waited for, so a killed process may lose the last ones. */
  void cache(byte[] key, CachedReply reply);

  // ---- free queries ----

  /**
   * Runs one SQL query over the views of {@code docs/store.md}; it cannot change anything, reads no files, and is bounded in
   * time and rows.
   *
   * @throws org.leibniz.api.LeibnizException with code {@code BAD_USAGE} where it is not a query or not valid
   */
  SqlResult query(String sql);

  /** Waits for what has been appended. Runs begun or resumed here that have not finished become interrupted. */
  @Override
  void close();
}
