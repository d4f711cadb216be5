package dev.tiankong.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where clients reach this server, for links in what no request asked for. */
@ApplicationScoped
public class PublicAddress {

  @Inject
  @ConfigProperty(name = "tiankong.url")
  Optional<String> chosen;

  @Inject
  @ConfigProperty(name = "tiankong.http.port", defaultValue = "8080")
  int port;

  /**
   * @param path without a slash at its start
   */
  public URI resolve(String path) {
    String base = chosen.orElse("http://127.0.0.1:" + port);
    return URI.create(base.endsWith("/") ? base + path : base + "/" + path);
  }
}
