package org.openots.simulator;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What a run being a pure function asks of the code: no clock, no chance, no threads, no network, no platform-dependent
 * mathematics, nothing shared between two runs.
 */
@AnalyzeClasses(packages = "org.openots", importOptions = ImportOption.DoNotIncludeTests.class)
class CoreArchitectureTest {
    private static final String[] PURE = {"org.openots.simulator..", "org.openots.common.assessment.."};

    /** The functions that java.lang.Math may compute differently on another processor or JDK; sqrt, abs, rint are exact. */
    private static final String INEXACT =
            "sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|exp|expm1|log|log1p|log10|pow|cbrt|hypot";

    @ArchTest
    static final ArchRule clockOnlyInjected = noClockIn(PURE);

    @ArchTest
    static final ArchRule randomOnlyInjected = noChanceIn(PURE);

    @ArchTest
    static final ArchRule mathematicsIsTheSameEverywhere = exactMathematicsIn(PURE);

    @ArchTest
    static final ArchRule coreKnowsNoUiOrNetwork = noClasses()
            .that()
            .resideInAPackage("org.openots.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.lwjgl..",
                    "org.eclipse.paho..",
                    "io.javalin..",
                    "java.awt..",
                    "javax.swing..",
                    "java.net..",
                    "java.net.http..",
                    "java.sql..");

    @ArchTest
    static final ArchRule simulatorHasNoThreads = noClasses()
            .that()
            .resideInAPackage("org.openots.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Thread.class, ThreadLocal.class, java.util.Timer.class);

    @ArchTest
    static final ArchRule coreKnowsNoOtherModule = noClasses()
            .that()
            .resideInAnyPackage("org.openots.common..", "org.openots.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.openots.hazop..",
                    "org.openots.distillation..",
                    "org.openots.dcs..",
                    "org.openots.instructor..",
                    "org.openots.benchmarks..");

    @ArchTest
    static final ArchRule staticFieldsAreFinal = staticFieldsFinalIn("org.openots..");

    @ArchTest
    static final ArchRule staticFieldsHoldNothingThatChanges = staticFieldsImmutableIn("org.openots..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.openots.(**)").should().beFreeOfCycles();

    @Test
    void rulesSeeWhatTheyForbid() {
        JavaClasses wrong = new ClassFileImporter().importClasses(Impure.class);
        String here = Impure.class.getPackageName();
        assertThat(noClockIn(here).evaluate(wrong).getFailureReport().getDetails())
                .as("clock")
                .hasSize(3);
        assertThat(noChanceIn(here).evaluate(wrong).getFailureReport().getDetails())
                .as("chance")
                .hasSize(3);
        assertThat(exactMathematicsIn(here).evaluate(wrong).getFailureReport().getDetails())
                .as("mathematics; Math.sqrt is allowed")
                .hasSize(2);
        assertThat(staticFieldsFinalIn(here).evaluate(wrong).getFailureReport().getDetails())
                .as("static field that is not final")
                .hasSize(1);
        assertThat(staticFieldsImmutableIn(here)
                        .evaluate(wrong)
                        .getFailureReport()
                        .getDetails())
                .as("constant whose content can change")
                .hasSize(1);
    }

    private static ArchRule noClockIn(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethodWhere(target(owner(nameMatching("java\\.time\\..*")))
                        .and(target(nameMatching("now|system|systemUTC|systemDefaultZone|tick.*"))));
    }

    private static ArchRule noChanceIn(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callConstructorWhere(target(owner(type(Random.class))))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(concurrent\\.ThreadLocalRandom|SplittableRandom|random\\..*)"
                        + "|java\\.security\\.SecureRandom");
    }

    private static ArchRule exactMathematicsIn(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .accessTargetWhere(com.tngtech.archunit.core.domain.JavaAccess.Predicates.target(
                                owner(type(Math.class)))
                        .and(com.tngtech.archunit.core.domain.JavaAccess.Predicates.target(nameMatching(INEXACT))))
                .because("FastMath and StrictMath give the same bits on every CPU and JDK");
    }

    private static ArchRule staticFieldsFinalIn(String... packages) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(packages)
                .and()
                .areStatic()
                .should()
                .beFinal();
    }

    private static ArchRule staticFieldsImmutableIn(String... packages) {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(packages)
                .and()
                .areStatic()
                .and()
                .doNotHaveModifier(SYNTHETIC)
                .should()
                .haveRawType(nameMatching("java\\.util\\.concurrent\\..*"
                        + "|java\\.util\\.(Array|Linked|Hash|Tree|Weak|Identity).*"
                        + "|java\\.lang\\.(ThreadLocal|StringBuilder|StringBuffer)"
                        + "|java\\.util\\.(Random|BitSet|Date|Calendar)"));
    }

    /** One of each mistake, so that a rule that stopped seeing it fails. */
    @SuppressWarnings({"unused", "NonFinalStaticField", "JavaTimeDefaultTimeZone"})
    private static final class Impure {
        private static final StringBuilder SHARED = new StringBuilder();
        private static long counter;

        private Impure() {}

        static double mistakes(double x) {
            counter += System.nanoTime()
                    + Instant.now().toEpochMilli()
                    + Clock.systemUTC().millis();
            Random random = new Random(1);
            SHARED.append(UUID.randomUUID());
            return Math.exp(x) + Math.pow(x, 2) + Math.sqrt(x) + random.nextDouble() + Math.random();
        }
    }
}
