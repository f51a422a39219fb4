package org.leibniz.cli.internal.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C while something runs: the first asks it to stop, the second ends the process at once. {@code SIGTERM} counts as
 * the first. The JDK's signal class is reached by name, because no bundle can rely on it being exported to it; where it is
 * missing, Ctrl-C ends the process, which loses nothing but the samples in flight.
 */
public final class Interrupt implements AutoCloseable {
  private static final int STATUS_OF_CTRL_C = 130;

  private final List<Runnable> restores = new ArrayList<>();

  private Interrupt() {}

  /** Calls {@code first}, from another thread, at the first signal. */
  public static Interrupt asks(Runnable first) {
    Interrupt interrupt = new Interrupt();
    AtomicInteger count = new AtomicInteger();
    Runnable onSignal =
        () -> {
          if (count.getAndIncrement() == 0) {
            first.run();
          } else {
            Runtime.getRuntime().halt(STATUS_OF_CTRL_C);
          }
        };
    interrupt.handle("INT", onSignal);
    interrupt.handle("TERM", onSignal);
    return interrupt;
  }

  private void handle(String name, Runnable action) {
    try {
      ClassLoader loader = ClassLoader.getPlatformClassLoader();
      Class<?> signalType = Class.forName("sun.misc.Signal", true, loader);
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler", true, loader);
      Method install = signalType.getMethod("handle", signalType, handlerType);
      Object signal = signalType.getConstructor(String.class).newInstance(name);
      InvocationHandler calls =
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "handle" -> {
                  action.run();
                  yield null;
                }
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                default -> "leibniz interrupt";
              };
      Object handler = Proxy.newProxyInstance(loader, new Class<?>[] {handlerType}, calls);
      Object before = install.invoke(null, signal, handler);
      restores.add(
          () -> {
            try {
              install.invoke(null, signal, before);
            } catch (ReflectiveOperationException e) {
              throw new IllegalStateException(e);
            }
          });
    } catch (ReflectiveOperationException | RuntimeException e) {
      // No signals on this platform or started with -Xrs: see the class comment.
    }
  }

  @Override
  public void close() {
    restores.forEach(Runnable::run);
  }
}
