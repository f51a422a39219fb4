package org.leibniz.store.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A stream over a range of keys, read page by page: the database would hold a whole result in memory. Each page is a short
 * transaction, so a slow reader holds nothing up and sees what has been committed meanwhile.
 */
final class Pages {
  private Pages() {}

  /** A value and its key. */
  record Keyed<T>(long key, T value) {}

  /** Reads the next values after a key, in order of keys; empty at the end. */
  interface PageReader<T> {
    List<Keyed<T>> after(long key);
  }

  static <T> Stream<T> stream(long before, PageReader<T> reader) {
    return StreamSupport.stream(new Walk<>(before, reader), false);
  }

  private static final class Walk<T> extends Spliterators.AbstractSpliterator<T> {
    private final PageReader<T> reader;
    private final Deque<Keyed<T>> page = new ArrayDeque<>();
    private long last;

    Walk(long before, PageReader<T> reader) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.last = before;
      this.reader = reader;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
      if (page.isEmpty()) {
        page.addAll(reader.after(last));
      }
      Keyed<T> next = page.poll();
      if (next == null) {
        return false;
      }
      last = next.key();
      action.accept(next.value());
      return true;
    }
  }
}
