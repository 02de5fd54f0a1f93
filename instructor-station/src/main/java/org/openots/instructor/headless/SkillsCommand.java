package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openots.common.assessment.Rubric;
import org.openots.common.error.OtsException;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.publish.Encoders;
import org.openots.distillation.robot.RobotLibrary;
import org.openots.distillation.rubric.RubricLibrary;
import org.openots.instructor.catalog.StationContent;
import org.openots.simulator.plant.PlantPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bridge skills}: tries out the rubrics of the rig skills. */
@Command(
        name = "skills",
        mixinStandardHelpOptions = true,
        description = {
            "用机器人检验装置技能评分表 / try the rubrics of the rig skills with robots",
            "每项技能由正确和错误的机器人在虚拟装置上各做一遍：只凭网关报文评分，报文重读再评，仿真机直接评。"
                    + "正确者应不低于 90 分，错误者低于 60 分，重放成绩相同，仿真与装置相差不超过 3 分；不符时退出码为 1。",
            "--live：每台装置是另一个进程，按实际时间经 MQTT 代理到教师站的网桥，由教师站记录、评分，再由记录重算；约需 1 h。",
            "Right and wrong robots show every skill on a virtual rig: judged by the messages of its gateway, by the same"
                    + " messages read again, and by the simulator. Right ones must reach 90 points and wrong ones stay below"
                    + " 60, the replay must be equal and the simulator within 3 points; otherwise the exit code is 1.",
            "--live: every rig is a process of its own, as time passes, over an MQTT broker to the bridge of the station,"
                    + " which records the run, scores it, and works it out again from the record; takes about an hour."
        })
final class SkillsCommand implements Callable<Integer> {
    static final double RIGHT = 90;
    static final double PASS = 60;

    /** Scans of a second instead of ticks of 0.1 s shift holds and time factors by a scan each. */
    static final double TOLERANCE = 3;

    private static final int MOST_SKILLS = 99;
    /** Programs that start at a time. */
    private static final int STARTS = 2;

    @Option(names = "--plant", defaultValue = "ethanol-water-rig", description = "装置 / plant")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String plant;

    @Option(names = "--skill", description = "只做这一项，1 到 20 / only this skill, 1 to 20")
    private @Nullable Integer skill;

    @Option(
            names = "--dialect",
            defaultValue = "neuron-values",
            description = "报文方言 / dialect: neuron-values, neuron-tags, kepware, wincc, pointer")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String dialect;

    @Option(names = "--seed", defaultValue = "1", description = "随机种子 / seed")
    private long seed;

    @Option(
            names = "--live",
            description = "经 MQTT 代理、按实际时间、装置为另一个进程 / over a broker, as time passes, each rig a process of its own")
    private boolean live;

    @Option(
            names = "--at-once",
            defaultValue = "4",
            description = "--live 时同时进行的数目，每个约需 250 MB 内存 / with --live: how many at once, 250 MB of memory each; "
                    + "${DEFAULT-VALUE} if left out")
    private int atOnce;

    @Option(
            names = "--data",
            description = "--live 时保存网桥历史和运行记录的文件夹 / with --live: folder for histories and journals of runs")
    private @Nullable Path data;

    @Option(
            names = "--until",
            description = "--live 时到此为止，只检验连接，成绩不完整 / with --live: stops there, to try the set-up; scores are then"
                    + " those of the time so far")
    private @Nullable String until;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    private final Clock clock;
    private final RandomGenerator random;

    /** Creates the command. */
    SkillsCommand(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A robot that shows a skill. */
    record Trial(Rubric rubric, String robot, boolean right) {
        int number() {
            return rubric.head().rig().map(Rubric.RigSkill::number).orElse(0);
        }
    }

    /** What a trial gave: by the rig, from its record again, by the simulator. */
    private record Outcome(
            Trial trial, double rig, boolean replayed, double simulator, Optional<String> dearest, ObjectNode more) {
        boolean asExpected() {
            boolean mark = trial.right() ? rig >= RIGHT && simulator >= RIGHT : rig < PASS && simulator < PASS;
            return mark && replayed && Math.abs(rig - simulator) <= TOLERANCE;
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        if (skill != null) {
            Numbers.within("--skill", skill, 1, MOST_SKILLS);
        }
        Numbers.within("--at-once", atOnce, 1, MOST_SKILLS);
        PlantPack pack = PlantPack.shipped(plant);
        Dialect spoken = Encoders.dialect(dialect);
        List<Trial> wanted = trials(plant).stream()
                .filter(trial -> skill == null || trial.number() == skill)
                .toList();
        List<Outcome> outcomes = live
                ? asTimePasses(pack, spoken, wanted)
                : wanted.stream()
                        .parallel()
                        .map(trial -> quick(trial, new SkillTrial(pack, trial.rubric(), spoken, seed)))
                        .toList();
        report(outcomes);
        return outcomes.stream().allMatch(Outcome::asExpected) && !outcomes.isEmpty() ? 0 : 1;
    }

    private static Outcome quick(Trial trial, SkillTrial skill) {
        SkillTrial.Result result = skill.run(trial.robot());
        ObjectNode losses = JsonNodeFactory.instance.objectNode();
        ArrayNode list = losses.putArray("losses");
        result.rig()
                .losses()
                .forEach(loss -> list.addObject().put("rule", loss.ruleId()).put("lost", loss.lost()));
        return new Outcome(
                trial,
                SkillTrial.points(result.rig()),
                result.replayed(),
                SkillTrial.points(result.simulator()),
                SkillTrial.dearest(result.rig()),
                losses);
    }

    /** All trials with real programs and a real broker, some at once. */
    private List<Outcome> asTimePasses(PlantPack pack, Dialect spoken, List<Trial> wanted) throws InterruptedException {
        if (data == null) {
            throw new OtsException(HeadlessError.NEEDS_ONE_OF, "--data");
        }
        Path folder = LiveSkill.folder(data, "skills-" + clock.millis());
        StationContent content = StationContent.find();
        OptionalDouble end =
                until == null ? OptionalDouble.empty() : OptionalDouble.of(Durations.seconds("--until", until, 1));
        ExecutorService pool = Executors.newFixedThreadPool(atOnce);
        try (BrokerProcess broker =
                BrokerProcess.embedded(folder, BrokerProcess.freePort()).start()) {
            LiveSkill.Parts parts = new LiveSkill.Parts(
                    content, broker.port(), spoken.word(), seed, end, clock, random, new Semaphore(STARTS));
            List<Future<Outcome>> all = new ArrayList<>();
            for (Trial trial : wanted) {
                all.add(pool.submit(() -> live(pack, spoken, parts, trial, folder)));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                outcomes.add(outcome(wanted.get(i), all.get(i)));
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    /** A trial that could not be held fails, and the others go on. */
    private Outcome outcome(Trial trial, Future<Outcome> held) throws InterruptedException {
        try {
            return held.get();
        } catch (ExecutionException e) {
            String why = e.getCause() instanceof OtsException known
                    ? known.errorCode().code() + " " + known.messageIn(Locale.SIMPLIFIED_CHINESE) + " / "
                            + known.messageIn(Locale.ENGLISH)
                    : String.valueOf(e.getCause());
            output.err().println(trial.robot() + ": " + why);
            output.err().flush();
            ObjectNode more = JsonNodeFactory.instance.objectNode().put("failure", why);
            return new Outcome(trial, Double.NaN, false, Double.NaN, Optional.empty(), more);
        }
    }

    private Outcome live(PlantPack pack, Dialect spoken, LiveSkill.Parts parts, Trial trial, Path folder)
            throws IOException, InterruptedException {
        LiveSkill skillShown = new LiveSkill(parts, trial, LiveSkill.folder(folder, trial.robot()));
        LiveSkill.Result result = skillShown.run();
        double simulator = SkillTrial.points(
                new SkillTrial(pack, trial.rubric(), spoken, seed).simulated(trial.robot(), skillShown.limit()));
        output.err().println(String.format(Locale.ROOT, "%s: %.2f (%.2f)", trial.robot(), result.points(), simulator));
        output.err().flush();
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        more.put("refusedEntries", result.refused()).put("gaps", result.gaps());
        return new Outcome(trial, result.points(), result.proven(), simulator, result.dearest(), more);
    }

    /** All robots of a plant that show rig skills, {@code expert-R-01} right and {@code wrong-R-01}, … wrong ones. */
    static List<Trial> trials(String plant) {
        RubricLibrary library = RubricLibrary.open();
        List<String> robots = RobotLibrary.scripts(plant);
        List<Trial> trials = new ArrayList<>();
        for (String task : library.tasks(plant)) {
            Rubric rubric = library.rubric(plant, task);
            if (rubric.head().rig().isPresent()) {
                robots.stream()
                        .filter(robot -> robot.equals("expert-" + task) || robot.matches("wrong-" + task + "[a-z]?"))
                        .map(robot -> new Trial(rubric, robot, robot.startsWith("expert-")))
                        .forEach(trials::add);
            }
        }
        return trials;
    }

    private void report(List<Outcome> outcomes) {
        if (output.wanted()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("plant", plant).put("dialect", dialect).put("seed", seed).put("tolerance", TOLERANCE);
            ArrayNode list = node.putArray("trials");
            outcomes.forEach(outcome -> json(list.addObject(), outcome));
            output.print(node);
            return;
        }
        output.out().println("技能 skill | 评分表 rubric | 机器人 robot | 装置 rig | 重放相同 replay | 仿真 simulator | 最大失分 dearest");
        for (Outcome outcome : outcomes) {
            output.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%2d | %-6s | %-14s | %6.2f | %-5s | %6.2f | %s%s",
                            outcome.trial().number(),
                            outcome.trial().rubric().head().ref().id(),
                            outcome.trial().robot(),
                            outcome.rig(),
                            outcome.replayed() ? "是/yes" : "否/no",
                            outcome.simulator(),
                            outcome.dearest().orElse("-"),
                            outcome.asExpected() ? "" : "  ← 不符 / not as expected"));
        }
        output.out().flush();
    }

    private static void json(ObjectNode node, Outcome outcome) {
        node.put("skill", outcome.trial().number());
        node.put("rubric", outcome.trial().rubric().head().ref().id());
        node.put("robot", outcome.trial().robot()).put("right", outcome.trial().right());
        number(node, "rig", outcome.rig());
        node.put("replayedEqual", outcome.replayed());
        number(node, "simulator", outcome.simulator());
        node.put("asExpected", outcome.asExpected());
        outcome.dearest().ifPresent(rule -> node.put("dearest", rule));
        node.setAll(outcome.more());
    }

    private static void number(ObjectNode node, String name, double value) {
        node.put(name, Double.isNaN(value) ? null : (Double) value);
    }
}
