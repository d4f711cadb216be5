package dev.tiankong.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutesTest {

  @Path("v1/files")
  @Produces("application/json")
  private static final class Files {
    @POST
    @Consumes("multipart/form-data")
    void upload() {}

    @GET
    @Path("{id}")
    void retrieve() {}

    @GET
    @Path("{id}/content")
    @Produces("*/*")
    void content() {}
  }

  @Path("/results/{id}")
  private static final class Results {
    @GET
    @Produces("application/json")
    void page() {}

    @GET
    @Produces("text/csv;charset=UTF-8;qs=0.5")
    void csv() {}

    @GET
    @Path("file/{path: .+}")
    @Produces("text/html")
    void file() {}
  }

  @Test
  void should_know_the_methods_of_a_path() {
    assertThat(Routes.methods(classes(), "/v1/files")).containsExactly("POST");
    assertThat(Routes.methods(classes(), "/results/1")).containsExactly("GET");
    assertThat(Routes.methods(classes(), "/v1/other")).isEmpty();
  }

  @Test
  void should_know_what_a_path_takes() {
    assertThat(taken("POST", "/v1/files")).containsExactly("multipart/form-data");
    assertThat(taken("GET", "/v1/files/1")).isEmpty();
    assertThat(taken("POST", "/v1/other")).isEmpty();
  }

  @Test
  void should_know_what_a_path_gives() {
    assertThat(given("/v1/files/1")).containsExactly("application/json");
    assertThat(given("/v1/files/1/content")).isEmpty();
    assertThat(given("/results/1")).containsExactly("application/json", "text/csv");
    assertThat(given("/results/1/file/a/b.html")).containsExactly("text/html");
    assertThat(given("/results/1/2")).isEmpty();
  }

  private static List<String> taken(String method, String path) {
    return Routes.types(classes(), method, path, Routes::taken);
  }

  private static List<String> given(String path) {
    return Routes.types(classes(), "GET", path, Routes::given);
  }

  private static Stream<Class<?>> classes() {
    return Stream.of(Files.class, Results.class, String.class);
  }
}
