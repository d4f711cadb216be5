package dev.tiankong.openapi;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.tiankong.batch.intake.SubmissionReader;
import dev.tiankong.request.QueryNameSource;
import dev.tiankong.request.QueryParameters;
import dev.tiankong.task.fillmask.FillMaskTask;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The application's routes, as the annotations of its classes have them. */
final class Routes {

  /** As the server knows them of its tasks. */
  private static final QueryNameSource OPTIONS =
      new QueryNameSource() {
        @Override
        public Class<?> reader() {
          return SubmissionReader.class;
        }

        @Override
        public Set<String> once() {
          return Set.of();
        }

        @Override
        public Set<String> repeated() {
          return Set.copyOf(new FillMaskTask().options().names());
        }
      };

  private Routes() {}

  /** A method that answers requests. Several of them can share a path, one for each media type. */
  record Route(Class<?> resource, Method method) {

    /** Such as {@code GET /api/v1/batches/{id}}. */
    String name() {
      String path =
          Stream.of(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))
              .filter(annotation -> annotation != null)
              .map(Path::value)
              .filter(value -> !value.isEmpty())
              .collect(Collectors.joining("/", "/", ""));
      return httpMethod(method).orElseThrow() + " " + path;
    }

    /** Empty for everybody, signed in or not. */
    Optional<String> role() {
      if (method.isAnnotationPresent(PermitAll.class)
          || resource.isAnnotationPresent(PermitAll.class)) {
        return Optional.empty();
      }
      RolesAllowed own = method.getAnnotation(RolesAllowed.class);
      return Optional.of(
          (own == null ? resource.getAnnotation(RolesAllowed.class) : own).value()[0]);
    }

    boolean needsPassword() {
      return Stream.of(method.getAnnotations())
          .anyMatch(a -> a.annotationType().getSimpleName().equals("NeedsPassword"));
    }

    /** Places and names such as {@code query limit}, each with its default, or null. */
    Map<String, String> parameters() {
      Map<String, String> parameters = new HashMap<>();
      Stream<AnnotatedElement> all =
          Stream.concat(
              Arrays.stream(resource.getDeclaredFields()), Arrays.stream(method.getParameters()));
      all.forEach(
          element ->
              parameter(element)
                  .ifPresent(
                      name -> {
                        DefaultValue value = element.getAnnotation(DefaultValue.class);
                        parameters.put(name, value == null ? null : value.value());
                      }));
      QueryParameters read = QueryParameters.of(method, List.of(OPTIONS));
      Stream.concat(read.once().stream(), read.repeated().stream())
          .forEach(name -> parameters.putIfAbsent("query " + name, null));
      return parameters;
    }

    private static Optional<String> parameter(AnnotatedElement element) {
      if (element.isAnnotationPresent(QueryParam.class)) {
        return Optional.of("query " + element.getAnnotation(QueryParam.class).value());
      }
      if (element.isAnnotationPresent(PathParam.class)) {
        return Optional.of("path " + element.getAnnotation(PathParam.class).value());
      }
      return Optional.ofNullable(element.getAnnotation(HeaderParam.class))
          .map(header -> "header " + header.value());
    }

    /** The media types of the body; empty if the method takes none. */
    Set<String> takes() {
      boolean hasBody =
          Arrays.stream(method.getParameters())
              .map(Parameter::getAnnotations)
              .anyMatch(a -> a.length == 0);
      return hasBody ? types(Consumes.class).orElseThrow() : Set.of();
    }

    /** The media types of the answer; empty if there is no body, or the method chooses one. */
    Set<String> gives() {
      boolean hasBody =
          method.getReturnType() != void.class || method.isAnnotationPresent(Produces.class);
      Set<String> types = hasBody ? types(Produces.class).orElse(Set.of()) : Set.of();
      return types.contains(MediaType.WILDCARD) ? Set.of() : types;
    }

    private Optional<Set<String>> types(Class<? extends Annotation> annotation) {
      return Stream.of(method.getAnnotation(annotation), resource.getAnnotation(annotation))
          .filter(found -> found != null)
          .findFirst()
          .map(
              found ->
                  found instanceof Produces produces
                      ? produces.value()
                      : ((Consumes) found).value())
          .map(
              values ->
                  Arrays.stream(values)
                      .map(value -> value.replaceAll(";.*", ""))
                      .collect(Collectors.toSet()));
    }

    @Override
    public String toString() {
      return name() + " (" + method.getName() + ")";
    }
  }

  static List<Route> all() {
    List<Route> routes = new ArrayList<>();
    new ClassFileImporter()
        .withImportOption(new DoNotIncludeTests()).importPackages("dev.tiankong").stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            // Files that browsers fetch are no API.
            .filter(type -> !type.getPackageName().equals("dev.tiankong.page"))
            .map(JavaClass::reflect)
            .forEach(
                type ->
                    Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> httpMethod(method).isPresent())
                        .forEach(method -> routes.add(new Route(type, method))));
    return routes;
  }

  private static Optional<String> httpMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(annotation -> annotation != null)
        .map(HttpMethod::value)
        .findFirst();
  }
}
