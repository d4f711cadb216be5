package dev.tiankong.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where clients reach this server, for links. Without a setting that is where a connection came in:
 * the {@code Host} header says whatever somebody wrote there, so it counts only between programs on
 * this machine, or where a proxy is known to set it.
 */
@ApplicationScoped
public class PublicAddress {

  private static final Pattern HOST = Pattern.compile("[a-z0-9._:-]+");

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|0:0:0:0:0:0:0:1");

  @Inject
  @ConfigProperty(name = "tiankong.url")
  Optional<String> chosen;

  @Inject
  @ConfigProperty(name = "tiankong.http.port", defaultValue = "8080")
  int port;

  @Inject
  @ConfigProperty(name = "tiankong.trust.proxy", defaultValue = "false")
  boolean proxyTrusted;

  /**
   * For what no request asked for.
   *
   * @param path without a slash at its start
   */
  public URI resolve(String path) {
    return URI.create(
        chosen.map(PublicAddress::base).orElse("http://127.0.0.1:" + port + "/") + path);
  }

  /** What the addresses in an answer begin with; ends with a slash. */
  URI base(HttpServletRequest request) {
    return URI.create(chosen.map(PublicAddress::base).orElseGet(() -> own(request)));
  }

  private static String base(String url) {
    return url.endsWith("/") ? url : url + "/";
  }

  private String own(HttpServletRequest request) {
    String host = bare(request.getServerName());
    String local = bare(request.getLocalAddr());
    return isBelieved(host, local)
        ? url(request, host, request.getServerPort())
        : url(request, local, request.getLocalPort());
  }

  private boolean isBelieved(String host, String local) {
    return proxyTrusted
        ? HOST.matcher(host).matches()
        : LOOPBACK.matcher(host).matches() && LOOPBACK.matcher(local).matches();
  }

  /** Without the brackets of an address of IPv6, and without the name of a network interface. */
  private static String bare(String given) {
    String address = given.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }

  private static String url(HttpServletRequest request, String host, int port) {
    String written = host.indexOf(':') < 0 ? host : "[" + host + "]";
    String scheme = request.getScheme();
    boolean isDefault = port == (scheme.equals("https") ? 443 : 80);
    return scheme + "://" + written + (isDefault ? "" : ":" + port) + "/";
  }
}
