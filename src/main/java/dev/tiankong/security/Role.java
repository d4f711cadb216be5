package dev.tiankong.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a user may do, each role more than the one before. The names are stored, and are the groups
 * that the container knows.
 */
public enum Role {
  /** Reads own batches. */
  viewer,
  /** Submits and controls own batches, too. */
  submitter,
  /** Everything, and everybody's. */
  operator;

  public static Optional<Role> of(String name) {
    return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
  }

  /** This role and all that it includes: a route names the least that it needs. */
  Set<String> groups() {
    return EnumSet.range(viewer, this).stream().map(Role::name).collect(Collectors.toSet());
  }

  boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  /** The lesser of two. */
  Role atMost(Role limit) {
    return includes(limit) ? limit : this;
  }
}
