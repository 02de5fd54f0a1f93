package org.openots.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.thermo.Component;
import org.openots.simulator.thermo.Equilibrium;
import org.openots.simulator.thermo.EquilibriumPoint;
import org.openots.simulator.thermo.PropertyDatabase;
import org.openots.simulator.thermo.PropertyPackage;

/**
 * A column at total reflux, with nothing drawn and nothing fed, against stepping from stage to stage: the vapour that
 * enters a tray has the composition of the liquid that leaves it, and the tray brings it nearer to equilibrium by its
 * Murphree efficiency NTU/(1 + NTU). The stepping knows equilibria, efficiency and the pressures of the trays; sump and
 * distillate are the column's.
 */
class TotalRefluxTest {
    /** Settling of the shipped conditions, s: they are steady but for what their last operation left. */
    private static final double SETTLING = 7200;

    /** One stepping: the temperatures it expects of the trays from the lowest up, and how many trays it needs. */
    private record Steps(double[] temperatures, double needed) {}

    @Test
    void rigIsMetByStepping() {
        Rig rig = Rig.totalReflux();
        for (int i = 0; i < SETTLING / 0.5; i++) {
            rig.returnAll();
            rig.step(0.5);
        }
        compare("ethanol-water-rig", rig.model(), new PropertyDatabase().binary("ethanol-water"), 0.3, 1);
    }

    /**
     * Limits: what the stepping leaves out are the carry-over of liquid (up to 2 % at two thirds of the flood load) and
     * boiling or condensing as a whole, together up to a tray in thirty; where a front of 9 K a tray stands in the column,
     * two tenths of a tray are 2 K.
     */
    @ParameterizedTest
    @CsvSource({"debutanizer, 1, 1", "ethanol-water-column, 2, 1.5"})
    void plantIsMetByStepping(String plant, double kelvins, double trays) {
        PlantPack pack = PlantPack.shipped(plant);
        PlantEngine engine = new PlantEngine(pack, pack.initialCondition("total-reflux"), 1, 0.5);
        while (engine.time() < SETTLING) {
            engine.step();
        }
        for (String drawn : List.of("feed.m", "distillate.m", "bottoms.m")) {
            assertThat(engine.processValue(drawn)).as(drawn).isLessThan(1e-6);
        }
        List<String> components = engine.process().componentIds();
        PropertyPackage properties = components.size() == 2
                ? new PropertyDatabase().nrtl(components, "nitrogen")
                : new PropertyDatabase().pengRobinson(components, "nitrogen");
        compare(plant, engine.process(), properties, kelvins, trays);
    }

    private static void compare(
            String plant, ProcessModel model, PropertyPackage properties, double kelvins, double trays) {
        int count = trays(plant).get("trays").intValue();
        Steps steps = step(plant, model, properties, count);
        double worst = 0;
        // the top tray stands apart: it takes up the reflux, which is colder than its bubble point
        for (int tray = count; tray > 1; tray--) {
            double expected = steps.temperatures()[count - tray];
            worst = Math.max(worst, Math.abs(read(model, "tray-" + tray + ".T") - expected));
        }
        Validation.claim(Topic.TOTAL_REFLUX, plant + ".profile")
                .says(
                        plant + "：塔板温度与逐板计算的最大偏差（压力、效率相同，自塔釜组成起算）",
                        plant + ": largest deviation of tray temperatures from stepping up from the sump, with the same"
                                + " pressures and efficiency")
                .unit("K")
                .source("逐板计算，Murphree 效率", "stepping with Murphree efficiency")
                .atMost(kelvins, worst);
        Validation.claim(Topic.TOTAL_REFLUX, plant + ".trays")
                .says(
                        plant + "：逐板计算从塔釜组成到塔顶产品组成所需的塔板数；参考值为实际塔板数",
                        plant
                                + ": trays that stepping needs from the sump's to the distillate's composition; the reference"
                                + " is the number of trays")
                .unit("1")
                .source("逐板计算，Murphree 效率", "stepping with Murphree efficiency")
                .within(count, trays, steps.needed());
    }

    /** Counts up to where the ratio of the keys is that of the distillate. */
    private static Steps step(String plant, ProcessModel model, PropertyPackage properties, int count) {
        Equilibrium equilibrium = new Equilibrium(properties);
        double units = Double.parseDouble(trays(plant).get("transferUnits").textValue());
        double efficiency = units / (1 + units);
        double[] temperatures = new double[count];
        double[] x = equilibrium
                .bubblePoint(read(model, "sump.P"), fractions(model, "sump", properties))
                .vapour()
                .clone();
        double goal = keys(fractions(model, "drum", properties));
        double before = keys(x);
        double needed = Double.NaN;
        for (int n = 0; n < count + 5; n++) {
            double pressure = read(model, "tray-" + Math.max(1, count - n) + ".P");
            EquilibriumPoint point = equilibrium.bubblePoint(pressure, x);
            if (n < count) {
                temperatures[n] = point.temperature();
            }
            for (int i = 0; i < x.length; i++) {
                x[i] += efficiency * (point.vapour()[i] - x[i]);
            }
            double after = keys(x);
            if (before < goal && goal <= after) {
                needed = n + (goal - before) / (after - before);
            }
            before = after;
        }
        return new Steps(temperatures, needed);
    }

    /** Logarithm of the ratio of the keys: ethanol to water, butanes to pentanes. */
    private static double keys(double[] x) {
        return x.length == 2 ? Math.log(x[0] / x[1]) : Math.log((x[1] + x[2]) / (x[3] + x[4]));
    }

    private static double[] fractions(ProcessModel model, String holdup, PropertyPackage properties) {
        List<Component> components = properties.components();
        double[] x = new double[components.size()];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            Component c = components.get(i);
            x[i] = read(model, holdup + ".w." + c.id()) / c.molarMass();
            sum += x[i];
        }
        for (int i = 0; i < x.length; i++) {
            x[i] /= sum;
        }
        return x;
    }

    private static double read(ProcessModel model, String variable) {
        return model.read(model.variable(variable));
    }

    /** The trays as the pack describes them. */
    private static JsonNode trays(String plant) {
        try {
            byte[] flowsheet =
                    PlantPack.shippedFiles(plant).read("flowsheet.json").orElseThrow();
            return new ObjectMapper().readTree(flowsheet).get("traySections").get(0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
