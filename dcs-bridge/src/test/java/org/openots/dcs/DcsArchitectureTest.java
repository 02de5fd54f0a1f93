package org.openots.dcs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "org.openots.dcs", importOptions = ImportOption.DoNotIncludeTests.class)
class DcsArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.openots.dcs.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule CLOCKS_ARE_INJECTED = noClasses()
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule ONLY_THE_BRIDGE_AND_THE_CORE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.openots.hazop..", "org.openots.distillation..", "org.openots.instructor..");
}
