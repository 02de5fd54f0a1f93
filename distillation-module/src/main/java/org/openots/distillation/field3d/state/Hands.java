package org.openots.distillation.field3d.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The values of the station with what the own hands do to valves laid over them. For one thread. */
public final class Hands implements Values {
    private final Values station;
    private final Map<String, ValveTravel> valves = new TreeMap<>();

    /**
     * No hand on anything.
     *
     * @param station what the station says
     */
    public Hands(Values station) {
        this.station = station;
    }

    /**
     * The hand on a valve.
     *
     * @param tag of the valve
     * @param strokeSeconds time of a full stroke, s
     * @param turns of the wheel for a full stroke
     * @return the same at each call for a valve
     */
    public ValveTravel on(String tag, double strokeSeconds, double turns) {
        return valves.computeIfAbsent(tag, one -> new ValveTravel(one, strokeSeconds, turns));
    }

    /**
     * Lets time pass.
     *
     * @param seconds how long
     * @return wishes to be sent to the station, by tag
     */
    public List<Operation> step(double seconds) {
        List<Operation> wishes = new ArrayList<>();
        valves.forEach((tag, valve) -> {
            valve.step(seconds, station.value(tag));
            valve.wish().ifPresent(wishes::add);
        });
        return wishes;
    }

    /**
     * The station refused an operation.
     *
     * @param target of the operation
     */
    public void refused(String target) {
        ValveTravel valve = valves.get(target);
        if (valve != null) {
            valve.refused();
        }
    }

    /** Lets go of everything: the panel is closed or the connection lost. */
    public void release() {
        valves.values().forEach(ValveTravel::release);
    }

    @Override
    public double value(String signal) {
        ValveTravel valve = valves.get(signal);
        return valve != null && valve.busy() ? valve.percent() : station.value(signal);
    }
}
