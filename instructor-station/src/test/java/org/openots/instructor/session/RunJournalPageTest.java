package org.openots.instructor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.tank.TankEngines;
import org.openots.instructor.tank.TankScorers;

/** The page docs/data-formats/run-journal.md tells the truth: its example is read, replayed and written again. */
class RunJournalPageTest {
    private static List<JournalEvent> example() throws IOException {
        List<JournalEvent> events = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("..", "docs", "data-formats", "run-journal.md"))) {
            if (line.startsWith("```")) {
                inside = line.equals("```json");
            } else if (inside) {
                JsonNode node = new ObjectMapper().readTree(line);
                assertThat(node.path("at").isIntegralNumber()).isTrue();
                events.add(new JournalEvent(events.size() + 1, node.path("kind").asText(), node.path("body"), 0, ""));
            }
        }
        return events;
    }

    @Test
    void theExampleIsAStory() throws IOException {
        RunStory story = RunStory.of("r20260301-080000-0a1b2c", example());
        assertThat(story.spec().owner()).isEqualTo("s07");
        assertThat(story.spec().rules()).isEqualTo(RunRules.practice());
        // the second command was rewound, the fault was not
        assertThat(story.inputs()).hasSize(2);
        assertThat(story.inputs().get(1)).isInstanceOf(RunInput.Armed.class);
        assertThat(story.resumeTick()).isEqualTo(90);
        assertThat(story.walks()).containsExactly(new Walk(75, "s07", new FieldPose(3.5, 1.65, -2, 0.4, -0.1)));
        assertThat(story.closing()).isNull();
        RunCore core = new RunRecovery(new TankEngines(), new TankScorers()).replay(story, story.resumeTick());
        assertThat(core.engine().tick()).isEqualTo(90);
        assertThat(core.engine().faults()).hasSize(1);
    }

    @Test
    void journalsOfOlderVersionsAreRead() throws IOException {
        for (String version : RunCodec.VERSIONS) {
            List<JournalEvent> events = example();
            ((ObjectNode) events.get(0).body()).put("formatVersion", version);
            RunStory story = RunStory.of("r20260301-080000-0a1b2c", events);
            assertThat(story.spec().branched()).as(version).isFalse();
            assertThat(story.inputs()).as(version).hasSize(2);
            assertThat(story.snapshots()).as(version).isEmpty();
        }
        assertThat(RunCodec.VERSIONS).containsExactly("1.0", "1.1", "1.2", "1.3", "1.4", "1.5");
    }

    @Test
    void whatIsWrittenEqualsThePage() throws IOException {
        List<JournalEvent> events = example();
        JsonNode started = events.get(0).body();
        // numbers without a fraction may be written as 0 or 0.0
        assertThat(RunCodec.spec(body(RunCodec.started(RunCodec.spec(body(started))))))
                .isEqualTo(RunCodec.spec(body(started)));
        assertThat(fieldNames(RunCodec.started(RunCodec.spec(body(started))))).isEqualTo(fieldNames(started));
        JsonNode armed = events.get(3).body();
        assertThat(fieldNames(RunCodec.armed(63, "teacher", RunCodec.order(body(armed)))))
                .isEqualTo(fieldNames(armed));
        JsonNode command = events.get(1).body();
        Operation operation = new Operation("c-1", "s07", "P-101", "start", 0, "", false);
        RunInput.Operated operated = RunCodec.operated(body(command));
        assertThat(operated.privileged()).isFalse();
        assertThat(fieldNames(RunCodec.command(operation, operated.command()))).isEqualTo(fieldNames(command));
        Operation teacher = new Operation("c-2", "teacher", "I-01", "bypass", 1, "", true);
        assertThat(RunCodec.operated(body(RunCodec.command(teacher, operated.command())))
                        .privileged())
                .isTrue();
        assertThat(fieldNames(RunCodec.rewound(118, 80, "s07")))
                .isEqualTo(fieldNames(events.get(6).body()));
        FieldPose pose = new FieldPose(3.5, 1.65, -2, 0.4, -0.1);
        assertThat(fieldNames(RunCodec.walked(75, "s07", pose)))
                .isEqualTo(fieldNames(events.get(5).body()));
        assertThat(fieldNames(RunCodec.mark(60)))
                .isEqualTo(fieldNames(events.get(2).body()));
    }

    private static EventBody body(JsonNode node) {
        return new EventBody("r1", new JournalEvent(1, "kind", node, 0, ""));
    }

    @Test
    void aFieldThatIsMissingOrOfAnotherTypeIsDamage() throws IOException {
        for (String field : new String[] {"tick", "fault", "severity", "delaySeconds", "when"}) {
            List<JournalEvent> events = example();
            ((ObjectNode) events.get(3).body()).remove(field);
            damaged(events, "4 fault-armed: " + field + " = -");
        }
        List<JournalEvent> events = example();
        ((ObjectNode) events.get(1).body()).put("tick", "38");
        damaged(events, "2 command: tick = \"38\", 0..8640000");
        events = example();
        ((ObjectNode) events.get(0).body().path("rules")).remove("freeze");
        damaged(events, "1 run-started: rules.freeze = -");
        events = example();
        ((ObjectNode) events.get(2).body()).put("tick", 99_999_999_999L);
        damaged(events, "3 tick-mark: tick = 99999999999");
        events = example();
        events.add(new JournalEvent(8, "run-closed", events.get(2).body(), 0, ""));
        events.add(new JournalEvent(9, "tick-mark", events.get(2).body(), 0, ""));
        damaged(events, "9 tick-mark");
        events = example();
        events.add(new JournalEvent(8, "run-started", events.get(0).body(), 0, ""));
        damaged(events, "8 run-started");
        events = example();
        events.add(new JournalEvent(8, "surprise", events.get(2).body(), 0, ""));
        damaged(events, "8 surprise");
    }

    private static void damaged(List<JournalEvent> events, String place) {
        assertThatThrownBy(() -> RunStory.of("r20260301-080000-0a1b2c", events))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(StationError.JOURNAL_DAMAGED))
                .hasMessageContaining(place);
    }

    private static List<String> fieldNames(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
