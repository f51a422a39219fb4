package org.leibniz.plugins.internal;

import org.osgi.framework.ServiceObjects;

/** An instance of a plugin and where it goes back to. */
record Instance<T>(T value, ServiceObjects<?> source) implements AutoCloseable {
  /** Closes the plugin and gives it back. A plugin that throws while it is closed has lost its last say. */
  @Override
  public void close() {
    try {
      if (value instanceof AutoCloseable closeable) {
        closeable.close();
      }
    } catch (Exception | LinkageError | StackOverflowError e) {
      System.getLogger("org.leibniz.plugins")
          .log(System.Logger.Level.DEBUG, () -> value.getClass().getName() + " threw while it was closed: " + e);
    }
    giveBack();
  }

  /** Gives an instance back that was never used. */
  void giveBack() {
    try {
      @SuppressWarnings("unchecked")
      ServiceObjects<Object> objects = (ServiceObjects<Object>) source;
      objects.ungetService(value);
    } catch (IllegalArgumentException | IllegalStateException e) {
      // Its bundle was stopped from outside and took the instance back already.
    }
  }
}
