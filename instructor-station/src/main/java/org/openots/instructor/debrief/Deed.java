package org.openots.instructor.debrief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openots.instructor.session.RunInput;

/**
 * One thing that was done in a run or to it, and so may be a cause: what somebody did with one target without a longer pause, or
 * a fault.
 *
 * @param kind who did it
 * @param subject target of the operations, or the fault
 * @param tick when it began; of a fault that waits for a condition, when it was ordered
 * @param inputs what belongs to it, by tick
 */
public record Deed(Kind kind, String subject, long tick, List<RunInput> inputs) {
    /** Operations of one target with less time between them are one deed: somebody gropes for the right value. s. */
    private static final double SAME_SECONDS = 60;

    /** Who did it. */
    public enum Kind {
        /** Somebody operated something. */
        ACTION,
        /** A fault was ordered. */
        FAULT
    }

    /** Freezes the inputs. */
    public Deed {
        inputs = List.copyOf(inputs);
    }

    /**
     * Finds the deeds of a run.
     *
     * @param inputs all that had an influence on it, sorted by tick
     * @param tickSeconds s
     * @return the deeds by their beginning
     */
    public static List<Deed> of(List<RunInput> inputs, double tickSeconds) {
        List<Deed> done = new ArrayList<>();
        Map<String, List<RunInput>> open = new LinkedHashMap<>();
        for (RunInput input : inputs) {
            if (input instanceof RunInput.Armed armed) {
                long onset = armed.tick() + Math.round(armed.order().delaySeconds() / tickSeconds);
                done.add(new Deed(Kind.FAULT, armed.order().fault(), onset, List.of(input)));
            } else if (input instanceof RunInput.Operated operated) {
                String target = operated.command().target();
                List<RunInput> group = open.get(target);
                boolean goesOn = group != null
                        && (input.tick() - group.get(group.size() - 1).tick()) * tickSeconds < SAME_SECONDS;
                if (!goesOn) {
                    close(target, group, done);
                    group = new ArrayList<>();
                    open.put(target, group);
                }
                if (group != null) {
                    group.add(input);
                }
            }
        }
        open.forEach((target, group) -> close(target, group, done));
        done.sort(java.util.Comparator.comparingLong(Deed::tick).thenComparing(Deed::subject));
        return done;
    }

    private static void close(String target, @org.jspecify.annotations.Nullable List<RunInput> group, List<Deed> done) {
        if (group != null) {
            done.add(new Deed(Kind.ACTION, target, group.get(0).tick(), group));
        }
    }
}
