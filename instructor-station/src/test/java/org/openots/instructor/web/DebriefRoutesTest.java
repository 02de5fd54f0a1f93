package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.tank.Await;
import org.openots.instructor.tank.TankEngine;
import org.openots.instructor.tank.TankLibrary;

/** Debriefs over HTTP: who gets which, what is in them, and how their making is watched and stopped. */
class DebriefRoutesTest {
    private static final String MARK = "XQZ7";

    @TempDir
    private static Path data;

    private static StationFixture station;
    private static Client student;
    private static Client teacher;
    private static String run;
    private static String again;
    private static String foreign;

    @BeforeAll
    static void start() {
        station = StationFixture.start(data).withPeople();
        student = station.as("s1");
        teacher = station.as("instructor");
        run = closed(student);
        again = closed(student);
        foreign = closed(station.as("s2"));
    }

    private static String closed(Client who) {
        String id = station.run(who, TankLibrary.PRACTICE);
        teacher.post("/api/runs/" + id + "/faults", Map.of("fault", TankEngine.CANARY, "severity", 1))
                .expect(201);
        who.operate(id, "HV-101", "position", 3).expect(200);
        Await.until(
                "the fault acts",
                () -> teacher.get("/api/runs/" + id + "/events").body().contains(MARK));
        who.post("/api/runs/" + id + "/close", Map.of()).expect(200);
        return id;
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static String path(String id) {
        return "/api/runs/" + id + "/debrief";
    }

    private static byte[] made(Client who, String id, String format, String lang) {
        JsonNode begun = who.post(path(id), Map.of("format", format, "lang", lang))
                .expect(202)
                .json();
        String k = begun.path("k").asText();
        Await.until("the file is made", () -> {
            JsonNode view = who.get(path(id) + "/" + k).expect(200).json();
            assertThat(view.path("state").asText()).as(view.toString()).isNotEqualTo("failed");
            return view.path("state").asText().equals("done");
        });
        assertThat(who.get(path(id) + "/" + k).json().path("progress").asDouble())
                .isEqualTo(1);
        return who.bytes(path(id) + "/" + k + "/file");
    }

    private static String pdf(byte[] file) throws IOException {
        PdfReader reader = new PdfReader(file);
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }

    private static Map<String, String> zip(byte[] file) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void theTeachersFilesTellTheFaultAndTheTraineesDoNot() throws IOException {
        JsonNode whole = new ObjectMapper().readTree(made(teacher, run, "data", "zh"));
        assertThat(whole.path("format").asText()).isEqualTo("openots-debrief");
        assertThat(whole.path("formatVersion").asText()).isEqualTo("1.0");
        assertThat(whole.path("marks").toString()).contains("\"fault\"", MARK, "HV-101");
        assertThat(whole.path("interventions")).isNotEmpty();
        JsonNode own = new ObjectMapper().readTree(made(student, run, "data", "zh"));
        assertThat(own.path("marks").toString()).contains("HV-101").doesNotContain("\"fault\"");
        assertThat(own.has("interventions")).isFalse();
        assertThat(own.has("causes")).isFalse();
        String printed = pdf(made(teacher, run, "pdf", "en"));
        assertThat(printed).contains("Debrief", run, "Timeline", "EEMUA 191", "Interventions", MARK);
        assertThat(pdf(made(student, run, "pdf", "en")))
                .contains("Debrief", run)
                .doesNotContain("Interventions", MARK);
        assertThat(made(student, run, "pdf", "en")).isEqualTo(made(student, run, "pdf", "en"));
        Map<String, String> mine = zip(made(student, run, "zip", "en"));
        assertThat(mine).containsOnlyKeys("index.html", "viewer.css", "viewer.js", "data.js");
        assertThat(mine.get("data.js")).startsWith("window.openotsDebrief = ").contains("\"language\":\"en\"");
        assertThat(String.join("\n", mine.values())).doesNotContain(MARK, "http://localhost", "https:");
        assertThat(zip(made(teacher, run, "zip", "zh")).get("data.js")).contains(MARK);
        assertThat(student.received()).doesNotContain(MARK);
    }

    @Test
    void nobodyGetsWhatIsNotHis() {
        student.post(path(foreign), Map.of("format", "data")).refused(403, "OTS-AUTH-006");
        student.get("/api/runs/" + foreign + "/comparable").refused(403, "OTS-AUTH-006");
        String k = teacher.post(path(run), Map.of("format", "pdf"))
                .expect(202)
                .json()
                .path("k")
                .asText();
        student.get(path(run) + "/" + k).expect(404);
        student.delete(path(run) + "/" + k).expect(404);
        student.get(path(run) + "/" + k + "/file").expect(404);
        teacher.get(path(again) + "/" + k).expect(404);
        teacher.post(path(run), Map.of("format", "docx")).refused(400, "OTS-WEB-013");
        teacher.post(path(run), Map.of("format", "pdf", "lang", "de")).refused(400, "OTS-WEB-013");
        teacher.post(path(run), Map.of("format", "pdf", "x", 1)).refused(400, "OTS-WEB-003");
        teacher.post(path("none"), Map.of("format", "pdf")).expect(404);
        // how far it is by now is a matter of chance; that a stop works is tried at the desk itself
        teacher.delete(path(run) + "/" + k).expect(200);
    }

    @Test
    void runsOfTheSameTaskStandBesideARun() {
        JsonNode own =
                student.get("/api/runs/" + run + "/comparable").expect(200).json();
        assertThat(own).extracting(row -> row.path("id").asText()).containsExactly(again);
        String all = "/api/runs/" + run + "/comparable";
        assertThat(teacher.get(all).expect(200).json())
                .extracting(row -> row.path("id").asText())
                .containsExactlyInAnyOrder(again, foreign);
        assertThat(teacher.get(all + "?q=S2").expect(200).json())
                .extracting(row -> row.path("id").asText())
                .containsExactly(foreign);
        assertThat(teacher.get(all + "?q=nobody").expect(200).json()).isEmpty();
        assertThat(teacher.get(all + "?to=1").expect(200).json()).isEmpty();
        teacher.get(all + "?from=x").refused(400, "OTS-WEB-006");
        teacher.get(all + "?q=" + "x".repeat(65)).expect(400);
    }
}
