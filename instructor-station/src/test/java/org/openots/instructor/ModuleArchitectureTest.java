package org.openots.instructor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Who may import whom: the table of modules, and the one place each outside library lives in. */
@AnalyzeClasses(packages = "org.openots", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleArchitectureTest {
    private static final String CORE = "org.openots.simulator..";
    private static final String COMMON = "org.openots.common..";
    private static final String HAZOP = "org.openots.hazop..";
    private static final String DISTILLATION = "org.openots.distillation..";
    private static final String FIELD = "org.openots.distillation.field3d..";
    private static final String FIELD_PLAN = "org.openots.distillation.field3d.plan..";
    private static final String FIELD_PACK = "org.openots.distillation.field3d.pack..";
    private static final String DCS = "org.openots.dcs..";
    private static final String STATION = "org.openots.instructor..";
    private static final String BENCHMARKS = "org.openots.benchmarks..";

    @ArchTest
    static final ArchRule coreKnowsNoOtherModule =
            knowsNone(HAZOP, DISTILLATION, DCS, STATION, BENCHMARKS).from(CORE, COMMON);

    @ArchTest
    static final ArchRule hazopKnowsOnlyCore =
            knowsNone(DISTILLATION, DCS, STATION, BENCHMARKS).from(HAZOP);

    @ArchTest
    static final ArchRule distillationKnowsOnlyCore =
            knowsNone(HAZOP, DCS, STATION, BENCHMARKS).from(DISTILLATION);

    @ArchTest
    static final ArchRule bridgeKnowsOnlyCore =
            knowsNone(HAZOP, DISTILLATION, STATION, BENCHMARKS).from(DCS);

    @ArchTest
    static final ArchRule stationKnowsNoBenchmark = knowsNone(BENCHMARKS).from(STATION);

    /** Of the field station it knows the plan of a site and what is sent to it, which need no graphics. */
    @ArchTest
    static final ArchRule stationKnowsOnlyThePlanOfTheFieldStation = noClasses()
            .that()
            .resideInAPackage(STATION)
            .should()
            .dependOnClassesThat(resideInAPackage(FIELD).and(not(resideInAnyPackage(FIELD_PLAN, FIELD_PACK))));

    @ArchTest
    static final ArchRule everyClassBelongsToAModule =
            classes().should().resideInAnyPackage(CORE, COMMON, HAZOP, DISTILLATION, DCS, STATION);

    @ArchTest
    static final ArchRule openGlOnlyInTheFieldStation =
            onlyIn("org.lwjgl..", "org.openots.distillation.field3d.gl..", "org.openots.distillation.field3d.app..");

    @ArchTest
    static final ArchRule mqttOnlyInTheBridge = onlyIn("org.eclipse.paho..", "org.openots.dcs.mqtt..");

    @ArchTest
    static final ArchRule embeddedBrokerOnlyInTheBrokerPackage = onlyIn("io.moquette..", "org.openots.dcs.broker..");

    @ArchTest
    static final ArchRule webServerOnlyInTheWebPackage =
            onlyIn("io.javalin..", "org.openots.instructor.web..", "org.openots.instructor.app..");

    @ArchTest
    static final ArchRule jettyOnlyInTheWebPackage =
            onlyIn("org.eclipse.jetty..", "org.openots.instructor.web..", "org.openots.instructor.app..");

    /** The composition roots read the clock; everything else is given one. MonotonicClock is the seam that is given. */
    @ArchTest
    static final ArchRule clockOnlyInjected = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.openots.instructor.app..", "org.openots.distillation.field3d.app..", "org.openots.dcs.app..")
            .and()
            .doNotHaveSimpleName("MonotonicClock")
            .should()
            .accessTargetWhere(
                    target(owner(type(System.class))).and(target(nameMatching("currentTimeMillis|nanoTime"))))
            .orShould()
            .accessTargetWhere(target(owner(nameMatching("java\\.time\\..*")))
                    .and(target(nameMatching("now|systemUTC|systemDefaultZone|tick.*"))));

    /** Passwords and tokens need a real source of chance; nothing else may have one of its own. */
    @ArchTest
    static final ArchRule randomOnlyInjected = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.openots.instructor.app..", "org.openots.instructor.security..", "org.openots.dcs.app..")
            .should()
            .callConstructorWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                    owner(nameMatching("java\\.util\\.(Random|SplittableRandom)|java\\.security\\.SecureRandom"))))
            .orShould()
            .accessTargetWhere(target(owner(type(Math.class))).and(target(nameMatching("random"))))
            .orShould()
            .accessTargetWhere(target(nameMatching("randomUUID")));

    @ArchTest
    static final ArchRule staticFieldsAreFinal =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule staticFieldsHoldNothingThatChanges = noFields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(SYNTHETIC)
            .should()
            .haveRawType(nameMatching("java\\.util\\.concurrent\\..*"
                    + "|java\\.util\\.(Array|Linked|Hash|Tree|Weak|Identity).*"
                    + "|java\\.lang\\.(ThreadLocal|StringBuilder|StringBuffer)"
                    + "|java\\.util\\.(Random|BitSet|Date|Calendar)"));

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.openots.(**)").should().beFreeOfCycles();

    /** A rule about a module that was not imported would pass without looking at anything. */
    @ArchTest
    static void allModulesAreSeen(JavaClasses seen) {
        assertThat(Stream.of(CORE, COMMON, HAZOP, DISTILLATION, DCS, STATION))
                .allSatisfy(module -> assertThat(seen.stream().map(c -> c.getPackageName() + "."))
                        .anyMatch(name -> name.startsWith(module.substring(0, module.length() - 1))));
    }

    private static ModuleRule knowsNone(String... others) {
        return mine -> noClasses()
                .that()
                .resideInAnyPackage(mine)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    private static ArchRule onlyIn(String library, String... homes) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    /** A rule that still needs to know whom it is about. */
    private interface ModuleRule {
        ArchRule from(String... mine);
    }
}
