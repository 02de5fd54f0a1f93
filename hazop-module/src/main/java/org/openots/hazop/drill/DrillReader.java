package org.openots.hazop.drill;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openots.common.error.CommonError;
import org.openots.common.json.CanonicalJson;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.hazop.study.Effect;
import org.openots.hazop.study.Order;
import org.openots.hazop.study.Study;

/** Reads the drills of a plant: format {@code hazop-drills} 1.1 and 1.0, see {@code docs/data-formats/hazop-drills.md}. */
final class DrillReader {
    /** What an option is called when it is not known. */
    static final LocalText OPTION = new LocalText("选项", "option");

    /** Longest time in a drill, s: four hours. */
    static final double LONGEST = 14_400;

    /** Longest scenario that is played, s: an hour. */
    private static final int LONGEST_TRIAL = 3600;

    private static final double USUAL_TOLERANCE = 30;
    private static final Set<DrillPart> OF_NOTE =
            EnumSet.of(DrillPart.ALARM_TIME, DrillPart.TRIPPED, DrillPart.DONE, DrillPart.STATE);

    private final Basis basis;
    private final Findings findings;
    private final String plant;
    private final OptionLists options;
    private final Set<String> ids = new HashSet<>();

    /**
     * What drills are read with.
     *
     * @param study whose words name the deviations
     * @param weights what parts are worth when a drill does not say
     */
    record Basis(Study study, WeightTable weights) {}

    private DrillReader(Basis basis, JsonCursor root, Findings findings) {
        this.basis = basis;
        this.findings = findings;
        this.plant = root.at("plant").text();
        this.options = new OptionLists(root, basis.study());
    }

    /** Reads a file; what is returned is not to be used when mistakes were collected. */
    static DrillSet read(String file, byte[] json, Basis basis, Findings findings) {
        JsonCursor root = StrictJson.parse(file, json, findings);
        if (root.isMap()) {
            root.requireFormat("hazop-drills", "1.1", "1.0");
        }
        String hash = CanonicalJson.sha256(JsonNodeFactory.instance
                .objectNode()
                .put("weights", basis.weights().hash())
                .set("drills", StrictJson.copyOf(root)));
        DrillReader reader = new DrillReader(basis, root, findings);
        DrillSet set = new DrillSet(
                reader.plant, root.at("study").text(), hash, root.at("drills").list(reader::drill));
        root.finish();
        return set;
    }

    private Drill drill(JsonCursor drill) {
        String id = drill.at("id").text();
        if (!ids.add(id)) {
            drill.at("id").report(CommonError.JSON_DUPLICATE_NAME, id);
        }
        Drill.Level level = drill.at("level").oneOf(Drill.Level.class);
        LocalText title = drill.at("title").localText();
        LocalText brief = drill.at("brief").localText();
        Drill.Start start = start(drill);
        Drill.Offers offers = offers(drill.at("offers"));
        DrillRules rules = rules(drill, level, offers);
        DrillCaseReader reader = new DrillCaseReader(
                new DrillCaseReader.Frame(id, plant, level, title, start, rules.weights(), offers), findings);
        JsonCursor cases = drill.at("cases");
        List<DrillCase> all = cases.list(reader::read);
        if (all.isEmpty()) {
            cases.report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        Set<String> first = new HashSet<>();
        all.stream()
                .filter(one -> !one.faults().isEmpty()
                        && !first.add(one.faults().get(0).fault()))
                .forEach(one ->
                        cases.report(DrillError.SAME_FAULT, one.faults().get(0).fault()));
        return new Drill(id, plant, level, title, brief, start, rules, offers, all);
    }

    private static Drill.Start start(JsonCursor drill) {
        JsonCursor onset = drill.at("onset");
        JsonCursor latest = onset.at("latestS");
        JsonCursor times = drill.at("times");
        JsonCursor low = times.at("lowS");
        Drill.Start start = new Drill.Start(
                drill.at("initialCondition").text(),
                drill.at("timeLimitS").between(1, LONGEST),
                onset.at("earliestS").integer(1, (int) LONGEST),
                latest.integer(1, (int) LONGEST),
                times.at("fullS").between(1, LONGEST),
                low.between(1, LONGEST));
        if (start.latestSeconds() < start.earliestSeconds()) {
            latest.report(
                    DrillError.TIME_ORDER, "latestS", start.latestSeconds(), "earliestS", start.earliestSeconds());
        }
        if (start.lowSeconds() <= start.fullSeconds()) {
            low.report(DrillError.TIME_ORDER, "lowS", start.lowSeconds(), "fullS", start.fullSeconds());
        }
        return start;
    }

    private Drill.Offers offers(JsonCursor offers) {
        return new Drill.Offers(
                offer(offers, DrillPart.DEVIATION, "deviations"),
                offer(offers, DrillPart.CAUSE, "causes"),
                offer(offers, DrillPart.ACTION, "actions"),
                offer(offers, DrillPart.SAFEGUARD, "safeguards"),
                offer(offers, DrillPart.LIMIT, "limits"),
                options.all(DrillPart.TRIPPED),
                options.all(DrillPart.STATE));
    }

    private List<Drill.Option> offer(JsonCursor offers, DrillPart part, String field) {
        Map<String, Drill.Option> known = options.of(part);
        List<Drill.Option> offered = new ArrayList<>();
        for (JsonCursor name : offers.optional(field).map(JsonCursor::items).orElse(List.of())) {
            Drill.Option option = known.get(name.nameOf(known.keySet(), OPTION));
            if (option != null) {
                offered.add(option);
            }
        }
        return offered;
    }

    private DrillRules rules(JsonCursor drill, Drill.Level level, Drill.Offers offers) {
        Optional<DrillRules.Trial> trial = drill.optional("trial").map(one -> trial(one, offers));
        Optional<DrillRules.Note> note = drill.optional("note").map(this::note);
        Set<DrillPart> asked = Arrays.stream(DrillPart.values())
                .filter(part -> !part.chosen() || !offers.of(part).isEmpty())
                .filter(part -> part != DrillPart.LIMIT || trial.isPresent())
                .filter(part -> !OF_NOTE.contains(part) || note.isPresent())
                .collect(Collectors.toSet());
        DrillWeights weights = drill.optional("weights")
                .map(WeightTable::weights)
                .orElseGet(() -> basis.weights().of(level, asked));
        weights.points().keySet().stream()
                .filter(part -> !asked.contains(part))
                .forEach(part -> drill.at("weights").report(DrillError.NO_ANSWER, part.text()));
        return new DrillRules(weights, trial, note);
    }

    /** Every safeguard that is offered can be taken away, or to be asked would tell which one is meant. */
    private DrillRules.Trial trial(JsonCursor trial, Drill.Offers offers) {
        Map<String, List<Order>> disable = new LinkedHashMap<>();
        for (Drill.Option guard : offers.safeguards()) {
            List<Order> orders = options.disabling(guard.id());
            if (orders.isEmpty()) {
                trial.report(DrillError.NOT_REMOVABLE, guard.id());
            }
            disable.put(guard.id(), orders);
        }
        Map<String, Effect> limits = new LinkedHashMap<>();
        offers.limits().forEach(limit -> options.limit(limit.id()).ifPresent(effect -> limits.put(limit.id(), effect)));
        requireNone(trial, offers.limits(), "offers/limits");
        return new DrillRules.Trial(trial.at("seconds").integer(60, LONGEST_TRIAL), disable, limits);
    }

    private DrillRules.Note note(JsonCursor note) {
        requireNone(note, options.all(DrillPart.TRIPPED), "/trips");
        if (options.states().size() < 2) {
            note.report(DrillError.OPTION_MISSING, "/states", "when");
        }
        return new DrillRules.Note(
                note.optional("toleranceS").map(t -> t.between(1, LONGEST)).orElse(USUAL_TOLERANCE),
                options.emergencyStop(),
                options.states());
    }

    /** Where nothing of a list may be true, that must be among the options. */
    private static void requireNone(JsonCursor place, List<Drill.Option> offered, String list) {
        if (offered.stream().noneMatch(option -> option.id().equals(DrillRules.NONE))) {
            place.report(DrillError.OPTION_MISSING, list, DrillRules.NONE);
        }
    }
}
