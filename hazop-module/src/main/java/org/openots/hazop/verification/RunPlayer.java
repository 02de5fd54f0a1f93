package org.openots.hazop.verification;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.IntPredicate;
import org.openots.hazop.plant.Observed;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.Order;
import org.openots.simulator.engine.EngineEvent;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.fault.FaultOrder;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.InitialCondition;

/** Plays one run with the tick of the plant. A pure function of pack, initial condition, seed and orders. */
final class RunPlayer {
    /** Ramp of a fault order that leaves it to the fault. */
    private static final double OWN_RAMP = -1;

    private final PlantNames names;
    private final long seed;

    RunPlayer(PlantNames names, long seed) {
        this.names = names;
        this.seed = seed;
    }

    /**
     * Plays.
     *
     * @param initial where it starts
     * @param key what is done
     * @param seconds how long, s of model time
     * @param wanted what is recorded
     * @param events takes the events of every tick
     */
    RunTrace play(
            InitialCondition initial,
            RunKey key,
            int seconds,
            Collection<Observed> wanted,
            Consumer<EngineEvent> events) {
        return play(initial, key, seconds, wanted, events, second -> true);
    }

    /**
     * Plays, and can be stopped.
     *
     * @param initial where it starts
     * @param key what is done
     * @param seconds how long, s of model time
     * @param wanted what is recorded
     * @param events takes the events of every tick
     * @param goOn asked once a second of model time whether to go on
     * @throws CancellationException if it is told not to
     */
    RunTrace play(
            InitialCondition initial,
            RunKey key,
            int seconds,
            Collection<Observed> wanted,
            Consumer<EngineEvent> events,
            IntPredicate goOn) {
        PlantEngine engine = new PlantEngine(names.pack(), initial, seed);
        long sequence = 0;
        for (Order order : key.orders()) {
            give(engine, order, ++sequence);
        }
        Map<String, DoubleSupplier> sources = new HashMap<>();
        Map<String, double[]> values = new HashMap<>();
        for (Observed observed : wanted) {
            sources.put(observed.name(), source(engine, observed));
            values.put(observed.name(), new double[seconds + 1]);
        }
        MessageDigest digest = sha256();
        double[] all = new double[engine.signals().size()];
        ByteBuffer bytes = ByteBuffer.allocate(all.length * Double.BYTES);
        int sound = seconds;
        for (int second = 0; second <= seconds; second++) {
            if (!goOn.test(second)) {
                throw new CancellationException("stopped after " + second + " s of model time");
            }
            if (advance(engine, second, events) && sound == seconds) {
                sound = Math.max(0, second - 1);
            }
            int now = second;
            values.forEach((name, series) -> series[now] = read(sources, name));
            digest(engine, all, bytes, digest);
        }
        return new RunTrace(values, seconds, sound, HexFormat.of().formatHex(digest.digest()));
    }

    private static double read(Map<String, DoubleSupplier> sources, String name) {
        DoubleSupplier source = sources.get(name);
        return source == null ? Double.NaN : source.getAsDouble();
    }

    private static DoubleSupplier source(PlantEngine engine, Observed observed) {
        if (observed.behind()) {
            int variable = engine.process().variable(observed.name());
            return () -> engine.process().read(variable);
        }
        int index = engine.signals().find(observed.name());
        return () -> engine.view().value(index);
    }

    /** Whether the model held its state during this second. */
    private static boolean advance(PlantEngine engine, int second, Consumer<EngineEvent> events) {
        boolean held = false;
        double half = engine.pack().tickSeconds() / 2;
        while (engine.time() + half < second) {
            engine.step();
            engine.drainEvents().forEach(events);
            held |= engine.held();
        }
        return held;
    }

    private void give(PlantEngine engine, Order order, long sequence) {
        long tick = Math.max(1, Math.round(order.atSeconds() / names.pack().tickSeconds()) + 1);
        if (order instanceof Order.Fault fault) {
            engine.arm(new FaultOrder(
                    tick,
                    sequence,
                    "order-" + sequence,
                    fault.fault(),
                    fault.strength(),
                    fault.rampSeconds().orElse(OWN_RAMP),
                    0,
                    "",
                    0));
        } else if (order instanceof Order.Operation operation) {
            double value = operation.value().orElse(0);
            engine.submit(new Command(tick, sequence, operation.target(), operation.verb(), value, ""), true);
        }
    }

    private static void digest(PlantEngine engine, double[] all, ByteBuffer bytes, MessageDigest digest) {
        engine.copyValues(all);
        bytes.clear();
        for (double value : all) {
            bytes.putLong(Double.doubleToLongBits(value));
        }
        bytes.flip();
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
