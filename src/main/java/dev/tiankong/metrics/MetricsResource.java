package dev.tiankong.metrics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** All meters in the text format of Prometheus. */
@Path("metrics")
@RequestScoped
@RolesAllowed("operator")
public class MetricsResource {

  @Inject Registry registry;
  @Inject @Any Instance<MetricSample> samples;

  @GET
  @Produces("text/plain;version=0.0.4;charset=utf-8")
  public String scrape() {
    samples.forEach(MetricSample::take);
    return registry.scrape();
  }
}
