package org.openots.common;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

@AnalyzeClasses(packages = "org.openots.common", importOptions = ImportOption.DoNotIncludeTests.class)
class CommonArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.openots.common.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule COMMON_KNOWS_NO_SIMULATOR =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.openots.simulator..");

    @ArchTest
    static final ArchRule SCORES_KNOW_NO_CLOCK_THREAD_OR_CHANCE = noClasses()
            .that()
            .resideInAnyPackage("org.openots.common.assessment..", "org.openots.common.expression..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, Instant.class, Random.class, Thread.class);
}
