package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hipparchus.util.FastMath;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.solver.BlockLu;
import org.openots.simulator.solver.OdeSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sim bench}: how many times faster than real time a plant runs, per CPU second of one thread. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "测速：开车、保持、全部故障，步长 0.1 s 和 0.5 s / speed of start-up, hold and all faults at ticks of 0.1 s and 0.5 s",
            "按本线程 CPU 时间，三次中最快的一次 / per CPU second of the thread, the fastest of three"
        })
final class BenchCommand implements Callable<Integer> {
    private static final double[] TICKS = {0.1, 0.5};

    private static final String HOLD_STORY = "hold";

    /** Model time of the hold, s. */
    private static final double HOLD = 3600;

    /** Tellings of a story that are measured: what else the machine does only adds time, so the fastest counts. */
    private static final int REPETITIONS = 3;

    /** Calls of one kernel, enough for a hundredth of a second. */
    private static final int KERNEL_CALLS = 2000;

    private static final double MICRO = 1e6;

    @Option(names = "--plant", required = true, description = "装置编号或装置包文件夹 / plant id or folder of a pack")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String plant;

    @Option(names = "--json", description = "一行 JSON / one line of JSON on standard output")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PlantPack pack = PlantPack.load(PackSource.named(plant));
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (double tick : TICKS) {
            for (String scenario : List.of("start-up", HOLD_STORY, "upset")) {
                tell(pack, scenario, tick); // once in vain, so that the virtual machine has compiled all of it
                rows.add(row(pack, scenario, tick));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? rows.toString() : rows.toPrettyString());
        out.flush();
        return 0;
    }

    private static ObjectNode row(PlantPack pack, String scenario, double tick) {
        double fastest = Double.POSITIVE_INFINITY;
        double slowest = 0;
        double calibration = Double.POSITIVE_INFINITY;
        long bytes = 0;
        PlantEngine engine = null;
        for (int i = 0; i < REPETITIONS; i++) {
            calibration = FastMath.min(calibration, calibrate());
            double before = CpuClock.seconds();
            long memory = CpuClock.allocatedBytes();
            engine = tell(pack, scenario, tick);
            double cpu = CpuClock.seconds() - before;
            bytes = CpuClock.allocatedBytes() - memory;
            fastest = FastMath.min(fastest, cpu);
            slowest = FastMath.max(slowest, cpu);
        }
        return row(
                pack,
                scenario,
                tick,
                Objects.requireNonNull(engine),
                new Measured(fastest, slowest, bytes, calibration));
    }

    /** CPU seconds of the fastest and the slowest repetition, bytes of the last, and the fastest calibration, us. */
    private record Measured(double fastest, double slowest, long bytes, double calibration) {}

    private static ObjectNode row(PlantPack pack, String scenario, double tick, PlantEngine engine, Measured measured) {
        double micros = measured.fastest() * MICRO / engine.tick();
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("plant", pack.id())
                .put("scenario", scenario)
                .put("tick", tick)
                .put("simulatedSeconds", engine.time())
                .put("realTimeFactor", engine.time() / measured.fastest())
                .put("stepMicros", micros)
                .put("rhsMicros", rhs(engine))
                .put("luMicros", lu(engine))
                .put("allocBytesPerTick", measured.bytes() / (double) engine.tick())
                .put("calibrationMicros", measured.calibration())
                .put("stepRatio", micros / measured.calibration())
                .put("repetitions", REPETITIONS)
                .put("slowestRealTimeFactor", engine.time() / measured.slowest());
        return row;
    }

    private static PlantEngine tell(PlantPack pack, String scenario, double tick) {
        PlantScenario story = new PlantScenario(pack, tick);
        return scenario.equals(HOLD_STORY) ? story.hold(HOLD) : story.tell(scenario);
    }

    private static double rhs(PlantEngine engine) {
        OdeSystem system = engine.process().equations();
        double[] y = engine.processState();
        double[] rates = new double[y.length];
        double[] ledger = new double[system.ledgerSize()];
        double before = CpuClock.seconds();
        for (int i = 0; i < KERNEL_CALLS; i++) {
            system.stateChanged();
            system.evaluate(y, rates, ledger);
        }
        return (CpuClock.seconds() - before) * MICRO / KERNEL_CALLS;
    }

    private static double lu(PlantEngine engine) {
        OdeSystem system = engine.process().equations();
        double[] y = engine.processState();
        double[] jacobian = new double[system.structure().storage()];
        system.differentiate(y, jacobian, new double[y.length * system.ledgerSize()]);
        BlockLu lu = new BlockLu(system.structure());
        int calls = KERNEL_CALLS / 10;
        double before = CpuClock.seconds();
        for (int i = 0; i < calls; i++) {
            lu.factor(20, jacobian);
        }
        return (CpuClock.seconds() - before) * MICRO / calls;
    }

    /** Time of the loop that never changes: multiply-add and exponentials, as in the JMH calibration benchmark. */
    private static double calibrate() {
        double[] vector = new double[32];
        double sum = 0;
        double before = CpuClock.seconds();
        for (int pass = 0; pass < KERNEL_CALLS; pass++) {
            for (int i = 0; i < vector.length; i++) {
                double s = 0;
                for (int j = 0; j < vector.length; j++) {
                    s += vector[j] * (i + j) * 1e-4;
                }
                vector[i] = FastMath.exp(-s);
            }
            sum += vector[0];
        }
        double micros = (CpuClock.seconds() - before) * MICRO / KERNEL_CALLS;
        return sum > 0 ? micros : Double.NaN;
    }
}
