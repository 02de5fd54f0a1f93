package org.openots.instructor.headless;

import java.util.List;
import java.util.Map;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.distillation.condition.ConditionRecipe;
import org.openots.distillation.robot.RobotAction;
import org.openots.distillation.robot.RobotLibrary;
import org.openots.distillation.robot.RobotScript;
import org.openots.distillation.robot.ScriptOperator;
import org.openots.simulator.engine.EngineEvent;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.fault.FaultOrder;
import org.openots.simulator.operation.Command;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.plant.PlantPack;

/**
 * Long stories that every plant can tell: start-up by its expert, upset by all its faults, shutdown and standing, loss of
 * its utilities.
 */
final class PlantScenario {
    /** How long each fault of the upset acts and how long the plant has after it, s. */
    private static final double FAULT_SECONDS = 300;

    /** How long a plant cools down without utilities, s. */
    private static final double COOL_DOWN_SECONDS = 7200;

    /** How long reflux still runs in a shutdown, and how long the plant stands afterwards, s. */
    private static final double TOTAL_REFLUX_SECONDS = 1800;

    private static final double STANDING_SECONDS = 4 * 3600;

    private static final String NORMAL = "normal";

    private final PlantPack pack;
    private final double tick;
    private final double longest;
    private final Listener listener;
    private long sequence;

    /** Follows a story while it is told. */
    interface Listener {
        /**
         * A robot began a step of its script.
         *
         * @param engine the run
         * @param step what it does
         */
        void stepBegins(PlantEngine engine, LocalText step);

        /**
         * A tick is done; told with no events once before the first one.
         *
         * @param engine the run
         * @param events what happened in it
         */
        void ticked(PlantEngine engine, List<EngineEvent> events);
    }

    private static final Listener NOBODY = new Listener() {
        @Override
        public void stepBegins(PlantEngine engine, LocalText step) {
            // nobody follows
        }

        @Override
        public void ticked(PlantEngine engine, List<EngineEvent> events) {
            // nobody follows
        }
    };

    PlantScenario(PlantPack pack, double tick) {
        this(pack, tick, Double.POSITIVE_INFINITY, NOBODY);
    }

    /**
     * Stories for somebody who follows them.
     *
     * @param pack the plant
     * @param tick s
     * @param longest a start-up is broken off then, s
     * @param listener who follows
     */
    PlantScenario(PlantPack pack, double tick, double longest, Listener listener) {
        this.pack = pack;
        this.tick = tick;
        this.longest = longest;
        this.listener = listener;
    }

    /** From cold by the robots that make the normal condition. */
    PlantEngine startUp() {
        PlantEngine probe = new PlantEngine(pack, pack.initialCondition("cold"), 1, tick);
        ConditionRecipe recipe = ConditionRecipe.shipped(pack.id(), NORMAL, probe.signals());
        PlantEngine engine = engine(recipe.start().condition());
        for (String name : recipe.scripts()) {
            operate(engine, RobotLibrary.script(pack.id(), name, engine.signals(), Map.of()), name);
        }
        return engine;
    }

    private void operate(PlantEngine engine, RobotScript script, String name) {
        ScriptOperator robot = new ScriptOperator(script);
        int told = 0;
        while (!robot.finished() && engine.time() < longest) {
            for (RobotAction a : robot.onTick(engine.view())) {
                engine.submit(
                        new Command(engine.tick() + 1, ++sequence, a.target(), a.verb(), a.value(), a.text()), false);
            }
            for (; told < robot.begunSteps().size(); told++) {
                listener.stepBegins(engine, robot.begunSteps().get(told).text());
            }
            step(engine);
        }
        robot.failedStep().ifPresent(step -> {
            throw new OtsException(HeadlessError.ROBOT_FAILED, name, step, engine.time());
        });
    }

    /** From normal, every fault of the pack in turn, each for some minutes. */
    PlantEngine upset() {
        PlantEngine engine = engine(NORMAL);
        double at = 60;
        for (FaultDefinition fault : pack.faults()) {
            long begin = Math.round(at / tick);
            engine.arm(new FaultOrder(begin, ++sequence, fault.id(), fault.id(), 1, 0, 0, "", FAULT_SECONDS));
            at += 2 * FAULT_SECONDS;
        }
        run(engine, at);
        return engine;
    }

    /**
     * From normal, as an operator shuts a plant down: heat and feed to zero, half an hour of total reflux, everything else
     * by hand to zero, all hand valves shut; then it stands and cools.
     */
    PlantEngine shutdown() {
        PlantEngine engine = engine(NORMAL);
        stopHeatAndFeed(engine);
        run(engine, TOTAL_REFLUX_SECONDS);
        Map<String, Map<String, VerbRule>> operations = engine.operations();
        order(engine, operations, "mode", 0);
        step(engine);
        order(engine, operations, "op", 0);
        order(engine, operations, "stop", 0);
        step(engine);
        order(engine, operations, "position", 0);
        run(engine, TOTAL_REFLUX_SECONDS + STANDING_SECONDS);
        return engine;
    }

    private void order(PlantEngine engine, Map<String, Map<String, VerbRule>> operations, String verb, double value) {
        operations.forEach((target, verbs) -> {
            if (verbs.containsKey(verb)) {
                engine.submit(new Command(engine.tick() + 1, ++sequence, target, verb, value, ""), true);
            }
        });
    }

    /** From normal, feeds, steam and power of heaters gone at once; the plant cools down by itself. */
    PlantEngine lossOfUtilities() {
        PlantEngine engine = engine(NORMAL);
        stopHeatAndFeed(engine);
        run(engine, COOL_DOWN_SECONDS);
        return engine;
    }

    private static void stopHeatAndFeed(PlantEngine engine) {
        for (String name : engine.process().actuatorNames()) {
            boolean header = name.endsWith(".pressure") && !name.startsWith("ambient") && !name.startsWith("cooling");
            boolean heater = name.endsWith(".available")
                    && engine.process().actuatorNames().contains(base(name));
            if (header || heater) {
                engine.process().drive(engine.process().actuator(name), 0);
            }
        }
    }

    private static String base(String name) {
        return name.substring(0, name.length() - ".available".length());
    }

    /** From normal, left alone. */
    PlantEngine hold(double seconds) {
        PlantEngine engine = engine(NORMAL);
        run(engine, seconds);
        return engine;
    }

    /**
     * From normal, one fault at full strength.
     *
     * @param fault its id
     * @param at when it begins, s
     * @param orders what is operated
     * @param seconds length of the story, s
     */
    PlantEngine fault(String fault, double at, List<Command> orders, double seconds) {
        PlantEngine engine = engine(NORMAL);
        engine.arm(new FaultOrder(Math.round(at / tick), ++sequence, fault, fault, 1, -1, 0, "", 0));
        orders.forEach(order -> engine.submit(order, false));
        run(engine, seconds);
        return engine;
    }

    /**
     * Goes on with a story.
     *
     * @param engine the run
     * @param seconds model time to stop at, s
     */
    void runOn(PlantEngine engine, double seconds) {
        run(engine, seconds);
    }

    private PlantEngine engine(String condition) {
        PlantEngine engine = new PlantEngine(pack, pack.initialCondition(condition), 1, tick);
        listener.ticked(engine, List.of());
        return engine;
    }

    private void run(PlantEngine engine, double seconds) {
        while (engine.time() < seconds) {
            step(engine);
        }
    }

    private void step(PlantEngine engine) {
        engine.step();
        listener.ticked(engine, engine.drainEvents());
    }

    /** Names of the stories, as reports call them. */
    static List<String> names() {
        return List.of("start-up", "upset", "shutdown", "loss-of-utilities");
    }

    /** Tells a story by its name. */
    PlantEngine tell(String name) {
        return switch (name) {
            case "start-up" -> startUp();
            case "upset" -> upset();
            case "shutdown" -> shutdown();
            case "loss-of-utilities" -> lossOfUtilities();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
