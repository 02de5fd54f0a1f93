package org.openots.distillation.field3d.state;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.openots.distillation.field3d.scene.Defect;

/** The values of the station with the defects that are seen from where one stands laid over them. For one thread. */
public final class Defects implements Values {
    private final Values station;
    private final Set<String> present = new HashSet<>();

    /**
     * Nothing wrong anywhere.
     *
     * @param station the signals
     */
    public Defects(Values station) {
        this.station = station;
    }

    /**
     * Takes what the station says.
     *
     * @param defects all that are seen now
     */
    public void accept(Collection<Defect> defects) {
        present.clear();
        for (Defect defect : defects) {
            present.add(defect.signal());
        }
    }

    @Override
    public double value(String signal) {
        if (signal.startsWith(Defect.PREFIX)) {
            return present.contains(signal) ? 1 : 0;
        }
        if (signal.startsWith(Hung.TAG) || signal.startsWith(Hung.LOCK)) {
            return Hung.shown(station, signal);
        }
        return station.value(signal);
    }
}
