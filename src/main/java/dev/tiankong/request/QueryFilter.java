package dev.tiankong.request;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses parameters that a route does not have, or has once. Routes for everybody give files and
 * health, whatever is asked for.
 */
@Provider
@ApplicationScoped
public class QueryFilter implements ContainerRequestFilter {

  private final Map<Method, QueryParameters> routes = new ConcurrentHashMap<>();

  @Inject Instance<QueryNameSource> sources;
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
    Method route = resource.getResourceMethod();
    if (!given.isEmpty() && route != null && !isForEverybody(route)) {
      routes.computeIfAbsent(route, known -> QueryParameters.of(known, sources)).check(given);
    }
  }

  private static boolean isForEverybody(Method route) {
    return route.isAnnotationPresent(PermitAll.class)
        || route.getDeclaringClass().isAnnotationPresent(PermitAll.class);
  }
}
