package dev.tiankong.batch.submit;

import dev.tiankong.batch.Submission;
import dev.tiankong.batch.SubmittedText;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.ItemWarning;
import dev.tiankong.task.PreparedTask;
import dev.tiankong.task.Tasks;
import dev.tiankong.wording.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what would become of a submission, and stores nothing. */
@ApplicationScoped
public class CheckSubmission {

  /** Nobody mends more than that before he tries again. */
  private static final int MOST_COMPLAINTS = 1_000;

  @Inject Tasks tasks;

  /**
   * Why a text can never be answered.
   *
   * @param index place in the submission, from 0
   */
  public record Complaint(int index, SubmittedText text, ItemError error) {}

  /**
   * What in a text was perhaps meant otherwise than it is read.
   *
   * @param index place in the submission, from 0
   */
  public record Doubt(int index, SubmittedText text, ItemWarning warning) {}

  /**
   * @param refused how many can never be answered
   * @param complaints about the first of them
   * @param warned how many of the others have warnings
   * @param doubts the warnings of the first of them
   */
  public record Report(
      int total, int refused, List<Complaint> complaints, int warned, List<Doubt> doubts) {}

  /**
   * @throws Refusal if the task cannot follow the options
   * @throws Refusal while the model cannot be used
   */
  public Report check(Submission submission) {
    PreparedTask prepared = tasks.byName(submission.task()).prepare(submission.options());
    Findings findings = new Findings(prepared);
    submission.texts().forEach(findings::add);
    return findings.report(submission.texts().size());
  }

  /** What was found so far, of which as much is kept as somebody reads. */
  private static final class Findings {
    private final PreparedTask task;
    private final List<Complaint> complaints = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private int refused;
    private int warned;

    Findings(PreparedTask task) {
      this.task = task;
    }

    void add(int index, SubmittedText text) {
      Optional<ItemError> error = text.refusedBy(task);
      if (error.isPresent()) {
        refused++;
        if (complaints.size() < MOST_COMPLAINTS) {
          complaints.add(new Complaint(index, text, error.get()));
        }
        return;
      }
      List<ItemWarning> warnings = task.warnings(text.text());
      warned += warnings.isEmpty() ? 0 : 1;
      warnings.stream()
          .limit(MOST_COMPLAINTS - doubts.size())
          .forEach(warning -> doubts.add(new Doubt(index, text, warning)));
    }

    Report report(int total) {
      return new Report(total, refused, List.copyOf(complaints), warned, List.copyOf(doubts));
    }
  }
}
