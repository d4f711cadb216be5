package dev.tiankong.local;

import dev.tiankong.checkpoint.Progress;
import java.io.Closeable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows progress on the terminal, with a bar for each step. */
final class Bars implements Progress, Closeable {
  private static final long MEGABYTE = 1_000_000;

  private String step;
  private ProgressBar bar;

  @Override
  public void report(String newStep, long done, long total) {
    if (!newStep.equals(step)) {
      close();
      step = newStep;
      bar =
          new ProgressBarBuilder()
              .setTaskName(step)
              .setUnit(" MB", MEGABYTE)
              .setStyle(ProgressBarStyle.ASCII)
              .hideEta()
              .build();
    }
    bar.maxHint(total).stepTo(done);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
