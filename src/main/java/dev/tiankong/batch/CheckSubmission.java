package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Says what would become of a submission, and stores nothing. */
@ApplicationScoped
public class CheckSubmission {

  /** Nobody mends more than that before he tries again. */
  private static final int MOST_COMPLAINTS = 1_000;

  @Inject TextTask task;

  /**
   * Why a text can never be answered.
   *
   * @param index place in the submission, from 0
   */
  public record Complaint(int index, SubmittedText text, ItemError error) {}

  /**
   * @param refused how many can never be answered
   * @param complaints about the first of them
   */
  public record Report(int total, int refused, List<Complaint> complaints) {}

  /**
   * @throws InvalidOptionsException if the task cannot follow the options
   * @throws TaskUnavailableException while the model cannot be used
   */
  public Report check(Submission submission) {
    PreparedTask prepared = task.prepare(submission.options());
    List<Complaint> complaints = new ArrayList<>();
    int[] refused = new int[1];
    submission
        .texts()
        .forEach(
            (index, text) ->
                prepared
                    .refuse(text)
                    .ifPresent(
                        error -> {
                          refused[0]++;
                          if (complaints.size() < MOST_COMPLAINTS) {
                            complaints.add(new Complaint(index, text, error));
                          }
                        }));
    return new Report(submission.texts().size(), refused[0], List.copyOf(complaints));
  }
}
