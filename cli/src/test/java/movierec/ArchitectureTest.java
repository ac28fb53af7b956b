package movierec;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The direction of dependencies, as docs/architecture.md has it. */
class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("movierec");

    private static final String[] CORE = {
        "movierec.title..",
        "movierec.taste..",
        "movierec.recommend..",
        "movierec.model..",
        "movierec.identity..",
        "movierec.failure..",
        "movierec.job..",
        "movierec.share..",
        "movierec.vector.."
    };
    private static final List<String> ADAPTERS = List.of(
            "movierec.sqlite..",
            "movierec.postgres..",
            "movierec.redis..",
            "movierec.crypto..",
            "movierec.smtp..",
            "movierec.caffeine..",
            "movierec.lucene..",
            "movierec.vectors..",
            "movierec.textvectors..");

    @Test
    void coreKnowsOnlyTheJdk() {
        classes()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(CORE, "java..", "javax.crypto..", "org.jspecify.."))
                .check(ALL);
    }

    @Test
    void coreAndLearningKnowNoJsonSqlOrHttp() {
        noClasses()
                .that()
                .resideInAnyPackage(with(CORE, "movierec.learning.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..", "java.sql..", "javax.sql..", "java.net.http..", "io.javalin..")
                .check(ALL);
    }

    @Test
    void onlyTrainingMapsTitlesToIndexes() {
        noClasses()
                .that()
                .resideInAPackage("movierec.learning..")
                .and()
                .resideOutsideOfPackage("movierec.learning.train..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "movierec.title..", "movierec.taste..", "movierec.recommend..", "movierec.identity..")
                .check(ALL);
    }

    @Test
    void adaptersNeverSeeEachOtherNorWhatIsAboveThem() {
        for (String adapter : ADAPTERS) {
            String[] others =
                    ADAPTERS.stream().filter(other -> !other.equals(adapter)).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(adapter)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(with(
                            others,
                            "movierec.app..",
                            "movierec.server..",
                            "movierec.cli..",
                            "movierec.learning..",
                            "movierec.catalogue.."))
                    .check(ALL);
        }
    }

    @Test
    void onlyTheServerKnowsTheWebFramework() {
        noClasses()
                .that()
                .resideOutsideOfPackage("movierec.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta..")
                .check(ALL);
    }

    @Test
    void onlyTheWiringKnowsTheAdapters() {
        noClasses()
                .that()
                .resideInAnyPackage("movierec.server..", "movierec.catalogue..", "movierec.learning..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ADAPTERS.toArray(String[]::new))
                .check(ALL);
    }

    @Test
    void onlyServeTouchesTheServer() {
        noClasses()
                .that()
                .resideInAPackage("movierec.cli..")
                .and()
                .doNotHaveSimpleName("ServeCommand")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("movierec.server..")
                .check(ALL);
    }

    @Test
    void theFakeTmdbAndTheProductKnowNothingOfEachOther() {
        noClasses()
                .that()
                .resideOutsideOfPackages("movierec.faketmdb..", "movierec.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("movierec.faketmdb..")
                .check(ALL);
        classes()
                .that()
                .resideInAPackage("movierec.faketmdb..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "movierec.faketmdb..",
                        "java..",
                        "javax.imageio..",
                        "com.sun.net.httpserver..",
                        "com.fasterxml.jackson..",
                        "org.jspecify..")
                .check(ALL);
    }

    @Test
    void coreLearningAndCatalogueReadNoClockAndNoEnvironment() {
        noClasses()
                .that()
                .resideInAnyPackage(with(CORE, "movierec.learning..", "movierec.catalogue.."))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(Math.class, "random")
                .check(ALL);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = ALL.stream()
                .map(JavaClass::getPackage)
                .filter(javaPackage -> !javaPackage.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unmarked).isEmpty();
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }
}
