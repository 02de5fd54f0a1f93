package org.openots.dcs.sparkplug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.QualityMap;
import org.openots.dcs.payload.Item;
import org.openots.dcs.payload.QualityCodes;
import org.openots.dcs.sparkplug.SparkplugHost.Timing;

/** One edge node and its devices, from birth to death. */
final class EdgeNode {
    private static final String BIRTH_DEATH_SEQUENCE = "bdSeq";
    private static final long REBIRTH_PAUSE = 5_000_000_000L;
    private static final int SEQUENCE = 256;
    /** A message further ahead than this is one from before. */
    private static final int FAR = 128;

    private final NodeTopic self;
    private final Timing timing;
    private final SparkplugOutput output;
    private final Map<String, Map<String, MappedTag>> tags = new HashMap<>();
    /** Metrics by device and name; of the node itself under the empty name. */
    private final Map<String, Map<String, Known>> born = new LinkedHashMap<>();

    /** Names by alias, by device. */
    private final Map<String, Map<Long, String>> aliasesOf = new HashMap<>();
    /** Messages that came too early, by their number. */
    private final Map<Long, Waiting> waiting = new TreeMap<>();

    private boolean alive;
    private OptionalLong birthSequence = OptionalLong.empty();
    private long expected;
    private long bornAt;
    private OptionalLong askedAt = OptionalLong.empty();
    private OptionalLong strayDeath = OptionalLong.empty();
    private long strayDeathAt;

    private record Waiting(NodeTopic topic, SparkplugPayload payload, long since) {
        boolean isBefore(OptionalLong birth) {
            return birth.isPresent()
                    && payload.timestamp().isPresent()
                    && payload.timestamp().getAsLong() < birth.getAsLong();
        }
    }

    /** A metric as its birth told it, with its last value. */
    private static final class Known {
        private final int datatype;
        private double last = Double.NaN;

        Known(int datatype) {
            this.datatype = datatype;
        }
    }

    EdgeNode(NodeTopic self, Timing timing, SparkplugOutput output) {
        this.self = self;
        this.timing = timing;
        this.output = output;
    }

    void expect(String device, List<MappedTag> mapped) {
        tags.put(
                device,
                mapped.stream().collect(Collectors.toMap(tag -> tag.source().item(), tag -> tag)));
    }

    void connected() {
        lose();
        askedAt = OptionalLong.empty();
        ask();
    }

    void take(NodeTopic topic, SparkplugPayload payload) {
        tick();
        switch (topic.type()) {
            case NBIRTH -> nodeBirth(topic, payload);
            case NDEATH -> nodeDeath(payload);
            default -> inOrder(topic, payload);
        }
    }

    private void nodeBirth(NodeTopic topic, SparkplugPayload payload) {
        OptionalLong sequence = sequenceOfBirth(payload);
        boolean overtaken = strayDeath.isPresent()
                && strayDeath.equals(sequence)
                && now() - strayDeathAt <= timing.reorder().toNanos();
        strayDeath = OptionalLong.empty();
        lose();
        if (overtaken) {
            ask();
            return;
        }
        alive = true;
        birthSequence = sequence;
        bornAt = now();
        expected = (payload.seq().orElse(0) + 1) % SEQUENCE;
        birth(topic, payload);
        OptionalLong sentAt = payload.timestamp();
        waiting.values().removeIf(w -> w.isBefore(sentAt));
        drain();
    }

    private static OptionalLong sequenceOfBirth(SparkplugPayload payload) {
        return payload.metrics().stream()
                .filter(metric ->
                        metric.name().filter(BIRTH_DEATH_SEQUENCE::equals).isPresent())
                .filter(metric -> metric.value() instanceof Metric.Value.Bits)
                .mapToLong(metric -> ((Metric.Value.Bits) metric.value()).bits())
                .findFirst();
    }

    /** A death that belongs to an earlier birth is old; one whose birth has not come yet may have overtaken it. */
    private void nodeDeath(SparkplugPayload payload) {
        OptionalLong sequence = sequenceOfBirth(payload);
        if (alive && sequence.equals(birthSequence)) {
            lose();
        } else {
            strayDeath = sequence;
            strayDeathAt = now();
        }
    }

    private void inOrder(NodeTopic topic, SparkplugPayload payload) {
        if (payload.seq().isEmpty()
                || payload.seq().getAsLong() >= SEQUENCE
                || payload.seq().getAsLong() < 0) {
            return;
        }
        long seq = payload.seq().getAsLong();
        if (alive && Math.floorMod(seq - expected, SEQUENCE) >= FAR) {
            return; // a second time
        }
        waiting.put(seq, new Waiting(topic, payload, now()));
        drain();
    }

    private void drain() {
        for (Waiting next = waiting.remove(expected); alive && next != null; next = waiting.remove(expected)) {
            expected = (expected + 1) % SEQUENCE;
            apply(next.topic(), next.payload());
        }
    }

    /** What is waited for too long does not come any more. */
    void tick() {
        long now = now();
        boolean over = waiting.values().stream()
                .anyMatch(w -> now - w.since() > timing.reorder().toNanos());
        if (!over) {
            return;
        }
        boolean fromBefore = alive && waiting.values().stream().allMatch(w -> w.since() < bornAt);
        waiting.clear();
        if (!fromBefore) {
            lose();
            ask();
        }
    }

    private void apply(NodeTopic topic, SparkplugPayload payload) {
        switch (topic.type()) {
            case DBIRTH -> birth(topic, payload);
            case DDEATH -> deviceDeath(topic.device());
            default -> data(topic, payload);
        }
    }

    private void birth(NodeTopic topic, SparkplugPayload payload) {
        forget(topic.device());
        Map<String, Known> metrics = new LinkedHashMap<>();
        Map<Long, String> ofDevice = new HashMap<>();
        for (Metric metric : payload.metrics()) {
            metric.name().ifPresent(name -> {
                metrics.put(name, new Known(metric.datatype()));
                metric.alias().ifPresent(alias -> ofDevice.put(alias, name));
            });
        }
        born.put(topic.device(), metrics);
        aliasesOf.put(topic.device(), ofDevice);
        data(topic, payload);
    }

    private void data(NodeTopic topic, SparkplugPayload payload) {
        Map<String, Known> metrics = born.get(topic.device());
        if (metrics == null) {
            ask();
            return;
        }
        Map<Long, String> names = aliasesOf.getOrDefault(topic.device(), Map.of());
        List<Item> items = new ArrayList<>();
        for (Metric metric : payload.metrics()) {
            String name = metric.name()
                    .orElseGet(() -> metric.alias().isPresent()
                            ? names.getOrDefault(metric.alias().getAsLong(), "")
                            : "");
            Known known = metrics.get(name);
            if (known == null) {
                ask();
            } else if (!name.equals(BIRTH_DEATH_SEQUENCE)) {
                items.add(item(topic.device(), name, known, metric, payload.timestamp()));
            }
        }
        output.items(topic.text(), items, payload.timestamp());
    }

    private Item item(String device, String name, Known known, Metric metric, OptionalLong sentAt) {
        OptionalLong time = metric.timestamp().isPresent() ? metric.timestamp() : sentAt;
        boolean changed = metric.datatype() != 0 && metric.datatype() != known.datatype;
        if (changed) {
            ask();
            return new Item(name, Double.NaN, Quality.bad(Cause.CONFIG_ERROR), time, metric.historical());
        }
        double number = metric.number(known.datatype);
        boolean fits =
                Double.isFinite(number) && (isSwitch(device, name) || !(metric.value() instanceof Metric.Value.Truth));
        Quality told = metric.quality().isPresent()
                ? QualityCodes.of(
                        QualityMap.SPARKPLUG, (double) metric.quality().getAsLong())
                : Quality.GOOD;
        Quality quality = fits ? told : told.and(Quality.bad(Cause.SENSOR_FAILURE));
        if (!metric.historical()) {
            known.last = fits ? number : Double.NaN;
        }
        return new Item(name, fits ? number : Double.NaN, quality, time, metric.historical());
    }

    private boolean isSwitch(String device, String name) {
        MappedTag tag = tags.getOrDefault(device, Map.of()).get(name);
        return tag == null || tag.isSwitch();
    }

    private void deviceDeath(String device) {
        hold(device);
        forget(device);
    }

    private void forget(String device) {
        born.remove(device);
        aliasesOf.remove(device);
    }

    /** Node and devices are not known any more; their last values stay, but bad, until the next birth. */
    void lose() {
        alive = false;
        List.copyOf(born.keySet()).forEach(this::deviceDeath);
    }

    private void hold(String device) {
        Map<String, Known> metrics = born.getOrDefault(device, Map.of());
        List<Item> items = metrics.entrySet().stream()
                .filter(metric -> !metric.getKey().equals(BIRTH_DEATH_SEQUENCE))
                .map(metric -> new Item(
                        metric.getKey(),
                        metric.getValue().last,
                        Quality.bad(Cause.NOT_CONNECTED),
                        OptionalLong.empty(),
                        false))
                .toList();
        NodeTopic.Type death = device.isEmpty() ? NodeTopic.Type.NDEATH : NodeTopic.Type.DDEATH;
        output.items(self.with(death, device).text(), items, OptionalLong.empty());
    }

    /** Asks for the births, at most once in 5 s. */
    private void ask() {
        long now = now();
        if (askedAt.isEmpty() || now - askedAt.getAsLong() >= REBIRTH_PAUSE) {
            askedAt = OptionalLong.of(now);
            output.publish(self.text(), SparkplugPayload.rebirth(timing.wall().millis()));
        }
    }

    private long now() {
        return timing.nanos().getAsLong();
    }
}
