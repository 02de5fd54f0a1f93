package org.openots.dcs.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.text.Spelling;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.payload.BadPayload;
import org.openots.dcs.payload.Item;
import org.openots.dcs.sparkplug.SparkplugHost;
import org.openots.dcs.sparkplug.SparkplugOutput;
import org.openots.dcs.tag.Intake;
import org.openots.dcs.tag.IntakeReport;
import org.openots.dcs.tag.IntakeReport.Seen;
import org.openots.dcs.tag.Notice;
import org.openots.dcs.tag.TagNotice;
import org.openots.dcs.value.Quality.Cause;
import org.openots.dcs.value.Quality.Level;
import org.openots.dcs.value.Sample;

/**
 * Holds a map against messages, usually those of half a minute: what never comes, what comes and is not mapped, what is
 * out of range. Messages and ticks come from one thread.
 */
public final class MapTrial {
    private static final int MOST_NAMES = 5_000;
    private static final Duration REORDER = Duration.ofSeconds(2);

    private final String file;
    private final TagMap map;
    private final Intake intake;
    private final SparkplugHost sparkplug;
    private final List<TagMap.Group> groups;
    private final Map<String, Integer> messages = new HashMap<>();
    private final Map<String, Best> best = new HashMap<>();
    private final Set<Seen> places = new LinkedHashSet<>();
    private final List<Notice> notices = new ArrayList<>();

    /** The last value of a tag, and whether one was not bad. */
    private record Best(Sample last, boolean usable) {}

    /**
     * Begins a trial.
     *
     * @param file the name of the map's file, for messages
     * @param map the map
     * @param clocks clocks of this machine
     * @param publish publishes a command that asks an edge node of Sparkplug for its births: topic and bytes
     */
    public MapTrial(String file, TagMap map, Intake.Clocks clocks, BiConsumer<String, byte[]> publish) {
        this.file = file;
        this.map = map;
        this.groups = map.groups();
        this.intake = new Intake(map, clocks, notices::add, List.of(this::take));
        this.sparkplug = new SparkplugHost(
                map, new SparkplugHost.Timing(clocks.wall(), clocks.nanos(), REORDER), new ToIntake(publish));
    }

    private final class ToIntake implements SparkplugOutput {
        private final BiConsumer<String, byte[]> publish;

        ToIntake(BiConsumer<String, byte[]> publish) {
            this.publish = publish;
        }

        @Override
        public void items(String topic, List<Item> items, OptionalLong sentAt) {
            intake.items(topic, items, sentAt);
        }

        @Override
        public void publish(String topic, byte[] payload) {
            publish.accept(topic, payload);
        }

        @Override
        public void bad(String topic, BadPayload why) {
            notices.add(new Notice(TagNotice.BAD_MESSAGE, List.of(topic, why)));
        }
    }

    /**
     * What to subscribe to.
     *
     * @return the topic filters of the map, and what Sparkplug needs besides
     */
    public List<String> subscriptions() {
        return Stream.concat(
                        groups.stream().map(group -> group.filter().toString()), sparkplug.subscriptions().stream())
                .distinct()
                .toList();
    }

    /** The subscriptions are there. */
    public void connected() {
        sparkplug.connected();
    }

    /** To be called every 100 ms or so. */
    public void tick() {
        sparkplug.tick();
    }

    /**
     * Takes a message.
     *
     * @param topic its topic
     * @param payload its bytes
     * @param retained whether the broker had kept it
     */
    public void message(String topic, byte[] payload, boolean retained) {
        for (TagMap.Group group : groups) {
            if (group.filter().matches(topic)) {
                messages.merge(group.filter().toString(), 1, Integer::sum);
                if (group.dialect() == Dialect.POINTER) {
                    collect(group, topic, payload);
                }
            }
        }
        sparkplug.message(topic, payload);
        intake.message(topic, payload, retained);
    }

    private void take(String tag, Sample sample, boolean historical) {
        boolean usable = sample.quality().level() != Level.BAD;
        best.merge(tag, new Best(sample, usable), (old, now) -> new Best(now.last(), old.usable() || now.usable()));
    }

    /** Pointers to all numbers of a message that no tag of the topic uses. */
    private void collect(TagMap.Group group, String topic, byte[] payload) {
        Set<String> used = group.tags().stream()
                .map(MappedTag::source)
                .flatMap(source -> Stream.of(Optional.of(source.item()), source.qualityPointer(), source.timePointer())
                        .flatMap(Optional::stream))
                .collect(Collectors.toCollection(HashSet::new));
        collect(StrictJson.parse(topic, payload, Findings.collecting()).raw(), "", pointer -> {
            if (!used.contains(pointer) && places.size() < MOST_NAMES) {
                places.add(new Seen(topic, pointer));
            }
        });
    }

    private static void collect(JsonNode node, String pointer, Consumer<String> found) {
        if (node.isNumber()) {
            found.accept(pointer);
        }
        node.properties()
                .forEach(field -> collect(
                        field.getValue(),
                        pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                        found));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), pointer + "/" + i, found);
        }
    }

    /**
     * Items and topics that came and are not mapped.
     *
     * @return at most 10 000 of them; in the dialect {@code pointer} JSON pointers to numbers
     */
    public List<Seen> unmapped() {
        return Stream.concat(intake.report().unmapped().stream(), places.stream())
                .distinct()
                .toList();
    }

    /**
     * Messages that could not be read and clocks that are off.
     *
     * @return what people should know, in the order found
     */
    public List<Notice> notices() {
        return notices.stream()
                .filter(notice -> notice.kind() != TagNotice.UNIT)
                .toList();
    }

    /**
     * What the messages so far say against the map.
     *
     * @return the mistakes with their places in the map, in its order
     */
    public List<Finding> findings() {
        IntakeReport report = intake.report();
        List<Seen> unmapped = unmapped();
        Set<String> silent = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < map.tags().size(); i++) {
            MappedTag tag = map.tags().get(i);
            String topic = tag.source().topic();
            String place = "/tags/" + i;
            Best seen = best.get(tag.tag());
            if (!messages.containsKey(topic)) {
                if (silent.add(topic)) {
                    findings.add(silent(place, topic));
                }
            } else if (seen == null) {
                findings.add(never(place, tag, unmapped));
            } else {
                value(place, tag, seen, report.unitHints().get(tag.tag())).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Finding silent(String place, String topic) {
        long tags = map.tags().stream()
                .filter(tag -> tag.source().topic().equals(topic))
                .count();
        return new Finding(file, place + "/topic", TrialError.SILENT, List.of(topic, tags));
    }

    private Finding never(String place, MappedTag tag, List<Seen> unmapped) {
        String item = tag.source().item();
        String pointer = place + (tag.source().dialect() == Dialect.POINTER ? "/pointer" : "/item");
        int count = messages.getOrDefault(tag.source().topic(), 0);
        List<String> names = unmapped.stream()
                .map(Seen::item)
                .filter(name -> !name.isEmpty())
                .toList();
        return Spelling.nearest(item, names)
                .map(near -> new Finding(
                        file,
                        pointer,
                        TrialError.NEVER_BUT,
                        List.of(item, count, tag.source().topic(), near)))
                .orElseGet(() -> new Finding(
                        file,
                        pointer,
                        TrialError.NEVER,
                        List.of(item, count, tag.source().topic())));
    }

    private Optional<Finding> value(String place, MappedTag tag, Best seen, @Nullable String hint) {
        Sample sample = seen.last();
        List<Object> arguments = new ArrayList<>(List.of(
                tag.tag(),
                sample.value(),
                tag.conversion().out().symbol(),
                tag.checks().range().low(),
                tag.checks().range().high()));
        Cause cause = sample.quality().cause();
        if (cause == Cause.UNIT_ERROR && hint != null) {
            arguments.add(hint);
            return Optional.of(new Finding(file, place + "/unit", TrialError.UNIT, arguments));
        }
        if (cause == Cause.OUT_OF_RANGE || cause == Cause.CLAMPED) {
            return Optional.of(new Finding(file, place + "/range", TrialError.RANGE, arguments));
        }
        return seen.usable()
                ? Optional.empty()
                : Optional.of(new Finding(file, place, TrialError.BAD, List.of(tag.tag(), cause.text())));
    }
}
