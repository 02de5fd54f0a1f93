package org.openots.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openots.common.error.OtsException;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.simulator.instrument.TransmitterDefinition;

/** All injections of one run. Scanned once per tick, before the controllers. */
public final class FaultInjector implements Stateful {
    private static final double MAX_SECONDS = 86_400;

    private final Map<String, FaultDefinition> definitions = new TreeMap<>();
    private final InstrumentOverrides overrides;
    private final EventOrders events;
    private final FaultTarget target;
    private final double tickSeconds;
    private final List<Injection> injections = new ArrayList<>();

    /**
     * Creates the injector of a run.
     *
     * @param definitions the plant's faults
     * @param instruments its instruments, which can be overridden
     * @param target what they act on
     * @param tickSeconds s
     */
    public FaultInjector(
            List<FaultDefinition> definitions,
            List<TransmitterDefinition> instruments,
            FaultTarget target,
            double tickSeconds) {
        definitions.forEach(d -> this.definitions.put(d.id(), d));
        this.overrides = new InstrumentOverrides(instruments);
        this.events = new EventOrders(definitions, target);
        this.target = target;
        this.tickSeconds = tickSeconds;
    }

    /**
     * Says whether an order can be carried out.
     *
     * @param order the order
     * @throws OtsException if not: what is wrong and what to do
     */
    public void check(FaultOrder order) {
        definition(order.fault());
        range("strength", order.strength(), 0, 1);
        range("rampSeconds", order.rampSeconds(), -1, MAX_SECONDS);
        range("delaySeconds", order.delaySeconds(), 0, MAX_SECONDS);
        range("holdSeconds", order.holdSeconds(), 0, MAX_SECONDS);
        if (knows(order.key())) {
            throw new OtsException(FaultError.KEY_IN_USE, order.key());
        }
        if (!order.when().isEmpty()) {
            target.holds(order.when());
        }
    }

    private FaultDefinition definition(String id) {
        FaultDefinition known = definitions.get(id);
        return known != null
                ? known
                : overrides
                        .find(id)
                        .or(() -> events.find(id))
                        .orElseThrow(() ->
                                new OtsException(FaultError.UNKNOWN_FAULT, id, String.join(" ", definitions.keySet())));
    }

    private static void range(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new OtsException(FaultError.OUT_OF_RANGE, name, value, low, high);
        }
    }

    /**
     * Takes an order.
     *
     * @param order the order
     * @throws OtsException as {@link #check}
     */
    public void arm(FaultOrder order) {
        check(order);
        injections.add(new Injection(order, definition(order.fault())));
    }

    /**
     * Says whether a key names an injection, withdrawn or not.
     *
     * @param key of the injection
     * @return true if an order with this key was taken
     */
    public boolean knows(String key) {
        return injections.stream().anyMatch(i -> i.order().key().equals(key));
    }

    /**
     * Takes an injection back; what it changed returns to normal at once, or to what another injection makes of it at
     * the next scan. Taking it back again changes nothing.
     *
     * @param key of the injection
     * @param tick the present tick
     * @throws OtsException if there is none
     */
    public void withdraw(String key, long tick) {
        Injection found = injections.stream()
                .filter(i -> i.order().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new OtsException(FaultError.UNKNOWN_KEY, key));
        if (found.live()) {
            found.withdraw(tick, target);
        }
    }

    /**
     * Advances all injections and puts them on the plant. Where two change the same thing, the one taken last rules.
     *
     * @param tick the present tick
     */
    public void scan(long tick) {
        for (int i = 0; i < injections.size(); i++) { // an iterator would be allocated at every tick
            injections.get(i).advance(tick, tickSeconds, target);
        }
        for (int i = 0; i < injections.size(); i++) {
            injections.get(i).apply(target);
        }
    }

    /**
     * How many injections there are.
     *
     * @return their number, with those taken back
     */
    public int count() {
        return injections.size();
    }

    /**
     * The key of an injection.
     *
     * @param index its place in the order they were taken
     * @return its key
     */
    public String key(int index) {
        return injections.get(index).order().key();
    }

    /**
     * The phase of an injection.
     *
     * @param index its place in the order they were taken
     * @return its phase
     */
    public FaultStatus.Phase phase(int index) {
        return injections.get(index).phase();
    }

    /**
     * How every injection stands.
     *
     * @return in the order they were taken
     */
    public List<FaultStatus> status() {
        return injections.stream().map(Injection::status).toList();
    }

    /**
     * Whether a fault acts now.
     *
     * @param fault id of the catalogue
     * @return true if an injection of it has begun and not ended
     */
    public boolean acts(String fault) {
        return injections.stream()
                .map(Injection::status)
                .anyMatch(status -> status.order().fault().equals(fault) && status.level() > 0);
    }

    @Override
    public void save(StateWriter out) {
        out.section("faults");
        out.writeInt(injections.size());
        for (Injection injection : injections) {
            FaultOrder o = injection.order();
            out.writeLong(o.tick());
            out.writeLong(o.sequence());
            out.writeString(o.key());
            out.writeString(o.fault());
            out.writeDouble(o.strength());
            out.writeDouble(o.rampSeconds());
            out.writeDouble(o.delaySeconds());
            out.writeString(o.when());
            out.writeDouble(o.holdSeconds());
            injection.save(out);
        }
    }

    @Override
    public void restore(StateReader in) {
        in.section("faults");
        injections.clear();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            FaultOrder o = new FaultOrder(
                    in.readLong(),
                    in.readLong(),
                    in.readString(),
                    in.readString(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readString(),
                    in.readDouble());
            Injection injection = new Injection(o, definition(o.fault()));
            injection.restore(in);
            injections.add(injection);
        }
    }
}
