package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.openots.dcs.twin.FitResult;
import org.openots.dcs.twin.TwinPack;
import org.openots.dcs.twin.study.TwinStudy;
import org.openots.instructor.session.MonotonicClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bridge twin-study}: how good the digital twin is, with virtual rigs whose truth is known. */
@Command(
        name = "twin-study",
        mixinStandardHelpOptions = true,
        description = {
            "用虚拟装置检验数字孪生 / how good the digital twin is, with virtual rigs",
            "对每台失配的虚拟装置：参数估计与真值、未见过的输入下的预测、无故障时的误报、2 sigma 读数故障的检出、参数变化的跟踪。",
            "For each rig that differs from the model: estimates against the truth, prediction at inputs not seen before, false"
                    + " alarms, readings wrong by 2 sigma, a parameter that changes."
        })
final class BridgeTwinStudyCommand implements Callable<Integer> {
    private static final double MINUTE = 60;

    @Option(names = "--plant", required = true, description = "装置编号 / plant id")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String plant;

    @Option(
            names = "--mismatch",
            split = ",",
            defaultValue = "0,1,2,3",
            description =
                    "失配编号，逗号分隔，0 为与模型相同 / numbers of the rigs, 0 for one like the model; ${DEFAULT-VALUE} if left out")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<Integer> mismatches;

    @Option(names = "--seed", defaultValue = "7", description = "噪声的随机种子 / seed of the noise")
    private long seed;

    @Option(names = "--settle", defaultValue = "2h", description = "记录前的运行时间 / time of a rig before it is recorded")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String settle;

    @Option(names = "--calibrate", defaultValue = "1h", description = "标定记录的长度 / length of the record for the fit")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String calibrate;

    @Option(names = "--watch", defaultValue = "8h", description = "统计误报的无故障时间 / time without faults to count alarms")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String watch;

    @Option(names = "--unseen", defaultValue = "1h", description = "新输入下的预测时间 / time at other inputs")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String unseen;

    @Option(
            names = "--track",
            defaultValue = "30min",
            description = "跟踪热损失变化的时间 / time to follow a change of heat loss")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String track;

    @Option(
            names = "--false-alarms",
            defaultValue = "0.5",
            description = "全部位号 8 小时内允许的误报 / false alarms wanted in 8 h over all tags, ${DEFAULT-VALUE} if left out")
    private double falseAlarms;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        TwinStudy.Settings settings = new TwinStudy.Settings(
                Durations.seconds("--settle", settle, 0),
                Durations.seconds("--calibrate", calibrate, 10 * MINUTE),
                Durations.seconds("--watch", watch, 3 * MINUTE),
                Durations.seconds("--unseen", unseen, 5 * MINUTE),
                Durations.seconds("--track", track, 0),
                Numbers.within("--false-alarms", falseAlarms, 1e-3, 1e3));
        mismatches.forEach(number -> Numbers.within("--mismatch", number, 0, Integer.MAX_VALUE));
        TwinStudy study = new TwinStudy(TwinPack.shipped(plant), settings, MonotonicClock.system()::nanos);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("plant", plant);
        ArrayNode rigs = answer.putArray("rigs");
        ProgressLine progress = ProgressLine.of(output);
        for (int number : mismatches) {
            tell(rigs.addObject(), study.run(number, seed));
            progress.at(rigs.size(), mismatches.size());
        }
        progress.end();
        output.print(answer);
        return 0;
    }

    private static void tell(ObjectNode rig, TwinStudy.Result result) {
        rig.put("mismatch", result.mismatch());
        ArrayNode parameters = rig.putArray("parameters");
        for (FitResult.Estimate estimate : result.fit().parameters()) {
            parameters
                    .addObject()
                    .put("id", estimate.id())
                    .put("value", estimate.value())
                    .put("sigma", estimate.sigma())
                    .put("truth", result.truth().get(estimate.id()))
                    .put("identifiable", estimate.identifiable());
        }
        rig.put("heatLossShare", result.lossShare()).put("trueHeatLossShare", result.trueLossShare());
        rig.putObject("fit")
                .put("seconds", result.fitSeconds())
                .put("runs", result.fit().evaluations())
                .put("condition", result.fit().condition())
                .put("rootMeanSquare", result.fit().rootMeanSquare());
        TwinStudy.Watched watched = result.watched();
        ObjectNode quiet = rig.putObject("withoutFaults")
                .put("seconds", watched.seconds())
                .put("alarms", watched.alarms())
                .put("jointAlarms", watched.joint());
        watched.outputs().forEach(quiet.putArray("outputs")::add);
        TwinStudy.Unseen other = result.unseen();
        rig.putObject("unseenInputs")
                .put("blockMeans", other.blocks())
                .put("shareWithin2Sigma", other.within())
                .put("worstSigma", other.worst())
                .put("worstOutput", other.worstOutput());
        TwinStudy.Faults faults = result.faults();
        ObjectNode wrong = rig.putObject("wrongReadings")
                .put("tried", faults.tried())
                .put("found", faults.found())
                .put("medianSamples", faults.medianSamples())
                .put("worstSamples", faults.worstSamples());
        ObjectNode errors = wrong.putObject("twoSigma");
        faults.errors().forEach(errors::put);
        TwinStudy.Tracking tracking = result.tracking();
        ObjectNode followed = rig.putObject("tracking");
        put(followed, "seconds", tracking.seconds());
        put(followed, "relativeError", tracking.error());
        put(followed, "stepMilliseconds", tracking.stepMilliseconds());
    }

    /** JSON has no NaN. */
    private static void put(ObjectNode node, String field, double value) {
        if (Double.isNaN(value)) {
            node.putNull(field);
        } else {
            node.put(field, value);
        }
    }
}
