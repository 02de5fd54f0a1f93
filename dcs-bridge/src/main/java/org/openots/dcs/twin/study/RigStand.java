package org.openots.dcs.twin.study;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.openots.common.signal.PlantFrame;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.publish.Reading;
import org.openots.dcs.rig.RigDefects;
import org.openots.dcs.rig.RigGateway;
import org.openots.dcs.rig.RigPlant;
import org.openots.dcs.rig.TrueValues;
import org.openots.dcs.rig.VirtualRig;
import org.openots.dcs.twin.TwinDefinition;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.PackSource;

/**
 * A virtual rig in the same process, read once a second. Its tanks are filled again and again, so that a study may last longer
 * than they do.
 */
final class RigStand {
    private static final long SCAN_MS = 1000;

    private final TwinDefinition definition;
    private final VirtualRig rig;
    private final SignalTable table;
    private double filled;
    private long frames;
    private long sequence;

    RigStand(TwinDefinition definition, int mismatch, long seed) {
        this.definition = definition;
        this.rig = new VirtualRig(
                new RigPlant(PackSource.shipped(definition.plant()), definition.initialCondition(), seed, mismatch, 0),
                new RigGateway(Dialect.NATIVE, "study", "rig", ZoneOffset.UTC, SCAN_MS, 1, Instant.EPOCH),
                RigDefects.NONE,
                message -> {});
        this.table = new SignalTable(rig.tags().stream()
                .map(tag -> new Signal(tag.name(), tag.unit(), tag.text()))
                .toList());
        refill();
    }

    private void refill() {
        definition.stores().holdups().forEach(rig.engine()::recharge);
        filled = rig.seconds();
    }

    /** The signals of its frames. */
    SignalTable table() {
        return table;
    }

    /** The next scan. */
    PlantFrame scan() {
        if (rig.seconds() - filled >= definition.stores().periodSeconds()) {
            refill();
        }
        rig.scan();
        List<Reading> readings = rig.latest().readings();
        double[] values = new double[readings.size()];
        Quality[] qualities = new Quality[readings.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = readings.get(i).value();
            qualities[i] = readings.get(i).quality();
        }
        return PlantFrame.measured(++frames, seconds(), values, qualities, new double[values.length]);
    }

    /** Lets it run without looking. */
    void skip(double seconds) {
        double end = seconds() + seconds;
        while (seconds() < end) {
            scan();
        }
    }

    /** Seconds since it started; they go on when it is put back. */
    double seconds() {
        return frames;
    }

    byte[] save() {
        return engine().saveState();
    }

    void restore(byte[] state) {
        rig.restore(state);
        refill();
    }

    void order(String target, String verb, double value) {
        engine().submit(new Command(engine().tick() + 1, sequence++, target, verb, value, ""), true);
    }

    /** Puts in a fault at once. */
    void inject(String fault) {
        rig.inject(fault, 1, 0);
    }

    PlantEngine engine() {
        return rig.engine();
    }

    TrueValues truth() {
        return rig.trueValues();
    }
}
