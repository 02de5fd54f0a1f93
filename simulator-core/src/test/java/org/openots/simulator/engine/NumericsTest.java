package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.process.ProcessModel;
import org.openots.simulator.solver.BlockStructure;
import org.openots.simulator.solver.OdeSystem;
import org.openots.simulator.solver.Rodas3;
import org.openots.simulator.solver.StepStatus;

/**
 * The same transient by other steps, other tolerances and another integrator, for every plant of the suite. From normal
 * operation, while every hand and loop stands still, more heat comes with less reflux or cooling (a load step), or the
 * cooling water is lost.
 */
class NumericsTest {
    /** The requirement on final temperatures against an independent integrator, K. */
    private static final double KELVINS = 0.02;

    /** What is accepted at any instant of a hard transient, K: half of the last digit that is shown. */
    private static final double TRANSIENT_KELVINS = 0.05;

    /** Share of the product's tolerance that the reference of the long transients admits. */
    private static final double STRICT = 0.01;

    /** Length of the long transients, s. */
    private static final int LONG_SECONDS = 300;

    /** First reading of the long transients, s. */
    private static final int MINUTE = 60;

    private static final double TICK = 0.1;

    /**
     * What is accepted while the relief valve blows and reseats, K: what the bubble point swings between its set and its
     * reseat pressure, 1.1 K at the top of plant C (161 and 155 kPa absolute) and 2.6 K of plant B.
     */
    private static final double RELIEF_KELVINS = 1.1;

    /** Share of its area by which a relief valve counts as lifted. */
    private static final double LIFTED = 0.5;

    /** Length of the load step, s: the trays have moved by up to some kelvins. */
    private static final double STEP_SECONDS = 20;

    /** Length of the loss of cooling, s: no relief valve has lifted yet, whose instant depends on the tick. */
    private static final double LOSS_SECONDS = 10;

    private static final Map<String, Map<String, Double>> LOAD_STEP = Map.of(
            "ethanol-water-rig", Map.of("E-703", 0.68, "FV-705", 0.48),
            "debutanizer", Map.of("TV101", 0.8, "FV104", 0.1),
            "ethanol-water-column", Map.of("FV105", 0.45, "FV104", 0.1));

    /** What fails in the long transients: the source of heat, and the motor of the reflux pump. */
    private static final Map<String, Map<String, Double>> NO_HEAT = Map.of(
            "ethanol-water-rig", Map.of("E-703", 0.0),
            "debutanizer", Map.of("steam.pressure", 5e3),
            "ethanol-water-column", Map.of("steam.pressure", 5e3));

    private static final Map<String, Map<String, Double>> NO_REFLUX = Map.of(
            "ethanol-water-rig", Map.of("P-702A", 0.0),
            "debutanizer", Map.of("GA-412A", 0.0),
            "ethanol-water-column", Map.of("P-102A", 0.0));

    private static final String RELIEF = "PSV-101";

    private static final Map<String, Double> NO_COOLING = Map.of("cooling-water.pressure", 0.0);

    static List<String> plants() {
        return PlantPack.SHIPPED;
    }

    /** A plant in its normal condition, some of whose inputs have just moved. */
    private static ProcessModel upset(String plant, Map<String, Double> moved) {
        PlantPack pack = PlantPack.shipped(plant);
        PlantEngine engine = new PlantEngine(pack, pack.initialCondition("normal"), 1);
        engine.step();
        ProcessModel model = engine.process();
        moved.forEach((name, value) -> model.drive(model.actuator(name), value));
        return model;
    }

    private static double[] temperatures(ProcessModel model, double[] state) {
        model.setStateVector(state);
        model.settle();
        return model.holdupIds().stream()
                .mapToDouble(id -> model.read(model.variable(id + ".T")))
                .toArray();
    }

    private static double farthest(double[] one, double[] other) {
        double worst = 0;
        for (int i = 0; i < one.length; i++) {
            worst = Math.max(worst, Math.abs(one[i] - other[i]));
        }
        return worst;
    }

    /** The product as it runs: ticks of the given length. */
    private static double[] product(String plant, Map<String, Double> moved, double tick, double seconds) {
        ProcessModel model = upset(plant, moved);
        for (int i = 0; i < Math.round(seconds / tick); i++) {
            assertThat(model.step(tick)).isEqualTo(StepStatus.ADVANCED);
        }
        return temperatures(model, model.stateVector());
    }

    /** Without controllers, whose scans and noise would differ with the tick. */
    @ParameterizedTest
    @MethodSource("plants")
    void ticksOfAnyLengthGiveTheSameTransient(String plant) {
        Map<String, Double> moved = loadStep(plant);
        double[] fine = product(plant, moved, 0.1, 120);
        step(plant, "tick-0.5", "周期 0.5 s 与 0.1 s，120 秒", "ticks of 0.5 s and 0.1 s, 120 s")
                .atMost(KELVINS, farthest(product(plant, moved, 0.5, 120), fine));
        step(plant, "tick-1", "周期 1 s 与 0.1 s，120 秒", "ticks of 1 s and 0.1 s, 120 s")
                .atMost(KELVINS, farthest(product(plant, moved, 1, 120), fine));
    }

    @ParameterizedTest
    @MethodSource("plants")
    void smallerStepsAndTolerancesGiveTheSameTransient(String plant) {
        double[] as = integrated(plant, 0.1, 1);
        step(plant, "half", "步长与容差减半，20 秒", "steps and tolerance halved, 20 s")
                .atMost(KELVINS / 2, farthest(integrated(plant, 0.05, 0.5), as));
        step(plant, "fine", "容差取万分之一，20 秒", "a ten-thousandth of the tolerance, 20 s")
                .atMost(KELVINS / 2, farthest(integrated(plant, 0.1, 1e-4), as));
    }

    private static double[] integrated(String plant, double interval, double tolerance) {
        ProcessModel model = upset(plant, loadStep(plant));
        double[] state = model.stateVector();
        OdeSystem equations = new Stricter(model.equations(), tolerance);
        Rodas3 integrator = new Rodas3(equations, 100);
        double[] ledger = new double[equations.ledgerSize()];
        for (int i = 0; i < Math.round(STEP_SECONDS / interval); i++) {
            assertThat(integrator.advance(state, ledger, interval)).isEqualTo(StepStatus.ADVANCED);
        }
        return temperatures(model, state);
    }

    /**
     * Hipparchus' explicit Runge-Kutta method of order 8(5,3) by Dormand and Prince, which knows nothing of blocks,
     * Jacobians and ledgers. Being explicit it must take steps below its limit of stability, some milliseconds, and its
     * own error, with a tolerance of 1e-8, is far below what is compared.
     */
    @ParameterizedTest
    @CsvSource({"ethanol-water-rig, 1e-3", "debutanizer, 4e-3", "ethanol-water-column, 2e-3"})
    void independentIntegratorGivesTheSameTransient(String plant, double longestStep) {
        double after = apart(plant, loadStep(plant), longestStep, STEP_SECONDS);
        step(plant, "hipparchus", "Hipparchus Dormand-Prince 8(5,3)，20 秒", "Hipparchus Dormand-Prince 8(5,3), 20 s")
                .atMost(KELVINS, after);
        claim(
                        plant + ".cooling-lost",
                        plant + " 断冷却水：各持液单元温度与 Hipparchus Dormand-Prince 8(5,3) 之差的最大值，10 秒",
                        plant + ", cooling water lost: largest difference of the holdups' temperatures from Hipparchus"
                                + " Dormand-Prince 8(5,3), 10 s")
                .atMost(KELVINS, apart(plant, NO_COOLING, longestStep, LOSS_SECONDS));
    }

    static Stream<Arguments> failures() {
        return plants().stream()
                .flatMap(plant -> Stream.of(
                        Arguments.of(plant, "cooling-lost", "断冷却水", "cooling water lost", withoutCooling(plant)),
                        Arguments.of(plant, "heat-lost", "断蒸汽（A：断加热）", "steam (A: heater) lost", of(NO_HEAT, plant)),
                        Arguments.of(plant, "reflux-lost", "回流泵停", "reflux pump stops", of(NO_REFLUX, plant))));
    }

    /** A relief valve, if there is one, stays shut: when it lifts is decided once a tick, which no equation knows. */
    private static Map<String, Double> withoutCooling(String plant) {
        Map<String, Double> moved = new HashMap<>(NO_COOLING);
        if (hasRelief(plant)) {
            moved.put(RELIEF + ".available", 0.0);
        }
        return moved;
    }

    private static boolean hasRelief(String plant) {
        return upset(plant, Map.of()).actuatorNames().contains(RELIEF + ".available");
    }

    /** Five minutes of a failure beside the same equations with a hundredth of the tolerance and without calm steps. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("failures")
    void longTransientIsThatOfAStricterTolerance(
            String plant, String id, String zh, String en, Map<String, Double> moved) {
        SideBySide runs = new SideBySide(plant, moved);
        assertThat(runs.farthestMove())
                .as("K, so that there is something to compare")
                .isGreaterThan(5);
        if (id.equals("cooling-lost") && hasRelief(plant)) {
            zh += "（安全阀停用）";
            en += " (relief valve out of service)";
        }
        strict(plant, id + ".60-s", zh, en, "60 秒时", "at 60 s").atMost(KELVINS, runs.at(MINUTE));
        strict(plant, id + ".300-s", zh, en, "300 秒时", "at 300 s").atMost(KELVINS, runs.at(LONG_SECONDS));
        strict(
                        plant,
                        id + ".transient",
                        zh,
                        en,
                        "300 秒内任一秒的最大值（限值为显示末位之半：工况突变后气相单元的瞬时误差随后消失）",
                        "largest of all seconds up to 300 s (limit: half of the last digit shown; what a jump leaves in"
                                + " holdups of gas fades again)")
                .atMost(TRANSIENT_KELVINS, runs.worst());
    }

    static Stream<String> plantsWithRelief() {
        return plants().stream().filter(NumericsTest::hasRelief);
    }

    /**
     * With the relief valve in service both runs decide at their own ticks. A tick of difference at the first lift shifts all
     * later ones, and the runs then compare different instants of a pressure that swings between lift and reseat.
     */
    @ParameterizedTest
    @MethodSource("plantsWithRelief")
    void reliefValveLiftsInTheSameTick(String plant) {
        SideBySide runs = new SideBySide(plant, NO_COOLING);
        assertThat(runs.lift).as("the valve lifts").isPositive();
        claim(
                        plant + ".relief.lift",
                        plant + " 断冷却水，安全阀在用：首次起跳时刻与容差取百分之一之差",
                        plant + ", cooling water lost, relief valve in service: instant of its first lift against a"
                                + " hundredth of the tolerance")
                .unit("s")
                .atMost(TICK, Math.abs(runs.lift - runs.referenceLift) * TICK);
        claim(
                        plant + ".relief.300-s",
                        plant + " 断冷却水，安全阀在用：各持液单元温度与容差取百分之一之差的最大值，300 秒时" + "（起跳与回座按周期判定，之后两者相位不同；不适用 0.02 K）",
                        plant + ", cooling water lost, relief valve in service: largest difference of the holdups'"
                                + " temperatures from a hundredth of the tolerance, at 300 s (lift and reseat are decided once a"
                                + " tick, so the runs swing out of phase; 0.02 K does not apply)")
                .atMost(RELIEF_KELVINS, runs.at(LONG_SECONDS));
    }

    private static Validation strict(String plant, String id, String zh, String en, String whenZh, String when) {
        return claim(
                plant + "." + id,
                plant + " " + zh + "：各持液单元温度与容差取百分之一之差的最大值，" + whenZh,
                plant + ", " + en
                        + ": largest difference of the holdups' temperatures from a hundredth of the tolerance, "
                        + when);
    }

    /** The product and its equations under a stricter tolerance, second by second. */
    private static final class SideBySide {
        /** Long enough for {@link ProcessModel#step} to let the relief valve decide, short enough to move nothing, s. */
        private static final double INSTANT = 1e-9;

        private final ProcessModel product;
        private final ProcessModel other;
        private final double[] before;
        private final double[] state;
        private final double[] ledger;
        private final Rodas3 strict;
        private final Map<Integer, Double> apart = new HashMap<>();
        private double[] reference = {};
        private int lift = -1;
        private int referenceLift = -1;

        SideBySide(String plant, Map<String, Double> moved) {
            product = upset(plant, moved);
            other = upset(plant, moved);
            ProcessModel gauge = upset(plant, moved);
            OdeSystem equations = new Stricter(other.equations(), STRICT);
            strict = new Rodas3(equations, 100);
            state = other.stateVector();
            ledger = new double[equations.ledgerSize()];
            before = temperatures(gauge, state);
            for (int tick = 1; tick <= Math.round(LONG_SECONDS / TICK); tick++) {
                tick(tick);
                if (tick % Math.round(1 / TICK) == 0) {
                    reference = temperatures(gauge, state);
                    apart.put(
                            (int) Math.round(tick * TICK),
                            farthest(temperatures(gauge, product.stateVector()), reference));
                }
            }
        }

        private void tick(int tick) {
            assertThat(product.step(TICK)).isEqualTo(StepStatus.ADVANCED);
            lift = lift < 0 && lifted(product) ? tick : lift;
            other.setStateVector(state);
            other.settle();
            assertThat(other.step(INSTANT)).isEqualTo(StepStatus.ADVANCED);
            other.equations().stateChanged();
            assertThat(strict.advance(state, ledger, TICK)).isEqualTo(StepStatus.ADVANCED);
            referenceLift = referenceLift < 0 && lifted(other) ? tick : referenceLift;
        }

        private static boolean lifted(ProcessModel model) {
            String valve = RELIEF + ".open";
            return model.variableNames().contains(valve) && model.read(model.variable(valve)) > LIFTED;
        }

        /** Largest difference at a whole second, K. */
        double at(int second) {
            return apart.getOrDefault(second, Double.NaN);
        }

        double farthestMove() {
            return farthest(before, reference);
        }

        double worst() {
            return Collections.max(apart.values());
        }
    }

    /** Largest difference at the end between the product with ticks of 0.1 s and the reference. */
    private static double apart(String plant, Map<String, Double> moved, double longestStep, double seconds) {
        ProcessModel model = upset(plant, moved);
        double[] start = model.stateVector();
        double[] before = temperatures(model, start);
        double[] reference = dormandPrince(model, start, longestStep, seconds);
        assertThat(farthest(before, reference))
                .as("K, so that there is something to compare")
                .isGreaterThan(0.3);
        return farthest(product(plant, moved, 0.1, seconds), reference);
    }

    private static Map<String, Double> loadStep(String plant) {
        return of(LOAD_STEP, plant);
    }

    private static Map<String, Double> of(Map<String, Map<String, Double>> byPlant, String plant) {
        return Objects.requireNonNull(byPlant.get(plant), plant);
    }

    private static double[] dormandPrince(ProcessModel model, double[] start, double longestStep, double seconds) {
        OdeSystem equations = model.equations();
        double[] scale = new double[start.length];
        equations.errorScale(start, scale);
        double[] relative = new double[start.length];
        for (int i = 0; i < start.length; i++) {
            scale[i] *= 1e-5; // of what the product's solver tolerates
            relative[i] = 1e-8;
        }
        double[] ledger = new double[equations.ledgerSize()];
        ExpandableODE ode = new ExpandableODE(new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return start.length;
            }

            @Override
            public double[] computeDerivatives(double time, double[] state) {
                double[] rates = new double[start.length];
                equations.stateChanged();
                equations.evaluate(state, rates, ledger);
                return rates;
            }
        });
        DormandPrince853Integrator integrator = new DormandPrince853Integrator(1e-12, longestStep, scale, relative);
        integrator.setMaxEvaluations(-1);
        double[] end =
                integrator.integrate(ode, new ODEState(0, start), seconds).getPrimaryState();
        return temperatures(model, end);
    }

    private static Validation step(String plant, String id, String zh, String en) {
        return claim(
                plant + "." + id,
                plant + " 负荷阶跃：各持液单元末温之差的最大值，" + zh,
                plant + ", load step: largest difference of the holdups' final temperatures, " + en);
    }

    private static Validation claim(String id, String zh, String en) {
        return Validation.claim(Topic.NUMERICS, id)
                .says(zh, en)
                .unit("K")
                .source("同一右端函数的其他积分", "other integrations of the same right-hand side");
    }

    /** The same equations, of which less error is tolerated. */
    private record Stricter(OdeSystem system, double share) implements OdeSystem {
        @Override
        public BlockStructure structure() {
            return system.structure();
        }

        @Override
        public int ledgerSize() {
            return system.ledgerSize();
        }

        @Override
        public void evaluate(double[] y, double[] derivative, double[] ledger) {
            system.evaluate(y, derivative, ledger);
        }

        @Override
        public void differentiate(double[] y, double[] jacobian, double[] gradient) {
            system.differentiate(y, jacobian, gradient);
        }

        @Override
        public void errorScale(double[] y, double[] scale) {
            system.errorScale(y, scale);
            for (int i = 0; i < scale.length; i++) {
                scale[i] *= share;
            }
        }

        @Override
        public boolean admissible(double[] y) {
            return system.admissible(y);
        }

        @Override
        public void jacobianComputed() {
            system.jacobianComputed();
        }

        @Override
        public void stateChanged() {
            system.stateChanged();
        }
    }
}
