package org.leibniz.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.Config;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.dataset.Problem;

/**
 * What every {@link DatasetSource} must keep. Extend it, give the source and two small files of your own in the set's format.
 * Where the good one is a folder, what concerns gzip and encodings is skipped.
 */
public abstract class DatasetSourceContract {
  @TempDir protected Path folder;

  private Path good;

  /** A new instance of the source. */
  protected abstract DatasetSource source();

  /** The id it is registered with. */
  protected abstract String id();

  /** Writes a well-formed file or folder with two problems or more, under {@code folder}, and returns it. */
  protected abstract Path writeGood(Path folder) throws IOException;

  /** Writes a file that differs from a good one in one row, not the first, and returns it. */
  protected abstract Path writeMalformed(Path folder) throws IOException;

  /** The 1-based line of the malformed row; 0 where lines mean nothing in this format. */
  protected abstract int malformedLine();

  /** Keys beside {@code path} that the files need; none unless overridden. */
  protected Map<String, Object> options() {
    return Map.of();
  }

  @BeforeEach
  final void writeGoodFile() throws IOException {
    good = writeGood(Files.createDirectory(folder.resolve("good")));
  }

  @Test
  void givesEveryProblemAPositionAnIdOfItsOwnAndAnAnswer() {
    Dataset dataset = open(good);

    assertThat(dataset.id()).isEqualTo(id());
    assertThat(dataset.split()).isNotBlank();
    assertThat(dataset.digest()).matches("[0-9a-f]{64}");
    assertThat(dataset.problems()).hasSizeGreaterThanOrEqualTo(2);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < dataset.problems().size(); i++) {
      Problem problem = dataset.problems().get(i);
      assertThat(ids.add(problem.id())).as("id %s is new", problem.id()).isTrue();
      assertThat(problem.id()).isNotBlank().doesNotContain("\n");
      assertThat(problem.question()).isNotBlank();
      assertThat(problem.subject()).isNotBlank();
      assertThat(problem.level()).isNotNegative();
      assertThat(problem.answer()).isNotBlank();
      assertThat(problem.solution()).isNotNull();
    }
    assertThat(dataset.problems()).extracting(Problem::position).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void answersMultipleChoiceWithTheLabelOfAChoice() {
    for (Problem problem : open(good).problems()) {
      if (problem.isMultipleChoice()) {
        assertThat(problem.choices()).extracting(Choice::label).contains(problem.answer()).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void readsTheSameFromTheSameBytes() {
    assertThat(open(good)).isEqualTo(open(good));
  }

  @Test
  void readsFromManyThreadsAtOnce() throws Exception {
    DatasetSource source = source();
    Dataset expected = source.open(config(good));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Dataset> reading = () -> source.open(config(good));
      List<Future<Dataset>> read = threads.invokeAll(java.util.Collections.nCopies(8, reading));
      for (Future<Dataset> dataset : read) {
        assertThat(dataset.get()).isEqualTo(expected);
      }
    }
  }

  @Test
  void takesTheSplitOfAFileFromTheConfiguration() {
    Assumptions.assumeThat(Files.isRegularFile(good)).as("a folder may hold the files of one split only").isTrue();
    Map<String, Object> keys = new HashMap<>(options());
    keys.put("path", good.toString());
    keys.put("split", "train");

    assertThat(source().open(Config.of(keys)).split()).isEqualTo("train");
  }

  @Test
  void readsGzippedFilesAlike() throws IOException {
    Path zipped = zip(bytesOfGood());

    assertThat(open(zipped).problems()).isEqualTo(open(good).problems());
    assertThat(open(zipped).digest()).isNotEqualTo(open(good).digest());
  }

  @Test
  void refusesAConfigurationWithoutPath() {
    assertThat(refusal(() -> source().open(Config.of(options())))).contains("path");
  }

  @Test
  void refusesAFileThatIsNotThereByName() {
    Path missing = folder.resolve("nowhere.jsonl");

    assertThat(refusal(() -> open(missing))).contains(missing.toString());
  }

  @Test
  void refusesAFileWithoutProblems() throws IOException {
    bytesOfGood();
    Path empty = Files.createFile(Files.createDirectory(folder.resolve("empty")).resolve(good.getFileName().toString()));

    assertThat(refusal(() -> open(empty))).contains(empty.toString());
  }

  @Test
  void namesFileAndLineOfAMalformedRowAndImportsNothing() throws IOException {
    Path malformed = writeMalformed(Files.createDirectory(folder.resolve("malformed")));

    String message = refusal(() -> open(malformed));
    String name = Files.isDirectory(malformed) ? malformed.toString() : malformed.getFileName().toString();
    assertThat(message).contains(malformedLine() > 0 ? name + ":" + malformedLine() + ":" : name);
  }

  @Test
  void refusesBytesThatAreNotUtf8() throws IOException {
    byte[] bytes = bytesOfGood();
    byte[] wrong = Arrays.copyOf(bytes, bytes.length + 2);
    // The first letter of the question's text will do; what matters is a byte that no UTF-8 text holds.
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(' ');
    System.arraycopy(bytes, 0, wrong, 0, at);
    wrong[at] = (byte) 0xC3;
    wrong[at + 1] = (byte) 0x28;
    System.arraycopy(bytes, at, wrong, at + 2, bytes.length - at);
    Path file = Files.createDirectory(folder.resolve("latin")).resolve(good.getFileName().toString());

    assertThat(refusal(() -> open(Files.write(file, wrong)))).contains("UTF-8");
  }

  @Test
  void refusesDamagedGzip() throws IOException {
    byte[] zipped = Files.readAllBytes(zip(bytesOfGood()));
    Path cut = Files.createDirectory(folder.resolve("cut")).resolve(good.getFileName().toString());
    Files.write(cut, Arrays.copyOf(zipped, zipped.length - 12));

    assertThat(refusal(() -> open(cut))).contains("gzip").contains(cut.toString());
  }

  /** Opens a path with the options of this set. */
  protected final Dataset open(Path path) {
    return source().open(config(path));
  }

  private Config config(Path path) {
    Map<String, Object> keys = new HashMap<>(options());
    keys.put("path", path.toString());
    return Config.of(keys);
  }

  private byte[] bytesOfGood() throws IOException {
    Assumptions.assumeThat(Files.isRegularFile(good)).as("the good dataset is one file").isTrue();
    return Files.readAllBytes(good);
  }

  private Path zip(byte[] bytes) throws IOException {
    Path file = Files.createDirectories(folder.resolve("zipped")).resolve(good.getFileName().toString());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes);
    }
    return file;
  }

  /** The message of the {@code BAD_INPUT} that {@code action} ends in, checked to be one line. */
  protected static String refusal(Callable<?> action) {
    LeibnizException refused = catchThrowableOfType(LeibnizException.class, action::call);
    assertThat(refused).as("a LeibnizException").isNotNull();
    assertThat(refused.code()).isEqualTo(ErrorCode.BAD_INPUT);
    assertThat(refused.getMessage()).isNotBlank().doesNotContain("\n");
    return refused.getMessage();
  }
}
