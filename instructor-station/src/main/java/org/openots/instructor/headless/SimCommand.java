package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.common.assessment.Rubric;
import org.openots.common.assessment.ScoreSheet;
import org.openots.distillation.robot.RobotLibrary;
import org.openots.distillation.robot.RobotOperator;
import org.openots.instructor.content.ScoreJson;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.process.ProcessModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sim}: the simulator without a station. */
@Command(
        name = "sim",
        mixinStandardHelpOptions = true,
        subcommands = {
            SimCommand.Run.class,
            VleCommand.class,
            ColumnACommand.class,
            ConserveCommand.class,
            FuzzCommand.class,
            BenchCommand.class,
            SeekCommand.class,
            CausesCommand.class,
            TrendCommand.class,
            TrendsCommand.class
        },
        description = "不开教师站，直接运行仿真 / run the simulator without a station")
public final class SimCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "sim: run, vle, columna, conserve, fuzz, bench, seek, trend, trends");
    }

    /** {@code sim run}: one run, as fast as the machine goes. */
    @Command(name = "run", mixinStandardHelpOptions = true, description = "运行一次并报告结果 / one run and its result")
    static final class Run implements Callable<Integer> {
        @Option(names = "--plant", required = true, description = "装置 / plant")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String plant;

        @Option(names = "--from", required = true, description = "初始工况 / initial condition")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String from;

        @Option(names = "--script", description = "expert, idle, random")
        private @Nullable String script;

        @Option(
                names = "--task",
                description =
                        "评分任务，none 为不评分；缺省时为唯一适合的任务 / task to be scored, none for no score; the only one that fits"
                                + " if it is left out")
        private @Nullable String task;

        @Option(names = "--fault", description = "故障@时刻 / fault@time, e.g. A-F05@60s, A-F05@5min")
        private List<String> faults = new ArrayList<>();

        @Option(
                names = "--until",
                defaultValue = "120min",
                description = "结束时刻，最长 1000h / model time to stop at, at most 1000h, e.g. 60s, 5min, 2h")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String until;

        @Option(names = "--seed", defaultValue = "1", description = "随机种子 / seed")
        private long seed;

        @Option(names = "--out", description = "位号数据 CSV / file of tags, one row a second")
        private @Nullable Path out;

        @Mixin
        private final JsonOutput output = new JsonOutput();

        @Override
        public Integer call() {
            PlantPack pack = PlantPack.shipped(plant);
            double end = Durations.seconds("--until", until, pack.tickSeconds());
            PlantEngine engine = new PlantEngine(pack, pack.initialCondition(from), seed);
            Optional<Rubric> rubric = new ScoredTask(plant, from).find(task, script);
            HeadlessRun run = new HeadlessRun(engine, robot(engine, rubric), rubric.orElse(null));
            for (String fault : faults) {
                String[] parts = fault.split("@", 2);
                run.arm(parts[0], parts.length < 2 ? 0 : Durations.seconds("--fault", parts[1], 0));
            }
            Path file = out; // opened last: what is refused leaves an earlier file as it is
            if (file == null) {
                run.run(end, e -> {});
            } else {
                try (TagFile tags = TagFile.open(file, engine)) {
                    run.run(end, tags::ticked);
                }
            }
            report(run, rubric, run.finish());
            return 0;
        }

        private @Nullable RobotOperator robot(PlantEngine engine, Optional<Rubric> rubric) {
            if (script == null) {
                return null;
            }
            Optional<String> id = rubric.map(r -> r.head().ref().id());
            String name =
                    script.equals("expert") ? id.map(task -> "expert-" + task).orElse(script) : script;
            return RobotLibrary.robot(plant, name, engine.signals(), seed);
        }

        private void report(HeadlessRun run, Optional<Rubric> rubric, Optional<ScoreSheet> sheet) {
            ObjectNode result = result(run);
            rubric.ifPresent(r -> result.put("task", r.head().ref().id()));
            sheet.ifPresent(s -> result.set("score", ScoreJson.score(s)));
            output.print(result);
        }

        private ObjectNode result(HeadlessRun run) {
            PlantEngine engine = run.engine();
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            root.put("plant", plant).put("from", from).put("script", script).put("seed", seed);
            root.put("simulatedSeconds", engine.time()).put("cpuSeconds", run.cpuSeconds());
            root.put("realTimeFactor", engine.time() / run.cpuSeconds()).put("stateHash", engine.stateHash());
            ObjectNode tags = root.putObject("tags");
            for (int i = 0; i < engine.signals().size(); i++) {
                double value = engine.view().value(i);
                tags.put(engine.signals().signals().get(i).name(), Double.isNaN(value) ? null : (Double) value);
            }
            ArrayNode alarms = root.putArray("alarms");
            engine.alarms()
                    .forEach(a -> alarms.addObject()
                            .put("signal", a.signal())
                            .put("state", a.state().word())
                            .put("priority", a.priority())
                            .put("since", a.since()));
            texts(root.putArray("trips"), run.trips());
            texts(root.putArray("refused"), run.refusals());
            ProcessModel.SolverCounts counts = engine.solverCounts();
            root.putObject("solver")
                    .put("steps", counts.steps())
                    .put("rejected", counts.rejected())
                    .put("failures", counts.failures());
            closure(root.putObject("closure"), engine);
            return root;
        }

        private static void texts(ArrayNode array, List<HeadlessRun.TimedText> texts) {
            texts.forEach(t -> array.addObject().put("time", t.time()).put("text", t.text()));
        }

        private static void closure(ObjectNode node, PlantEngine engine) {
            double[] closure = engine.closure();
            List<String> names = engine.pack().newProcess().componentIds();
            ObjectNode components = node.putObject("components");
            for (int i = 0; i < names.size(); i++) {
                components.put(names.get(i), closure[i]);
            }
            node.put("inert", closure[names.size()]).put("energy", closure[names.size() + 1]);
        }
    }
}
