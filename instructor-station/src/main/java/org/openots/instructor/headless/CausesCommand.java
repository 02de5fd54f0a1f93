package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.debrief.CauseAnalysis;
import org.openots.instructor.debrief.IncidentGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sim causes}: how often the cause that was planted in an incident is ranked first. */
@Command(
        name = "causes",
        mixinStandardHelpOptions = true,
        description = {
            "检验根因分析：在随机事故中，埋入的原因是否排在第一 / tests the search for causes: is the planted cause of a random"
                    + " incident ranked first",
            "每个事故有一至两个原因和至少五个无害操作；九成以上排第一则退出码为 0 / an incident has one or two causes and"
                    + " five innocent operations or more; exit code 0 when nine of ten are ranked first"
        })
final class CausesCommand implements Callable<Integer> {
    private static final int MOST_INCIDENTS = 1000;
    private static final double GOAL = 0.9;
    /** Causes told of an incident. */
    private static final int TOLD = 3;

    @Option(names = "--incidents", defaultValue = "30", description = "事故数（缺省 30） / incidents (30 if left out)")
    private int incidents;

    @Option(names = "--seed", defaultValue = "1", description = "随机种子（缺省 1） / seed (1 if left out)")
    private long seed;

    @Option(names = "--times", description = "同时试操作和故障的其他时刻 / also try other times of operations and faults")
    private boolean times;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        Numbers.within("--incidents", incidents, 1, MOST_INCIDENTS);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        IncidentGenerator generator = new IncidentGenerator(new SuiteContent().load());
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("seed", seed).put("incidents", incidents);
        ArrayNode list = result.putArray("list");
        int found = 0;
        int plays = 0;
        for (int i = 1; i <= incidents; i++) {
            IncidentGenerator.Incident incident = generator.draw(random, i);
            CauseAnalysis analysis = CauseAnalysis.of(
                    incident.run(),
                    generator.tickSeconds(),
                    times ? CauseAnalysis.Wish.CAUSES_AND_TIMES : CauseAnalysis.Wish.CAUSES,
                    share -> {},
                    () -> false);
            plays += analysis.plays();
            boolean first =
                    incident.planted().contains(analysis.causes().get(0).deed().subject());
            found += first ? 1 : 0;
            tell(list.addObject(), incident, analysis, first);
        }
        result.put("first", found).put("plays", plays);
        output.print(result);
        return found >= Math.ceil(GOAL * incidents) ? 0 : 1;
    }

    private void tell(ObjectNode node, IncidentGenerator.Incident incident, CauseAnalysis analysis, boolean first) {
        ArrayNode planted = node.putArray("planted");
        incident.planted().forEach(planted::add);
        node.put("innocent", incident.innocent()).put("first", first).put("plays", analysis.plays());
        ArrayNode ranked = node.putArray("ranked");
        analysis.causes().stream()
                .limit(TOLD)
                .forEach(one ->
                        ranked.addObject().put("subject", one.deed().subject()).put("weight", tenths(one.weight())));
        if (times) {
            ArrayNode shifts = node.putArray("times");
            analysis.shifts().stream()
                    .limit(TOLD)
                    .forEach(one -> shifts.addObject()
                            .put("subject", one.deed().subject())
                            .put("seconds", tenths(one.seconds()))
                            .put("gain", tenths(one.gain()))
                            .put("trips", one.then().trips() - analysis.harm().trips()));
        }
    }

    private static double tenths(double value) {
        return Math.rint(value * 10) / 10;
    }
}
