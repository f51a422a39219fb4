package org.leibniz.plugins.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.plugin.Kind;
import org.leibniz.plugins.LeasedPlugin;
import org.leibniz.plugins.PluginLease;

/** The lease that {@link PluginHost} hands out. */
final class Lease implements PluginLease {
  private final PluginHost host;

  /** Guards the two collections. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Map<PluginKey, Revision> pinned = new HashMap<>();
  private final Deque<Instance<?>> instances = new ArrayDeque<>();
  private boolean closed;

  Lease(PluginHost host) {
    this.host = host;
  }

  @Override
  public <T> LeasedPlugin<T> get(Kind kind, String id, Class<T> type) {
    PluginKey key = new PluginKey(kind, id);
    lock.lock();
    try {
      if (closed) {
        throw new LeibnizException(ErrorCode.INTERNAL, "the lease that is asked for " + key.words() + " was closed");
      }
      Revision revision = pinned.get(key);
      if (revision == null) {
        revision = host.pin(key);
        pinned.put(key, revision);
      }
      Instance<T> instance = host.instance(revision, key, type);
      instances.push(instance);
      return new LeasedPlugin<>(instance.value(), revision.descriptor(key), revision.digest());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      while (!instances.isEmpty()) {
        instances.pop().close();
      }
      pinned.values().forEach(host::unpin);
      pinned.clear();
    } finally {
      lock.unlock();
    }
  }
}
