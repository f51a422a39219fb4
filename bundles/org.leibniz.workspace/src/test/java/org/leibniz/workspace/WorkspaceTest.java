package org.leibniz.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @TempDir Path folder;

  @Test
  void findsTheNearestWorkspaceUpwards() throws IOException {
    Files.writeString(folder.resolve("workspace.yaml"), "name: lab\n");
    Path deep = Files.createDirectories(folder.resolve("runs/more"));
    assertThat(Workspace.enclosing(deep)).map(Workspace::name).contains("lab");
  }

  @Test
  void listsRunFilesInOrderOfName() throws IOException {
    Files.writeString(folder.resolve("workspace.yaml"), "name: lab\n");
    Files.createDirectories(folder.resolve("runs"));
    for (String name : new String[] {"b.yaml", "a.yml", "notes.txt"}) {
      Files.writeString(folder.resolve("runs").resolve(name), "");
    }
    assertThat(Workspace.open(folder).runFiles()).extracting(file -> file.getFileName().toString()).containsExactly("a.yml", "b.yaml");
  }

  @Test
  void refusesAFolderThatIsNoWorkspaceAndSaysHowToMakeOne() {
    assertThatThrownBy(() -> Workspace.open(folder)).hasMessageContaining("has no workspace.yaml; make one with: leibniz new workspace");
  }

  @Test
  void refusesAnUnknownKey() throws IOException {
    Files.writeString(folder.resolve("workspace.yaml"), "nam: lab\n");
    assertThatThrownBy(() -> Workspace.open(folder)).hasMessageContaining("workspace.yaml:1: nam: unknown key");
  }

  @Test
  void givesItsDefaultsToRunFilesThatDoNotSayOtherwise() throws IOException {
    Files.writeString(folder.resolve("workspace.yaml"), "name: lab\ndefaults: {seed: 7, samples: 2}\n");
    Path file = folder.resolve("run.yaml");
    Files.writeString(file, "dataset: {id: d, path: p}\nmodel: {id: m}\nstrategy: cot\nsamples: 3\n");
    RunSpec spec = RunFile.read(file).expand(Map.of(), Map.of(), (section, id, key) -> false).getFirst();
    assertThat(spec.seed()).isEqualTo(7);
    assertThat(spec.samples()).isEqualTo(3);
  }
}
