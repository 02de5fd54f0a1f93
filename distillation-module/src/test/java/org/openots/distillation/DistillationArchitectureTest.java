package org.openots.distillation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;

@AnalyzeClasses(packages = "org.openots.distillation", importOptions = ImportOption.DoNotIncludeTests.class)
class DistillationArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.openots.distillation.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule FIELD_PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.openots.distillation.field3d.(*)..").should().beFreeOfCycles();

    /** A scene, a body and a panel are tested without a graphics card. */
    @ArchTest
    static final ArchRule ONLY_DRAWING_KNOWS_THE_GRAPHICS_LIBRARY = noClasses()
            .that()
            .resideInAPackage("org.openots.distillation..")
            .and()
            .resideOutsideOfPackages("org.openots.distillation.field3d.gl..", "org.openots.distillation.field3d.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.lwjgl..");

    @ArchTest
    static final ArchRule ROBOTS_ARE_DETERMINISTIC = noClasses()
            .that()
            .resideInAPackage("org.openots.distillation.robot..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, Random.class, Thread.class);
}
