package dev.tiankong.background;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import dev.tiankong.logging.LogContext;
import dev.tiankong.naming.ResourceNames;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Threads that compute for batches, take large ones in and read their answers. They step back
 * behind the others of the server: who submits a little, asks for a few texts or opens a page is
 * served first. Behind other processes, too, unless Linux shares the processors out by groups of
 * them, which niceness does not cross. Threads of their own, since a thread that stepped back
 * cannot come forward again.
 */
@ApplicationScoped
public class BackgroundThreads {

  @Resource(lookup = ResourceNames.THREADS)
  ThreadFactory threads;

  /** As of nice(1): 0 to 19, where 19 steps back furthest. */
  @Inject
  @ConfigProperty(name = "tiankong.background.niceness", defaultValue = "10")
  int niceness;

  private ExecutorService executor;

  @PostConstruct
  void open() {
    executor =
        Executors.newCachedThreadPool(
            work ->
                threads.newThread(
                    () -> {
                      stepBack();
                      work.run();
                    }));
  }

  // Java's own priorities mean nothing on Linux unless the whole JVM is started for them.
  private void stepBack() {
    if (Platform.isLinux()) {
      // setpriority(PRIO_PROCESS, this thread, niceness): 0 is the caller, on Linux a thread.
      Function.getFunction(Platform.C_LIBRARY_NAME, "setpriority")
          .invokeInt(new Object[] {0, 0, niceness});
    }
  }

  @PreDestroy
  void close() {
    executor.shutdown();
  }

  /** Waits for the result. What the work throws is thrown here. */
  public <T> T call(Supplier<T> work) {
    return start(work).get();
  }

  /**
   * Lets the work be done while the caller does something else.
   *
   * @return waits for the result, as {@link #call} does
   */
  public <T> Supplier<T> start(Supplier<T> work) {
    Future<T> result = executor.submit(LogContext.carried(work)::get);
    return () -> await(result);
  }

  private static <T> T await(Future<T> result) {
    try {
      return result.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      // A Supplier throws nothing else.
      throw (RuntimeException) e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The server is stopping", e);
    }
  }
}
