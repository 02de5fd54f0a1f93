package org.openots.dcs.trial;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.openots.common.error.OtsException;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.mqtt.Inbound;
import org.openots.dcs.mqtt.InboundRing;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.mqtt.LinkState;
import org.openots.dcs.mqtt.MqttLink;
import org.openots.dcs.mqtt.MqttLinks;
import org.openots.dcs.mqtt.Outbound;
import org.openots.dcs.mqtt.Subscription;
import org.openots.dcs.tag.Intake;

/** A trial of a map over a real broker. */
public final class LiveTrial {
    private static final long POLL_MILLIS = 20;
    private static final long TICK = 100_000_000;
    /** A broker that does not answer for so long is not there. */
    private static final long PATIENCE = Duration.ofSeconds(15).toNanos();

    private final LinkSettings settings;
    private final LinkClock clock;
    private final RandomGenerator random;

    /**
     * What a trial found.
     *
     * @param trial the trial with all that came
     * @param connected whether there was a connection to the end
     * @param problem what the link had to complain of at the end, for example a subscription that was refused
     */
    public record Result(MapTrial trial, boolean connected, Optional<OtsException> problem) {}

    /**
     * Says where.
     *
     * @param settings the link to the broker
     * @param clock the clocks
     * @param random spreads attempts
     */
    public LiveTrial(LinkSettings settings, LinkClock clock, RandomGenerator random) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Listens for a while.
     *
     * @param file the name of the map's file, for messages
     * @param map the map
     * @param length how long, from the connection on
     * @param stopped whether it shall end before
     * @return what came
     * @throws OtsException if there is no connection
     * @throws InterruptedException if the thread is told to end
     */
    public Result run(String file, TagMap map, Duration length, BooleanSupplier stopped) throws InterruptedException {
        return run(file, map, length, stopped, (trial, since) -> {});
    }

    /**
     * Listens for a while and shows meanwhile what came so far.
     *
     * @param file the name of the map's file, for messages
     * @param map the map
     * @param length how long, from the connection on
     * @param stopped whether it shall end before
     * @param watcher shown the trial about ten times a second with the time since the connection, in the thread that runs
     *     it
     * @return what came
     * @throws OtsException if there is no connection
     * @throws InterruptedException if the thread is told to end
     */
    public Result run(
            String file, TagMap map, Duration length, BooleanSupplier stopped, BiConsumer<MapTrial, Duration> watcher)
            throws InterruptedException {
        InboundRing inbox = new InboundRing(InboundRing.CAPACITY);
        try (MqttLink link = MqttLinks.open(settings, inbox, clock, random)) {
            MapTrial trial = new MapTrial(
                    file,
                    map,
                    new Intake.Clocks(clock.wall(), clock.nanos()),
                    (topic, payload) -> link.publish(new Outbound(topic, payload, 0, false)));
            link.subscribe(trial.subscriptions().stream()
                    .map(filter -> new Subscription(filter, map.qos()))
                    .toList());
            await(link, stopped);
            trial.connected();
            long end = clock.nano() + length.toNanos();
            long ticked = clock.nano();
            while (clock.nano() < end && !stopped.getAsBoolean()) {
                for (Inbound in = inbox.take(POLL_MILLIS); in != null; in = inbox.take(0)) {
                    trial.message(in.topic(), in.payload(), in.retained());
                }
                if (clock.nano() - ticked > TICK) {
                    ticked = clock.nano();
                    trial.tick();
                    watcher.accept(trial, length.minusNanos(Math.max(0, end - ticked)));
                }
            }
            LinkState state = link.state();
            return new Result(trial, state.connected(), state.problem());
        }
    }

    private void await(MqttLink link, BooleanSupplier stopped) throws InterruptedException {
        long until = clock.nano() + PATIENCE;
        while (!link.state().connected() && !stopped.getAsBoolean()) {
            LinkState state = link.state();
            if (clock.nano() > until || state.phase() == LinkState.Phase.STOPPED) {
                throw state.problem()
                        .orElseGet(() -> new OtsException(
                                TrialError.NO_CONNECTION,
                                settings.broker().host(),
                                settings.broker().port()));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }
}
