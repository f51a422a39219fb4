package org.leibniz.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.store.RunStore;

class OpeningTest {
  @TempDir Path folder;
  private final H2RunStores stores = new H2RunStores();

  private void assertRefused(ThrowingCallable opening, String expected) {
    assertThatThrownBy(opening)
        .isInstanceOf(LeibnizException.class)
        .satisfies(e -> assertThat(((LeibnizException) e).code()).isEqualTo(ErrorCode.STORE))
        .satisfies(e -> assertThat(e.getMessage()).contains(expected).doesNotContain("\n"));
  }

  @Test
  void makesFolderAndStoreAndFindsThemAgain() {
    Path state = folder.resolve("a/.leibniz");
    assertThat(stores.openExisting(state)).isEmpty();
    assertThat(state).doesNotExist();
    stores.open(state).close();
    assertThat(state.resolve("runs.mv.db")).exists();
    stores.openExisting(state).orElseThrow().close();
  }

  @Test
  void refusesAStoreOfANewerVersion() {
    stores.open(folder).close();
    Database database = new Database(new DatabaseFile(folder));
    database.run(session -> session.change("INSERT INTO store.schema_version VALUES (1000, CURRENT_TIMESTAMP)"));
    database.close();
    assertRefused(() -> stores.open(folder), "was written by a newer Leibniz (schema 1000, this one knows");
    assertRefused(() -> stores.openExisting(folder), "open it with that version");
  }

  @Test
  void refusesADamagedFile() throws Exception {
    stores.open(folder).close();
    Path file = folder.resolve("runs.mv.db");
    try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
      damaged.write(new byte[(int) damaged.length()]);
    }
    assertRefused(() -> stores.open(folder), "runs.mv.db: the run store is damaged");
    Files.writeString(file, "this is not a store");
    assertRefused(() -> stores.open(folder), "runs.mv.db: the run store is damaged");
  }

  @Test
  void refusesAStoreThatAnotherProgramHoldsForItself() throws Exception {
    stores.open(folder).close();
    try (FileChannel channel = FileChannel.open(folder.resolve("runs.mv.db"), StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      assertRefused(() -> stores.open(folder), "is in use by a program that does not share it");
    }
    stores.open(folder).close();
  }

  @Test
  void refusesAFileWhereTheFolderShouldBe() throws Exception {
    Path file = Files.writeString(folder.resolve("state"), "");
    assertRefused(() -> stores.open(file), "expected a folder for the run store, found a file");
    assertRefused(() -> stores.open(file.resolve("deeper")), "the run store's folder cannot be made");
  }

  @Test
  void refusesAReadOnlyFolder() throws Exception {
    Path state = Files.createDirectory(folder.resolve("state"));
    Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("r-xr-xr-x"));
    Assumptions.assumeFalse(Files.isWritable(state), "this account may write everywhere");
    assertRefused(() -> stores.open(state), "the run store's folder is read-only");
  }

  @Test
  void makesTheStoreAnewWhereAProcessWasKilledWhileItMadeIt() {
    stores.open(folder).close();
    Database database = new Database(new DatabaseFile(folder));
    database.run(session -> session.change("DELETE FROM store.schema_version"));
    database.close();
    try (RunStore store = stores.open(folder)) {
      assertThat(store.runs()).isEmpty();
    }
  }

  @Test
  void leavesNoThreadThatKeepsTheProcessAlive() {
    Set<Thread> before = nonDaemons();
    RunStore store = stores.open(folder);
    store.begin(Fixtures.run("one"), Fixtures.problems(2));
    assertThat(nonDaemons()).isEqualTo(before);
    store.close();
    store.close();
    assertThat(nonDaemons()).isEqualTo(before);
    assertRefused(store::runs, "the run store is closed");
  }

  @Test
  void listensOnTheLoopbackInterfaceOnlyAndHidesItsKey() throws Exception {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .toList();
    Path lockFile = folder.resolve("runs.lock.db");
    try (RunStore _ = stores.open(folder)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lockFile))).isEqualTo("rw-------");
      Matcher server = Pattern.compile("server=.*:(\\d+)").matcher(Files.readString(lockFile));
      assertThat(server.find()).isTrue();
      int port = Integer.parseInt(server.group(1));
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2000);
      }
      for (InetAddress other : others) {
        try (Socket socket = new Socket()) {
          assertThatThrownBy(() -> socket.connect(new InetSocketAddress(other, port), 2000)).isInstanceOf(IOException.class);
        }
      }
    }
  }

  private static Set<Thread> nonDaemons() {
    return Thread.getAllStackTraces().keySet().stream().filter(thread -> !thread.isDaemon()).collect(Collectors.toSet());
  }
}
