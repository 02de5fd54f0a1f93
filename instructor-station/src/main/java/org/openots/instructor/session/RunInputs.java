package org.openots.instructor.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The inputs of a run that count, in the order they take effect: those taken, and those ahead. Ahead are the
 * instructor's orders that a trainee went back over: they belong to the exercise and come again at their ticks, so that
 * nobody can rid himself of a fault by going back. What the trainee did himself is gone.
 */
final class RunInputs {
    private final List<RunInput> taken = new ArrayList<>();
    private final List<RunInput> ahead = new ArrayList<>();

    /** Takes an input at its tick. */
    void take(RunInput input) {
        taken.add(input);
    }

    /**
     * Takes back an order that is ahead, if that is what an input wants: the plant never hears of it then.
     *
     * @return whether it was one; else the input is still to be taken
     */
    boolean takesBack(RunInput input) {
        if (!(input instanceof RunInput.Withdrawn withdrawn)) {
            return false;
        }
        // an order whose tick is past has reached the plant, even if it stands here still, as in a story that is only
        // read
        boolean found = ahead.removeIf(order -> order instanceof RunInput.Armed armed
                && armed.order().key().equals(withdrawn.key())
                && armed.tick() >= withdrawn.tick());
        if (found) {
            ahead.removeIf(order ->
                    order instanceof RunInput.Withdrawn later && later.key().equals(withdrawn.key()));
        }
        return found;
    }

    /** Takes the inputs ahead whose tick has come. */
    List<RunInput> due(long tick) {
        if (ahead.isEmpty() || ahead.get(0).tick() > tick) {
            return List.of();
        }
        List<RunInput> due =
                ahead.stream().filter(input -> input.tick() <= tick).toList();
        ahead.subList(0, due.size()).clear();
        taken.addAll(due);
        return due;
    }

    /**
     * Goes back.
     *
     * @param tick where to
     * @param keepOrders whether the instructor's orders from that tick on come again
     */
    void rewind(long tick, boolean keepOrders) {
        List<RunInput> undone =
                taken.stream().filter(input -> input.tick() >= tick).toList();
        taken.removeIf(input -> input.tick() >= tick);
        if (keepOrders) {
            undone.stream().filter(RunInput::ofInstructor).forEach(ahead::add);
            ahead.sort(Comparator.comparingLong(RunInput::tick));
        }
    }

    /** Starts over with recorded inputs: those before a tick are taken, the others ahead. */
    void set(List<RunInput> recorded, long tick) {
        taken.clear();
        ahead.clear();
        for (RunInput input : recorded) {
            (input.tick() < tick ? taken : ahead).add(input);
        }
    }

    /** All inputs, sorted by tick and order of acceptance. */
    List<RunInput> all() {
        List<RunInput> all = new ArrayList<>(taken);
        all.addAll(ahead);
        all.sort(Comparator.comparingLong(RunInput::tick));
        return all;
    }

    /** The tick at which somebody operated a target first, as far as it still counts; negative if nobody did. */
    long firstOrdered(String target) {
        for (int i = 0; i < taken.size(); i++) {
            if (taken.get(i) instanceof RunInput.Operated operated
                    && operated.command().target().equals(target)) {
                return operated.tick();
            }
        }
        return -1;
    }

    /** The faults whose onset is ahead. */
    List<FaultOrder> faultsAhead() {
        return ahead.stream()
                .filter(RunInput.Armed.class::isInstance)
                .map(input -> ((RunInput.Armed) input).order())
                .toList();
    }
}
