package org.openots.dcs.rig;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Quality;
import org.openots.common.signal.SignalRange;
import org.openots.common.text.LocalText;
import org.openots.dcs.publish.Encoder;
import org.openots.dcs.publish.Encoders;
import org.openots.dcs.publish.GatewayProfile;
import org.openots.dcs.publish.Message;
import org.openots.dcs.publish.Outlet;
import org.openots.dcs.publish.PublishedTag;
import org.openots.dcs.publish.Reading;
import org.openots.dcs.publish.Scan;
import org.openots.simulator.engine.EngineEvent;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.plant.PlantPack;

/**
 * A rig that is not there: the plant of a pack behind instruments and a gateway that publishes scans. A pure function of
 * its parts and what is written to it; knows no clock. For one thread, apart from {@link #writes}.
 */
public final class VirtualRig {
    private static final double MILLI = 1e-3;

    private final RigGateway gateway;
    private final Outlet outlet;
    private final Mismatch mismatch;
    private final PlantEngine engine;
    private final RigTags rigTags;
    private final List<InstrumentChain> chains = new ArrayList<>();
    private final GatewayFaults faults;
    private final GatewayProfile profile;
    private final Encoder encoder;
    private final WriteDesk desk;
    private double startSeconds;
    private final List<LocalText> refusals = new ArrayList<>();
    private RigScript script = RigScript.NOBODY;
    private long startMillis;
    private long scans;
    private long stoodStill;
    private boolean held;
    private Scan latest;

    /**
     * Builds a rig and lets its plant warm up.
     *
     * @param plant the plant
     * @param gateway the gateway
     * @param defects what is wrong with the instruments and the network
     * @param outlet where its messages go
     * @throws OtsException if the pack has mistakes or no such initial condition
     */
    public VirtualRig(RigPlant plant, RigGateway gateway, RigDefects defects, Outlet outlet) {
        this.gateway = gateway;
        this.startMillis = gateway.start().toEpochMilli();
        this.outlet = outlet;
        this.mismatch = new Mismatch(plant.mismatch(), plant.files());
        PlantPack pack = PlantPack.load(mismatch.files());
        this.engine = new PlantEngine(pack, pack.initialCondition(plant.initialCondition()), plant.seed());
        this.rigTags = new RigTags(pack.automation(), engine.signals());
        List<InstrumentDefect> wrong = new ArrayList<>(wandering());
        wrong.addAll(defects.instruments());
        for (PublishedTag tag : rigTags.tags()) {
            List<InstrumentDefect> own = rigTags.measured(tag.name()) ? wrong : List.of();
            chains.add(new InstrumentChain(tag, own, plant.seed()));
        }
        this.faults = new GatewayFaults(defects.network(), plant.seed());
        this.profile = gateway.profile(plant.seed());
        this.encoder = Encoders.of(gateway.dialect(), profile, rigTags.tags());
        this.desk = new WriteDesk(engine);
        advance(plant.warmUpSeconds());
        this.startSeconds = engine.time();
        this.latest = new Scan(time(), List.of());
    }

    private List<InstrumentDefect> wandering() {
        Map<String, SignalRange> ranges = new HashMap<>();
        rigTags.tags().forEach(tag -> ranges.put(tag.name(), tag.range()));
        List<InstrumentDefect> all = new ArrayList<>();
        mismatch.wanders().forEach((tag, wander) -> {
            SignalRange range = ranges.get(tag);
            if (range != null && wander.deviation() > 0) {
                InstrumentDefect.Scope scope = new InstrumentDefect.Scope(List.of(tag), 0, Double.POSITIVE_INFINITY);
                double share = wander.deviation() / (range.high() - range.low());
                all.add(new InstrumentDefect.Noise(scope, 0, share, wander.seconds()));
            }
        });
        return all;
    }

    /**
     * The tags that can have defects of instruments.
     *
     * @param pack a plant
     * @return the names
     */
    public static List<String> analogueTags(PlantPack pack) {
        PlantEngine engine = new PlantEngine(
                pack, pack.initialCondition(pack.initialConditionIds().get(0)), 0);
        return new RigTags(pack.automation(), engine.signals()).measured();
    }

    /**
     * Somebody operates the plant from now on.
     *
     * @param operator who
     */
    public void operatedBy(RigScript operator) {
        script = operator;
    }

    /**
     * Puts in a fault of the plant at the rig itself, where no key is needed.
     *
     * @param id of the fault
     * @param strength above 0, at most 1 for all of it
     * @param atSeconds when, model time since the gateway started, s; at once when that is over
     * @throws OtsException if the plant has no such fault or the strength is none
     */
    public void inject(String id, double strength, double atSeconds) {
        long tick = Math.round((startSeconds + atSeconds) / engine.pack().tickSeconds());
        desk.inject(id, strength, Math.max(engine.tick() + 1, tick));
    }

    /**
     * What can be written to it.
     *
     * @return the door for writes
     */
    public RigWrites writes() {
        return desk;
    }

    /**
     * Turns the key at the rig that lets others write to it; off at the start. By any thread.
     *
     * @param on whether they may
     */
    public void remoteEnable(boolean on) {
        desk.remote(on);
    }

    /**
     * Whether the key lets others write.
     *
     * @return true for remote
     */
    public boolean remote() {
        return desk.remote();
    }

    /**
     * The tags it publishes.
     *
     * @return the tags, in the order of its scans
     */
    public List<PublishedTag> tags() {
        return rigTags.tags();
    }

    /**
     * The plant, for tests and for what is shown beside it.
     *
     * @return the engine
     */
    public PlantEngine engine() {
        return engine;
    }

    /**
     * Model time since the gateway started.
     *
     * @return s
     */
    public double seconds() {
        return engine.time() - startSeconds;
    }

    /**
     * The true time, which a gateway with a good clock shows.
     *
     * @return UTC in ms
     */
    public long time() {
        return startMillis + scans * gateway.scanMs();
    }

    /**
     * Sets the time at which its gateway starts, when making the rig took some: to be called before the first scan.
     *
     * @param time UTC in ms
     */
    public void startsAt(long time) {
        startMillis = time;
    }

    /**
     * Time passes in which the gateway did nothing, because its computer stood: the next scans are later by as much.
     *
     * @param millis ms
     */
    public void stood(long millis) {
        startMillis += millis;
    }

    /**
     * Holds the plant where it is, or lets it go on. A held plant is still published, scan by scan, and nobody operates it.
     *
     * @param on whether it is held
     */
    public void hold(boolean on) {
        held = on;
    }

    /**
     * Operations of the script that were refused so far.
     *
     * @return why, in order
     */
    public List<LocalText> refusals() {
        return List.copyOf(refusals);
    }

    /**
     * How the plant differs from its pack.
     *
     * @return what was drawn, and what follows from it now
     */
    public TrueValues trueValues() {
        Map<String, Double> weighted = new HashMap<>();
        mismatch.efficiencies().forEach((section, trays) -> weighted.put(section, dutyWeighted(section, trays)));
        return new TrueValues(
                mismatch.number(), mismatch.efficiencies(), weighted, mismatch.heatLossFactor(), mismatch.lagFactors());
    }

    private double dutyWeighted(String section, List<Double> trays) {
        String bottom = mismatch.bottom(section);
        double sum = 0;
        double weights = 0;
        for (int tray = 1; tray <= trays.size(); tray++) {
            String below = tray == trays.size() ? bottom : section + "-" + (tray + 1);
            double step =
                    Math.abs(engine.processValue(section + "-" + tray + ".y") - engine.processValue(below + ".y"));
            sum += step * trays.get(tray - 1);
            weights += step;
        }
        return weights > 0
                ? sum / weights
                : trays.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /**
     * The last will of the next connection.
     *
     * @return the message, or nothing if the dialect has none
     */
    public Optional<Message> will() {
        return encoder.will(faults.clock(time(), seconds()));
    }

    /**
     * Topics the gateway listens to.
     *
     * @return topic filters
     */
    public List<String> subscriptions() {
        return encoder.subscriptions();
    }

    /** Publishes what a gateway publishes when it is connected, after what the broker has kept of earlier times. */
    public void connected() {
        Scan now = read(0);
        for (long age : faults.retained()) {
            GatewayProfile earlier = new GatewayProfile(
                    profile.site(), profile.rig(), profile.boot() + "-old", profile.zone(), profile.periodMs());
            Encoder old = Encoders.of(gateway.dialect(), earlier, rigTags.tags());
            old.begin(now);
            old.encode(now.at(now.time() - age))
                    .forEach(m -> outlet.publish(new Message(m.topic(), m.payload(), true)));
        }
        encoder.begin(now).forEach(outlet::publish);
    }

    /**
     * Takes a message on one of its topics.
     *
     * @param message the message
     */
    public void received(Message message) {
        if (encoder.asksForBirth(message)) {
            encoder.begin(read(0)).forEach(outlet::publish);
        }
    }

    /** Lets the plant run on to the next scan and publishes it. */
    public void scan() {
        scans++;
        stoodStill += held ? 1 : 0;
        double before = seconds();
        long moved = scans - stoodStill;
        advance(startSeconds + moved * gateway.scanMs() * MILLI * gateway.speed() - engine.time());
        double now = seconds();
        latest = read(now - before);
        List<Message> sent = faults.scanned(latest, now).map(encoder::encode).orElse(List.of());
        faults.arriving(sent, time(), now).forEach(outlet::publish);
    }

    /**
     * What the gateway got from the instruments at the last scan, before anything happened to it on the network.
     *
     * @return the scan, without readings before the first one
     */
    public Scan latest() {
        return latest;
    }

    /**
     * Puts the plant back into a state it had, while the clock and the instruments go on, for studies that try many things
     * from one state.
     *
     * @param state from {@link PlantEngine#saveState} of its engine
     */
    public void restore(byte[] state) {
        double now = seconds();
        engine.restoreState(state);
        startSeconds = engine.time() - now;
    }

    /** Publishes what a gateway publishes before it disconnects. */
    public void disconnecting() {
        encoder.end(faults.clock(time(), seconds())).forEach(outlet::publish);
    }

    private void advance(double modelSeconds) {
        long last = Math.round((engine.time() + modelSeconds) / engine.pack().tickSeconds());
        while (engine.tick() < last) {
            for (RigScript.Operation operation : script.onTick(engine.view())) {
                operate(operation);
            }
            desk.hand();
            engine.step();
            for (EngineEvent event : engine.drainEvents()) {
                desk.hear(event).ifPresent(refusals::add);
            }
        }
    }

    private void operate(RigScript.Operation operation) {
        try {
            desk.hand(operation);
        } catch (OtsException e) {
            refusals.add(new LocalText(e.messageIn(Locale.SIMPLIFIED_CHINESE), e.messageIn(Locale.ENGLISH)));
        }
    }

    private Scan read(double step) {
        long time = faults.clock(time(), seconds());
        List<PublishedTag> tags = rigTags.tags();
        List<Reading> readings = new ArrayList<>(tags.size());
        for (int i = 0; i < tags.size(); i++) {
            double value = i < rigTags.indices().size()
                    ? engine.view().value(rigTags.indices().get(i))
                    : desk.remote() ? 1 : 0;
            Reading raw = new Reading(tags.get(i).name(), value, Quality.GOOD, time);
            readings.add(chains.get(i).pass(raw, seconds(), step));
        }
        return new Scan(time, readings);
    }
}
