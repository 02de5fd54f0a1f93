package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.common.json.Finding;
import org.openots.hazop.drill.Drill;
import org.openots.hazop.drill.DrillLibrary;
import org.openots.hazop.drill.DrillRobot;
import org.openots.hazop.drill.DrillScore;
import org.openots.hazop.drill.DrillSet;
import org.openots.hazop.plant.PlantNames;
import org.openots.simulator.plant.PlantPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hazop drill}: checks the drills of the suite and has robots play them. */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description = {
            "检查异常处理演练，并由机器人演示 / check the drills of abnormal situations and have robots play them",
            "专家机器人应得 95 分以上，空闲机器人应得 10 分以下。都达到退出码为 0，否则为 1，文件有误为 2。",
            "The expert has to get at least 95 points and the idle robot at most 10. Exit code 0 if all do, 1 if one does"
                    + " not, 2 for a mistake in a file."
        })
final class HazopDrillCommand implements Callable<Integer> {
    private static final double EXPERT = 95;
    private static final double IDLE = 10;

    @Option(names = "--plant", description = "只做这套装置 / only this plant")
    private @Nullable String plant;

    @Option(names = "--id", description = "只做这个演练 / only this drill")
    private @Nullable String id;

    @Option(names = "--check", description = "只检查文件，不演示 / check the files only")
    private boolean checkOnly;

    @Option(names = "--seed", defaultValue = "1", description = "随机数种子 / seed")
    private long seed;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    private record Row(Drill drill, int which, DrillScore expert, DrillScore idle) {
        boolean fine() {
            return expert.total() >= EXPERT && idle.total() <= IDLE;
        }
    }

    @Override
    public Integer call() {
        List<Row> rows = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String one : PlantPack.SHIPPED) {
            if (plant == null || plant.equals(one)) {
                PlantNames names = PlantNames.of(PlantPack.shipped(one));
                findings.addAll(DrillLibrary.check(names));
                if (findings.isEmpty() && !checkOnly) {
                    play(names, rows);
                }
            }
        }
        if (!findings.isEmpty()) {
            FindingReport report = new FindingReport("drills", findings);
            report.print(output);
            return report.exitCode();
        }
        print(rows);
        return rows.stream().allMatch(Row::fine) ? 0 : 1;
    }

    private void play(PlantNames names, List<Row> rows) {
        DrillRobot robot = new DrillRobot(names, seed);
        for (DrillSet set : DrillLibrary.shipped().sets()) {
            for (Drill drill : set.drills()) {
                boolean wanted = set.plant().equals(names.pack().id()) && (id == null || id.equals(drill.id()));
                for (int which = 0; wanted && which < drill.cases().size(); which++) {
                    rows.add(new Row(drill, which, robot.expert(drill, which), robot.idle(drill, which)));
                    output.err().print(".");
                    output.err().flush();
                }
            }
        }
        output.err().println();
        output.err().flush();
    }

    private void print(List<Row> rows) {
        PrintWriter out = output.out();
        if (output.wanted()) {
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            root.put("played", rows.size())
                    .put("fine", rows.stream().filter(Row::fine).count());
            ArrayNode list = root.putArray("drills");
            rows.forEach(row -> list.addObject()
                    .put("id", row.drill().id())
                    .put("case", row.which())
                    .put("expert", row.expert().total())
                    .put("idle", row.idle().total()));
            out.println(root);
        } else {
            rows.forEach(row -> line(out, row));
        }
        out.flush();
    }

    private static void line(PrintWriter out, Row row) {
        out.printf(
                "%s.%d  专家 / expert %.1f  空闲 / idle %.1f%s%n",
                row.drill().id(),
                row.which() + 1,
                row.expert().total(),
                row.idle().total(),
                row.fine() ? "" : "  <<<");
        if (!row.fine()) {
            row.expert()
                    .parts()
                    .forEach(part -> out.printf(
                            "    %s %.1f / %.1f %s%n",
                            part.part().word(),
                            part.earned(),
                            part.points(),
                            part.reason().zh()));
            row.expert()
                    .sequence()
                    .ifPresent(sheet -> sheet.steps()
                            .forEach(step -> out.printf(
                                    "      %s %s %.1f / %.1f%n",
                                    step.id(), step.state(), step.earned(), step.points())));
            row.idle()
                    .parts()
                    .forEach(
                            part -> out.printf("    idle %s %.1f%n", part.part().word(), part.earned()));
        }
    }
}
