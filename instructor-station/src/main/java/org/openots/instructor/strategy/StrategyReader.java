package org.openots.instructor.strategy;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.instructor.session.RunRules;

/** Reads strategy files; what the values must be to each other is checked by {@link StrategyCheck}. */
public final class StrategyReader {
    /** Name of the format. */
    static final String FORMAT = "strategy";
    /** Version of the format. */
    static final String FORMAT_VERSION = "1.0";

    /** The version of papers with HAZOP sections, which have no initial condition. */
    static final String HAZOP_VERSION = "1.1";

    /** Longest time in a strategy, s: a day. */
    private static final int DAY = 86_400;

    private static final int MANY = 1000;
    private static final double MOST_POINTS = 100;
    private static final int LONGEST_YEARS = 100;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern RUBRIC = Pattern.compile("\\S+@[1-9][0-9]{0,8}");

    private StrategyReader() {}

    /**
     * Reads a strategy.
     *
     * @param file the name shown in messages
     * @param json the bytes in UTF-8
     * @param findings where mistakes go
     * @return the strategy; not to be used when mistakes were collected
     * @throws OtsException for the first mistake when the sink throws
     */
    public static Strategy read(String file, byte[] json, Findings findings) {
        return read(StrictJson.parse(file, json, findings));
    }

    /**
     * Reads a strategy.
     *
     * @param root the document
     * @return the strategy; not to be used when mistakes were collected
     */
    static Strategy read(JsonCursor root) {
        String version = root.requireFormat(FORMAT, FORMAT_VERSION, HAZOP_VERSION);
        Strategy.Kind kind = root.at("kind").oneOf(Strategy.Kind.class);
        boolean exam = kind == Strategy.Kind.EXAM;
        Strategy strategy = new Strategy(
                kind,
                id(root.at("id")),
                root.at("version").integer(1, Integer.MAX_VALUE),
                root.optional("state").map(s -> s.oneOf(Strategy.State.class)),
                root.at("title").localText(),
                certificate(root.at("certificate")),
                engine(root.at("engine")),
                exam ? Optional.empty() : root.optional("audience").map(StrategyReader::audience),
                group(!exam, root, "modes", StrategyReader::modes),
                group(!exam, root, "units", StrategyReader::units),
                group(exam, root, "paper", paper -> ExamReader.paper(paper, version)),
                time(root.at("time")),
                attempts(root.at("attempts")),
                simControl(root.at("simControl")),
                assist(root.at("assist")),
                faults(root.at("faults")),
                scoring(root.at("scoring")),
                exam ? Optional.empty() : root.optional("mastery").map(StrategyReader::mastery),
                group(exam, root, "security", ExamReader::security),
                connectivity(root.at("connectivity")),
                group(exam, root, "staffing", ExamReader::staffing),
                group(exam, root, "audit", ExamReader::audit));
        root.finish();
        return strategy;
    }

    private static <T> Optional<T> group(boolean asked, JsonCursor root, String field, Function<JsonCursor, T> reader) {
        return asked ? Optional.of(reader.apply(root.at(field))) : Optional.empty();
    }

    /** A name that can be the name of a folder. */
    private static String id(JsonCursor field) {
        String id = field.text();
        if (!id.isBlank() && !ID.matcher(id).matches()) {
            field.report(StrategyError.ID_FORM, id);
        }
        return id;
    }

    private static Strategy.Certificate certificate(JsonCursor c) {
        return new Strategy.Certificate(
                upper(c.at("code"), Strategy.Certificate.Code.values()),
                c.at("level").oneOf(Strategy.Certificate.Level.class));
    }

    private static Strategy.Certificate.Code upper(JsonCursor code, Strategy.Certificate.Code... all) {
        String word = code.text();
        for (Strategy.Certificate.Code one : all) {
            if (one.name().equals(word)) {
                return one;
            }
        }
        if (!word.isBlank()) {
            code.report(CommonError.JSON_NOT_ALLOWED, word, "JL, HA");
        }
        return all[0];
    }

    private static Strategy.Engine engine(JsonCursor e) {
        JsonCursor range = e.at("simulator");
        String versions = range.text();
        if (!versions.isBlank() && VersionRange.parse(versions).isEmpty()) {
            range.report(StrategyError.VERSION_RANGE_FORM, versions);
        }
        return new Strategy.Engine(
                versions,
                e.at("mathProfile").oneOf(Strategy.Engine.MathProfile.class),
                e.at("tickMs").integer(1, MANY));
    }

    private static TrainingRules.Audience audience(JsonCursor a) {
        return new TrainingRules.Audience(
                a.at("classes").list(JsonCursor::text),
                a.optional("window").map(w -> new TrainingRules.Window(moment(w.at("from")), moment(w.at("to")))));
    }

    private static String moment(JsonCursor field) {
        String text = field.text();
        if (!text.isBlank()) {
            try {
                OffsetDateTime.parse(text);
            } catch (DateTimeParseException e) {
                field.report(StrategyError.MOMENT_FORM, text);
            }
        }
        return text;
    }

    private static List<TrainingRules.Mode> modes(JsonCursor modes) {
        return some(
                modes,
                mode -> new TrainingRules.Mode(
                        mode.at("mode").oneOf(TrainingRules.Mode.Which.class),
                        mode.at("title").localText(),
                        unlock(mode.at("unlock"))));
    }

    private static TrainingRules.Unlock unlock(JsonCursor unlock) {
        if (unlock.isText() || !unlock.isPresent()) {
            String word = unlock.text();
            if (!word.isBlank() && !word.equals("always")) {
                unlock.report(CommonError.JSON_NOT_ALLOWED, word, "always, {\"afterMastery\": …}, {\"date\": …}");
            }
            return new TrainingRules.Unlock.Always();
        }
        Optional<JsonCursor> mastery = unlock.optional("afterMastery");
        return mastery.isPresent()
                ? new TrainingRules.Unlock.AfterMastery(
                        mastery.get().at("skill").text(),
                        mastery.get().at("atLeast").between(0, 1))
                : new TrainingRules.Unlock.FromDate(moment(unlock.at("date")));
    }

    private static List<TrainingRules.Unit> units(JsonCursor units) {
        return some(
                units,
                unit -> new TrainingRules.Unit(
                        unit.at("unit").text(),
                        some(unit.at("initialConditions"), JsonCursor::text),
                        some(unit.at("tasks"), JsonCursor::text)));
    }

    private static TrainingRules.Mastery mastery(JsonCursor m) {
        return new TrainingRules.Mastery(
                m.at("model").oneOf(TrainingRules.Mastery.Model.class),
                some(m.at("skills"), JsonCursor::text),
                m.at("target").between(0, 1));
    }

    private static Strategy.Time time(JsonCursor t) {
        return new Strategy.Time(
                t.at("totalSec").integer(1, DAY),
                t.at("clock").oneOf(Strategy.Time.Clock.class),
                t.optional("warnAtRemainingSec").map(w -> w.list(one -> one.integer(1, DAY))),
                t.optional("lateEntrySec").map(StrategyReader::seconds),
                t.optional("earlyHandIn").map(e -> e.oneOf(Strategy.Time.EarlyHandIn.class)),
                t.at("onTimeUp").oneOf(Strategy.Time.OnTimeUp.class),
                t.optional("extension")
                        .map(e -> new Strategy.Extension(
                                e.at("creditServerOutage").oneOf(Strategy.Extension.Credit.class),
                                e.at("creditClientOutage").oneOf(Strategy.Extension.Credit.class),
                                seconds(e.at("maxAutoCreditSec")),
                                e.at("illnessCredit").bool())));
    }

    private static Strategy.Attempts attempts(JsonCursor a) {
        return new Strategy.Attempts(a.at("max").integer(0, MANY), a.at("keep").oneOf(Strategy.Attempts.Keep.class));
    }

    private static Strategy.SimControl simControl(JsonCursor c) {
        JsonCursor scale = c.at("timeScale");
        return new Strategy.SimControl(
                new Strategy.TimeScale(
                        speed(scale.at("default")),
                        speed(scale.at("min")),
                        speed(scale.at("max")),
                        scale.at("studentMaySet").bool()),
                who(c.at("freezeBy")),
                who(c.at("backtrackBy")),
                who(c.at("resetBy")));
    }

    private static double speed(JsonCursor field) {
        return field.between(RunRules.SPEED_MIN, RunRules.SPEED_MAX);
    }

    private static List<Strategy.SimControl.Who> who(JsonCursor list) {
        return list.list(one -> one.oneOf(Strategy.SimControl.Who.class));
    }

    private static Strategy.Assist assist(JsonCursor a) {
        return new Strategy.Assist(
                a.at("hints").oneOf(Strategy.Assist.Hints.class),
                a.optional("hintCost").map(cost -> cost.between(0, MOST_POINTS)),
                a.at("stepGuide").oneOf(Strategy.Assist.Switch.class),
                a.at("liveScore").oneOf(Strategy.Assist.LiveScore.class),
                a.at("alarmHelp").oneOf(Strategy.Assist.Switch.class),
                seconds(a.at("trendHistorySec")),
                a.at("referenceDocs").list(JsonCursor::text));
    }

    private static Strategy.FaultRules faults(JsonCursor f) {
        JsonCursor severity = f.at("severity");
        JsonCursor jitter = f.at("onsetJitterSec");
        List<Integer> span = jitter.list(StrategyReader::seconds);
        if (jitter.isArray() && span.size() != 2) {
            jitter.report(StrategyError.JITTER_FORM, span.size());
        }
        return new Strategy.FaultRules(
                f.at("visibleToStudent").bool(),
                f.at("injection").oneOf(Strategy.FaultRules.Injection.class),
                f.at("adHocByInstructor").bool(),
                f.at("allowed").list(JsonCursor::text),
                new Strategy.Span(
                        severity.at("min").between(0, 1), severity.at("max").between(0, 1)),
                span,
                f.at("maxConcurrent").integer(0, MANY));
    }

    private static Strategy.Scoring scoring(JsonCursor s) {
        JsonCursor release = s.at("release");
        return new Strategy.Scoring(
                s.at("rubrics").list(StrategyReader::rubric),
                s.at("passMark").between(0, MOST_POINTS),
                s.optional("sectionMinimum").map(StrategyReader::minimums),
                s.optional("roundingScale").map(r -> r.integer(0, 6)),
                s.optional("criticalErrors").map(c -> c.list(JsonCursor::text)),
                s.optional("onCriticalError").map(c -> c.oneOf(Strategy.Scoring.OnCriticalError.class)),
                new Strategy.Release(
                        release.at("score").oneOf(Strategy.Release.When.class),
                        release.at("breakdown").oneOf(Strategy.Release.When.class)));
    }

    private static String rubric(JsonCursor field) {
        String text = field.text();
        if (!text.isBlank() && !RUBRIC.matcher(text).matches()) {
            field.report(StrategyError.RUBRIC_FORM, text);
        }
        return text;
    }

    private static Map<String, Double> minimums(JsonCursor map) {
        Map<String, Double> minimums = new LinkedHashMap<>();
        map.fields().forEach((section, points) -> minimums.put(section, points.between(0, MOST_POINTS)));
        return minimums;
    }

    private static Strategy.Connectivity connectivity(JsonCursor c) {
        return new Strategy.Connectivity(
                c.at("onClientLoss").oneOf(Strategy.Connectivity.OnClientLoss.class),
                seconds(c.at("graceSec")),
                c.at("localJournal").bool(),
                c.at("resume").oneOf(Strategy.Connectivity.Resume.class));
    }

    /** A time in whole seconds, up to a day. */
    static int seconds(JsonCursor field) {
        return field.integer(0, DAY);
    }

    /** A time in years. */
    static int years(JsonCursor field) {
        return field.integer(1, LONGEST_YEARS);
    }

    /** A list that must not be empty. */
    static <T> List<T> some(JsonCursor list, Function<JsonCursor, T> reader) {
        List<T> all = list.list(reader);
        if (list.isArray() && all.isEmpty()) {
            list.report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        return all;
    }
}
