package org.openots.instructor.headless;

import java.util.List;
import java.util.Map;
import org.openots.common.error.OtsException;
import org.openots.distillation.condition.ConditionRecipe;
import org.openots.distillation.robot.RobotAction;
import org.openots.distillation.robot.RobotLibrary;
import org.openots.distillation.robot.ScriptOperator;
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
    private long sequence;

    PlantScenario(PlantPack pack, double tick) {
        this.pack = pack;
        this.tick = tick;
    }

    /** From cold by the robots that make the normal condition. */
    PlantEngine startUp() {
        PlantEngine probe = engine("cold");
        ConditionRecipe recipe = ConditionRecipe.shipped(pack.id(), NORMAL, probe.signals());
        PlantEngine engine = engine(recipe.start().condition());
        for (String name : recipe.scripts()) {
            operate(engine, new ScriptOperator(RobotLibrary.script(pack.id(), name, engine.signals(), Map.of())), name);
        }
        return engine;
    }

    private void operate(PlantEngine engine, ScriptOperator robot, String name) {
        while (!robot.finished()) {
            for (RobotAction a : robot.onTick(engine.view())) {
                engine.submit(
                        new Command(engine.tick() + 1, ++sequence, a.target(), a.verb(), a.value(), a.text()), false);
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

    private PlantEngine engine(String condition) {
        return new PlantEngine(pack, pack.initialCondition(condition), 1, tick);
    }

    private static void run(PlantEngine engine, double seconds) {
        while (engine.time() < seconds) {
            step(engine);
        }
    }

    private static void step(PlantEngine engine) {
        engine.step();
        engine.drainEvents();
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
