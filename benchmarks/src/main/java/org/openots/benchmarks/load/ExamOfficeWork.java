package org.openots.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.openots.benchmarks.BenchError;
import org.openots.common.error.OtsException;

/** What exam officers and an invigilator do: a strategy from draft to sealed, a room, and its results. */
final class ExamOfficeWork {
    private static final String STRATEGIES = "/api/strategies";
    private static final String EXAMS = "/api/exams";
    private static final String PLANT = "/api/plants/ethanol-water-rig";
    private static final String ROOM = "ROOM-1";
    private static final long LOOK_MILLIS = 500;
    private static final int LOOKS = 600;
    /** Time that is left of each part when everything goes as planned, s. */
    private static final int SPARE_SECONDS = 300;

    private final Browser writer;
    private final Browser reviewer;
    private final Browser sealer;
    private final Browser invigilator;
    private String exam = "";

    ExamOfficeWork(String base, Browser admin, Executor executor) throws IOException, InterruptedException {
        writer = staff(base, admin, executor, "writer", "exam-officer");
        reviewer = staff(base, admin, executor, "reviewer", "exam-officer");
        sealer = staff(base, admin, executor, "sealer", "exam-officer");
        invigilator = staff(base, admin, executor, "watch", "invigilator");
    }

    private static Browser staff(String base, Browser admin, Executor executor, String account, String role)
            throws IOException, InterruptedException {
        Browser browser = new Browser(base, executor);
        browser.signIn(School.staff(admin, account, role), School.PASSWORD).need(account);
        return browser;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Writes, reviews, dry-runs and seals a strategy whose parts last at least so long; its id. */
    String strategy(double partSeconds) throws IOException, InterruptedException {
        ObjectNode document = document((int) Math.ceil(partSeconds) + SPARE_SECONDS);
        String id = document.path("id").asText();
        ObjectNode draft = object().put("token", "");
        draft.set("document", document);
        JsonNode saved = writer.post(STRATEGIES, draft).need("strategy");
        String one = STRATEGIES + "/" + id;
        JsonNode read = reviewer.post(one + "/review", move(saved)).need("review");
        reviewer.post(one + "/dry-run", move(read)).need("dry run");
        JsonNode ran = until(
                reviewer, one + "/dry-run", now -> !now.path("state").asText().equals("running"));
        if (!ran.path("state").asText().equals("done")) {
            throw new OtsException(BenchError.STATION_REFUSED, "dry run", ran.path("state"), ran);
        }
        sealer.post(one + "/seal", move(sealer.get(one).need(one))).need("seal");
        return id;
    }

    private static ObjectNode move(JsonNode strategy) {
        return object().put("version", 1).put("token", strategy.path("token").asText());
    }

    private static ObjectNode document(int partSeconds) throws IOException {
        try (InputStream in = ExamOfficeWork.class.getResourceAsStream("exam.json")) {
            ObjectNode document = (ObjectNode) Browser.MAPPER.readTree(Objects.requireNonNull(in));
            ArrayNode sections = (ArrayNode) document.at("/paper/sections");
            sections.forEach(section -> ((ObjectNode) section).put("timeLimitSec", partSeconds));
            ((ObjectNode) document.path("time")).put("totalSec", partSeconds * sections.size());
            return document;
        }
    }

    /** The plant of the exam as screens get it. */
    JsonNode plant() throws IOException, InterruptedException {
        return writer.get(PLANT).need(PLANT);
    }

    /** Plans a room with everybody in it, and opens entry. */
    void open(String strategy, List<String> accounts) throws IOException, InterruptedException {
        ObjectNode plan = object().put("strategy", strategy)
                .put("version", 1)
                .put("room", ROOM)
                .put("start", Instant.now().toString());
        ArrayNode seats = plan.putArray("seats");
        for (int i = 0; i < accounts.size(); i++) {
            seats.addObject()
                    .put("seat", String.format(Locale.ROOT, "%03d", i + 1))
                    .put("account", accounts.get(i));
        }
        exam = writer.post(EXAMS, plan).need("plan").path("id").asText();
        room("open");
    }

    /** Begins for everybody who sits. */
    void begin() throws IOException, InterruptedException {
        room("start");
    }

    private void room(String action) throws IOException, InterruptedException {
        invigilator.post(EXAMS + "/" + exam + "/" + action).need(action);
    }

    /** Waits until all work is collected, has it proved, and makes the results final. */
    JsonNode results() throws IOException, InterruptedException {
        String one = EXAMS + "/" + exam;
        until(writer, one, now -> now.path("phase").asText().equals("closed"));
        writer.post(one + "/prove").need("prove");
        until(
                writer,
                one + "/results",
                now -> now.path("proof").path("state").asText().equals("done"));
        return writer.post(one + "/confirm").need("confirm");
    }

    /** The folder of results as a file. */
    Path folder(Path into) throws IOException, InterruptedException {
        return Files.write(into.resolve(exam + ".zip"), writer.bytes(EXAMS + "/" + exam + "/folder"));
    }

    private static JsonNode until(Browser browser, String path, Predicate<JsonNode> reached)
            throws IOException, InterruptedException {
        JsonNode now = browser.get(path).need(path);
        for (int i = 0; i < LOOKS && !reached.test(now); i++) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            now = browser.get(path).need(path);
        }
        if (!reached.test(now)) {
            throw new OtsException(BenchError.STATION_REFUSED, path, 0, now);
        }
        return now;
    }
}
