package org.openots.simulator.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hipparchus.util.FastMath;
import org.openots.common.error.OtsException;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.fault.FaultOrder;
import org.openots.simulator.field.InspectionPoint;
import org.openots.simulator.field.LockoutPoint;
import org.openots.simulator.operation.Command;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.process.ProcessModel;
import org.openots.simulator.random.SplitMix64;

/**
 * One run of a plant under an operator who does anything at any time: every valve, motor, switch, mode, set point,
 * output and reset, on average one order every 30 s; the weather jumps; one fault of the pack strikes; and once each the
 * cooling water fails, heating runs away and trays plug for some minutes, so that every run comes through the hard
 * places. A pure function of plant and seed.
 */
public final class AbuseRun {
    /** Mean time between two orders, s. */
    private static final double MEAN_GAP = 30;

    /** Share of the orders that are jumps of the weather. */
    private static final double WEATHER_SHARE = 0.03;

    /** Weather between a frosty night on a mountain and a hot day: K and Pa. */
    private static final double COLDEST = 253.15;

    private static final double HOTTEST = 313.15;
    private static final double LOWEST = 85e3;
    private static final double HIGHEST = 106e3;

    /** Where all begin: random orders rarely start a plant, and trays without full load do not flood. */
    private static final String START = "normal";

    /** Time before the first order, s: the first push meets a plant that still runs. */
    private static final double QUIET_SECONDS = 120;

    /** Parameters named so, beside a header's pressure, let inert gas pass through shut valves. */
    private static final String LEAK = ".leak";

    /** Share of the holes that dirt leaves open when trays plug. */
    private static final double PLUGGED = 0.02;

    /** How long a push lasts, s. They come early, while the plant still runs. */
    private static final double PUSH_SECONDS = 420;

    private final PlantEngine engine;
    private final ProcessModel process;
    private final SplitMix64 random;
    private final VisitWatch watch;
    private final List<Choice> choices = new ArrayList<>();
    private final List<Push> pushes = new ArrayList<>();
    private final long seed;
    private final double seconds;
    private final double tick;
    private double nextOrder;
    private long sequence;

    private record Choice(String target, String verb, VerbRule rule) {}

    private record Push(int input, double value, double nominal, double from, double until) {}

    /**
     * How a run ended.
     *
     * @param seed of the run
     * @param simulatedSeconds how far it came
     * @param failed whether the solver had to hold the state
     * @param maxClosure largest relative error of the balances
     * @param clipped largest number of ticks after which the state made no sense: 0 as long as nothing is clipped
     * @param steps accepted steps of the integrator
     * @param visits hard places it came through
     */
    public record Outcome(
            long seed,
            double simulatedSeconds,
            boolean failed,
            double maxClosure,
            long clipped,
            long steps,
            Set<Visit> visits) {}

    /**
     * Prepares a run.
     *
     * @param pack the plant
     * @param seed of the operator and of the instruments
     * @param minutes how long
     * @param tickSeconds length of a tick, s
     */
    public AbuseRun(PlantPack pack, long seed, double minutes, double tickSeconds) {
        this.seed = seed;
        random = new SplitMix64(seed, "abuse");
        engine = new PlantEngine(pack, pack.initialCondition(START), seed, tickSeconds);
        process = engine.process();
        watch = new VisitWatch(process);
        seconds = minutes * 60;
        tick = tickSeconds;
        engine.operations().forEach(this::choose);
        strike(pack.faults());
        for (String name : new TreeSet<>(process.actuatorNames())) {
            if (name.endsWith(".clear") && name.startsWith("tray")) {
                push(name, PLUGGED, 0);
            }
        }
        push("cooling-water.pressure", 0, PUSH_SECONDS);
        for (String name : new TreeSet<>(process.actuatorNames())) {
            if (name.endsWith(LEAK) && process.actuatorNames().contains(name.replace(LEAK, ".pressure"))) {
                push(name, 1, 2 * PUSH_SECONDS);
            }
        }
        nextOrder = QUIET_SECONDS + gap();
    }

    /**
     * Padlocks are left out: after some hours everything would be locked and nothing be tried any more. Findings of the
     * inspection round are left out because they touch nothing.
     */
    private void choose(String target, Map<String, VerbRule> verbs) {
        if (target.startsWith(LockoutPoint.LOTO)) {
            return;
        }
        verbs.forEach((verb, rule) -> {
            if (!verb.equals(InspectionPoint.REPORT) && needsNoText(target, verb, rule)) {
                choices.add(new Choice(target, verb, rule));
            }
        });
    }

    /** Records and notes want words, which mean nothing to the process. */
    private boolean needsNoText(String target, String verb, VerbRule rule) {
        try {
            engine.check(new Command(1, 0, target, verb, rule.low(), ""), true);
            return true;
        } catch (OtsException wantsText) {
            return false;
        }
    }

    private void strike(List<FaultDefinition> faults) {
        if (faults.isEmpty()) {
            return;
        }
        FaultDefinition fault = faults.get(below(faults.size()));
        double at = random.nextUniform() * 0.8 * seconds;
        engine.arm(new FaultOrder(1 + (long) (at / tick), ++sequence, "abuse", fault.id(), 1, 0, 0, "", 0));
    }

    private void push(String name, double value, double earliest) {
        if (process.actuatorNames().contains(name)) {
            int input = process.actuator(name);
            double from = earliest + random.nextUniform() * PUSH_SECONDS / 8;
            pushes.add(new Push(input, value, process.nominal(input), from, from + PUSH_SECONDS));
        }
    }

    /**
     * Runs it.
     *
     * @return how it ended
     */
    public Outcome run() {
        double worst = 0;
        long clipped = 0;
        long ticks = Math.round(seconds / tick);
        boolean failed = false;
        while (engine.tick() < ticks && !failed) {
            act();
            engine.step();
            engine.drainEvents();
            failed = engine.held();
            clipped += process.sound() ? 0 : 1;
            watch.look();
            if (engine.tick() % 100 == 0 || engine.tick() == ticks) {
                worst = Math.max(worst, Arrays.stream(engine.closure()).max().orElse(0));
            }
        }
        return new Outcome(
                seed,
                engine.time(),
                failed,
                worst,
                clipped,
                engine.solverCounts().steps(),
                watch.seen());
    }

    private void act() {
        double now = engine.time();
        for (Push push : pushes) {
            if (now >= push.from() && now < push.from() + tick) {
                process.drive(push.input(), push.value());
            } else if (now >= push.until() && now < push.until() + tick) {
                process.drive(push.input(), push.nominal());
            }
        }
        while (now >= nextOrder) {
            nextOrder += gap();
            if (random.nextUniform() < WEATHER_SHARE) {
                weather();
            } else {
                order();
            }
        }
    }

    private void order() {
        Choice choice = choices.get(below(choices.size()));
        VerbRule rule = choice.rule();
        double value = rule.low() + random.nextUniform() * (rule.high() - rule.low());
        Command command = new Command(
                engine.tick() + 1,
                ++sequence,
                choice.target(),
                choice.verb(),
                rule.whole() ? Math.rint(value) : value,
                "");
        engine.submit(command, true);
    }

    private void weather() {
        jump("ambient.temperature", COLDEST, HOTTEST);
        jump("ambient.pressure", LOWEST, HIGHEST);
    }

    private void jump(String name, double low, double high) {
        process.drive(process.actuator(name), low + random.nextUniform() * (high - low));
    }

    private double gap() {
        return -MEAN_GAP * FastMath.log(1 - random.nextUniform());
    }

    private int below(int count) {
        return (int) (random.nextUniform() * count);
    }
}
