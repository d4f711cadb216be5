package dev.tiankong.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks another JVM on this machine how much memory it uses. */
final class JavaProcess {

  private static final long KIBIBYTE = 1024;
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private final long pid;

  JavaProcess(long pid) {
    this.pid = pid;
  }

  /** Bytes that a full collection leaves. */
  long liveHeap() throws IOException, InterruptedException {
    jcmd("GC.run");
    return used(jcmd("GC.heap_info"));
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                command)
            .redirectErrorStream(true)
            .start();
    String answer = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return answer;
  }

  private static long used(String heapInfo) {
    Matcher used = USED.matcher(heapInfo);
    if (!used.find()) {
      throw new IllegalStateException("No memory in: " + heapInfo);
    }
    return Long.parseLong(used.group(1)) * KIBIBYTE;
  }
}
