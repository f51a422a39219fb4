package org.leibniz.platform.commandline;

import java.util.function.ToIntFunction;
import org.osgi.service.component.annotations.Component;

/** A command line whose arguments say what it does. */
@Component(service = ToIntFunction.class, property = "leibniz.cli=true")
public final class EchoCommandLine implements ToIntFunction<String[]> {
  @Override
  public int applyAsInt(String[] arguments) {
    if (arguments.length == 0) {
      return 0;
    }
    return switch (arguments[0]) {
      case "exit" -> Integer.parseInt(arguments[1]);
      case "throw" -> throw new IllegalStateException(arguments[1]);
      case "property" -> print(String.valueOf(System.getProperty(arguments[1])));
      case "linger" -> linger();
      case "drain" -> drain();
      default -> print(String.join(" ", arguments));
    };
  }

  private static int print(String text) {
    System.out.println(text);
    return 0;
  }

  /** Leaves a thread behind that would keep the process alive. */
  private static int linger() {
    Thread.ofPlatform().daemon(false).start(EchoCommandLine::sleep);
    return print("lingering");
  }

  /** Asked to end, writes down what it has before it returns. */
  private static int drain() {
    Thread command = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(command::interrupt));
    print("running");
    sleep();
    return print("drained");
  }

  private static void sleep() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
