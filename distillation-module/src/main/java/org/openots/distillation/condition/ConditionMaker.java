package org.openots.distillation.condition;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openots.common.error.OtsException;
import org.openots.distillation.robot.RobotAction;
import org.openots.distillation.robot.RobotLibrary;
import org.openots.distillation.robot.ScriptOperator;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.InitialConditionWriter;
import org.openots.simulator.plant.PlantPack;

/**
 * Follows a {@link ConditionRecipe}. The same pack and recipe give the same file on every machine. Used once, by one
 * thread.
 */
public final class ConditionMaker {
    /** Presets are written to a thousandth: far below what any controller or valve resolves. */
    private static final double PRESET_STEP = 1000;

    /**
     * Seconds before the end of which presets are means: 300. A controller's output of one instant holds the noise of that
     * instant, and whoever loads the condition would start with it as the integral: a slow level then wandered for an hour.
     */
    private static final double PRESET_SECONDS = 300;

    private final ConditionRecipe recipe;
    private final PlantEngine engine;
    private final Listener listener;
    private Map<String, Mean> presets = new TreeMap<>();
    private long sequence;

    /** Told how far it is. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Something is done.
         *
         * @param time model time, s
         * @param step the robot that finished, or {@code settle}
         * @param largest for {@code settle}, how many times the allowed difference the worst signal moved; otherwise 0
         * @param signal for {@code settle}, that signal; otherwise empty
         */
        void reached(double time, String step, double largest, String signal);
    }

    /**
     * A new initial condition.
     *
     * @param json the file for the folder {@code ic} of the plant
     * @param time model time it took, s
     */
    public record Made(String json, double time) {}

    private ConditionMaker(ConditionRecipe recipe, PlantEngine engine, Listener listener) {
        this.recipe = recipe;
        this.engine = engine;
        this.listener = listener;
    }

    /**
     * Makes a condition of a plant by the recipe shipped for it.
     *
     * @param pack the plant
     * @param id for example {@code normal}
     * @param listener told how far it is
     * @return the condition
     * @throws OtsException if there is no such recipe, a robot does not come to its end, or the plant does not become
     *     steady in the time allowed
     */
    public static Made make(PlantPack pack, String id, Listener listener) {
        PlantEngine probe = new PlantEngine(
                pack, pack.initialCondition(pack.initialConditionIds().get(0)), 0);
        return make(pack, ConditionRecipe.shipped(pack.id(), id, probe.signals()), listener);
    }

    static Made make(PlantPack pack, ConditionRecipe recipe, Listener listener) {
        PlantEngine engine = new PlantEngine(
                pack,
                pack.initialCondition(recipe.start().condition()),
                recipe.start().seed());
        return new ConditionMaker(recipe, engine, listener).make();
    }

    private Made make() {
        recipe.scripts().forEach(this::operate);
        settle();
        recipe.settling().charges().forEach(engine::recharge);
        Map<String, Double> values = new TreeMap<>();
        presets.forEach((signal, mean) -> values.put(signal, Math.rint(mean.value() * PRESET_STEP) / PRESET_STEP));
        String madeBy = "openots plant ic --plant " + recipe.plant() + " --name " + recipe.id();
        return new Made(
                InitialConditionWriter.write(recipe.id(), recipe.title(), madeBy, engine.processState(), values),
                engine.time());
    }

    private void operate(String name) {
        ScriptOperator robot =
                new ScriptOperator(RobotLibrary.script(recipe.plant(), name, engine.signals(), Map.of()));
        while (!robot.finished()) {
            for (RobotAction a : robot.onTick(engine.view())) {
                engine.submit(
                        new Command(engine.tick() + 1, sequence++, a.target(), a.verb(), a.value(), a.text()), false);
            }
            engine.step();
            engine.drainEvents();
        }
        Optional<String> failed = robot.failedStep();
        if (failed.isPresent()) {
            throw new OtsException(ConditionError.ROBOT_FAILED, name, failed.get(), engine.time());
        }
        listener.reached(engine.time(), name, 0, "");
    }

    private void settle() {
        ConditionRecipe.Settling settling = recipe.settling();
        double nextRefill = engine.time();
        double[] before = new double[0];
        while (engine.time() < settling.longestSeconds()) {
            double end = engine.time() + settling.windowSeconds();
            presets = new TreeMap<>();
            int[] signals = settling.steady().stream()
                    .mapToInt(band -> engine.signals().find(band.signal()))
                    .toArray();
            Mean[] means = Stream.generate(Mean::new).limit(signals.length).toArray(Mean[]::new);
            while (engine.time() < end) {
                if (engine.time() >= nextRefill) {
                    settling.charges().forEach(engine::recharge);
                    nextRefill += settling.refillSeconds();
                }
                engine.step();
                engine.drainEvents();
                for (int i = 0; i < signals.length; i++) {
                    means[i].add(engine.view().value(signals[i]));
                }
                if (engine.time() >= end - PRESET_SECONDS) {
                    engine.presetValues()
                            .forEach((signal, value) -> presets.computeIfAbsent(signal, any -> new Mean())
                                    .add(value));
                }
            }
            double[] now = Arrays.stream(means).mapToDouble(Mean::value).toArray();
            if (before.length > 0 && worst(before, now) <= 1) {
                return;
            }
            before = now;
        }
        throw new OtsException(ConditionError.NOT_STEADY, recipe.id(), settling.longestSeconds());
    }

    /** The largest difference of two windows, in parts of what is allowed. */
    private double worst(double[] before, double[] now) {
        double worst = 0;
        String signal = "";
        for (int i = 0; i < now.length; i++) {
            ConditionRecipe.Band band = recipe.settling().steady().get(i);
            double moved = Math.abs(now[i] - before[i]) / band.within();
            // a missing value is not steady
            if (!(moved <= worst)) {
                worst = moved;
                signal = band.signal();
            }
        }
        listener.reached(engine.time(), "settle", worst, signal);
        return worst;
    }

    private static final class Mean {
        private double sum;
        private long count;

        void add(double value) {
            sum += value;
            count++;
        }

        double value() {
            return sum / count;
        }
    }
}
