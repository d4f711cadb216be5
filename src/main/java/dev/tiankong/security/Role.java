package dev.tiankong.security;

/** What a user may do. The names are stored, and are the groups that the container knows. */
enum Role {
  /** Everything. */
  operator
}
