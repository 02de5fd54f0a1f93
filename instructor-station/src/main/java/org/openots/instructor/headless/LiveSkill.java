package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.openots.common.assessment.Rubric;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.dcs.bridge.RigBridge;
import org.openots.distillation.robot.RobotAction;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.rig.RigDesk;
import org.openots.instructor.session.Answers;
import org.openots.instructor.session.HostParts;
import org.openots.instructor.session.HostSettings;
import org.openots.instructor.session.JournalFolder;
import org.openots.instructor.session.MonotonicClock;
import org.openots.instructor.session.Operation;
import org.openots.instructor.session.RunListener;
import org.openots.instructor.session.RunOrder;
import org.openots.instructor.session.RunRules;
import org.openots.instructor.session.RunSpec;
import org.openots.instructor.session.RunVerifier;
import org.openots.instructor.session.SessionHost;

/**
 * A robot that shows a rig skill as a student does, as time passes: the rig is {@code openots rig} in a process of its
 * own, its messages come over a broker, the station's bridge reads them, and the station records the run and scores it.
 * The score is then worked out again from the recorded journal alone.
 */
final class LiveSkill {
    private static final String ROBOT = "robot";
    /** A Java virtual machine on a busy machine, and a plant that warms up. */
    private static final long START_SECONDS = 120;

    private static final long POLL_MILLIS = 50;
    private static final int STOP_SECONDS = 10;
    private static final int SCANS_BEFORE = 3;

    private final Parts parts;
    private final SkillsCommand.Trial trial;
    private final Path folder;
    private final String plant;
    private final double limit;
    private final AtomicInteger refused = new AtomicInteger();
    private boolean running;

    /**
     * What all trials share.
     *
     * @param content plants and rubrics
     * @param broker port of the broker on this machine
     * @param dialect what the gateway speaks
     * @param seed of the rig
     * @param until when to stop, s, if not at the end of the time of the skill
     * @param clock time of day
     * @param random spreads attempts to connect
     * @param starts lets few programs start at a time, which is when they need the processor
     */
    record Parts(
            StationContent content,
            int broker,
            String dialect,
            long seed,
            OptionalDouble until,
            Clock clock,
            RandomGenerator random,
            Semaphore starts) {}

    /**
     * What came of it.
     *
     * @param points score by what came over the broker
     * @param proven whether state, score and score sheet came out of the journal again
     * @param dearest the rule that cost most
     * @param refused entries that the station refused
     * @param gaps times without samples at the bridge
     */
    record Result(double points, boolean proven, Optional<String> dearest, int refused, long gaps) {}

    LiveSkill(Parts parts, SkillsCommand.Trial trial, Path folder) {
        this.parts = parts;
        this.trial = trial;
        this.folder = folder;
        this.plant = trial.rubric().head().plant();
        double whole = trial.rubric().head().timeLimit();
        this.limit = Math.min(whole, parts.until().orElse(whole));
    }

    /** How long the skill is shown, s. */
    double limit() {
        return limit;
    }

    /** Shows the skill; takes as long as the skill may take. */
    Result run() throws IOException, InterruptedException {
        parts.starts().acquire();
        try {
            return started();
        } finally {
            if (!running) {
                parts.starts().release();
            }
        }
    }

    private Result started() throws IOException, InterruptedException {
        Path rig = Files.createDirectories(folder.resolve("rig"));
        Process process = new ProcessBuilder(command(rig.resolve("map.json")))
                .redirectError(folder.resolve("rig.log").toFile())
                .start();
        try (JournalFolder journals = new JournalFolder(folder.resolve("runs"), parts.clock());
                RigDesk desk = desk(rig, process);
                SessionHost host = host(journals, desk)) {
            return show(process, desk, host);
        } finally {
            process.destroy();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private List<String> command(Path map) {
        Rubric.Head head = trial.rubric().head();
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "org.openots.instructor.app.OpenOts",
                "rig"));
        words.addAll(List.of("--plant", plant, "--from", head.initialCondition(), "--script", trial.robot()));
        words.addAll(List.of("--seed", Long.toString(parts.seed()), "--dialect", parts.dialect()));
        words.addAll(List.of("--rig", trial.robot(), "--broker", "tcp://127.0.0.1:" + parts.broker()));
        words.addAll(List.of("--write-map", map.toString(), "--until", limit + "s"));
        words.addAll(List.of("--held", "--end-with-input", "--json"));
        head.rig()
                .map(Rubric.RigSkill::faults)
                .orElse(List.of())
                .forEach(fault -> words.addAll(
                        List.of("--fault", fault.fault() + "@" + String.format(Locale.ROOT, "%.1fs", fault.at()))));
        return words;
    }

    /** The station's bridge, set up as a rig engineer does. */
    private RigDesk desk(Path rig, Process process) throws IOException, InterruptedException {
        await("map.json", () -> Files.isRegularFile(rig.resolve("map.json")) || !process.isAlive());
        if (!Files.isRegularFile(rig.resolve("map.json"))) {
            throw new OtsException(HeadlessError.CHILD_ENDED, "rig", Files.readString(folder.resolve("rig.log")));
        }
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.put("format", "openots-bridge").put("formatVersion", "1.1");
        settings.putObject("twin").put("on", false);
        settings.putObject("title").put("zh", "技能检验").put("en", "trial of a skill");
        settings.put("map", "map.json");
        settings.putObject("broker")
                .put("host", "127.0.0.1")
                .put("port", parts.broker())
                .put("clientId", "station-" + trial.robot());
        RigDesk desk = new RigDesk(
                rig,
                parts.content().library(),
                parts.clock(),
                MonotonicClock.system(),
                parts.random(),
                parts.content().engines().version());
        desk.write("bridge.json", settings.toString());
        desk.open();
        desk.state().failure().ifPresent(failure -> {
            throw failure;
        });
        return desk;
    }

    private SessionHost host(JournalFolder journals, RigDesk desk) {
        return new SessionHost(
                new HostParts(
                        parts.content().engines(),
                        parts.content().scorers(),
                        journals,
                        desk,
                        folder.resolve("snapshots")),
                new HostSettings(MonotonicClock.system(), parts.clock(), parts.random(), 1, Double.POSITIVE_INFINITY),
                new Nobody());
    }

    private Result show(Process process, RigDesk desk, SessionHost host) throws IOException, InterruptedException {
        RigBridge bridge = desk.bridge();
        // some tags are dead in some states of the plant, so that nothing better than messages tells that it is there
        await("messages", () -> bridge.status().intake().messages() >= SCANS_BEFORE);
        Rubric.Head head = trial.rubric().head();
        String run = host.start(
                new RunOrder(plant, RunSpec.VIRTUAL_RIG, head.ref().id(), ROBOT, limit, RunRules.examination()));
        await("run", () -> host.observe(run).tick() >= SCANS_BEFORE);
        running = true;
        parts.starts().release();
        try (BufferedWriter input = process.outputWriter(StandardCharsets.UTF_8);
                BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            input.write(InputWatch.START + "\n");
            input.flush();
            int count = 0;
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Optional<RobotAction> typed = TypedLines.read(line);
                if (typed.isPresent()) {
                    type(host, run, count++, typed.get());
                }
            }
        }
        long gaps = bridge.status().gaps();
        JsonNode closing = Answers.await(host.close(run, ROBOT));
        RunVerifier.Verdict verdict = new RunVerifier(
                        parts.content().engines(), parts.content().scorers())
                .verify(RunVerifier.read(folder.resolve("runs").resolve(run)));
        return new Result(
                closing.path("score").asDouble(),
                verdict.proven(),
                dearest(closing.path("sheet").path("losses")),
                refused.get(),
                gaps);
    }

    private void type(SessionHost host, String run, int number, RobotAction action) {
        Operation operation = new Operation(
                "typed-" + number, ROBOT, action.target(), action.verb(), action.value(), action.text(), false);
        try {
            if (!Answers.await(host.submit(run, operation)).applied()) {
                refused.incrementAndGet();
            }
        } catch (OtsException e) {
            refused.incrementAndGet();
        }
    }

    private static Optional<String> dearest(JsonNode losses) {
        Optional<JsonNode> most = Optional.empty();
        for (JsonNode loss : losses) {
            if (most.isEmpty()
                    || loss.path("points").asDouble()
                            > most.get().path("points").asDouble()) {
                most = Optional.of(loss);
            }
        }
        return most.map(loss -> loss.path("rule").asText());
    }

    private void await(String what, BooleanSupplier happened) throws InterruptedException {
        for (long waited = 0; !happened.getAsBoolean(); waited += POLL_MILLIS) {
            if (waited > TimeUnit.SECONDS.toMillis(START_SECONDS)) {
                throw new OtsException(HeadlessError.CHILD_SILENT, trial.robot(), what, START_SECONDS);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Nobody keeps projections of these runs. */
    private static final class Nobody implements RunListener {
        @Override
        public void opened(RunSpec spec) {
            // nothing is kept
        }

        @Override
        public void closed(RunSpec spec, JsonNode closing) {
            // nothing is kept
        }
    }

    /** Makes the folder of a trial. */
    static Path folder(Path all, String robot) {
        Path own = all.resolve(robot);
        try {
            return Files.createDirectories(own);
        } catch (IOException e) {
            throw FileErrors.unwritable(own.toString(), e);
        }
    }
}
