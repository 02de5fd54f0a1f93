package org.openots.hazop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;

@AnalyzeClasses(packages = "org.openots.hazop", importOptions = ImportOption.DoNotIncludeTests.class)
class HazopArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.openots.hazop.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule STUDIES_AND_THEIR_PROOF_ARE_DETERMINISTIC = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.openots.hazop.study..",
                    "org.openots.hazop.risk..",
                    "org.openots.hazop.plant..",
                    "org.openots.hazop.verification..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, Random.class);
}
