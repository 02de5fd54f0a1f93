package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;
import org.openots.simulator.alarm.AlarmState;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.process.ProcessModel;
import org.openots.simulator.solver.StepStatus;

/** Every plant of the suite left alone: in its normal condition it stays, shut down it comes to rest. */
class RestTest {
    private static final int HOUR = 3600;

    /** Length of a window whose mean is compared, s: some periods of the slowest loop. */
    private static final int WINDOW = 600;

    /** Ticks of a plant that nothing moves, s; the integrator takes shorter ones where it must. */
    private static final double LONG_TICK = 30;

    static List<String> plants() {
        return PlantPack.SHIPPED;
    }

    private static List<String> column(ProcessModel model) {
        return model.holdupIds().stream()
                .filter(id -> id.startsWith("tray")
                        || List.of("sump", "condenser", "drum").contains(id))
                .toList();
    }

    private static double[] read(ProcessModel model, String what) {
        return column(model).stream()
                .mapToDouble(id -> model.read(model.variable(id + what)))
                .toArray();
    }

    /**
     * One more hour, with all loops closed and noisy instruments. The limit, 0.3 K, is a quarter of what the narrowest
     * temperature alarm leaves (TI-702 of the rig, 1.2 K); the noise alone moves the steepest tray by 0.1 K.
     */
    @ParameterizedTest
    @MethodSource("plants")
    void normalConditionIsAFixedPoint(String plant) {
        PlantPack pack = PlantPack.shipped(plant);
        PlantEngine engine = new PlantEngine(pack, pack.initialCondition("normal"), 1, 0.5);
        double[] start = read(engine.process(), ".T");
        double[] pressure = read(engine.process(), ".P");
        double[] first = mean(engine, 0);
        double[] last = mean(engine, HOUR);
        fixed(plant, "stored", "储存的状态与首 10 分钟平均", "stored state and mean of the first ten minutes")
                .atMost(0.3, farthest(start, first));
        fixed(plant, "hour", "首 10 分钟与一小时后 10 分钟的平均", "means of the first ten minutes and of ten minutes an hour later")
                .atMost(0.3, farthest(first, last));
        // 0.2 kPa: 4 % of the smallest pressure loss over a column
        assertThat(farthest(pressure, read(engine.process(), ".P"))).as("Pa").isLessThan(200);
        assertThat(engine.alarms())
                .filteredOn(alarm -> alarm.state() != AlarmState.OUT_OF_SERVICE)
                .isEmpty();
    }

    private static Validation fixed(String plant, String id, String zh, String en) {
        return Validation.claim(Topic.REST, plant + "." + id)
                .says(
                        plant + " 正常工况：全塔温度之差的最大值，" + zh,
                        plant + ", normal: largest difference of the column's temperatures, " + en)
                .unit("K")
                .source("不变量：稳态是不动点", "invariant: a steady state is a fixed point");
    }

    /** Runs to a time and on through a window; mean temperatures of the window. */
    private static double[] mean(PlantEngine engine, double from) {
        double[] sum = new double[column(engine.process()).size()];
        int count = 0;
        while (engine.time() < from + WINDOW) {
            engine.step();
            if (engine.time() > from) {
                double[] now = read(engine.process(), ".T");
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += now[i];
                }
                count++;
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= count;
        }
        return sum;
    }

    private static double farthest(double[] one, double[] other) {
        double worst = 0;
        for (int i = 0; i < one.length; i++) {
            worst = Math.max(worst, Math.abs(one[i] - other[i]));
        }
        return worst;
    }

    /**
     * Everything shut and off, and days of standing; how many depends on the metal and on what is left in the sump. The
     * laboratory column has open vents and comes to the pressure of the surroundings, the other two keep their own. A drum
     * of light liquid stays cooler than its surroundings as long as its vapour goes over into the heavy liquid of the sump
     * (plants B and C) or out of the vent (plant A); the trays on its way stay warmer.
     */
    @ParameterizedTest
    @CsvSource({"ethanol-water-rig, 2, 1, 4", "debutanizer, 10, 3, 5", "ethanol-water-column, 10, 1.5, 4"})
    void plantThatIsShutComesToRest(String plant, int days, double column, double drum) {
        ProcessModel model = shut(plant);
        for (int i = 0; i < days * 24 * HOUR / LONG_TICK; i++) {
            assertThat(model.step(LONG_TICK)).isEqualTo(StepStatus.ADVANCED);
        }
        double ambient = model.read(model.variable("ambient.T"));
        double warmest = 0;
        for (String id : column(model)) {
            double away = Math.abs(model.read(model.variable(id + ".T")) - ambient);
            if (id.equals("drum")) {
                rest(plant, "drum", days, "回流罐与环境的温差", "drum less surroundings")
                        .unit("K")
                        .atMost(drum, away);
            } else {
                warmest = Math.max(warmest, away);
            }
        }
        rest(plant, "column", days, "塔内与环境的最大温差", "column less surroundings, largest")
                .unit("K")
                .atMost(column, warmest);
        double[] pressures = read(model, ".P");
        double spread = Arrays.stream(pressures).max().orElseThrow()
                - Arrays.stream(pressures).min().orElseThrow();
        // 50 Pa: 2 Pa of head a tray of plant B, which is what the seal of a dripping tray takes
        rest(plant, "pressure", days, "塔内压力之差", "difference of pressures in the column")
                .unit("Pa")
                .atMost(50, spread);
        double flow = 0;
        for (String name : model.variableNames()) {
            if (name.startsWith("tray-passage") && name.endsWith(".n")) {
                flow = Math.max(flow, Math.abs(model.read(model.variable(name))));
            }
        }
        // a thousandth of the smallest normal vapour flow of the three, 0.33 mol/s, of the rig; plant B has 78 mol/s
        assertThat(flow).as("mol/s").isLessThan(plant.equals("ethanol-water-rig") ? 3.3e-4 : 0.033);
        assertThat(Arrays.stream(model.closure()).max().orElseThrow()).isLessThanOrEqualTo(1e-9);
    }

    private static Validation rest(String plant, String id, int days, String zh, String en) {
        return Validation.claim(Topic.REST, plant + "." + id)
                .says(plant + " 全部关停 " + days + " 天后：" + zh, plant + ", shut for " + days + " days: " + en)
                .source("不变量：无热源则趋于环境", "invariant: without heat, a plant relaxes to its surroundings");
    }

    /** From normal: every valve, motor, heater and header at zero; what describes the plant or its feeds stays. */
    private static ProcessModel shut(String plant) {
        PlantPack pack = PlantPack.shipped(plant);
        PlantEngine engine = new PlantEngine(pack, pack.initialCondition("normal"), 1);
        engine.step();
        ProcessModel model = engine.process();
        List<String> moved = new ArrayList<>(pack.automation().field().handValves().stream()
                .map(valve -> valve.tag())
                .toList());
        pack.automation().control().valves().control().forEach(valve -> moved.add(valve.tag()));
        pack.automation()
                .control()
                .devices()
                .pumps()
                .forEach(pump -> moved.add(pump.device().tag()));
        pack.automation()
                .control()
                .devices()
                .heaters()
                .forEach(heater -> moved.add(heater.device().tag()));
        moved.addAll(List.of("steam.pressure", "cooling-water.pressure", "nitrogen.pressure"));
        List<String> known = model.actuatorNames();
        for (String name : moved) {
            if (known.contains(name) && !name.equals("HV-713")) { // the vent of the rig's condenser stays open
                model.drive(model.actuator(name), 0);
            }
        }
        return model;
    }
}
