package dev.tiankong;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.tiankong.security.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;

/** The plan of the house: which package may know which. */
@AnalyzeClasses(packages = "dev.tiankong", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String APP = "dev.tiankong.";

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices()
          .matching("dev.tiankong.(**)")
          .should()
          .beFreeOfCycles()
          .because("a package that two others need each other through cannot be understood alone");

  @ArchTest
  static final ArchRule inference_knows_no_other_package =
      mayOnlyUse("inference")
          .because("whoever improves the model's path must not have to know batches or queues");

  @ArchTest
  static final ArchRule the_rules_of_a_batch_know_no_other_package =
      mayOnlyUse("batch", "duties", "task", "time")
          .because("the rules of a batch hold whatever carries it or asks for it");

  @ArchTest
  static final ArchRule a_batch_comes_in_through_submit =
      mayOnlyUse("batch.submit", "batch", "batch.dispatch", "batch.store", "conflict", "task")
          .because("its rows, its chunks and the first messages are one transaction");

  @ArchTest
  static final ArchRule dispatch_knows_rules_and_the_queue =
      mayOnlyUse("batch.dispatch", "batch", "conflict", "duties")
          .because("which chunk is next does not depend on what is in its texts");

  @ArchTest
  static final ArchRule the_store_knows_rows =
      mayOnlyUse("batch.store", "background", "batch", "conflict", "duties", "task")
          .because("how rows are written must be free to change for speed");

  @ArchTest
  static final ArchRule queries_read_and_change_nothing =
      mayOnlyUse("batch.query", "background", "batch", "batch.store", "task")
          .because("a page of the console may take no lock that a worker waits for");

  @ArchTest
  static final ArchRule control_changes_batches_by_their_rules =
      mayOnlyUse("batch.control", "batch", "batch.dispatch", "conflict")
          .because("an operator may do to a batch what its state allows, and no more");

  @ArchTest
  static final ArchRule http_of_batches_goes_through_batch =
      mayOnlyUse(
              "batch.api",
              "batch",
              "batch.control",
              "batch.intake",
              "batch.query",
              "batch.submit",
              "request",
              "task")
          .because("HTTP is one way in among several");

  @ArchTest
  static final ArchRule bodies_become_submissions_and_nothing_else =
      mayOnlyUse("batch.intake", "background", "batch", "batch.submit", "request", "task")
          .because("what a body holds has nothing to do with what is answered");

  @ArchTest
  static final ArchRule work_joins_batches_and_tasks =
      mayOnlyUse(
              "work",
              "background",
              "batch",
              "batch.dispatch",
              "batch.store",
              "conflict",
              "logging",
              "outage",
              "task")
          .because("a worker is the same whatever its task does with a text");

  @ArchTest
  static final ArchRule tasks_know_nothing_of_batches =
      mayOnlyUse("task", "request")
          .because("what can be done with a text does not depend on where the text comes from");

  @ArchTest
  static final ArchRule tasks_over_http_know_only_tasks =
      mayOnlyUse("task.api", "request", "task")
          .because("which tasks there are has nothing to do with batches");

  @ArchTest
  static final ArchRule fill_mask_joins_task_and_inference =
      mayOnlyUse("task.fillmask", "background", "inference", "request", "task")
          .because("it is the only place where a text meets a model");

  @ArchTest
  static final ArchRule fill_mask_over_http_is_a_task_asked_interactively =
      mayOnlyUse(
              "task.fillmask.api", "inference", "interactive", "request", "task", "task.fillmask")
          .because("a text gets the same answer, in the same words, whichever way it comes in");

  @ArchTest
  static final ArchRule nobody_knows_a_single_task =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.tiankong.task.fillmask..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.tiankong.task.fillmask..")
          .because("a second task must not have to touch what carries the first");

  @ArchTest
  static final ArchRule what_is_logged_knows_no_feature =
      mayOnlyUse("logging").because("everything may have to say in the log what it is at");

  @ArchTest
  static final ArchRule the_servers_logging_stays_in_logging =
      onlyIn("org.jboss.logging..", "dev.tiankong.logging")
          .because("System.Logger is enough for all others, and is known to every server");

  @ArchTest
  static final ArchRule messages_say_what_http_says =
      mayOnlyUse(
              "messages",
              "batch",
              "batch.api",
              "batch.intake",
              "batch.submit",
              "duties",
              "management",
              "outage",
              "problem",
              "request",
              "security")
          .because("a submit is taken by the same rules, whichever way it comes in");

  @ArchTest
  static final ArchRule management_asks_whatever_broker_there_is =
      mayOnlyUse("management", "outage", "request")
          .because("what is asked and told is for its callers to know");

  @ArchTest
  static final ArchRule webhooks_hear_of_ends_and_change_nothing =
      mayOnlyUse(
              "webhook",
              "batch",
              "batch.api",
              "batch.submit",
              "duties",
              "outage",
              "request",
              "task")
          .because("no receiver may have a say in what becomes of a batch");

  @ArchTest
  static final ArchRule webhooks_over_http_go_through_webhook =
      mayOnlyUse("webhook.api", "webhook", "batch", "batch.api", "security.api")
          .because("the rules for deliveries hold whatever asks for one");

  @ArchTest
  static final ArchRule models_over_http_know_only_models =
      mayOnlyUse("inference.api", "inference")
          .because("which models there are has nothing to do with batches");

  @ArchTest
  static final ArchRule interactive_requests_use_what_batches_use =
      mayOnlyUse("interactive", "batch.intake", "request", "task")
          .because("a text is refused for the same reasons, whichever way it comes in");

  @ArchTest
  static final ArchRule openai_is_another_way_to_the_same_batches =
      mayOnlyUse(
              "openai",
              "batch",
              "batch.api",
              "batch.control",
              "batch.intake",
              "batch.query",
              "batch.store",
              "batch.submit",
              "duties",
              "inference",
              "outage",
              "problem",
              "request",
              "task")
          .because("another client's words are no reason for other rules");

  @ArchTest
  static final ArchRule security_knows_nothing_of_what_it_guards =
      mayOnlyUse("security", "duties", "outage", "time")
          .because("who somebody is does not depend on what they ask for");

  @ArchTest
  static final ArchRule accounts_over_http_go_through_security =
      mayOnlyUse("security.api", "security", "request")
          .because("the rules for users and tokens hold whatever asks for a change");

  @ArchTest
  static final ArchRule audit_sees_requests_and_no_features =
      mayOnlyUse("audit", "duties", "outage", "security", "problem", "request", "time")
          .because("a new route must be in the audit without anybody thinking of it");

  @ArchTest
  static final ArchRule operations_show_what_others_do =
      mayOnlyUse(
              "operations",
              "batch",
              "batch.control",
              "batch.query",
              "duties",
              "inference",
              "management",
              "metrics",
              "request",
              "task",
              "time",
              "work")
          .because("what an operator changes is changed by the rules of the batch");

  @ArchTest
  static final ArchRule browser_rules_hold_for_every_route =
      mayOnlyUse("browser", "problem").because("they stand before all features");

  @ArchTest
  static final ArchRule connections_are_guarded_whatever_they_carry =
      mayOnlyUse("connection", "duties", "problem", "request", "security")
          .because("a new route must be guarded without anybody thinking of it");

  @ArchTest
  static final ArchRule undertow_stays_in_connection =
      onlyIn("io.undertow..", "dev.tiankong.connection")
          .because("on another server nothing else has to change");

  @ArchTest
  static final ArchRule the_page_is_files_and_nothing_else =
      mayOnlyUse("page", "request")
          .because("what it shows, any other client can get by the same API");

  @ArchTest
  static final ArchRule every_route_says_who_may_use_it =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Path.class)
          .and()
          .arePublic()
          .should(nameARole())
          .because("what nobody restricts, everybody who can sign in may do");

  @ArchTest
  static final ArchRule requests_are_all_alike =
      mayOnlyUse("request", "problem").because("what a request means is its route's business");

  @ArchTest
  static final ArchRule the_document_knows_no_feature =
      mayOnlyUse("openapi").because("it is written, and tests hold the features against it");

  @ArchTest
  static final ArchRule the_document_is_made_by_the_build =
      mayOnlyUse("openapi.assembly", "task").because("the build has nothing but files");

  @ArchTest
  static final ArchRule metrics_listen_and_change_nothing =
      mayOnlyUse("metrics", "batch", "duties", "work", "inference", "interactive", "health")
          .because("what is measured must not know that it is");

  @ArchTest
  static final ArchRule the_overview_reads_what_others_know =
      mayOnlyUse("overview", "health", "metrics", "outage", "request")
          .because("its figures are the database's and the meters'");

  @ArchTest
  static final ArchRule micrometer_stays_in_metrics =
      onlyIn("io.micrometer..", "dev.tiankong.metrics")
          .because("whoever is measured tells what happened, and not how that is counted");

  @ArchTest
  static final ArchRule duties_are_scheduled_whatever_they_do =
      mayOnlyUse("duties", "outage")
          .because("what is done, and how often, is a rule of the package that it is done for");

  @ArchTest
  static final ArchRule timers_stay_in_duties =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.tiankong.duties")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("jakarta\\.ejb\\.(Schedules?|Timer.*|Timeout)")
          .because("what runs by itself is seen, measured and run by hand in one place");

  @ArchTest
  static final ArchRule outage_is_known_by_its_exceptions =
      mayOnlyUse("outage").because("everybody may ask whether an outage is behind a failure");

  @ArchTest
  static final ArchRule what_clients_are_told_knows_no_feature =
      mayOnlyUse("wording")
          .because("every package may have to say what is wrong, to programs and to people");

  @ArchTest
  static final ArchRule names_of_resources_know_no_feature =
      mayOnlyUse("naming").because("every package may have to look something up in the server");

  @ArchTest
  static final ArchRule conflicts_are_known_by_their_exceptions =
      mayOnlyUse("conflict", "outage")
          .because("what is repeated does not depend on what the transaction was for");

  @ArchTest
  static final ArchRule the_drivers_addition_stands_alone =
      mayOnlyUse("xa").because("it is a part of the server, which knows no application");

  @ArchTest
  static final ArchRule the_brokers_addition_stands_alone =
      mayOnlyUse("broker").because("it is a part of the server, which knows no application");

  @ArchTest
  static final ArchRule the_logs_addition_stands_alone =
      mayOnlyUse("logformat").because("it is a part of the server, which knows no application");

  @ArchTest
  static final ArchRule checkpoint_writes_what_inference_reads =
      mayOnlyUse("checkpoint", "inference")
          .because("an import runs beside the server, without a database or a broker");

  @ArchTest
  static final ArchRule launcher_starts_things_and_knows_none_of_them =
      mayOnlyUse("local", "checkpoint", "logformat")
          .because("the server must run the same without the launcher");

  @ArchTest
  static final ArchRule djl_stays_in_inference =
      onlyIn("ai.djl..", "dev.tiankong.inference")
          .because("the engine is one decision, made in one place");

  @ArchTest
  static final ArchRule jms_stays_where_messages_are =
      onlyIn(
              "jakarta.jms..",
              "dev.tiankong.work",
              "dev.tiankong.operations",
              "dev.tiankong.management",
              "dev.tiankong.messages",
              "dev.tiankong.webhook")
          .because(
              "the database decides and the queue only wakes workers, except where applications on the broker speak to it; a webhook waits in a queue of its own, so that its receiver holds up no worker");

  @ArchTest
  static final ArchRule http_stays_at_the_edge =
      onlyIn(
              "jakarta.ws.rs..",
              "dev.tiankong",
              "dev.tiankong.audit",
              "dev.tiankong.batch.api",
              "dev.tiankong.batch.intake",
              "dev.tiankong.operations",
              "dev.tiankong.health",
              "dev.tiankong.inference.api",
              "dev.tiankong.interactive",
              "dev.tiankong.metrics",
              "dev.tiankong.openai",
              "dev.tiankong.openapi",
              "dev.tiankong.page",
              "dev.tiankong.overview",
              "dev.tiankong.problem",
              "dev.tiankong.request",
              "dev.tiankong.security.api",
              "dev.tiankong.task.api",
              "dev.tiankong.task.fillmask.api",
              "dev.tiankong.webhook.api")
          .because("a use case must be callable from a queue as well as from a request");

  @ArchTest
  static final ArchRule only_time_reads_the_clock =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.tiankong.time", "dev.tiankong.local")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("a test must be able to set the time");

  private static ArchRule mayOnlyUse(String owner, String... others) {
    return classes()
        .that()
        .resideInAPackage(APP + owner)
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideOutsideOfPackage("dev.tiankong..")
                .or(JavaClass.Predicates.resideInAPackage(APP + owner))
                .or(JavaClass.Predicates.resideInAPackage(APP + "wording"))
                .or(JavaClass.Predicates.resideInAPackage(APP + "naming"))
                .or(JavaClass.Predicates.resideInAnyPackage(qualified(others))));
  }

  private static ArchCondition<JavaMethod> nameARole() {
    return new ArchCondition<>("have a known role, or be for everybody") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        if (!hasRole(method) && !hasRole(method.getOwner())) {
          events.add(SimpleConditionEvent.violated(method, method.getFullName() + " has no role"));
        }
      }
    };
  }

  private static boolean hasRole(HasAnnotations<?> element) {
    return element.isAnnotatedWith(PermitAll.class)
        || element
            .tryGetAnnotationOfType(RolesAllowed.class)
            .filter(
                roles -> Arrays.stream(roles.value()).allMatch(name -> Role.of(name).isPresent()))
            .isPresent();
  }

  private static ArchRule onlyIn(String library, String... owners) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(owners)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private static String[] qualified(String... packages) {
    String[] names = new String[packages.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = APP + packages[i];
    }
    return names;
  }
}
