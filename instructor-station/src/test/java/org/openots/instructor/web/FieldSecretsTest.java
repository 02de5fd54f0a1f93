package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.signal.Signal;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.Frames;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.content.SuiteContent;
import org.openots.simulator.engine.FieldSignals;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.plant.PlantPack;

/** What is told in the field is the same on every way to a student's computer, and none of them tells what is hidden. */
class FieldSecretsTest {
    private static final String WRONG = "dust-mask";
    private static final String RIGHT = "helmet,antistatic-suit,goggles,chemical-gloves,antistatic-shoes";

    @TempDir
    private static Path data;

    private static StationFixture station;

    @BeforeAll
    static void start() {
        station = StationFixture.start(StationFixture.config(data, Double.POSITIVE_INFINITY), new SuiteContent().load())
                .withPeople();
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static boolean full(JsonNode frame) {
        return frame.path("type").asText().equals("full");
    }

    private static String begin(Client student, String task) {
        boolean drill = task.startsWith("M1-");
        return student.post(drill ? "/api/my/drills" : "/api/my/runs", Map.of(drill ? "drill" : "task", task))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static JsonNode recording(String run) {
        return station.as("instructor")
                .get("/api/runs/" + run + "/field-recording")
                .expect(200)
                .json();
    }

    private static void close(Client student, String run) {
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
    }

    private static void wear(Client student, String run, String items) {
        student.post(
                        "/api/runs/" + run + "/commands",
                        Map.of("cid", UUID.randomUUID().toString(), "target", "PPE", "verb", "wear", "text", items))
                .expect(200);
    }

    @ParameterizedTest
    @CsvSource({"ethanol-water-rig, A-1", "debutanizer, M1-B-J1", "ethanol-water-column, M1-C-J1"})
    void socketRecordingAndPackCarryTheSameSignals(String plant, String task) {
        Client student = station.as("s1");
        String run = begin(student, task);
        Frames frames = new Frames();
        WebSocket socket = student.socket("/ws/runs/" + run + "/field", frames);
        Set<String> sent = names(frames.next(FieldSecretsTest::full).path("v"));
        socket.abort();
        List<String> listed = student.get("/api/field/pack?run=" + run)
                .expect(200)
                .json()
                .path("signals")
                .findValuesAsText("signal");
        close(student, run);
        Set<String> recorded = names(recording(run).path("frames").path(0).path("v"));

        PlantPack pack = PlantPack.shipped(plant);
        List<String> defined = new FieldSignals(pack)
                .told(PlantSignals.of(pack).table()).stream().map(Signal::name).toList();
        assertThat(sent).contains("PPE", "RADIO.COUNT").containsExactlyInAnyOrderElementsOf(defined);
        assertThat(listed).containsExactlyElementsOf(defined);
        assertThat(recorded).containsExactlyInAnyOrderElementsOf(defined);
    }

    /** The values of PPE that came, in their order. */
    private static List<Integer> worn(Frames frames, WebSocket socket) {
        List<Integer> values = new ArrayList<>();
        int[] after = {0};
        frames.next(frame -> {
            if (frame.path("v").has("PPE")) {
                values.add(frame.path("v").path("PPE").asInt(-1));
            }
            boolean last = frame.path("v").path("HV-713").asDouble() > 0 || after[0] > 0;
            return last && ++after[0] > 3;
        });
        socket.abort();
        return values;
    }

    @Test
    void noBrowserSocketAndNoRecordingTellsWhetherTheRightEquipmentIsWorn() {
        Client student = station.as("s2");
        Client teacher = station.as("instructor");
        String run = begin(student, "A-1");
        Frames frames = new Frames();
        Frames mirror = new Frames();
        WebSocket own = student.socket("/ws/runs/" + run, frames);
        WebSocket teachers = teacher.socket("/ws/runs/" + run, mirror);
        JsonNode first = frames.next(FieldSecretsTest::full);
        assertThat(first.path("v").path("PPE").asInt(-1)).isZero();
        assertThat(first.path("v").has("FIC-701.SP"))
                .as("a screen of the control room")
                .isTrue();
        JsonNode all = mirror.next(FieldSecretsTest::full);
        assertThat(all.path("v").has("HIDDEN.CHECK.CP-01"))
                .as("there is something to hide")
                .isTrue();

        wear(student, run, WRONG);
        assertThat(frames.next(frame -> frame.path("v").has("PPE"))
                        .path("v")
                        .path("PPE")
                        .asInt())
                .as("something is worn")
                .isEqualTo(1);
        Frames again = new Frames();
        WebSocket fresh = student.socket("/ws/runs/" + run, again);
        assertThat(again.next(FieldSecretsTest::full).path("v").path("PPE").asInt(-1))
                .isEqualTo(1);
        fresh.abort();
        String trend = "/api/runs/" + run + "/trend?tags=PPE,PPE";
        JsonNode told = student.get(trend).expect(200).json().path("series").path("PPE");
        assertThat(told.get(0).asInt()).isZero();
        assertThat(told.get(told.size() - 1).asInt()).isEqualTo(1);
        assertThat(teacher.get(trend).expect(200).json().path("series").path("PPE"))
                .allMatch(value -> value.asInt() == 0);

        wear(student, run, RIGHT);
        assertThat(mirror.next(frame -> frame.path("v").has("PPE"))
                        .path("v")
                        .path("PPE")
                        .asInt())
                .as("the instructor is told when it is the right one")
                .isEqualTo(1);
        student.operate(run, "HV-713", "position", 40).expect(200);
        assertThat(worn(frames, own)).as("nothing changes for the student").isEmpty();
        teachers.abort();
        String received = student.received();
        close(student, run);
        assertThat(received).contains("\"PPE\"").doesNotContain(Signal.HIDDEN);

        JsonNode film = recording(run);
        assertThat(film.toString()).doesNotContain(Signal.HIDDEN);
        assertThat(film.path("frames").findValuesAsText("PPE")).containsExactly("0", "1");
    }

    @Test
    void aRecordingHoldsWhatAnInspectionFinds() {
        Client student = station.as("s1");
        String run = begin(student, "A-5");
        close(student, run);
        JsonNode frames = recording(run).path("frames");
        assertThat(frames.path(0).path("defects"))
                .hasSize(5)
                .allMatch(one -> one.path("point").asText().startsWith("CP-"));
        for (int i = 1; i < frames.size(); i++) {
            assertThat(frames.path(i).has("defects")).as("as the frame before").isFalse();
        }
    }
}
