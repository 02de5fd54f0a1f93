package org.openots.instructor.strategy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.openots.common.json.Findings;

/** Exam strategies of the tests: short ones, sealed in the data folder of a station that is not started yet. */
public final class SealedExams {
    /** The strategy's id; its version is 1. */
    public static final String ID = "EX-SHORT";

    private SealedExams() {}

    /** The exam of the tests as a document that can still be changed. */
    public static ObjectNode document() {
        ObjectNode json = (ObjectNode) StrategyFiles.json("exam");
        json.put("id", ID).put("version", 1);
        json.remove("state");
        ((ObjectNode) json.path("security")).putArray("allowedStations").add("ROOM-3:*");
        return json;
    }

    /**
     * Gives it other sections, which also sets the total time and the rubrics.
     *
     * @param document the document
     * @param sections in the form of the file
     * @param rubrics of their tasks
     */
    public static ObjectNode sections(ObjectNode document, List<ObjectNode> sections, String... rubrics) {
        ArrayNode list = ((ObjectNode) document.path("paper")).putArray("sections");
        sections.forEach(list::add);
        int total = sections.stream()
                .mapToInt(section -> section.path("timeLimitSec").asInt())
                .sum();
        ObjectNode time = (ObjectNode) document.path("time");
        time.put("totalSec", total).put("earlyHandIn", "allowed").put("lateEntrySec", Math.max(1, total / 2));
        time.putArray("warnAtRemainingSec").add(Math.max(1, total / 4));
        ObjectNode scoring = (ObjectNode) document.path("scoring");
        ArrayNode names = scoring.putArray("rubrics");
        List.of(rubrics).forEach(names::add);
        scoring.remove("sectionMinimum");
        return document;
    }

    /** A section of a file. */
    public static ObjectNode section(String id, String condition, double weight, int seconds, String... pool) {
        ObjectNode node = StrategyFiles.MAPPER.createObjectNode();
        node.put("id", id).putObject("title").put("zh", "部分" + id).put("en", "Section " + id);
        node.put("unit", "ethanol-water-rig").put("initialCondition", condition);
        node.put("weight", weight).put("timeLimitSec", seconds);
        ObjectNode pick = node.putObject("pick");
        ArrayNode list = pick.putArray("pool");
        List.of(pool).forEach(list::add);
        pick.put("count", 1);
        pick.putObject("equating")
                .put("metric", "p-difficulty")
                .put("target", 0.6)
                .put("tolerance", 0.1)
                .put("minN", 40);
        return node;
    }

    /** Has it reviewed, solved and sealed in a data folder. */
    public static void seal(Path data, ObjectNode document) {
        try (StrategyStore store = new StrategyStore(
                data.resolve("strategies"), Clock.systemUTC(), StrategyFiles.content())) {
            String id = document.path("id").asText();
            Strategy strategy = StrategyReader.read(
                    id, document.toString().getBytes(StandardCharsets.UTF_8), Findings.throwing());
            StrategyView draft = store.save("", strategy, "writer");
            StrategyView read = store.review(id, 1, draft.token(), "reader");
            StrategyView solved = store.dryRun(passed(read.newest()), read.token(), "reader");
            store.seal(id, 1, solved.token(), "exam-officer");
        }
    }

    /** A dry run that passed; robots are tried elsewhere. */
    private static DryRun passed(StrategyVersion version) {
        DryRun.Part part = new DryRun.Part(
                "S1",
                "ethanol-water-rig",
                "A-3",
                "",
                60,
                Optional.of(100.0),
                0,
                List.of(),
                List.of(),
                DryRun.Verdict.PASSED);
        return new DryRun(version.document().id(), 1, version.hash(), "test", List.of(part));
    }
}
