package org.openots.instructor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.openots.instructor", importOptions = ImportOption.DoNotIncludeTests.class)
class StationArchitectureTest {
    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.openots.instructor.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule webLibraryStaysAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages("org.openots.instructor.web..", "org.openots.instructor.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule databaseLibraryStaysInTheStore = noClasses()
            .that()
            .resideOutsideOfPackage("org.openots.instructor.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "org.sqlite..", "com.zaxxer..", "org.flywaydb..", "java.sql..");

    @ArchTest
    static final ArchRule runsKnowNoPeopleAndNoWeb = noClasses()
            .that()
            .resideInAPackage("org.openots.instructor.session..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.openots.instructor.web..",
                    "org.openots.instructor.store..",
                    "org.openots.instructor.people..");

    @ArchTest
    static final ArchRule clocksAreInjected = noClasses()
            .that()
            .resideInAPackage("org.openots.instructor.session..")
            .and()
            .doNotHaveSimpleName("MonotonicClock")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
