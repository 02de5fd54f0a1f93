package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.common.json.Finding;
import org.openots.hazop.drill.Drill;
import org.openots.hazop.drill.DrillLibrary;
import org.openots.hazop.drill.DrillProof;
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
            "专家机器人应得 95 分以上，空闲机器人 10 分以下，只判断不处置的、全都操作的和做错的机器人不及格（60 分以下）；高级演练去掉应论证的措施后应多达到一个限值。"
                    + "都做到退出码为 0，否则为 1，文件有误为 2。",
            "The expert has to get at least 95 points, the idle robot at most 10, and the ones that only diagnose, operate everything"
                    + " or do the wrong thing less than the 60 of a pass; in a senior drill a limit has to be reached only without the safeguard to be"
                    + " proved. Exit code 0 if all that holds, 1 if not, 2 for a mistake in a file."
        })
final class HazopDrillCommand implements Callable<Integer> {
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

    @Override
    public Integer call() {
        List<DrillProof> proofs = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String one : PlantPack.SHIPPED) {
            if (plant == null || plant.equals(one)) {
                PlantNames names = PlantNames.of(PlantPack.shipped(one));
                findings.addAll(DrillLibrary.check(names));
                if (findings.isEmpty() && !checkOnly) {
                    play(names, proofs);
                }
            }
        }
        if (!findings.isEmpty()) {
            FindingReport report = new FindingReport("drills", findings);
            report.print(output);
            return report.exitCode();
        }
        print(proofs);
        return proofs.stream().allMatch(DrillProof::holds) ? 0 : 1;
    }

    private void play(PlantNames names, List<DrillProof> proofs) {
        DrillRobot robot = new DrillRobot(names, seed);
        for (DrillSet set : DrillLibrary.shipped().sets()) {
            for (Drill drill : set.drills()) {
                boolean wanted = set.plant().equals(names.pack().id()) && (id == null || id.equals(drill.id()));
                for (int which = 0; wanted && which < drill.cases().size(); which++) {
                    proofs.add(DrillProof.of(robot, drill, which));
                    output.err().print(".");
                    output.err().flush();
                }
            }
        }
        output.err().println();
        output.err().flush();
    }

    private void print(List<DrillProof> proofs) {
        PrintWriter out = output.out();
        if (output.wanted()) {
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            root.put("played", proofs.size())
                    .put("fine", proofs.stream().filter(DrillProof::holds).count());
            ArrayNode list = root.putArray("drills");
            proofs.forEach(proof -> {
                ObjectNode node = list.addObject().put("id", proof.drill().id()).put("case", proof.which());
                proof.totals().forEach((player, total) -> node.put(player.name().toLowerCase(Locale.ROOT), total));
                node.put("safeguardProved", proof.expert().proved());
            });
            out.println(root);
        } else {
            proofs.forEach(proof -> line(out, proof));
        }
        out.flush();
    }

    private static void line(PrintWriter out, DrillProof proof) {
        Map<DrillRobot.Player, Double> totals = new EnumMap<>(proof.totals());
        out.printf(
                "%s.%d  专家 / expert %.1f  空闲 / idle %.1f  只判断 / talker %.1f  做错 / wrong %.1f%n",
                proof.drill().id(),
                proof.which() + 1,
                totals.get(DrillRobot.Player.EXPERT),
                totals.get(DrillRobot.Player.IDLE),
                totals.get(DrillRobot.Player.TALKER),
                totals.get(DrillRobot.Player.WRONG));
        if (totals.containsKey(DrillRobot.Player.MASHER)) {
            out.printf("    全都操作 / masher %.1f%n", totals.get(DrillRobot.Player.MASHER));
        }
        proof.mistakes().forEach(mistake -> out.println("    " + mistake.messageIn(Locale.getDefault())));
        if (!proof.holds()) {
            parts(out, proof.expert().score());
        }
    }

    private static void parts(PrintWriter out, DrillScore score) {
        score.parts()
                .forEach(part -> out.printf(
                        "    %s %.1f / %.1f %s%n",
                        part.part().word(),
                        part.earned(),
                        part.points(),
                        part.reason().zh()));
        score.sequence()
                .ifPresent(sheet -> sheet.steps()
                        .forEach(step -> out.printf(
                                "      %s %s %.1f / %.1f%n", step.id(), step.state(), step.earned(), step.points())));
    }
}
