package dev.tiankong.connection;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Puts {@link Gate} before the application. Undertow finds it through {@code META-INF/services}.
 */
public final class GuardConnections implements ServletExtension {

  private static final int HEALTH_THREADS = 4;
  private static final int HEALTH_QUEUE = 256;

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    ConnectionLimits limits = ConnectionLimits.of(System.getenv());
    ThreadPoolExecutor healthThreads = healthThreads();
    deployment.addDeploymentCompleteListener(
        new ServletContextListener() {
          @Override
          public void contextDestroyed(ServletContextEvent event) {
            healthThreads.shutdown();
          }
        });
    deployment.addInitialHandlerChainWrapper(next -> new Gate(next, healthThreads, limits));
  }

  private static ThreadPoolExecutor healthThreads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            HEALTH_THREADS,
            HEALTH_THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(HEALTH_QUEUE),
            task -> {
              Thread thread = new Thread(task, "tiankong-health");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
