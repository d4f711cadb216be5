package dev.tiankong.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks another JVM on this machine how much memory it uses. */
final class JavaProcess {

  private static final long KIBIBYTE = 1024;
  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private final long pid;

  JavaProcess(long pid) {
    this.pid = pid;
  }

  /** Bytes that a full collection leaves. */
  long liveHeap() throws IOException, InterruptedException {
    jcmd("GC.run");
    return first(USED, jcmd("GC.heap_info"));
  }

  /** Bytes in all, native memory included. */
  long resident() throws IOException {
    return first(RESIDENT, Files.readString(Path.of("/proc/" + pid + "/status")));
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

  private static long first(Pattern number, String text) {
    Matcher found = number.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("No memory in: " + text);
    }
    return Long.parseLong(found.group(1)) * KIBIBYTE;
  }
}
