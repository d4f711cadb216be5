package dev.tiankong.batch.submit;

import dev.tiankong.batch.PreparedTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whose earlier answers a batch may get. Those of other owners would tell what somebody else once
 * submitted: a text that costs no work was asked before.
 */
@ApplicationScoped
class CacheScope {

  @Inject
  @ConfigProperty(name = "tiankong.cache.shared", defaultValue = "false")
  boolean shared;

  /** Equal for two batches that may have each other's answers. */
  String fingerprint(String owner, PreparedTask prepared) {
    return shared
        ? prepared.fingerprint()
        : DigestUtils.sha256Hex(owner + " " + prepared.fingerprint());
  }
}
