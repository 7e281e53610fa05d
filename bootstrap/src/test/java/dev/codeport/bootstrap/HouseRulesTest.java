package dev.codeport.bootstrap;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class HouseRulesTest {
  /** A rule, and the classes it speaks of: one that speaks of none guards nothing. */
  private record HouseRule(DescribedPredicate<JavaClass> about, ArchRule rule) {}

  private static final String DOMAIN = "dev.codeport.domain..";
  private static final String APPLICATION = "dev.codeport.application..";
  private static final String HTTP = "dev.codeport.http..";
  private static final String POSTGRES = "dev.codeport.postgres..";
  private static final String REDIS = "dev.codeport.redis..";
  private static final String KIT = "dev.codeport.provider.kit..";
  private static final String PROVIDERS = "dev.codeport.provider..";
  private static final String BOOTSTRAP = "dev.codeport.bootstrap..";

  /** Each Maven module's root package; none of them may have packages that need each other. */
  private static final List<String> MODULES =
      List.of(
          "dev.codeport.domain",
          "dev.codeport.application",
          "dev.codeport.http",
          "dev.codeport.memory",
          "dev.codeport.postgres",
          "dev.codeport.redis",
          "dev.codeport.provider.kit",
          "dev.codeport.provider.sandbox",
          "dev.codeport.provider.handlerapi",
          "dev.codeport.provider.fivesim",
          "dev.codeport.provider.startmessaging",
          "dev.codeport.provider.twilioverify",
          "dev.codeport.provider.twilio",
          "dev.codeport.provider.httpsms",
          "dev.codeport.provider.numberplan",
          "dev.codeport.provider.smscode",
          "dev.codeport.bootstrap");

  /** Which foreign library may be known where. */
  private static final Map<String, List<String>> GUESTS =
      Map.of(
          "com.fasterxml.jackson..", List.of(HTTP, PROVIDERS, POSTGRES, BOOTSTRAP),
          "org.jdbi..", List.of(POSTGRES),
          "io.lettuce..", List.of(REDIS),
          "okhttp3..", List.of(HTTP, PROVIDERS),
          "io.vertx..", List.of(HTTP),
          "org.slf4j..", List.of(BOOTSTRAP),
          "java.util.logging..", List.of(BOOTSTRAP));

  /** What only bootstrap may ask, so that everybody else can be told something else by a test. */
  private static final Set<String> WORLD =
      Set.of(
          "java.lang.System.getenv",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.out",
          "java.lang.System.err",
          "java.lang.Math.random",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.InstantSource.system",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.util.UUID.randomUUID",
          "java.util.Random.<init>",
          "java.util.SplittableRandom.<init>",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault",
          "java.security.SecureRandom.<init>");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-contract.jar"))
          .withImportOption(location -> !location.contains("-fake.jar"))
          .importPackages("dev.codeport");

  @Test
  void every_rule_holds() {
    var broken =
        rules().stream()
            .map(each -> each.rule().allowEmptyShould(true).evaluate(HOUSE))
            .filter(EvaluationResult::hasViolation)
            .map(result -> result.getFailureReport().toString())
            .toList();

    assertTrue(broken.isEmpty(), () -> String.join("\n\n", broken));
  }

  @Test
  void every_rule_speaks_of_some_class() {
    for (var each : rules()) {
      assertTrue(HOUSE.stream().anyMatch(each.about()), each.rule().getDescription());
    }
  }

  @Test
  void every_module_is_among_the_modules() {
    var strangers = new TreeSet<String>();
    HOUSE.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> MODULES.stream().noneMatch(root -> (name + ".").startsWith(root + ".")))
        .forEach(strangers::add);

    assertTrue(strangers.isEmpty(), strangers.toString());
    for (var root : MODULES) {
      assertFalse(HOUSE.stream().noneMatch(resideInAPackage(root + "..")), root);
    }
  }

  private static List<HouseRule> rules() {
    var rules = new ArrayList<HouseRule>();
    rules.add(
        only(
            DOMAIN,
            "what things are must not hang on how they are kept or carried",
            "javax.crypto.."));
    rules.add(only(APPLICATION, "use cases know the domain's ports, never who fills them", DOMAIN));
    rules.add(only("dev.codeport.memory..", "it is nothing but the JDK", DOMAIN));
    rules.add(ofOurs(POSTGRES, DOMAIN));
    rules.add(ofOurs(REDIS, DOMAIN));
    rules.add(ofOurs(HTTP, DOMAIN, APPLICATION));
    rules.add(ofOurs(KIT, DOMAIN));
    for (var root : MODULES) {
      if (root.startsWith("dev.codeport.provider.") && !KIT.startsWith(root)) {
        rules.add(ofOurs(root + "..", DOMAIN, KIT));
      }
      rules.add(withoutCycles(root));
    }
    GUESTS.forEach((library, rooms) -> rules.add(guest(library, rooms)));
    rules.add(nobodyAsksTheWorld());
    rules.add(silentDomain());
    rules.add(nullMarked());
    return rules;
  }

  /** The room and the named ones, beside the JDK, guava and jspecify: nothing else at all. */
  private static HouseRule only(String room, String because, String... others) {
    var allowed =
        new ArrayList<>(
            List.of(room, "java..", "com.google.common..", "com.google.errorprone.annotations.."));
    allowed.add("org.jspecify..");
    allowed.addAll(List.of(others));
    return new HouseRule(
        resideInAPackage(room),
        classes()
            .that()
            .resideInAPackage(room)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(allowed.toArray(String[]::new))
            .because(because));
  }

  /** Of our own modules only these; foreign libraries are another rule's business. */
  private static HouseRule ofOurs(String room, String... others) {
    var allowed = new ArrayList<>(List.of(others));
    allowed.add(room);
    return new HouseRule(
        resideInAPackage(room),
        noClasses()
            .that()
            .resideInAPackage(room)
            .should()
            .dependOnClassesThat(
                resideInAPackage("dev.codeport..")
                    .and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
            .because("an adapter speaks one foreign language and knows no other adapter"));
  }

  private static HouseRule withoutCycles(String root) {
    return new HouseRule(
        resideInAPackage(root + ".."),
        slices()
            .assignedFrom(packagesOf(root))
            .should()
            .beFreeOfCycles()
            .because("a room that needs its neighbour, and is needed by it, is one room"));
  }

  private static SliceAssignment packagesOf(String root) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass each) {
        return resideInAPackage(root + "..").test(each)
            ? SliceIdentifier.of(each.getPackageName())
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "the packages of " + root;
      }
    };
  }

  private static HouseRule guest(String library, List<String> rooms) {
    var elsewhere = not(resideInAnyPackage(rooms.toArray(String[]::new)));
    return new HouseRule(
        elsewhere,
        noClasses()
            .that(elsewhere)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library)
            .because(library + " is to be replaceable by changing " + rooms));
  }

  /** But for the front door of those who embed us: there it is a default that can be changed. */
  private static HouseRule nobodyAsksTheWorld() {
    var outside =
        not(resideInAPackage(BOOTSTRAP)).and(not(name("dev.codeport.application.CodeportBuilder")));
    var access =
        new DescribedPredicate<JavaAccess<?>>("the clock, chance, the environment or the console") {
          @Override
          public boolean test(JavaAccess<?> each) {
            return WORLD.contains(each.getTargetOwner().getName() + "." + each.getName());
          }
        };
    return new HouseRule(
        outside,
        noClasses()
            .that(outside)
            .should()
            .accessTargetWhere(access)
            .because("time, chance and settings come in as arguments"));
  }

  private static HouseRule silentDomain() {
    return new HouseRule(
        resideInAPackage(DOMAIN),
        noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.System$Logger")
            .because("only the edges log"));
  }

  private static HouseRule nullMarked() {
    var marked =
        new ArchCondition<JavaClass>("stand in a package that is @NullMarked") {
          @Override
          public void check(JavaClass each, ConditionEvents events) {
            var fine = each.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(each, fine, each.getPackageName()));
          }
        };
    return new HouseRule(
        resideInAPackage("dev.codeport.."),
        classes().should(marked).because("null is nowhere, and the compiler is to see that"));
  }
}
