package org.leibniz.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

/** Starts the native engine, once for the process and only where a model is used. */
public final class Torch {
  private static boolean started;

  private Torch() {}

  /**
   * Unpacks the native libraries into the cache folder at the very first start; nothing is fetched.
   *
   * @param threads that one operation may use, in the whole process
   * @throws LeibnizException with code {@code MODEL_FAILED} where the libraries do not load
   */
  public static synchronized void start(int threads) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      if (!started) {
        // Native libraries belong to the class loader that DJL itself has, which outlives every bundle.
        thread.setContextClassLoader(NDManager.class.getClassLoader());
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("OPT_OUT_TRACKING", "true");
        String cache = System.getProperty("leibniz.cache");
        if (cache != null && System.getProperty("DJL_CACHE_DIR") == null) {
          System.setProperty("DJL_CACHE_DIR", Path.of(cache, "djl").toString());
          System.setProperty("ENGINE_CACHE_DIR", Path.of(cache, "djl").toString());
        }
        Engine.getInstance();
        started = true;
      }
      JniUtils.setNumThreads(threads);
    } catch (RuntimeException | LinkageError e) {
      throw new LeibnizException(ErrorCode.MODEL_FAILED, "the PyTorch engine does not start: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** GPUs that the engine sees; it must have been started. */
  public static int gpus() {
    return Engine.getInstance().getGpuCount();
  }
}
