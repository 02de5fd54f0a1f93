package org.openots.instructor.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openots.instructor.session.JournalEvent;
import org.openots.instructor.session.JournalFolder;
import org.openots.simulator.field.RadioSentence;

/** Which of the two seats of a run did what, as its journal tells. */
final class TeamJournal {
    /** Model time of a tick, s. */
    private static final double TICK = 0.1;

    private final List<JournalEvent> events;

    private TeamJournal(List<JournalEvent> events) {
        this.events = events;
    }

    /** Who operated: the field station says where its operator stood, a screen does not. */
    enum Seat {
        FIELD,
        BOARD
    }

    /**
     * An operation.
     *
     * @param seconds of the model
     * @param seat from which it came
     * @param target of it
     * @param verb of it
     * @param value of it
     * @param text of it
     * @param place where the operator stood, for people
     */
    record Deed(double seconds, Seat seat, String target, String verb, double value, String text, String place) {
        /** Whether it belongs to the plant: what a hand turns, checks, samples, wears. */
        boolean byHand() {
            return target.matches("(HV-|CHECK\\.|SW-|PPE$|AT-703$|S-|RECORD\\.).*");
        }

        boolean radio() {
            return target.equals("RADIO");
        }

        boolean saidByBoard() {
            return RadioSentence.of(text.split(":", 2)[0]).orElseThrow().byBoard();
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %s %s%s | %s |",
                    clock(seconds),
                    seat == Seat.FIELD ? "外操 / field" : "主操 / board",
                    target,
                    verb,
                    value == 0 && !text.isEmpty()
                            ? " " + text.replace("|", "/")
                            : verb.matches("position|sp|op|mode|enter|ratio")
                                    ? String.format(Locale.ROOT, " %.4g", value)
                                    : "",
                    place);
        }
    }

    /** Reads the journal of a run in the data folder of a station. */
    static TeamJournal read(Path data, String run) {
        try (JournalFolder journals = new JournalFolder(data.resolve("runs"), Clock.systemUTC())) {
            return new TeamJournal(journals.read(run));
        }
    }

    /** The operations in their order. */
    List<Deed> deeds() {
        List<Deed> deeds = new ArrayList<>();
        for (JournalEvent event : events) {
            if (event.kind().equals("command")) {
                JsonNode body = event.body();
                JsonNode at = body.path("at");
                deeds.add(new Deed(
                        body.path("tick").asLong() * TICK,
                        at.isMissingNode() ? Seat.BOARD : Seat.FIELD,
                        body.path("target").asText(),
                        body.path("verb").asText(),
                        body.path("value").asDouble(),
                        body.path("text").asText(),
                        at.isMissingNode() ? "" : place(at)));
            }
        }
        return deeds;
    }

    private static String place(JsonNode at) {
        return String.format(
                Locale.ROOT,
                "%.1f, %.1f, %.1f",
                at.path("x").asDouble(),
                -at.path("z").asDouble(),
                at.path("y").asDouble());
    }

    /** The end of the run. */
    JsonNode closed() {
        JournalEvent last = events.get(events.size() - 1);
        if (!last.kind().equals("run-closed")) {
            throw new AssertionError("the run is not closed but ends with " + last);
        }
        return last.body();
    }

    /** How many events there are of a kind. */
    long count(String kind) {
        return events.stream().filter(event -> event.kind().equals(kind)).count();
    }

    /** Where the field operator stood, oldest first: x, height and z, m. */
    List<double[]> walk() {
        return events.stream()
                .filter(event -> event.kind().equals("walked"))
                .map(JournalEvent::body)
                .map(at -> new double[] {
                    at.path("x").asDouble(),
                    at.path("y").asDouble(),
                    at.path("z").asDouble()
                })
                .toList();
    }

    /** How often each seat did each verb. */
    Map<String, Integer> summary() {
        Map<String, Integer> counts = new TreeMap<>();
        deeds().forEach(deed -> counts.merge(deed.seat() + " " + deed.verb(), 1, Integer::sum));
        return counts;
    }

    /** Model time for people. */
    static String clock(double seconds) {
        long whole = (long) seconds;
        return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
