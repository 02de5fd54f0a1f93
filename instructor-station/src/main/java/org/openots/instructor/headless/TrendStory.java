package org.openots.instructor.headless;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.instructor.headless.trend.Trend;
import org.openots.instructor.headless.trend.TrendPlan;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.PlantPack;

/** A story of a plant that a trend picture shows: cold start, undisturbed running, or a fault nobody answers. */
final class TrendStory {
    /** Names of the stories that every plant can tell. */
    static final String COLD_START = "cold-start";

    static final String HOLD = "hold";
    private static final String FAULT = "fault:";

    /** When a fault begins, s: time enough to see the plant run as always. */
    private static final double FAULT_AT = 120;

    private static final double MINUTE = 60;

    /** Tags named in the message about one that does not exist. */
    private static final int NEAR = 12;

    private final PlantPack pack;
    private final TrendPlan plan;
    private final SignalTable table;
    private final double tick;

    TrendStory(PlantPack pack, double tick) {
        this.pack = pack;
        this.tick = tick;
        this.table = new PlantEngine(pack, pack.initialCondition("cold"), 1, tick).signals();
        this.plan = TrendPlan.of(pack.id(), table);
    }

    /**
     * What a picture is made of.
     *
     * @param story {@code cold-start}, {@code hold}, or {@code fault:} and the id of a fault
     * @param minutes length; after null that of the plan: of a cold start the time after its end
     * @param tags signals that alone are shown; if empty, those of the plan
     * @param footer last line of the picture
     */
    record Wish(String story, @Nullable Double minutes, List<String> tags, String footer) {}

    /** Stories of the plant: the cold start and every fault. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(COLD_START));
        pack.faults().forEach(fault -> names.add(FAULT + fault.id()));
        return names;
    }

    /** Stories that a page tells: those of which the plan says what one sees; all of a plant without such a plan. */
    List<String> told() {
        List<String> planned =
                names().stream().filter(name -> seen(name).isPresent()).toList();
        return planned.size() > 1 ? planned : names();
    }

    /** What one sees on the picture of a story, where the plan says it. */
    Optional<LocalText> seen(String story) {
        return plan.story(planned(story)).seen();
    }

    /** The name of a story without the word before it: id of a fault, or the story itself. */
    static String planned(String story) {
        return story.startsWith(FAULT) ? story.substring(FAULT.length()) : story;
    }

    /**
     * Tells a story.
     *
     * @param wish what is wanted
     * @return what is to be drawn
     * @throws OtsException if the plant has no such story or signal
     */
    Trend tell(Wish wish) {
        Optional<FaultDefinition> fault = fault(wish.story());
        TrendPlan.Story planned = plan.story(planned(wish.story()));
        wish.tags().forEach(this::requireTag);
        List<String> about = wish.tags().isEmpty() ? planned.tags() : wish.tags();
        List<TrendPlan.Panel> panels = plan.chosen(about, !wish.tags().isEmpty(), table);
        List<String> tags = panels.stream().flatMap(p -> p.always().stream()).toList();
        TrendRecorder recorder =
                new TrendRecorder(tags.stream().mapToInt(table::find).toArray());
        if (fault.isPresent()) {
            fault(fault.get(), planned, wish.minutes(), recorder);
        } else if (wish.story().equals(COLD_START)) {
            coldStart(planned, wish.minutes(), recorder);
        } else {
            scenario(recorder, Double.POSITIVE_INFINITY).hold(MINUTE * length(planned, wish.minutes()));
        }
        return new Trend(
                title(wish.story(), fault),
                subtitle(wish.story(), fault, planned.orders().isEmpty()),
                recorder.seconds(),
                drawn(panels, tags, about, recorder),
                recorder.marks(),
                wish.footer());
    }

    private Optional<FaultDefinition> fault(String story) {
        if (story.equals(COLD_START) || story.equals(HOLD)) {
            return Optional.empty();
        }
        Optional<FaultDefinition> fault =
                pack.faults().stream().filter(f -> story.equals(FAULT + f.id())).findFirst();
        if (fault.isEmpty()) {
            List<String> ids = pack.faults().stream().map(FaultDefinition::id).toList();
            throw new OtsException(HeadlessError.UNKNOWN_STORY, pack.id(), story, String.join(" ", ids));
        }
        return fault;
    }

    private void requireTag(String tag) {
        if (table.find(tag) < 0) {
            String start = tag.isEmpty() ? "" : tag.substring(0, 1);
            List<String> near = table.signals().stream()
                    .map(Signal::name)
                    .filter(name -> name.startsWith(start))
                    .limit(NEAR)
                    .toList();
            throw new OtsException(HeadlessError.UNKNOWN_TAG, pack.id(), tag, String.join(" ", near));
        }
    }

    private PlantScenario scenario(TrendRecorder recorder, double longest) {
        return new PlantScenario(pack, tick, longest, recorder);
    }

    private static double length(TrendPlan.Story planned, @Nullable Double minutes) {
        return minutes == null ? planned.minutes() : minutes;
    }

    private void fault(
            FaultDefinition fault, TrendPlan.Story planned, @Nullable Double minutes, TrendRecorder recorder) {
        List<Command> orders = new ArrayList<>();
        for (TrendPlan.Order order : planned.orders()) {
            long at = Math.round(order.minute() * MINUTE / tick);
            orders.add(new Command(at, orders.size(), order.target(), order.verb(), order.value(), ""));
            recorder.operated(order.minute() * MINUTE, order.target(), order.verb(), Numbers.plain(order.value()));
        }
        scenario(recorder, Double.POSITIVE_INFINITY)
                .fault(fault.id(), FAULT_AT, orders, MINUTE * length(planned, minutes));
    }

    private void coldStart(TrendPlan.Story planned, @Nullable Double minutes, TrendRecorder recorder) {
        double longest = minutes == null ? Double.POSITIVE_INFINITY : MINUTE * minutes;
        PlantScenario scenario = scenario(recorder, longest);
        PlantEngine engine = scenario.startUp();
        scenario.runOn(engine, minutes == null ? engine.time() + MINUTE * planned.minutes() : longest);
    }

    private LocalText title(String story, Optional<FaultDefinition> fault) {
        LocalText what = fault.map(f -> new LocalText(
                        f.id() + " " + f.title().zh(), f.id() + " " + f.title().en()))
                .orElse(
                        story.equals(COLD_START)
                                ? new LocalText("冷态开车", "Cold start")
                                : new LocalText("正常运行", "Normal operation"));
        LocalText plant = pack.title();
        return new LocalText(plant.zh() + " · " + what.zh(), plant.en() + " · " + what.en());
    }

    private static LocalText subtitle(String story, Optional<FaultDefinition> fault, boolean idle) {
        LocalText acts = idle
                ? new LocalText("无人操作。", "Nobody acts.")
                : new LocalText("除标出的操作外无人操作。", "Nobody acts but where it is marked.");
        return fault.map(FaultDefinition::cause)
                .map(cause -> new LocalText(cause.zh() + "。" + acts.zh(), cause.en() + ". " + acts.en()))
                .orElse(
                        story.equals(COLD_START)
                                ? new LocalText(
                                        "专家脚本按规程操作，从常温、空塔到正常运行。",
                                        "Expert scripts follow the procedure from a cold, empty plant to normal operation.")
                                : new LocalText("从正常工况开始，无人操作。", "From the normal condition; nobody acts."));
    }

    private List<Trend.Panel> drawn(
            List<TrendPlan.Panel> panels, List<String> tags, List<String> about, TrendRecorder recorder) {
        Set<String> main = new LinkedHashSet<>(about);
        List<Trend.Panel> drawn = new ArrayList<>();
        int next = 0;
        for (TrendPlan.Panel panel : panels) {
            List<Trend.Series> series = new ArrayList<>();
            for (String tag : panel.always()) {
                LocalText text = table.signals().get(table.find(tags.get(next))).text();
                series.add(new Trend.Series(tag, text, main.isEmpty() || main.contains(tag), recorder.values(next)));
                next++;
            }
            drawn.add(new Trend.Panel(panel.title(), panel.unit(), panel.leastSpan(), series));
        }
        return drawn;
    }
}
