package org.openots.instructor.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.CommandLineRun;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.statistics.KnowledgeTracing;
import org.openots.instructor.statistics.ScoredClass;
import org.openots.instructor.store.Database;
import org.openots.instructor.store.RunIndex;

/** Skills of a class and its results as files, over HTTP and by the command line, from the same station. */
class TrainingResultsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long DAY = 86_400_000L;
    private static final long BEGIN = Instant.parse("2026-03-02T08:00:00Z").toEpochMilli();

    @TempDir
    private static Path data;

    private static StationFixture station;
    private static String real;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(data.resolve("skills"));
        Files.writeString(data.resolve("skills").resolve("ours.json"), "{\"format\": \"skill-evidence\"}");
        station = StationFixture.start(StationFixture.config(data, Double.POSITIVE_INFINITY), new SuiteContent().load())
                .withPeople();
        ScoredClass.fill(data, "A-5", List.of("s1", "s2"), 3, BEGIN);
        ScoredClass.fill(data, "R-09", List.of("s2"), 5, BEGIN + DAY);
        ScoredClass.fill(data, "R-15", List.of("s1"), 5, BEGIN + 2 * DAY);
        try (Database database = Database.open(data, Clock.systemUTC())) {
            RunIndex index = new RunIndex(database);
            index.put(row("rig", "s2", true, false, null, null));
            index.put(row("virtual", "s2", true, true, null, null));
            index.put(row("branch", "s1", false, false, "rig", null));
            index.put(row("exam", "s1", false, false, null, "X-1"));
        }
        Client student = station.as("s1");
        real = station.run(student, "A-2");
        student.post("/api/runs/" + real + "/close", Map.of()).expect(200);
    }

    private static RunIndex.Row row(
            String id,
            String owner,
            boolean measured,
            boolean virtual,
            @Nullable String branch,
            @Nullable String exam) {
        return new RunIndex.Row(
                id, owner, "ethanol-water-rig", "R-03", BEGIN, measured, virtual, true, 70.0, 90.5, "h", branch, exam);
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static JsonNode function(JsonNode answer, String id) {
        for (JsonNode one : answer.path("functions")) {
            if (one.path("id").asText().equals(id)) {
                return one;
            }
        }
        throw new AssertionError("no function " + id);
    }

    @Test
    void masteryIsTracedFromTheItemsThatShowASkill() {
        JsonNode mine = station.as("s1")
                .get("/api/my/skills?certificate=JL")
                .expect(200)
                .json();
        JsonNode skill = function(mine, "JL-3").at("/skills/1");
        assertThat(skill.path("id").asText()).isEqualTo("JL-3.defects");
        boolean well = skill.path("share").asDouble() >= 0.6;
        assertThat(skill.path("trials").asInt()).isEqualTo(1);
        assertThat(skill.path("mastery").asDouble()).isCloseTo(KnowledgeTracing.USUAL.mastery(well), within(1e-12));
        assertThat(skill.at("/parameters/fitted").asInt()).isZero();
        assertThat(skill.at("/parameters/slip").asDouble()).isEqualTo(0.1);
        assertThat(function(mine, "JL-1").at("/skills/1").has("mastery"))
                .as("nothing trains it, so nothing is said")
                .isFalse();
        assertThat(function(mine, "JL-9").at("/skills/0/trials").asInt())
                .as("the runs of another student are not his")
                .isZero();
        assertThat(mine.toString()).doesNotContain("s2", "人s2");
    }

    @Test
    void theNextTaskHasItsReasonAndIsAlwaysTheSame() {
        Client student = station.as("s1");
        String first = student.get("/api/my/skills?certificate=JL").expect(200).body();
        assertThat(student.get("/api/my/skills?certificate=JL").body()).isEqualTo(first);
        JsonNode answer = read(first);
        JsonNode next = answer.path("next");
        double weakest = next.path("mastery").asDouble();
        for (JsonNode one : answer.path("functions")) {
            boolean ready = true;
            for (JsonNode needed : one.path("after")) {
                JsonNode before = function(answer, needed.asText());
                ready &= before.path("mastery").asDouble() >= 0.6
                        || before.path("tasks").isEmpty();
            }
            if (ready && !one.path("tasks").isEmpty()) {
                assertThat(one.path("mastery").asDouble()).isGreaterThanOrEqualTo(weakest);
            }
        }
        assertThat(next.at("/task/kind").asText()).isEqualTo("run");
        assertThat(next.path("share").asDouble()).isBetween(0.2, 1.0);
        assertThat(answer.at("/certificate").asText()).isEqualTo("JL");
        JsonNode hazop =
                student.get("/api/my/skills?certificate=HA").expect(200).json();
        assertThat(hazop.at("/next/task/level").asText()).isEqualTo("junior");
        student.get("/api/my/skills?certificate=XX").refused(404, "OTS-SKILL-008");
    }

    @Test
    void aClassIsToldWhatToTrainAndWho() {
        Client instructor = station.as("instructor");
        JsonNode answer = instructor
                .get("/api/skills?class=HG1&certificate=JL")
                .expect(200)
                .json();
        assertThat(answer.path("students")).hasSize(2);
        assertThat(answer.path("students").get(0).path("mastery")).hasSize(9);
        assertThat(answer.path("next")).hasSizeBetween(1, 3);
        JsonNode next = answer.path("next").get(0);
        assertThat(next.path("students")).isNotEmpty();
        double before = 0;
        for (JsonNode one : next.path("students")) {
            assertThat(one.path("mastery").asDouble()).isBetween(before, 0.6);
            before = one.path("mastery").asDouble();
        }
        instructor.get("/api/skills?class=none").refused(404, "OTS-SKILL-009");
        station.as("s1").get("/api/skills").refused(403, "OTS-AUTH-005");
    }

    @Test
    void subjectsComeFromTheCatalogueWithWhatIsMissing() {
        Client instructor = station.as("instructor");
        JsonNode answer = instructor.get("/api/subjects").expect(200).json();
        Set<String> tasks = new TreeSet<>();
        answer.path("tasks").forEach(task -> tasks.add(task.path("id").asText()));
        instructor
                .get("/api/tasks")
                .json()
                .forEach(task -> assertThat(tasks).contains(task.path("id").asText()));
        instructor
                .get("/api/hazop/tasks")
                .json()
                .forEach(task -> assertThat(tasks).contains(task.path("id").asText()));
        assertThat(answer.path("mistakes")).as("the school's file is wrong").isNotEmpty();
        assertThat(answer.at("/certificates/0/functions/0/skills/3/tasks").asInt())
                .isZero();
        JsonNode outline = instructor.get("/api/subjects/A-5").expect(200).json();
        assertThat(outline.path("items")).hasSize(5);
        assertThat(outline.at("/items/3/skills/0/en").asText()).isEqualTo("Finding and reporting defects");
        instructor.get("/api/subjects/none").refused(404, "OTS-CAT-002");
        station.as("s1").get("/api/subjects/A-5").refused(403, "OTS-AUTH-005");
        station.as("supervisor").get("/api/subjects/A-5").refused(403, "OTS-AUTH-005");
    }

    private static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<JsonNode> lines(byte[] file) {
        List<JsonNode> all = new ArrayList<>();
        new String(file, StandardCharsets.UTF_8).lines().forEach(line -> all.add(read(line)));
        return all;
    }

    @Test
    void statementsAreTheSameAgainAndSayNoNames() {
        Client instructor = station.as("instructor");
        byte[] file = instructor.bytes("/api/results?format=xapi");
        assertThat(instructor.bytes("/api/results?format=xapi")).isEqualTo(file);
        assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain("人s1", "HG1", "branch", "X-1");
        Set<String> ids = new TreeSet<>();
        Set<String> verbs = new TreeSet<>();
        for (JsonNode one : lines(file)) {
            UUID id = UUID.fromString(one.path("id").asText());
            assertThat(id.version()).isEqualTo(5);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(ids.add(id.toString())).isTrue();
            String verb = one.at("/verb/id").asText();
            verbs.add(verb.substring(verb.lastIndexOf('/') + 1));
            assertThat(one.at("/actor/account/homePage").asText()).isEqualTo("urn:openots");
            assertThat(one.at("/object/id").asText()).startsWith("urn:openots:task:");
            JsonNode score = one.at("/result/score");
            if (!score.isMissingNode()) {
                assertThat(score.path("scaled").asDouble()).isBetween(0.0, 1.0);
                assertThat(score.path("max").asInt()).isEqualTo(100);
            }
        }
        assertThat(verbs).contains("initialized", "progressed", "scored", "passed", "failed", "completed");
        List<JsonNode> mine = lines(file).stream()
                .filter(one ->
                        one.at("/context/extensions/urn:openots:run").asText().equals(real))
                .toList();
        assertThat(mine).hasSize(5);
        JsonNode done = mine.get(4);
        assertThat(java.time.Duration.parse(done.at("/result/duration").asText()))
                .isPositive();
        assertThat(done.at("/context/extensions/urn:openots:engine").asText()).isNotBlank();
        assertThat(done.at("/context/extensions/urn:openots:journal-sha256").asText())
                .hasSize(64);
        assertThat(done.at("/context/extensions/urn:openots:strategy").asText()).startsWith("TR-");
        assertThat(done.at("/id").asText())
                .isEqualTo(NamedUuid.of(real + " completed").toString());
    }

    /** RFC 9562, appendix A.4. */
    @Test
    void idsAreThoseOfTheStandard() {
        assertThat(NamedUuid.of(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void jsonSaysWhatARunWasMadeWith() {
        Client supervisor = station.as("supervisor");
        JsonNode all = read(
                new String(supervisor.bytes("/api/results?format=json&actor=name&class=HG1"), StandardCharsets.UTF_8));
        assertThat(all.path("format").asText()).isEqualTo("results");
        Map<String, JsonNode> byId = new java.util.TreeMap<>();
        all.path("results").forEach(one -> byId.put(one.path("id").asText(), one));
        assertThat(byId).doesNotContainKeys("branch", "exam").hasSize(7);
        assertThat(Objects.requireNonNull(byId.get("rig")).path("evidence").asText())
                .isEqualTo("recorded");
        assertThat(Objects.requireNonNull(byId.get("virtual")).path("evidence").asText())
                .isEqualTo("recorded-virtual");
        JsonNode one = Objects.requireNonNull(byId.get(real));
        assertThat(one.path("name").asText()).isEqualTo("人s1");
        assertThat(one.path("function").asText()).isEqualTo("JL-5");
        assertThat(one.path("journalIntact").asBoolean()).isTrue();
        assertThat(one.path("rubricSha256").asText()).hasSize(64);
        assertThat(one.path("items")).hasSize(9);
        JsonNode some = read(new String(
                supervisor.bytes("/api/results?format=json&from=2026-03-03&to=2026-03-04"), StandardCharsets.UTF_8));
        assertThat(some.path("results")).hasSize(2);
        supervisor.get("/api/results?from=yesterday").refused(400, "OTS-SKILL-011");
        supervisor.get("/api/results?from=2026-03-04&to=2026-03-03").refused(400, "OTS-SKILL-015");
        supervisor.get("/api/results?class=HG1&plan=4").refused(404, "OTS-SKILL-010");
        supervisor.get("/api/results?format=xapi&base=no%20iri").refused(400, "OTS-SKILL-012");
        supervisor.get("/api/results?format=csv").refused(400, "OTS-WEB-013");
        station.as("s1").get("/api/results").refused(403, "OTS-AUTH-005");
    }

    @Test
    void theCommandWritesTheSameFromTheRunningStation(@TempDir Path out) throws IOException {
        Client instructor = station.as("instructor");
        for (String format : List.of("xapi", "json")) {
            Path file = out.resolve("r." + format);
            CommandLineRun run = CommandLineRun.of(
                    "results", "export", "--data", data.toString(), "--format", format, "--out", file.toString());
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(Files.readAllBytes(file)).isEqualTo(instructor.bytes("/api/results?format=" + format));
        }
        Path book = out.resolve("r.xlsx");
        assertThat(CommandLineRun.of(
                                "results",
                                "export",
                                "--data",
                                data.toString(),
                                "--format",
                                "xlsx",
                                "--out",
                                book.toString(),
                                "--actor",
                                "name",
                                "--lang",
                                "en")
                        .code())
                .isZero();
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(book)))) {
            assertThat(read.getSheetAt(1).getLastRowNum()).isEqualTo(7);
            assertThat(read.getSheetAt(1).getRow(0).getCell(1).getStringCellValue())
                    .isEqualTo("Name");
            assertThat(read.getSheetAt(1).getRow(1).getCell(1).getCellStyle().getQuotePrefixed())
                    .isTrue();
        }
        CommandLineRun nothing = CommandLineRun.of(
                "results", "export", "--data", out.toString(), "--format", "json", "--out", book.toString());
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).contains("OTS-SKILL-013");
        assertThat(CommandLineRun.of("results", "export", "--format", "csv", "--out", "x")
                        .code())
                .isEqualTo(2);
    }
}
