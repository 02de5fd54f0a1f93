package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.openots.common.error.OtsException;
import org.openots.dcs.twin.FaultSignatures;
import org.openots.dcs.twin.TwinPack;
import org.openots.dcs.twin.study.SignatureStudy;
import org.openots.simulator.fault.FaultDefinition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bridge twin-signatures}: what the faults of a plant do to the residuals of its twin. */
@Command(
        name = "twin-signatures",
        mixinStandardHelpOptions = true,
        description = {
            "生成数字孪生的故障特征表 / make the table of what faults do to the digital twin",
            "在虚拟装置上逐个注入故障，记录残差的方向和大小；--check 用失配的虚拟装置检验排序。",
            "Plays every fault on a virtual rig and grades the residuals; --check measures the ranking on rigs that differ from"
                    + " the model."
        })
final class BridgeTwinSignaturesCommand implements Callable<Integer> {
    private static final double MINUTE = 60;

    @Option(names = "--plant", required = true, description = "装置编号 / plant id")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String plant;

    @Option(names = "--out", required = true, description = "写入的文件 / file to write")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(names = "--fault", description = "只用这些故障，缺省为全部 / these faults only, all if left out")
    private List<String> faults = List.of();

    @Option(names = "--check", split = ",", description = "检验用的失配编号 / numbers of the rigs to measure the ranking with")
    private List<Integer> checks = List.of();

    @Option(names = "--seed", defaultValue = "1", description = "噪声的随机种子 / seed of the noise")
    private long seed;

    @Option(names = "--settle", defaultValue = "2h", description = "记录前的运行时间 / time of a rig before it is recorded")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String settle;

    @Option(names = "--calibrate", defaultValue = "1h", description = "标定记录的长度 / length of the record for the fit")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String calibrate;

    @Option(
            names = "--patience",
            defaultValue = "30min",
            description = "等待报警的时间 / time within which a fault must be found")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String patience;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        TwinPack twin = TwinPack.shipped(plant);
        List<String> known =
                twin.pack().faults().stream().map(FaultDefinition::id).toList();
        for (String fault : faults) {
            if (!known.contains(fault)) {
                throw new OtsException(HeadlessError.NOT_A_CHOICE, "--fault", fault, String.join(", ", known));
            }
        }
        checks.forEach(number -> Numbers.within("--check", number, 0, Integer.MAX_VALUE));
        SignatureStudy.Settings settings = new SignatureStudy.Settings(
                Durations.seconds("--settle", settle, 0),
                Durations.seconds("--calibrate", calibrate, 10 * MINUTE),
                Durations.seconds("--patience", patience, MINUTE),
                SignatureStudy.Settings.USUAL.falseAlarms(),
                faults);
        int total = (faults.isEmpty() ? known.size() : faults.size()) * (1 + checks.size());
        ProgressLine progress = ProgressLine.of(output);
        AtomicInteger done = new AtomicInteger();
        SignatureStudy study = new SignatureStudy(twin, settings, fault -> progress.at(done.incrementAndGet(), total));
        FaultSignatures table = study.make(seed);
        OutFile.write(out, lines(table).getBytes(StandardCharsets.UTF_8));
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("file", out.toString())
                .put("faults", table.faults().size());
        ArrayNode rankings = answer.putArray("rankings");
        for (int number : checks) {
            tell(rankings.addObject(), study.check(table, number, seed + 1 + number));
        }
        progress.end();
        output.print(answer);
        return 0;
    }

    /** A line for each fault, so that changes can be read. */
    private static String lines(FaultSignatures table) {
        return table.json().toString().replace("{\"id\"", "\n  {\"id\"").replace("\"faults\":", "\n \"faults\":")
                + "\n";
    }

    private static void tell(ObjectNode node, SignatureStudy.Ranking ranking) {
        node.put("mismatch", ranking.mismatch()).put("played", ranking.played()).put("found", ranking.found());
        node.put("medianSeconds", Double.isNaN(ranking.medianSeconds()) ? 0 : ranking.medianSeconds());
        ranking.first().forEach(node.putArray("rankedFirst")::add);
        ranking.amongThree().forEach(node.putArray("amongFirstThree")::add);
        ranking.missed().forEach(node.putArray("missed")::add);
        ranking.confused().forEach(node.putArray("confused")::add);
    }
}
