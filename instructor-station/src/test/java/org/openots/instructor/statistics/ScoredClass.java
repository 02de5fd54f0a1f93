package org.openots.instructor.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.openots.common.text.LocalText;
import org.openots.instructor.store.Database;
import org.openots.instructor.store.RunIndex;
import org.openots.instructor.store.RunItems;

/** Results of a class in the tables of a station, so that statistics need not wait for hours of runs. */
public final class ScoredClass {
    private ScoredClass() {}

    /**
     * Writes a result.
     *
     * @param database the station's
     * @param account of the student
     * @param run id, new
     * @param task task id
     * @param started epoch milliseconds
     * @param items what each item gave; the score is their sum
     */
    public static void put(
            Database database, String account, String run, String task, long started, List<RunItems.Item> items) {
        double score = items.stream().mapToDouble(RunItems.Item::earned).sum();
        new RunIndex(database)
                .put(new RunIndex.Row(
                        run,
                        account,
                        "ethanol-water-rig",
                        task,
                        started,
                        false,
                        false,
                        true,
                        score,
                        3600.0,
                        "h",
                        null,
                        null));
        new RunItems(database).put(run, items);
    }

    /** Gives each account a result of A-1, by chance: who is better loses less, and three steps are hard. */
    public static void fill(Path data, List<String> accounts, long seed) {
        fill(data, "A-1", accounts, seed, seed);
    }

    /** Gives each account a result of a task of plant A, by chance: who is better loses less, and three steps are hard. */
    public static void fill(Path data, String task, List<String> accounts, long seed, long started) {
        JsonNode rubric = rubric(task);
        SplittableRandom random = new SplittableRandom(seed);
        try (Database database = Database.open(data, Clock.systemUTC())) {
            for (String account : accounts) {
                double ability = random.nextDouble(0.55, 0.98);
                List<RunItems.Item> items = new ArrayList<>();
                for (String kind : List.of("steps", "quality")) {
                    for (JsonNode one : rubric.path(kind)) {
                        boolean hard = List.of("S13", "S16", "S20")
                                .contains(one.path("id").asText());
                        double chance = hard ? ability - 0.45 : ability;
                        double share = random.nextDouble() < chance ? 1 : random.nextDouble() < 0.4 ? 0.5 : 0;
                        double points = one.path("points").asDouble();
                        items.add(new RunItems.Item(
                                kind.equals("steps") ? "step" : "quality",
                                one.path("id").asText(),
                                new LocalText(
                                        one.path("text").path("zh").asText(),
                                        one.path("text").path("en").asText()),
                                points,
                                share * points));
                    }
                }
                put(database, account, "made-" + task + "-" + seed + "-" + account, task, started, items);
            }
        }
    }

    private static JsonNode rubric(String task) {
        try (InputStream in = ScoredClass.class.getResourceAsStream(
                "/org/openots/distillation/rubrics/ethanol-water-rig/" + task + ".json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
