package org.leibniz.plugins.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.plugin.Kind;

/** What is installed outlives processes and survives several of them at a time. */
class PluginStoreTest {
  private static final String DIGEST = "ab".repeat(32);
  private static final String OTHER = "cd".repeat(32);

  @TempDir Path home;

  @Test
  void readsBackWhatItWrote() {
    StoreState written =
        StoreState.EMPTY
            .with(new StoreState.Installed("org.example.plan", DIGEST, OTHER, "plan.jar"))
            .withDisabled(new PluginKey(Kind.STRATEGY, "pot"))
            .withDropped("plan.jar", new StoreState.Dropped(12, 34, ""))
            .withDropped("bad.jar", new StoreState.Dropped(1, 2, "bad.jar: is no bundle"));
    new PluginStore(home).update(state -> written);
    assertThat(new PluginStore(home).read()).isEqualTo(written);
  }

  @Test
  void losesNoChangeWhenManyAreMadeAtATime() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      PluginStore store = new PluginStore(home);
      int number = i;
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int j = 0; j < 10; j++) {
                      PluginKey key = new PluginKey(Kind.METRIC, "m" + number + "-" + j);
                      store.update(state -> state.withDisabled(key));
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(new PluginStore(home).read().disabled()).hasSize(80);
  }

  @Test
  void deletesRevisionsThatNothingRefersTo() throws Exception {
    PluginStore store = new PluginStore(home);
    Files.createDirectories(home.resolve("revisions"));
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
    for (String digest : List.of(DIGEST, OTHER)) {
      Files.setLastModifiedTime(Files.writeString(store.revision(digest), "x"), old);
    }
    store.update(state -> state.with(new StoreState.Installed("org.example.plan", DIGEST, "", "")));
    try (Stream<Path> left = Files.list(home.resolve("revisions"))) {
      assertThat(left).containsExactly(store.revision(DIGEST));
    }
  }

  @Test
  void saysWhatToDoAboutAStateThatCannotBeRead() throws Exception {
    Files.writeString(home.resolve("plugins.json"), "{\"bundles\": ");
    assertThatThrownBy(() -> new PluginStore(home).read())
        .isInstanceOf(LeibnizException.class)
        .hasMessageContaining("plugins.json: cannot be read")
        .hasMessageContaining("delete it");
  }

  @Test
  void passesOverEntriesThatPointNowhere() throws Exception {
    Files.writeString(
        home.resolve("plugins.json"), "{\"bundles\": [{\"name\": \"x\", \"digest\": \"../../etc/passwd\"}, 7], \"dropped\": []}");
    assertThat(new PluginStore(home).read()).isEqualTo(StoreState.EMPTY);
  }
}
