package org.openots.instructor.rig;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openots.common.signal.Followers;
import org.openots.common.signal.PlantFrame;
import org.openots.common.signal.PlantSource;
import org.openots.common.signal.Quality;
import org.openots.common.signal.SignalTable;
import org.openots.dcs.live.RigTagMap;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.publish.Reading;
import org.openots.dcs.rig.RigDefects;
import org.openots.dcs.rig.RigGateway;
import org.openots.dcs.rig.RigPlant;
import org.openots.dcs.rig.VirtualRig;
import org.openots.dcs.twin.TwinDefinition;
import org.openots.instructor.session.MonotonicClock;
import org.openots.instructor.tank.SuppliedClock;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;

/** A virtual rig in this process as a source, as fast as it can, with a wall clock that follows it. */
public final class TwinRig implements PlantSource {
    /** Its plant. */
    public static final String PLANT = "ethanol-water-rig";

    /** Where its values go. */
    static final String TOPIC = "/neuron/test/rig/scan";

    private static final Quality BAD = Quality.bad(Quality.Cause.NOT_CONNECTED);

    private final PlantPack pack = PlantPack.shipped(PLANT);
    private final SignalTable table = PlantSignals.of(pack).table();
    private final Followers followers = new Followers(e -> {
        throw e;
    });
    private final VirtualRig rig = new VirtualRig(
            new RigPlant(PackSource.shipped(PLANT), "normal", 5, 0, 0),
            new RigGateway(Dialect.NATIVE, "test", "rig", ZoneOffset.UTC, 1000, 1, Instant.EPOCH),
            RigDefects.NONE,
            message -> {});
    private final Clock wall;
    private volatile long scans;
    private volatile PlantFrame latest = PlantFrame.simulated(0, 0, new double[0]);
    private volatile boolean silent;

    /**
     * A rig.
     *
     * @param start what its wall clock shows before the first scan
     */
    public TwinRig(Instant start) {
        wall = new SuppliedClock(() -> start.plusSeconds(scans));
    }

    /** The place of a twin beside it. */
    public TwinDesk.Place place(Path folder, String engine) {
        return new TwinDesk.Place(folder, wall, MonotonicClock.system(), engine);
    }

    /** A tag map for what {@link #values} has, sent to {@link #TOPIC} without times. */
    String map() {
        RigGateway gateway =
                new RigGateway(Dialect.NEURON_VALUES, "test", "rig", ZoneOffset.UTC, 1000, 1, Instant.EPOCH);
        return RigTagMap.of(PLANT, gateway, rig.tags()).toPrettyString();
    }

    /** Fingerprint of its plant. */
    public String hash() {
        return pack.hash();
    }

    /** Present wall time, UTC in ms. */
    public long now() {
        return wall.millis();
    }

    /** Sends no values any more, or sends them again. */
    public void silent(boolean wanted) {
        silent = wanted;
    }

    /** Puts in a fault. */
    public void inject(String fault) {
        rig.inject(fault, 1, 0);
    }

    /** The next scan, for all followers. */
    public void scan() {
        refill();
        rig.scan();
        double[] values = new double[table.size()];
        Quality[] qualities = new Quality[table.size()];
        Arrays.fill(values, Double.NaN);
        Arrays.fill(qualities, BAD);
        List<Reading> readings = rig.latest().readings();
        for (int i = 0; i < readings.size() && !silent; i++) {
            int index = table.find(rig.tags().get(i).name());
            if (index != SignalTable.NONE) {
                values[index] = readings.get(i).value();
                qualities[index] = readings.get(i).quality();
            }
        }
        long number = scans + 1;
        scans = number;
        PlantFrame frame = PlantFrame.measured(number, (double) number, values, qualities, new double[values.length]);
        latest = frame;
        followers.accept(frame);
    }

    private void refill() {
        if (scans % 600 == 0) {
            TwinDefinition.shipped(PLANT).stores().holdups().forEach(rig.engine()::recharge);
        }
    }

    /** The values of all tags now, by name; only good ones. */
    public Map<String, Double> values() {
        Map<String, Double> all = new LinkedHashMap<>();
        for (int i = 0; i < table.size(); i++) {
            double value = latest.value(i);
            if (!Double.isNaN(value)) {
                all.put(table.signals().get(i).name(), value);
            }
        }
        return all;
    }

    @Override
    public String plant() {
        return PLANT;
    }

    @Override
    public Kind kind() {
        return Kind.LIVE;
    }

    @Override
    public SignalTable signals() {
        return table;
    }

    @Override
    public PlantFrame latest() {
        return latest;
    }

    @Override
    public Following follow(Consumer<PlantFrame> follower) {
        return followers.add(follower);
    }
}
