package org.openots.hazop.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openots.hazop.plant.Observed;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.Cause;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Difference;
import org.openots.hazop.study.Effect;
import org.openots.hazop.study.Evidence;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.Order;
import org.openots.hazop.study.Simulation;
import org.openots.hazop.study.Study;

/** What has to be played for a study, every run once. */
final class VerificationPlan {
    private final PlantNames names;
    private final Map<RunKey, Demand> demands = new LinkedHashMap<>();
    private final List<Case> cases = new ArrayList<>();

    private VerificationPlan(PlantNames names) {
        this.names = names;
    }

    /** Plans the runs of all items of a study that can be played. */
    static VerificationPlan of(Study study, PlantNames names) {
        VerificationPlan plan = new VerificationPlan(names);
        study.deviations().forEach(plan::row);
        return plan;
    }

    /** How long a run is needed and what is looked at in it. */
    static final class Demand {
        private final Set<Observed> observed = new LinkedHashSet<>();
        private int seconds;

        private void also(List<Observed> more, int until) {
            observed.addAll(more);
            seconds = Math.max(seconds, until);
        }

        Set<Observed> observed() {
            return observed;
        }

        int seconds() {
            return seconds;
        }
    }

    /**
     * One effect to look for.
     *
     * @param effect what
     * @param disturbed in which run
     * @param quiet compared with which
     * @param from second of the first order
     * @param to last second
     */
    record Claim(Effect effect, RunKey disturbed, RunKey quiet, int from, int to) {}

    /**
     * What one cause must show.
     *
     * @param causeId the cause
     * @param claims all of them have to come true
     */
    record Trial(String causeId, List<Claim> claims) {
        Trial {
            claims = List.copyOf(claims);
        }
    }

    /**
     * An item that is played.
     *
     * @param item the item
     * @param trials cause by cause
     * @param all whether every trial has to succeed; otherwise one is enough
     */
    record Case(KeyItem item, List<Trial> trials, boolean all) {
        Case {
            trials = List.copyOf(trials);
        }
    }

    Map<RunKey, Demand> demands() {
        return demands;
    }

    Optional<Case> caseOf(KeyItem item) {
        return cases.stream().filter(c -> c.item().equals(item)).findFirst();
    }

    private void row(Deviation row) {
        for (Cause cause : row.causes()) {
            if (cause.proof() instanceof Simulation played) {
                cases.add(new Case(cause, List.of(trial(row, cause, played, played.expected())), true));
            }
        }
        row.consequences().forEach(item -> {
            if (item.proof() instanceof Evidence evidence) {
                cases.add(new Case(item, trials(row, evidence), false));
            }
        });
        row.safeguards().forEach(item -> {
            if (item.proof() instanceof Difference difference) {
                List<Trial> trials = new ArrayList<>();
                difference
                        .against()
                        .forEach(against -> row.cause(against.causeId())
                                .filter(cause -> cause.proof() instanceof Simulation)
                                .ifPresent(cause -> trials.add(difference(row, cause, difference, against))));
                cases.add(new Case(item, trials, true));
            }
        });
    }

    private List<Trial> trials(Deviation row, Evidence evidence) {
        List<Trial> trials = new ArrayList<>();
        for (Cause cause : row.causes()) {
            boolean named = evidence.causeIds().isEmpty() || evidence.causeIds().contains(cause.id());
            if (named && cause.proof() instanceof Simulation played) {
                trials.add(trial(row, cause, played, evidence.expected()));
            }
        }
        return trials;
    }

    /** The cause against the plant left alone; what is taken away is missing in both. */
    private Trial trial(Deviation row, Cause cause, Simulation played, List<Effect> expected) {
        List<Claim> claims = new ArrayList<>();
        for (Effect effect : expected) {
            List<Order> taken = disabling(row, effect.without());
            RunKey quiet = new RunKey(played.from(), taken);
            claims.add(claim(effect, quiet.with(played.orders()), quiet, played));
        }
        return new Trial(cause.id(), claims);
    }

    /** The cause without the safeguard against the cause with it. */
    private Trial difference(Deviation row, Cause cause, Difference difference, Difference.Against against) {
        Simulation played = (Simulation) cause.proof();
        List<Claim> claims = new ArrayList<>();
        for (Effect effect : against.difference()) {
            RunKey with = new RunKey(played.from(), disabling(row, effect.without())).with(played.orders());
            claims.add(claim(effect, with.with(difference.disable()), with, played));
        }
        return new Trial(cause.id(), claims);
    }

    private Claim claim(Effect effect, RunKey disturbed, RunKey quiet, Simulation played) {
        int from = (int)
                played.orders().stream().mapToDouble(Order::atSeconds).min().orElse(0);
        int to = (int) played.horizonSeconds();
        List<Observed> observed = names.observed(effect.signal(), effect.kind());
        for (RunKey key : List.of(disturbed, quiet)) {
            demands.computeIfAbsent(key, k -> new Demand()).also(observed, to);
        }
        return new Claim(effect, disturbed, quiet, from, to);
    }

    /** The orders that take safeguards of a row away. */
    static List<Order> disabling(Deviation row, List<String> safeguardIds) {
        List<Order> orders = new ArrayList<>();
        for (String id : safeguardIds) {
            row.safeguard(id).ifPresent(guard -> {
                if (guard.proof() instanceof Difference difference) {
                    orders.addAll(difference.disable());
                }
            });
        }
        return orders;
    }
}
