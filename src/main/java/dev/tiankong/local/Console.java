package dev.tiankong.local;

import dev.tiankong.logformat.EscapedText;
import java.io.PrintStream;

/** What a person at the terminal reads: plain lines, one for each thing that happens. */
final class Console {
  private final PrintStream out;

  Console(PrintStream out) {
    this.out = out;
  }

  synchronized void say(String line) {
    out.println(EscapedText.line(line));
  }

  synchronized void warn(String line) {
    out.println("  " + EscapedText.line(line));
  }
}
