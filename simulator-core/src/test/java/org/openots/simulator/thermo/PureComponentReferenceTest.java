package org.openots.simulator.thermo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openots.common.unit.PhysicalConstants;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;

/** Pure-component figures against cited values; tolerances are those of the SOURCE.md beside each table. */
@Validates({
    "normal-boiling-points",
    "liquid-densities",
    "vaporisation-enthalpies",
    "liquid-heat-capacities",
    "gas-heat-capacities",
    "saturated-liquids",
    "combustion-enthalpies"
})
class PureComponentReferenceTest {
    private static final PropertyDatabase DATABASE = new PropertyDatabase();

    /** Their correlations were regressed over the whole liquid range and miss the boiling point by 0.06 to 0.08 K. */
    private static final List<String> AROMATICS = List.of("benzene", "toluene");

    private static final List<String> POLAR = List.of("ethanol", "methanol", "water");

    private interface Deviation {
        double of(Component component, ReferenceTable.Row row);
    }

    private interface Check {
        void run(Component component, ReferenceTable.Row row);
    }

    @TestFactory
    Stream<DynamicTest> boilingPoints() {
        return rows("normal-boiling-points", "boiling-points", (component, row) -> {
            PropertyPackage pure = DATABASE.nrtl(List.of(component.id()), "air");
            double found = new Equilibrium(pure)
                    .bubblePoint(PhysicalConstants.STANDARD_ATMOSPHERE, 1)
                    .temperature();
            double accepted = AROMATICS.contains(component.id()) ? 0.1 : 0.05;
            assertThat(found).isCloseTo(row.number("temperature_K"), within(accepted));
        });
    }

    /** Critical point and acentric factor; the equation of state is made for hydrocarbons and misses others by up to 1.5 K. */
    @TestFactory
    Stream<DynamicTest> boilingPointsByTheEquationOfState() {
        return rows("normal-boiling-points", "boiling-points", (component, row) -> {
            PropertyPackage pure = DATABASE.pengRobinson(List.of(component.id()), "nitrogen");
            double found = new Equilibrium(pure)
                    .bubblePoint(PhysicalConstants.STANDARD_ATMOSPHERE, 1)
                    .temperature();
            boolean polar = POLAR.contains(component.id());
            assertThat(found).isCloseTo(row.number("temperature_K"), within(polar ? 1.5 : 0.5));
        });
    }

    @TestFactory
    Stream<DynamicTest> saturatedLiquids() {
        return rows("saturated-liquids", "saturated", (component, row) -> {
            double t = row.number("temperature_K");
            close(
                    component.molarMass() / DATABASE.liquidMolarVolume(component.id(), t),
                    row.number("density_kg_m3"),
                    0.007);
            close(component.transport().liquidViscosity().orElseThrow().value(t), row.number("viscosity_Pa_s"), 0.1);
            close(
                    component.transport().surfaceTension().orElseThrow().value(t),
                    row.number("surface_tension_N_m"),
                    0.05);
        });
    }

    @TestFactory
    Stream<DynamicTest> netHeatsOfCombustion() {
        return rows("combustion-enthalpies", "net-heats", (component, row) -> {
            double found = DATABASE.hazards(component.id()).combustionEnthalpy().orElseThrow();
            close(found / component.molarMass(), row.number("net_heat_J_kg"), 0.03);
        });
    }

    @TestFactory
    Stream<DynamicTest> densities() {
        return rows("liquid-densities", "densities", (component, row) -> {
            double t = row.number("temperature_K");
            double found = component.molarMass() / DATABASE.liquidMolarVolume(component.id(), t);
            close(found, row.number("density_kg_m3"), row.number("relative_uncertainty"));
        });
    }

    @Test
    void fittedVolumesFollowTheCorrelation() {
        for (String id : List.of("ethanol", "methanol", "water")) {
            Component component = DATABASE.component(id);
            for (double t = Component.VOLUME_FIT_LOW; t <= Component.VOLUME_FIT_HIGH; t += 5) {
                close(component.liquidVolume().value(t), DATABASE.liquidMolarVolume(id, t), 0.005);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> vaporisationEnthalpies() {
        return rows("vaporisation-enthalpies", "enthalpies", (component, row) -> {
            double t = row.number("temperature_K");
            double model = component.vapourEnthalpy().value(t)
                    - component.liquidEnthalpy().value(t);
            double expected = row.number("enthalpy_J_mol");
            close(model, expected, t > 300 ? 0.01 : 0.02);
            close(DATABASE.vaporisationEnthalpy(component.id(), t), expected, 0.01);
        });
    }

    @TestFactory
    Stream<DynamicTest> liquidHeatCapacities() {
        return rows("liquid-heat-capacities", "heat-capacities", (component, row) -> {
            double found = component.liquidHeatCapacity().value(row.number("temperature_K"));
            close(found, row.number("heat_capacity_J_mol_K"), "water".equals(component.id()) ? 0.003 : 0.015);
        });
    }

    @TestFactory
    Stream<DynamicTest> gasHeatCapacities() {
        return rows("gas-heat-capacities", "heat-capacities", (component, row) -> {
            double found = component.gasHeatCapacity().value(row.number("temperature_K"));
            close(found, row.number("heat_capacity_J_mol_K"), "water".equals(component.id()) ? 0.005 : 0.015);
        });
    }

    /** What the rows above compare one by one, for the page: the worst of each kind. */
    @Test
    void worstDeviationsAreStated() {
        claim("boiling-point", "标准沸点", "normal boiling points", "K")
                .atMost(
                        0.1,
                        worst(
                                "normal-boiling-points/boiling-points",
                                (c, r) -> boiling(DATABASE.nrtl(List.of(c.id()), "air")) - r.number("temperature_K")));
        claim(
                        "boiling-point.peng-robinson",
                        "Peng-Robinson 的标准沸点，烃",
                        "normal boiling points by Peng-Robinson, hydrocarbons",
                        "K")
                .atMost(
                        0.3,
                        worst(
                                "normal-boiling-points/boiling-points",
                                (c, r) -> POLAR.contains(c.id())
                                        ? 0
                                        : boiling(DATABASE.pengRobinson(List.of(c.id()), "nitrogen"))
                                                - r.number("temperature_K")));
        claim("density", "液体密度", "liquid densities", "%")
                .atMost(
                        0.7,
                        worst(
                                "saturated-liquids/saturated",
                                (c, r) -> percent(density(c, r), r.number("density_kg_m3"))));
        claim("vaporisation", "汽化热", "enthalpies of vaporisation", "%")
                .atMost(
                        1,
                        worst(
                                "vaporisation-enthalpies/enthalpies",
                                (c, r) -> percent(
                                        DATABASE.vaporisationEnthalpy(c.id(), r.number("temperature_K")),
                                        r.number("enthalpy_J_mol"))));
        claim("liquid-heat-capacity", "液体热容", "liquid heat capacities", "%")
                .atMost(
                        1.5,
                        worst(
                                "liquid-heat-capacities/heat-capacities",
                                (c, r) -> percent(
                                        c.liquidHeatCapacity().value(r.number("temperature_K")),
                                        r.number("heat_capacity_J_mol_K"))));
        claim("gas-heat-capacity", "气体热容", "gas heat capacities", "%")
                .atMost(
                        1.5,
                        worst(
                                "gas-heat-capacities/heat-capacities",
                                (c, r) -> percent(
                                        c.gasHeatCapacity().value(r.number("temperature_K")),
                                        r.number("heat_capacity_J_mol_K"))));
    }

    private static double boiling(PropertyPackage pure) {
        return new Equilibrium(pure)
                .bubblePoint(PhysicalConstants.STANDARD_ATMOSPHERE, 1)
                .temperature();
    }

    private static double density(Component component, ReferenceTable.Row row) {
        return component.molarMass() / DATABASE.liquidMolarVolume(component.id(), row.number("temperature_K"));
    }

    private static double percent(double found, double expected) {
        return 100 * (found / expected - 1);
    }

    private static Validation claim(String id, String zh, String en, String unit) {
        return Validation.claim(Topic.PROPERTIES, id)
                .says(zh + "：与引用值的最大偏差", en + ": largest deviation from the cited values")
                .unit(unit)
                .source("引用值见 reference/*/SOURCE.md", "cited values, see reference/*/SOURCE.md");
    }

    private static double worst(String table, Deviation deviation) {
        String[] parts = table.split("/", -1);
        return ReferenceTable.read(parts[0], parts[1]).stream()
                .mapToDouble(row -> Math.abs(deviation.of(DATABASE.component(row.text("species")), row)))
                .max()
                .orElseThrow();
    }

    private static Stream<DynamicTest> rows(String source, String table, Check check) {
        return ReferenceTable.read(source, table).stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.text("species") + " at " + row.text("temperature_K") + " K",
                        () -> check.run(DATABASE.component(row.text("species")), row)));
    }

    private static void close(double found, double expected, double relative) {
        assertThat(found).isCloseTo(expected, within(relative * expected));
    }
}
