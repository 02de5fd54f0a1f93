package org.openots.instructor.debrief;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.instructor.session.Intervention;
import org.openots.instructor.session.JournalEvent;
import org.openots.instructor.session.Readings;
import org.openots.instructor.session.RunEvent;
import org.openots.instructor.session.RunInspection;
import org.openots.instructor.statistics.AlarmReview;

/** Makes the debrief of a closed run by playing it once more. Used once. */
public final class DebriefMaker {
    /** Model time between two looks at the steps, s. */
    private static final double LOOK_SECONDS = 1;
    /** Tags whose curves are printed. */
    private static final int MAIN_TAGS = 6;
    /** Points of a curve that is printed: more than a page has millimetres. */
    private static final int PRINTED_POINTS = 500;
    /** Points of a curve that is looked at second by second. */
    private static final int ALL_POINTS = 1500;

    private static final String CAME = "unack";
    private static final String TRIPPED = "interlock-tripped";
    private static final String FAULT = "fault";
    /** That a fault waits is nothing that happened in the plant. */
    private static final String ARMED = "fault-armed";

    private static final Set<String> BEGUN = Set.of(FAULT, "fault-ramping", "fault-active");

    private final Debrief.Head head;
    private final Plant plant;
    private final DebriefTexts texts;
    private final Map<String, JsonNode> signals = new HashMap<>();
    private final Map<String, Double> done = new HashMap<>();
    private final Map<String, JsonNode> steps = new HashMap<>();

    /**
     * What is known of a plant.
     *
     * @param description signals and layout; without hidden signals
     * @param faults its faults, {@code [{id, title}]}; told to instructors only
     */
    public record Plant(JsonNode description, JsonNode faults) {
        /** What a fault is called. */
        LocalText fault(String id) {
            for (JsonNode fault : faults) {
                if (fault.path("id").asText().equals(id)) {
                    JsonNode title = fault.path("title");
                    return new LocalText(
                            id + " " + title.path("zh").asText(),
                            id + " " + title.path("en").asText());
                }
            }
            return new LocalText(id, id);
        }
    }

    /** Which curves are wanted. */
    public enum Pens {
        /** None: whoever asks draws what he chooses. */
        NONE,
        /** Those that tell most, to be printed. */
        MAIN,
        /** All that have a unit. */
        ALL
    }

    /** A run that can be played once more. */
    @FunctionalInterface
    public interface Replay {
        /**
         * Plays it from its start to its end.
         *
         * @param everySeconds model time between two looks, s
         * @param look what looks; must not keep the run
         */
        void follow(double everySeconds, Consumer<RunInspection> look);
    }

    /**
     * Prepares it.
     *
     * @param head whose run it is
     * @param plant its plant
     * @param texts words of the pages
     */
    public DebriefMaker(Debrief.Head head, Plant plant, DebriefTexts texts) {
        this.head = head;
        this.plant = plant;
        this.texts = texts;
        plant.description()
                .path("signals")
                .forEach(signal -> signals.put(signal.path("name").asText(), signal));
    }

    /**
     * Makes it.
     *
     * @param journal events of the run, closed
     * @param replay the run
     * @param pens which curves are wanted
     * @param causes why it went wrong, if somebody looked and it may be told
     * @param names what accounts are called
     * @param progress told the share that is done, 0..1
     * @param stopped whether nobody wants it any longer
     * @return the debrief
     * @throws CancellationException if it was stopped
     */
    public Debrief make(
            List<JournalEvent> journal,
            Replay replay,
            Pens pens,
            Optional<CauseAnalysis> causes,
            UnaryOperator<String> names,
            DoubleConsumer progress,
            BooleanSupplier stopped) {
        JsonNode sheet = sheet(journal.get(journal.size() - 1).body().path("sheet"));
        Debrief[] made = new Debrief[1];
        replay.follow(LOOK_SECONDS, run -> {
            if (stopped.getAsBoolean()) {
                throw new CancellationException();
            }
            look(run);
            progress.accept(head.seconds() <= 0 ? 1 : Math.min(1, run.time() / head.seconds()));
            if (run.time() >= head.seconds() - run.tickSeconds() / 2) {
                made[0] = debrief(run, sheet, pens, causes, doings(journal, names, run.tickSeconds()));
            }
        });
        if (made[0] == null) {
            throw new IllegalStateException("run " + head.run() + " did not come to its end");
        }
        return made[0];
    }

    /** Remembers when steps were done. */
    private void look(RunInspection run) {
        for (JsonNode step : run.progress().path("steps")) {
            String id = step.path("id").asText();
            steps.put(id, step);
            if (step.path("state").asText().startsWith("DONE")) {
                done.putIfAbsent(id, run.time());
            } else {
                done.remove(id);
            }
        }
    }

    private Debrief debrief(
            RunInspection run,
            JsonNode sheet,
            Pens pens,
            Optional<CauseAnalysis> causes,
            List<Debrief.Doing> interventions) {
        List<RunEvent> events = run.events().stream()
                .filter(event -> head.secrets() || !event.secret())
                .toList();
        List<Debrief.Mark> marks = marks(events, sheet);
        return new Debrief(
                head,
                sheet,
                marks,
                alarms(events),
                AlarmReview.of(run.events(), run.time()),
                curves(run, pens, marks, sheet),
                head.secrets() ? causes : Optional.empty(),
                head.secrets() ? interventions : List.of());
    }

    /** The sheet without what hidden signals had to do with a loss, unless for instructors. */
    private JsonNode sheet(JsonNode recorded) {
        ObjectNode copy = recorded.deepCopy();
        copy.remove("rubric");
        for (JsonNode step : copy.path("steps")) {
            ((ObjectNode) step).remove(List.of("hint", "goals"));
        }
        for (JsonNode loss : copy.path("losses")) {
            Iterator<JsonNode> evidence = loss.path("evidence").iterator();
            while (evidence.hasNext()) {
                ObjectNode one = (ObjectNode) evidence.next();
                String criterion = one.path("criterion").asText();
                if (Signal.isHidden(one.path("tag").asText()) && !head.secrets()) {
                    evidence.remove();
                } else if (!criterion.isEmpty()
                        && !criterion.equals(one.path("tag").asText())) {
                    LocalText wanted = texts.criterion(criterion);
                    one.putObject("wanted").put("zh", wanted.zh()).put("en", wanted.en());
                }
            }
        }
        return copy;
    }

    private List<Debrief.Mark> marks(List<RunEvent> events, JsonNode sheet) {
        List<Debrief.Mark> marks = new ArrayList<>();
        Set<String> begun = new HashSet<>();
        for (RunEvent event : events) {
            if (event.kind().equals(RunEvent.ALARM) && event.code().equals(CAME)) {
                int priority = event.values().getOrDefault("priority", 3.0).intValue();
                marks.add(
                        mark(Debrief.Lane.ALARM, event, alarm(event.subject()), priority, "alarm:" + event.subject()));
            } else if (event.kind().equals(TRIPPED)) {
                marks.add(mark(Debrief.Lane.ALARM, event, event.text(), 1, "trip:" + event.subject()));
            } else if (event.kind().equals(RunEvent.APPLIED)) {
                marks.add(mark(Debrief.Lane.ACTION, event, operation(event), 0, "action:" + event.subject()));
            } else if (event.kind().equals(RunEvent.RADIO)) {
                marks.add(mark(Debrief.Lane.ACTION, event, event.text(), 0, ""));
            } else if (event.kind().startsWith(FAULT) && !event.kind().equals(ARMED)) {
                String id = event.code().isEmpty() ? event.subject() : event.code();
                boolean first = BEGUN.contains(event.kind()) && begun.add(event.subject());
                LocalText text = first ? plant.fault(id) : event.text();
                String key = first ? "fault:" + id : "";
                marks.add(new Debrief.Mark(Debrief.Lane.FAULT, event.time(), id, text, 0, 0, key));
            }
        }
        done.forEach((id, time) -> marks.add(new Debrief.Mark(
                Debrief.Lane.STEP,
                time,
                id,
                text(steps.getOrDefault(id, nothing()).path("text")),
                0,
                0,
                "step:" + id)));
        for (JsonNode loss : sheet.path("losses")) {
            marks.add(new Debrief.Mark(
                    Debrief.Lane.LOST,
                    loss.path("time").asDouble(),
                    rule(loss),
                    text(loss.path("reason")),
                    0,
                    Math.abs(loss.path("points").asDouble()),
                    ""));
        }
        marks.sort(Comparator.comparingDouble(Debrief.Mark::time));
        return marks;
    }

    private static JsonNode nothing() {
        return MissingNode.getInstance();
    }

    private static Debrief.Mark mark(Debrief.Lane lane, RunEvent event, LocalText text, int priority, String key) {
        return new Debrief.Mark(lane, event.time(), event.subject(), text, priority, 0, key);
    }

    private static String rule(JsonNode loss) {
        JsonNode rule = loss.path("rule");
        return rule.isTextual() ? rule.asText() : loss.path("category").asText();
    }

    static LocalText text(JsonNode both) {
        return both.isTextual()
                ? new LocalText(both.asText(), both.asText())
                : new LocalText(both.path("zh").asText(), both.path("en").asText());
    }

    private LocalText operation(RunEvent event) {
        String unit = signal(event.subject()).path("unit").asText();
        double value = event.values().getOrDefault("value", Double.NaN);
        return texts.operation(event.subject(), event.code(), value, event.text(), unit);
    }

    private JsonNode signal(String tag) {
        return signals.getOrDefault(tag, nothing());
    }

    /** An alarm: its tag, what that measures, and on which side it is. */
    private LocalText alarm(String subject) {
        int dot = subject.lastIndexOf('.');
        String tag = dot > 0 ? subject.substring(0, dot) : subject;
        String kind = dot > 0 ? " " + subject.substring(dot + 1) : "";
        LocalText measures = text(signal(tag).path("text"));
        return new LocalText((tag + " " + measures.zh()).strip() + kind, (tag + " " + measures.en()).strip() + kind);
    }

    private static List<Debrief.AlarmStep> alarms(List<RunEvent> events) {
        return events.stream()
                .filter(event -> event.kind().equals(RunEvent.ALARM))
                .map(event -> new Debrief.AlarmStep(
                        event.time(),
                        event.subject(),
                        event.code(),
                        event.values().getOrDefault("priority", 3.0).intValue()))
                .toList();
    }

    private List<Debrief.Doing> doings(List<JournalEvent> journal, UnaryOperator<String> names, double tickSeconds) {
        List<Debrief.Doing> doings = new ArrayList<>();
        for (Intervention one : Intervention.of(head.owner(), journal)) {
            LocalText words = texts.intervention(one.kind(), one.what(), plant::fault, tickSeconds);
            doings.add(new Debrief.Doing(one.tick() * tickSeconds, one.at(), names.apply(one.by()), words));
        }
        return doings;
    }

    private Debrief.Curves curves(RunInspection run, Pens pens, List<Debrief.Mark> marks, JsonNode sheet) {
        List<String> tags = switch (pens) {
            case NONE -> List.of();
            case MAIN -> main(marks, sheet);
            case ALL -> all();
        };
        SignalTable table = run.signals();
        List<String> known =
                tags.stream().filter(tag -> table.find(tag) != SignalTable.NONE).toList();
        if (known.isEmpty()) {
            return new Debrief.Curves(new double[0], List.of());
        }
        List<Readings> rows = run.trend(
                known.stream().map(table::find).toList(),
                0,
                Double.MAX_VALUE,
                pens == Pens.ALL ? ALL_POINTS : PRINTED_POINTS);
        double[] times = rows.stream().mapToDouble(row -> row.get(0)).toArray();
        List<Debrief.Pen> drawn = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            int column = i + 1;
            drawn.add(pen(
                    known.get(i),
                    rows.stream().mapToDouble(row -> row.get(column)).toArray()));
        }
        return new Debrief.Curves(times, drawn);
    }

    private Debrief.Pen pen(String tag, double[] values) {
        JsonNode signal = signal(tag);
        List<Debrief.Limit> limits = new ArrayList<>();
        for (JsonNode alarm : signal.path("alarms")) {
            if (alarm.path("limit").isNumber()) {
                limits.add(new Debrief.Limit(
                        alarm.path("kind").asText(), alarm.path("limit").asDouble()));
            }
        }
        return new Debrief.Pen(
                tag,
                text(signal.path("text")),
                signal.path("unit").asText(),
                signal.path("decimals").asInt(1),
                limits,
                values);
    }

    private List<String> all() {
        List<String> tags = new ArrayList<>();
        for (JsonNode signal : plant.description().path("signals")) {
            if (!signal.path("unit").asText().isEmpty()
                    && !Signal.isHidden(signal.path("name").asText())) {
                tags.add(signal.path("name").asText());
            }
        }
        return tags;
    }

    /** The tags whose curves tell most: those of lost points and alarms, then the usual ones of the plant. */
    private List<String> main(List<Debrief.Mark> marks, JsonNode sheet) {
        Set<String> tags = new LinkedHashSet<>();
        sheet.path("losses")
                .forEach(loss -> loss.path("evidence")
                        .forEach(one -> tags.add(one.path("tag").asText())));
        marks.stream()
                .filter(mark -> mark.lane() == Debrief.Lane.ALARM)
                .forEach(mark -> tags.add(mark.subject().replaceFirst("\\.[A-Z]+$", "")));
        plant.description().path("layout").path("related").path("default").forEach(tag -> tags.add(tag.asText()));
        return tags.stream()
                .filter(tag -> !signal(tag).path("unit").asText().isEmpty())
                // what is measured tells more than how a valve stands
                .sorted(Comparator.comparing(tag -> !signal(tag).has("normal")))
                .limit(MAIN_TAGS)
                .toList();
    }
}
