package org.openots.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openots.common.error.OtsException;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.process.ProcessModel;
import org.openots.simulator.solver.OdeSystem;
import org.openots.simulator.solver.StepStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code openots bench cvode}: the right-hand side of a plant, integrated by this suite in ticks of 0.1 s and by CVODE,
 * while nothing but the given inputs moves.
 */
@Command(
        name = "cvode",
        mixinStandardHelpOptions = true,
        description = {
            "与 SUNDIALS CVODE 比较一个装置的末温 / compares final temperatures of a plant with those by SUNDIALS CVODE",
            "退出码：0 相差不超过 0.02 K，1 超过 / exit code 0 within 0.02 K, 1 beyond"
        })
final class CvodeCommand implements Callable<Integer> {
    /** The requirement on final temperatures, K. */
    private static final double KELVINS = 0.02;

    private static final double TICK = 0.1;

    /** CVODE's absolute tolerances as a share of the errors that the suite's solver admits in a step. */
    private static final double ABSOLUTE = 1e-4;

    @Option(names = "--plant", required = true, description = "装置 / plant")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String plant;

    @Option(names = "--from", defaultValue = "normal", description = "初始工况 / initial condition")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String from;

    @Option(names = "--seconds", defaultValue = "120", description = "时长 / how long, s")
    private double seconds;

    @Option(names = "--rtol", defaultValue = "1e-7", description = "CVODE 的相对容差 / relative tolerance of CVODE")
    private double relative;

    @Option(
            names = "--set",
            paramLabel = "INPUT=NUMBER",
            description = "开始时改变的输入，SI 单位；缺省 cooling-water.temperature=308.15 / inputs that change at the start")
    private List<String> changes = new ArrayList<>();

    @Option(names = "--json", description = "一行 JSON / one line of JSON on standard output")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        within(seconds, TICK, 36_000);
        within(relative, 1e-12, 1e-2);
        PlantPack pack = PlantPack.load(PackSource.named(plant));
        ProcessModel ours = model(pack);
        double[] before = temperatures(ours);
        long began = System.nanoTime();
        for (int i = 0; i < Math.round(seconds / TICK); i++) {
            if (ours.step(TICK) != StepStatus.ADVANCED) {
                throw new IllegalStateException("held at " + i * TICK + " s");
            }
        }
        double ownSeconds = (System.nanoTime() - began) * 1e-9;
        ProcessModel theirs = model(pack);
        began = System.nanoTime();
        CvodeBridge.Result result = cvode(theirs);
        double cvodeSeconds = (System.nanoTime() - began) * 1e-9;
        theirs.setStateVector(result.state());
        theirs.settle();
        double[] mine = temperatures(ours);
        double[] reference = temperatures(theirs);
        int worst = farthest(mine, reference);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("plant", pack.id()).put("from", from).put("seconds", seconds).put("limitK", KELVINS);
        node.put("maxDifferenceK", Math.abs(mine[worst] - reference[worst]));
        node.put("holdup", ours.holdupIds().get(worst));
        int moved = farthest(before, reference);
        node.put("largestMoveK", Math.abs(before[moved] - reference[moved]));
        node.put("ownSteps", ours.solverCounts().steps()).put("ownWallSeconds", ownSeconds);
        node.put("cvodeSteps", result.steps()).put("cvodeEvaluations", result.evaluations());
        node.put("cvodeWallSeconds", cvodeSeconds);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? node.toString() : node.toPrettyString());
        out.flush();
        return Math.abs(mine[worst] - reference[worst]) <= KELVINS ? 0 : 1;
    }

    private static void within(double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new OtsException(BenchError.BAD_SECONDS, value, low, high);
        }
    }

    private ProcessModel model(PlantPack pack) {
        PlantEngine engine = new PlantEngine(pack, pack.initialCondition(from), 1);
        engine.step();
        ProcessModel model = engine.process();
        for (String change : changes.isEmpty() ? List.of("cooling-water.temperature=308.15") : changes) {
            int equals = change.indexOf('=');
            if (equals < 1) {
                throw new OtsException(BenchError.BAD_CHANGE, change);
            }
            try {
                model.drive(
                        model.actuator(change.substring(0, equals)), Double.parseDouble(change.substring(equals + 1)));
            } catch (NumberFormatException e) {
                throw new OtsException(BenchError.BAD_CHANGE, change);
            }
        }
        return model;
    }

    private CvodeBridge.Result cvode(ProcessModel model) {
        OdeSystem equations = model.equations();
        double[] start = model.stateVector();
        double[] tolerance = new double[start.length];
        equations.stateChanged();
        equations.evaluate(start, new double[start.length], new double[equations.ledgerSize()]);
        equations.errorScale(start, tolerance);
        for (int i = 0; i < tolerance.length; i++) {
            tolerance[i] *= ABSOLUTE;
        }
        double[] ledger = new double[equations.ledgerSize()];
        try (CvodeBridge bridge = new CvodeBridge()) {
            return bridge.integrate(
                    (state, rates) -> {
                        equations.stateChanged();
                        equations.evaluate(state, rates, ledger);
                    },
                    start,
                    tolerance,
                    relative,
                    seconds);
        }
    }

    private static double[] temperatures(ProcessModel model) {
        return model.holdupIds().stream()
                .mapToDouble(id -> model.read(model.variable(id + ".T")))
                .toArray();
    }

    /** Where two profiles differ most. */
    private static int farthest(double[] one, double[] other) {
        int worst = 0;
        for (int i = 1; i < one.length; i++) {
            if (Math.abs(one[i] - other[i]) > Math.abs(one[worst] - other[worst])) {
                worst = i;
            }
        }
        return worst;
    }
}
