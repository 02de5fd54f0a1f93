package org.openots.distillation.field3d.net;

import java.util.List;
import java.util.Map;
import org.openots.distillation.field3d.scene.Defect;
import org.openots.distillation.field3d.state.Effect;
import org.openots.distillation.field3d.state.People;

/**
 * One frame of the station.
 *
 * @param time model time, s
 * @param full whether it holds everything: nothing of before counts then
 * @param values by signal, in engineering units; NaN where the station has none
 * @param effects what goes on beyond the signals
 * @param defects what is wrong within sight
 * @param people where the others are
 * @param running whether model time moves
 * @param brief of the task
 */
public record Snapshot(
        double time,
        boolean full,
        Map<String, Double> values,
        List<Effect> effects,
        List<Defect> defects,
        List<People.Place> people,
        boolean running,
        Brief brief) {
    /** Copies the collections. */
    public Snapshot {
        values = Map.copyOf(values);
        effects = List.copyOf(effects);
        defects = List.copyOf(defects);
        people = List.copyOf(people);
    }

    /**
     * A frame that says nothing of defects.
     *
     * @param time model time, s
     * @param full whether it holds everything
     * @param values by signal, in engineering units
     * @param effects what goes on beyond the signals
     * @param people where the others are
     * @param running whether model time moves
     * @param brief of the task
     */
    public Snapshot(
            double time,
            boolean full,
            Map<String, Double> values,
            List<Effect> effects,
            List<People.Place> people,
            boolean running,
            Brief brief) {
        this(time, full, values, effects, List.of(), people, running, brief);
    }

    /**
     * A frame that says nothing of defects and nothing of the task.
     *
     * @param time model time, s
     * @param full whether it holds everything
     * @param values by signal, in engineering units
     * @param effects what goes on beyond the signals
     * @param people where the others are
     * @param running whether model time moves
     */
    public Snapshot(
            double time,
            boolean full,
            Map<String, Double> values,
            List<Effect> effects,
            List<People.Place> people,
            boolean running) {
        this(time, full, values, effects, people, running, Brief.NONE);
    }
}
