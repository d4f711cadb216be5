package dev.tiankong.batch.submit;

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

  /**
   * Equal for two batches that may have each other's answers.
   *
   * @param fingerprint of task, weights and options
   */
  String fingerprint(String owner, String fingerprint) {
    return shared ? fingerprint : DigestUtils.sha256Hex(owner + " " + fingerprint);
  }
}
