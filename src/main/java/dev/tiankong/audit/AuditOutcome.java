package dev.tiankong.audit;

/** What came of a call, as people ask for it. The names are those of the API. */
enum AuditOutcome {
  done(100, 399),
  /** The caller was told no, for whatever reason. */
  refused(400, 499),
  /** Of these, a user's password was wrong. */
  unauthorized(401, 401),
  failed(500, 599);

  private final int least;
  private final int most;

  AuditOutcome(int least, int most) {
    this.least = least;
    this.most = most;
  }

  int least() {
    return least;
  }

  int most() {
    return most;
  }
}
