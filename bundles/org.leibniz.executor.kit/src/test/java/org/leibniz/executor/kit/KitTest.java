package org.leibniz.executor.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Status;
import org.leibniz.executor.kit.KitProgram.Contained;
import org.leibniz.executor.kit.KitProgram.Exactly;

/** The programs can be read, and a wrong result is noticed. */
class KitTest {
  private static final String FILE =
      """
      # Comments in front belong to no program.
      # === adds
      print('a')
      1 + 2
      # --> stdout
      # | a
      # --> value
      # | 3
      # --- then
      x
      # --> error NameError: name 'x' is not defined
      # === writes a bell
      print('\\x07\\\\', end='')
      # --> stdout, no line end
      # ~ \\x07\\\\
      # === must be contained
      while True: pass
      # --> ends timeout, error
      # --> hides secret
      """;

  private static Execution execution(Status status, String value, String stdout, Execution.ErrorInfo error) {
    return new Execution(status, value, stdout, "", stdout + value, error, 1, 1);
  }

  private static Execution ok(String value, String stdout) {
    return execution(Status.OK, value, stdout, Execution.ErrorInfo.NONE);
  }

  @Test
  void holdsTheProgramsThatTheDocumentationPromises() {
    assertThat(Kit.ordinary()).hasSizeGreaterThanOrEqualTo(300);
    assertThat(Kit.hostile()).hasSizeGreaterThanOrEqualTo(60);
    Set<String> names = new HashSet<>();
    assertThat(Stream.concat(Kit.ordinary().stream(), Kit.hostile().stream()).map(KitProgram::toString)).allMatch(names::add);
    assertThat(Kit.hostile()).allSatisfy(program -> assertThat(program.blocks().getLast().expected()).isInstanceOf(Contained.class));
    assertThat(Kit.ordinary())
        .allSatisfy(
            program -> assertThat(program.blocks()).allSatisfy(block -> assertThat(block.expected()).isInstanceOf(Exactly.class)));
    assertThat(Kit.digest()).hasSize(64).isEqualTo(Kit.digest());
  }

  @Test
  void readsBlocksAndWhatTheyMustGive() {
    List<KitProgram> programs = KitFile.read("file", FILE);
    assertThat(programs).extracting(KitProgram::name).containsExactly("adds", "writes a bell", "must be contained");
    KitProgram adds = programs.getFirst();
    assertThat(adds.blocks().getFirst().code()).isEqualTo("print('a')\n1 + 2\n");
    KitProgram.Expected first = adds.blocks().getFirst().expected();
    assertThat(first.complaint(ok("3", "a\n"))).isEmpty();
    assertThat(first.complaint(ok("3", "a"))).hasValueSatisfying(text -> assertThat(text).startsWith("stdout"));
    assertThat(first.complaint(ok("4", "a\n"))).hasValueSatisfying(text -> assertThat(text).startsWith("value"));
    assertThat(programs.get(1).blocks().getFirst().expected().complaint(ok("", "\u0007\\"))).isEmpty();
  }

  @Test
  void noticesAnotherError() {
    KitProgram.Expected second = KitFile.read("file", FILE).getFirst().blocks().get(1).expected();
    Execution right = execution(Status.ERROR, "", "", new Execution.ErrorInfo("NameError", "name 'x' is not defined", ""));
    Execution wrong = execution(Status.ERROR, "", "", new Execution.ErrorInfo("TypeError", "name 'x' is not defined", ""));
    assertThat(second.complaint(right)).isEmpty();
    assertThat(second.complaint(wrong)).isPresent();
    assertThat(second.complaint(ok("", ""))).isPresent();
  }

  @Test
  void noticesWhatMustNotBeShown() {
    KitProgram.Expected contained = KitFile.read("file", FILE).getLast().blocks().getFirst().expected();
    assertThat(contained.complaint(execution(Status.TIMEOUT, "", "", Execution.ErrorInfo.NONE))).isEmpty();
    assertThat(contained.complaint(execution(Status.TIMEOUT, "", "a secret", Execution.ErrorInfo.NONE))).contains("shows secret");
    assertThat(contained.complaint(ok("", ""))).isPresent();
  }

  @Test
  void saysWhereAFileIsWrong() {
    assertThatThrownBy(() -> KitFile.read("file", "# === a\n1\n# --> valeu\n")).hasMessageContaining("file, line 3");
    assertThatThrownBy(() -> KitFile.read("file", "# === a\n1\n# --> value\n")).hasMessageContaining("file, line 3");
  }

  @Test
  void aCardHoldsForWhatItWasMeasuredWith(@TempDir Path home) {
    ScoreCards cards = new ScoreCards(home);
    KitProgram program = Kit.ordinary().getFirst();
    Mark good = new Mark(program, java.util.Optional.empty(), 1);
    Mark bad = new Mark(program, java.util.Optional.of("value 1 in place of 2"), 1);
    ScoreCard card = Examination.card("graalpy", "GraalPy 1", "abc", List.of(good, bad), List.of(good));
    cards.keep(card);
    assertThat(cards.last("graalpy")).contains(card);
    assertThat(cards.valid("graalpy", "GraalPy 1", "abc")).contains(card);
    assertThat(cards.valid("graalpy", "GraalPy 2", "abc")).isEmpty();
    assertThat(cards.valid("graalpy", "GraalPy 1", "def")).isEmpty();
    assertThat(cards.last("cpython")).isEmpty();
    assertThat(card.line()).startsWith("1 of 2 ordinary programs right, 1 of 1 hostile ones contained (kit ");
    assertThat(card.passed()).isFalse();
    assertThat(card.failed()).containsExactly(program.toString());
  }
}
