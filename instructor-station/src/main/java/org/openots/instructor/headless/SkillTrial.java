package org.openots.instructor.headless;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openots.common.assessment.Rubric;
import org.openots.common.assessment.RubricScorer;
import org.openots.common.assessment.ScoreSheet;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.signal.SignalTable;
import org.openots.dcs.live.RigTagMap;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.map.TagMapReader;
import org.openots.dcs.payload.PayloadReaders;
import org.openots.dcs.publish.Message;
import org.openots.dcs.publish.MessageLines;
import org.openots.dcs.rig.RigDefects;
import org.openots.dcs.rig.RigError;
import org.openots.dcs.rig.RigGateway;
import org.openots.dcs.rig.RigPlant;
import org.openots.dcs.rig.RigScript;
import org.openots.dcs.rig.VirtualRig;
import org.openots.distillation.robot.RobotAction;
import org.openots.distillation.robot.RobotLibrary;
import org.openots.distillation.robot.RobotOperator;
import org.openots.simulator.automation.MonitoredPlant;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;

/**
 * A robot that shows a rig skill, judged three times: by what a gateway of a virtual rig sends, by the recorded messages
 * read again, and by the simulator itself.
 */
final class SkillTrial {
    private static final long SCAN_MS = 1000;
    /** Only the distances of times matter. */
    private static final Instant START = Instant.EPOCH.plusSeconds(1_000_000_000);

    private final PlantPack pack;
    private final Rubric rubric;
    private final Dialect dialect;
    private final long seed;

    /**
     * What came of it.
     *
     * @param rig the sheet by the messages of the rig
     * @param replayed whether the recorded messages, read again, gave the same sheet
     * @param simulator the sheet by the simulator
     */
    record Result(ScoreSheet rig, boolean replayed, ScoreSheet simulator) {}

    SkillTrial(PlantPack pack, Rubric rubric, Dialect dialect, long seed) {
        if (!PayloadReaders.has(dialect)) {
            String others = Arrays.stream(Dialect.values())
                    .filter(PayloadReaders::has)
                    .map(Dialect::word)
                    .collect(Collectors.joining(", "));
            throw new OtsException(RigError.NOT_READ_ALONE, dialect.word(), others);
        }
        this.pack = pack;
        this.rubric = rubric;
        this.dialect = dialect;
        this.seed = seed;
    }

    /** Lets a robot of the suite show the skill. */
    Result run(String robot) {
        RigRun run = new RigRun(robot);
        Live live = run.toTheEnd();
        SignalTable table = run.rig.engine().signals();
        ScoreSheet sheet = score(table, live.seen());
        ScoreSheet again = score(table, played(live.recording(), run.map, table));
        return new Result(
                sheet, sheet.equals(again), simulated(robot, rubric.head().timeLimit()));
    }

    /** The sheet by the simulator, after a time in s. */
    ScoreSheet simulated(String robot, double limit) {
        PlantEngine engine =
                new PlantEngine(pack, pack.initialCondition(rubric.head().initialCondition()), seed);
        HeadlessRun run = new HeadlessRun(engine, RobotLibrary.robot(pack.id(), robot, engine.signals(), seed), rubric);
        faults().forEach(fault -> run.arm(fault.fault(), fault.at()));
        run.run(limit, ticked -> {});
        return run.finish().orElseThrow();
    }

    private List<Rubric.HiddenFault> faults() {
        return rubric.head().rig().map(Rubric.RigSkill::faults).orElse(List.of());
    }

    /** Scores frames as a station does: its own alarms and what was typed beside the readings that are good. */
    private ScoreSheet score(SignalTable table, List<ClockedBridge.Seen> seen) {
        MonitoredPlant station = new MonitoredPlant(pack.automation(), table, SCAN_MS / 1000.0);
        RubricScorer scorer = new RubricScorer(rubric, station.signals());
        long sequence = 0;
        for (ClockedBridge.Seen one : seen) {
            for (RobotAction a : one.typed()) {
                Command typed = new Command(one.frame().tick(), sequence++, a.target(), a.verb(), a.value(), a.text());
                station.apply(typed, false);
            }
            for (int i = 0; i < table.size(); i++) {
                station.show(table.signals().get(i).name(), one.frame().value(i));
            }
            station.scan();
            station.drainEvents();
            scorer.observe(station.view(), List.of());
        }
        scorer.close();
        return scorer.sheet();
    }

    /** What the gateway sent in one scan, as lines of a file, and what was typed before it. */
    private record Recorded(long time, String lines, List<RobotAction> typed) {}

    /** One run of the virtual rig, in this process and by the clock of the rig. */
    private final class RigRun {
        private final List<Message> sent = new ArrayList<>();
        private final List<RobotAction> typed = new ArrayList<>();
        private final Set<String> desk = TypedLines.desk(pack);
        private final VirtualRig rig;
        private final TagMap map;

        RigRun(String robot) {
            RigGateway gateway = new RigGateway(dialect, "school", "rig-1", ZoneOffset.UTC, SCAN_MS, 1, START);
            rig = new VirtualRig(
                    new RigPlant(PackSource.named(pack.id()), rubric.head().initialCondition(), seed, 0, 0),
                    gateway,
                    RigDefects.NONE,
                    sent::add);
            // the map that the rig writes, read as any other
            byte[] json =
                    RigTagMap.of(pack.id(), gateway, rig.tags()).toString().getBytes(StandardCharsets.UTF_8);
            map = TagMapReader.read("map.json", json, id -> PlantSignals.of(pack), Findings.throwing());
            RobotOperator operator =
                    RobotLibrary.robot(pack.id(), robot, rig.engine().signals(), seed);
            rig.operatedBy(
                    view -> operator.onTick(view).stream().map(this::operation).toList());
            faults().forEach(fault -> rig.inject(fault.fault(), 1, fault.at()));
        }

        /** The robot operates the control system of the rig; what it types goes into the station as well. */
        private RigScript.Operation operation(RobotAction action) {
            if (desk.contains(action.target())) {
                typed.add(action);
            }
            return new RigScript.Operation(action.target(), action.verb(), action.value(), action.text());
        }

        /** Runs to the end of the time, with a bridge that listens, and keeps all that was sent. */
        Live toTheEnd() {
            ClockedBridge bridge = new ClockedBridge(map, rig.engine().signals(), rig.time());
            List<Recorded> recording = new ArrayList<>();
            rig.connected();
            recording.add(sent(bridge));
            while (rig.seconds() < rubric.head().timeLimit()) {
                typed.clear();
                rig.scan();
                recording.add(sent(bridge));
                bridge.scan(typed);
            }
            return new Live(bridge.seen(), recording);
        }

        private Recorded sent(ClockedBridge bridge) {
            StringBuilder lines = new StringBuilder();
            for (Message message : sent) {
                lines.append(new String(MessageLines.line(rig.time(), message), StandardCharsets.UTF_8));
                bridge.take(rig.time(), message);
            }
            sent.clear();
            return new Recorded(rig.time(), lines.toString(), List.copyOf(typed));
        }
    }

    /** What was seen during a run, and its recording. */
    private record Live(List<ClockedBridge.Seen> seen, List<Recorded> recording) {}

    /** The recording, read by a bridge that knows nothing but its lines and the map. */
    private static List<ClockedBridge.Seen> played(List<Recorded> recording, TagMap map, SignalTable table) {
        ClockedBridge bridge = new ClockedBridge(map, table, recording.get(0).time());
        for (int i = 0; i < recording.size(); i++) {
            Recorded one = recording.get(i);
            for (String line : one.lines().lines().toList()) {
                bridge.take(one.time(), MessageLines.read(line));
            }
            if (i > 0) {
                bridge.scan(one.typed());
            }
        }
        return bridge.seen();
    }

    /** The mark in points of a sheet, for comparisons. */
    static double points(ScoreSheet sheet) {
        return sheet.totals().total();
    }

    /** The step, item or penalty that cost most, for people. */
    static Optional<String> dearest(ScoreSheet sheet) {
        return sheet.losses().stream()
                .max((a, b) -> Double.compare(a.lost(), b.lost()))
                .map(loss -> loss.ruleId());
    }
}
