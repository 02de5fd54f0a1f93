package org.openots.dcs.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
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
import org.openots.common.signal.Quality.Cause;
import org.openots.common.signal.Quality.Level;
import org.openots.common.text.Spelling;
import org.openots.dcs.agent.NativeReader;
import org.openots.dcs.frame.Frame;
import org.openots.dcs.frame.FrameCodec;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.map.TopicFilter;
import org.openots.dcs.payload.BadPayload;
import org.openots.dcs.payload.Item;
import org.openots.dcs.sparkplug.SparkplugHost;
import org.openots.dcs.sparkplug.SparkplugOutput;
import org.openots.dcs.tag.Intake;
import org.openots.dcs.tag.IntakeReport;
import org.openots.dcs.tag.IntakeReport.Seen;
import org.openots.dcs.tag.Notice;
import org.openots.dcs.tag.TagNotice;
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
    private final List<TopicFilter> nodes;
    private final Map<String, Integer> messages = new HashMap<>();
    private final Map<String, Best> best = new HashMap<>();
    private final RawValues raw;
    private final Set<Seen> places = new LinkedHashSet<>();
    private final List<Notice> notices = new ArrayList<>();

    /** The last value of a tag, and whether one was not bad. */
    private record Best(Sample last, boolean usable) {}

    /** How a tag does. */
    public enum Verdict {
        /** Its last value was good. */
        OK,
        /** Its last value was uncertain. */
        UNCERTAIN,
        /** No message came on its topic. */
        SILENT,
        /** Messages came, and its item was in none of them. */
        NEVER,
        /** Its value is outside its range. */
        RANGE,
        /** Its value is outside its range, and inside in another unit. */
        UNIT,
        /** Its last value was bad. */
        BAD
    }

    /**
     * A tag of the map.
     *
     * @param tag its name
     * @param verdict how it does
     * @param raw the number that the gateway sent last; NaN when there was none
     * @param last what the map makes of it; nothing when none came
     * @param hint what would put it right: a unit, or the name of an item that comes; empty when nothing is known
     */
    public record TagResult(String tag, Verdict verdict, double raw, Optional<Sample> last, String hint) {}

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
        this.raw = new RawValues(groups);
        this.intake = new Intake(map, clocks, notices::add, List.of(this::take));
        this.sparkplug = new SparkplugHost(
                map, new SparkplugHost.Timing(clocks.wall(), clocks.nanos(), REORDER), new ToIntake(publish));
        this.nodes = sparkplug.subscriptions().stream().map(TopicFilter::new).toList();
    }

    private final class ToIntake implements SparkplugOutput {
        private final BiConsumer<String, byte[]> publish;

        ToIntake(BiConsumer<String, byte[]> publish) {
            this.publish = publish;
        }

        @Override
        public void items(String topic, List<Item> items, OptionalLong sentAt) {
            raw.items(topic, items);
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
                } else if (group.dialect() == Dialect.NATIVE && !retained) {
                    frame(topic, payload);
                }
            }
        }
        raw.message(topic, payload);
        sparkplug.message(topic, payload);
        if (nodes.stream().noneMatch(node -> node.matches(topic))) {
            intake.message(topic, payload, retained);
        }
    }

    private void frame(String topic, byte[] payload) {
        try {
            Frame frame = FrameCodec.decode(payload);
            List<Item> items = NativeReader.items(frame, frame.historical());
            raw.items(topic, items);
            intake.items(topic, items, OptionalLong.of(frame.time()));
        } catch (BadPayload e) {
            notices.add(new Notice(TagNotice.BAD_MESSAGE, List.of(topic, e)));
        }
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
     * What came on each topic filter of the map.
     *
     * @return a summary each, in the order of the map
     */
    public List<SourceSummary> sources() {
        Map<String, Long> offsets = intake.report().clockOffsets();
        return groups.stream()
                .map(group -> summary(group, offsets.getOrDefault(group.filter().toString(), 0L)))
                .toList();
    }

    private SourceSummary summary(TagMap.Group group, long clockOffset) {
        Map<Level, Integer> levels = new EnumMap<>(Level.class);
        int never = 0;
        for (MappedTag tag : group.tags()) {
            Best seen = best.get(tag.tag());
            if (seen == null) {
                never++;
            } else {
                levels.merge(seen.last().quality().level(), 1, Integer::sum);
            }
        }
        String filter = group.filter().toString();
        return new SourceSummary(
                filter,
                group.dialect(),
                messages.getOrDefault(filter, 0),
                levels.getOrDefault(Level.GOOD, 0),
                levels.getOrDefault(Level.UNCERTAIN, 0),
                levels.getOrDefault(Level.BAD, 0),
                never,
                clockOffset);
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
        return near(tag, unmapped)
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

    /** An item that comes and may be the one that is meant. */
    private static Optional<String> near(MappedTag tag, List<Seen> unmapped) {
        List<String> names = unmapped.stream()
                .map(Seen::item)
                .filter(name -> !name.isEmpty())
                .toList();
        return Spelling.nearest(tag.source().item(), names);
    }

    /**
     * How each tag does so far.
     *
     * @return the tags in the order of the map
     */
    public List<TagResult> results() {
        Map<String, String> hints = intake.report().unitHints();
        List<Seen> unmapped = unmapped();
        return map.tags().stream().map(tag -> result(tag, hints, unmapped)).toList();
    }

    private TagResult result(MappedTag tag, Map<String, String> hints, List<Seen> unmapped) {
        Best seen = best.get(tag.tag());
        double number = raw.of(tag.tag());
        if (seen == null) {
            boolean silent = !messages.containsKey(tag.source().topic());
            String hint = silent ? "" : near(tag, unmapped).orElse("");
            return new TagResult(tag.tag(), silent ? Verdict.SILENT : Verdict.NEVER, number, Optional.empty(), hint);
        }
        Sample last = seen.last();
        Verdict verdict = switch (last.quality().cause()) {
            case UNIT_ERROR -> Verdict.UNIT;
            case OUT_OF_RANGE, CLAMPED -> Verdict.RANGE;
            default -> verdict(last.quality().level());
        };
        String hint = verdict == Verdict.UNIT ? hints.getOrDefault(tag.tag(), "") : "";
        return new TagResult(tag.tag(), verdict, number, Optional.of(last), hint);
    }

    private static Verdict verdict(Level level) {
        return switch (level) {
            case GOOD -> Verdict.OK;
            case UNCERTAIN -> Verdict.UNCERTAIN;
            case BAD -> Verdict.BAD;
        };
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
