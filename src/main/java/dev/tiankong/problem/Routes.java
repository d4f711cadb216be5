package dev.tiankong.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Methods and media types of all routes, as the annotations of their classes have them. JAX-RS
 * refuses a type and does not say which it would have taken.
 */
@ApplicationScoped
public class Routes {

  private static final String PARAMETERS = ";.*";

  @Inject BeanManager beans;

  /** The methods that a path has; empty if there is nothing. */
  public List<String> methods(String path) {
    return methods(beanClasses(), path);
  }

  /** What can be sent to a path; empty if that is not known. */
  List<String> taken(String method, String path) {
    return types(beanClasses(), method, path, Routes::taken);
  }

  /** What a path can answer in; empty if that is not known. */
  List<String> given(String method, String path) {
    return types(beanClasses(), method, path, Routes::given);
  }

  private Stream<Class<?>> beanClasses() {
    return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream().map(Bean::getBeanClass);
  }

  static List<String> methods(Stream<Class<?>> classes, String path) {
    return routes(classes, path)
        .flatMap(route -> method(route).stream())
        .distinct()
        .sorted()
        .toList();
  }

  static List<String> types(
      Stream<Class<?>> classes, String method, String path, Function<Method, String[]> types) {
    return routes(classes, path)
        .filter(route -> method(route).equals(Optional.of(method)))
        .flatMap(route -> Stream.of(types.apply(route)))
        .map(type -> type.replaceFirst(PARAMETERS, ""))
        .filter(type -> !type.equals(MediaType.WILDCARD))
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<Method> routes(Stream<Class<?>> classes, String path) {
    return classes
        .filter(type -> type.isAnnotationPresent(Path.class))
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(route -> method(route).isPresent() && matches(route, path));
  }

  private static Optional<String> method(Method route) {
    return Arrays.stream(route.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(annotation -> annotation != null)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static boolean matches(Method route, String path) {
    String template =
        Stream.of(
                route.getDeclaringClass().getAnnotation(Path.class),
                route.getAnnotation(Path.class))
            .filter(annotation -> annotation != null)
            .map(Path::value)
            .collect(Collectors.joining("/", "/", ""))
            .replaceAll("/+", "/");
    String literal = template.replaceAll("\\{[^}:]+: *([^}]+)}", "$1");
    return path.matches(literal.replaceAll("\\{[^}]+}", "[^/]+"));
  }

  static String[] taken(Method route) {
    Consumes own = route.getAnnotation(Consumes.class);
    Consumes types = own == null ? route.getDeclaringClass().getAnnotation(Consumes.class) : own;
    return types == null ? new String[0] : types.value();
  }

  static String[] given(Method route) {
    Produces own = route.getAnnotation(Produces.class);
    Produces types = own == null ? route.getDeclaringClass().getAnnotation(Produces.class) : own;
    return types == null ? new String[0] : types.value();
  }
}
