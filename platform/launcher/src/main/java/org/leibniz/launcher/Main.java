package org.leibniz.launcher;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The entry point of the {@code leibniz} command: boots the platform, hands the arguments to the command line and leaves with
 * its exit status.
 *
 * <p>It leaves through {@code System.exit} whatever happens, because threads of the framework would keep a process alive whose
 * main thread threw. When the process is asked to end (Ctrl-C, {@code SIGTERM}) the framework is stopped only after the
 * command has returned, so that a command can write down what it has; it is given {@code leibniz.drain.seconds} for that.
 */
public final class Main {
  private static final int INTERNAL_ERROR = 3;
  private static final long COMMAND_WAIT_SECONDS = 10;

  private Main() {}

  public static void main(String[] arguments) {
    int status = INTERNAL_ERROR;
    CountDownLatch returned = new CountDownLatch(1);
    try {
      Installation installation = Installation.ofProcess();
      Platform platform = Platform.begin(installation);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(platform, returned), "leibniz-shutdown"));
      status = Boolean.getBoolean("leibniz.rehearsal") ? Rehearsal.run(platform) : command(platform, arguments);
    } catch (PlatformException e) {
      System.err.println("leibniz: " + e.getMessage());
    } catch (Throwable e) {
      report(e, System.err);
    } finally {
      returned.countDown();
      System.exit(status);
    }
  }

  private static int command(Platform platform, String[] arguments) throws InterruptedException {
    return platform.commandLine(TimeUnit.SECONDS.toMillis(COMMAND_WAIT_SECONDS)).applyAsInt(arguments);
  }

  private static void report(Throwable e, PrintStream errors) {
    errors.println("leibniz: internal error: " + e + " (LEIBNIZ_DEBUG=1 shows where)");
    if (System.getenv("LEIBNIZ_DEBUG") != null) {
      e.printStackTrace(errors);
    }
  }

  private static void drain(Platform platform, CountDownLatch returned) {
    try {
      returned.await(Integer.getInteger("leibniz.drain.seconds", 10), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    platform.close();
  }
}
