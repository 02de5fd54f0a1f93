package org.openots.hazop.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openots.common.error.OtsException;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.Effect;
import org.openots.hazop.study.Order;
import org.openots.hazop.verification.Demonstration;
import org.openots.hazop.verification.RowDemonstration;
import org.openots.hazop.verification.ScenarioTrial;

/** Plays the scenario of a drill without a safeguard, nobody at the controls. Thread-safe. */
public final class DrillTrials {
    /** When the first fault begins in a played scenario, s: before it the plant is seen as it should be. */
    private static final double FAULT_SECONDS = 60;

    /** Seed of all played scenarios: what one trainee sees, everybody sees. */
    private static final long SEED = 1;

    /** Points of a trend: two for every pixel column that a trend on the page has. */
    private static final int POINTS = 600;

    private final ScenarioTrial player;

    /**
     * For a plant.
     *
     * @param names of the plant
     */
    public DrillTrials(PlantNames names) {
        this.player = new ScenarioTrial(names, SEED);
    }

    /**
     * A scenario that was played.
     *
     * @param seen trends and marks with and without the safeguard
     * @param record what the journal keeps of it
     */
    public record Played(Demonstration seen, TrialRecord record) {}

    /**
     * Plays.
     *
     * @param drill a drill of the plant
     * @param which its case
     * @param safeguard number of the option that is taken away, from 1 on
     * @param progress told how far it is
     * @return what was seen
     * @throws OtsException if the drill has no scenario to play or no such safeguard
     * @throws java.util.concurrent.CancellationException if the progress said to stop
     */
    public Played play(Drill drill, DrillCase which, int safeguard, RowDemonstration.Progress progress) {
        DrillRules.Trial trial = drill.rules()
                .trial()
                .filter(rules ->
                        drill.offers().number(DrillPart.SAFEGUARD, safeguard).isPresent())
                .orElseThrow(() -> new OtsException(DrillError.UNKNOWN_ANSWER, DrillPart.SAFEGUARD.word(), safeguard));
        String guard = drill.offers().of(DrillPart.SAFEGUARD).get(safeguard - 1).id();
        List<Order> faults = new ArrayList<>();
        which.faults()
                .forEach(fault -> faults.add(new Order.Fault(
                        FAULT_SECONDS + fault.laterSeconds(),
                        fault.fault(),
                        fault.strength(),
                        OptionalDouble.empty())));
        List<Effect> limits = List.copyOf(trial.limits().values());
        ScenarioTrial.Result result = player.play(
                new ScenarioTrial.Request(
                        drill.start().initialCondition(),
                        faults,
                        trial.disable().getOrDefault(guard, List.of()),
                        trial.seconds(),
                        limits,
                        POINTS),
                progress);
        return new Played(
                result.seen(), record(drill, List.copyOf(trial.limits().keySet()), result));
    }

    private static TrialRecord record(Drill drill, List<String> limits, ScenarioTrial.Result result) {
        SortedSet<Integer> reached = new TreeSet<>();
        SortedSet<Integer> gained = new TreeSet<>();
        for (int i = 0; i < limits.size(); i++) {
            if (result.without().get(i)) {
                int number = drill.offers().numberOf(DrillPart.LIMIT, limits.get(i));
                reached.add(number);
                if (!result.with().get(i)) {
                    gained.add(number);
                }
            }
        }
        return new TrialRecord(reached, gained, result.hash());
    }
}
