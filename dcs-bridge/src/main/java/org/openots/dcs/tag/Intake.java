package org.openots.dcs.tag;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.payload.BadPayload;
import org.openots.dcs.payload.Item;
import org.openots.dcs.tag.SourceClock.Verdict;
import org.openots.dcs.value.Sample;

/**
 * Makes samples of messages: drops topics that the map does not have before reading them, reads the others, converts,
 * checks, and hands on. Messages come from one thread; {@link #report} may be called by any.
 */
public final class Intake {
    private static final long NOTICE_PAUSE = 60_000_000_000L;
    private static final int MOST_SUBJECTS = 5_000;
    private static final double MILLIS = 1e3;
    private static final long NANOS_PER_MS = 1_000_000;
    private static final double QUARTERS_PER_HOUR = 4;
    private static final double QUARTER = 900;
    /** Clocks that are otherwise right are this near to a whole quarter of an hour, s. */
    private static final double ZONE_TOLERANCE = 60;

    private final InstantSource wall;
    private final LongSupplier nanos;
    private final Consumer<Notice> notices;
    private final List<SampleSink> sinks;
    private final Map<String, List<Source>> exact = new HashMap<>();
    private final List<Source> wild = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final SeenNames unmapped = new SeenNames();
    private final Map<String, Long> told = new HashMap<>();
    private long messages;
    private long unknownTopics;
    private long bad;
    private long repeated;
    private long late;
    private long samples;

    /** Clocks of this machine. */
    public record Clocks(InstantSource wall, LongSupplier nanos) {}

    private record Arrival(long wall, long nanos, OptionalLong sentAt, boolean retained) {
        /** As it had arrived without having been held back. */
        Arrival without(long lagMillis) {
            return new Arrival(wall, nanos - lagMillis * NANOS_PER_MS, sentAt, retained);
        }
    }

    /**
     * Creates it.
     *
     * @param map the tags
     * @param clocks wall clock and monotonic clock
     * @param notices told what people should know, at most once a minute about the same thing
     * @param sinks take the samples
     */
    public Intake(TagMap map, Clocks clocks, Consumer<Notice> notices, List<SampleSink> sinks) {
        this.wall = clocks.wall();
        this.nanos = clocks.nanos();
        this.notices = notices;
        this.sinks = List.copyOf(sinks);
        for (TagMap.Group group : map.groups()) {
            Source source = new Source(group);
            sources.add(source);
            if (group.filter().isExact()) {
                exact.computeIfAbsent(group.filter().toString(), topic -> new ArrayList<>())
                        .add(source);
            } else {
                wild.add(source);
            }
        }
    }

    /**
     * Takes a message.
     *
     * @param topic its topic
     * @param payload its bytes, not changed later
     * @param retained whether the broker had kept it
     */
    public synchronized void message(String topic, byte[] payload, boolean retained) {
        List<Source> fitting = sourcesOf(topic);
        if (fitting.isEmpty()) {
            unknownTopics++;
            unmapped.add(topic, "");
            return;
        }
        messages++;
        fitting.forEach(source -> source.reader().ifPresent(reader -> {
            try {
                List<Item> items = reader.read(topic, payload);
                if (source.isRepeated(topic, payload, items)) {
                    repeated++;
                } else {
                    take(source, topic, items, arrival(OptionalLong.empty(), retained));
                }
            } catch (BadPayload e) {
                bad++;
                tell(TagNotice.BAD_MESSAGE, topic, topic, e);
            }
        }));
    }

    /**
     * Takes items that were read elsewhere, of dialects whose messages mean something only after those before.
     *
     * @param topic a topic that fits the filters of their tags; of others nothing is used
     * @param items the items
     * @param sentAt when the message was sent by the clock of the source, UTC in ms; empty when only the items say
     */
    public synchronized void items(String topic, List<Item> items, OptionalLong sentAt) {
        messages++;
        sourcesOf(topic).forEach(source -> take(source, topic, items, arrival(sentAt, false)));
    }

    /**
     * Counts a message that could not be read elsewhere, and tells of it.
     *
     * @param topic its topic
     * @param why what is wrong with it
     */
    public synchronized void unreadable(String topic, BadPayload why) {
        bad++;
        tell(TagNotice.BAD_MESSAGE, topic, topic, why);
    }

    private List<Source> sourcesOf(String topic) {
        List<Source> found = exact.getOrDefault(topic, List.of());
        List<Source> more =
                wild.stream().filter(source -> source.filter().matches(topic)).toList();
        if (more.isEmpty()) {
            return found;
        }
        List<Source> all = new ArrayList<>(found);
        all.addAll(more);
        return all;
    }

    private Arrival arrival(OptionalLong sentAt, boolean retained) {
        return new Arrival(wall.millis(), nanos.getAsLong(), sentAt, retained);
    }

    private void take(Source source, String topic, List<Item> items, Arrival arrival) {
        boolean retained = arrival.retained();
        Verdict verdict = retained ? Verdict.LIVE : verdict(source, topic, items, arrival);
        Arrival usual = retained ? arrival : arrival.without(source.clock().lag());
        for (Item item : items) {
            TagChecks tag = source.tags().get(item.name());
            if (tag == null) {
                unmapped.add(topic, item.name());
            } else if (retained) {
                retained(source, tag, topic, item, arrival);
            } else {
                live(source, tag, item, usual, verdict);
            }
        }
    }

    private Verdict verdict(Source source, String topic, List<Item> items, Arrival arrival) {
        OptionalLong newest = arrival.sentAt().isPresent() ? arrival.sentAt() : source.newest(items);
        SourceClock clock = source.clock();
        if (newest.isEmpty()) {
            return clock.untimed(arrival.nanos());
        }
        Verdict verdict = clock.take(newest.getAsLong(), arrival.wall(), arrival.nanos());
        double seconds = clock.offset() / MILLIS;
        if (clock.jump() != 0) {
            tell(TagNotice.CLOCK_STEP, source.filter().toString(), topic, clock.jump() / MILLIS);
        } else if (Math.abs(clock.offset()) > SourceClock.WARN) {
            double quarters = Math.rint(seconds / QUARTER);
            if (quarters != 0 && Math.abs(seconds - quarters * QUARTER) < ZONE_TOLERANCE) {
                tell(TagNotice.CLOCK_ZONE, source.filter().toString(), topic, seconds, quarters / QUARTERS_PER_HOUR);
            } else {
                tell(TagNotice.CLOCK_OFF, source.filter().toString(), topic, seconds);
            }
        }
        return verdict;
    }

    private void live(Source source, TagChecks tag, Item item, Arrival arrival, Verdict verdict) {
        int steps = source.clock().steps();
        if (item.historical() || verdict == Verdict.LATE || tag.isOlder(item.time(), steps)) {
            late++;
            hand(tag, sample(source, tag.alone(item), item, arrival), true);
            return;
        }
        TagChecks.Checked checked = tag.live(item, arrival.nanos());
        tag.at(item.time(), steps);
        if (checked.quality().cause() == Cause.UNIT_ERROR) {
            tellUnit(tag, checked.value());
        }
        Sample sample = sample(source, checked, item, arrival);
        samples++;
        hand(tag, verdict == Verdict.CLOCK ? sample.with(Quality.uncertain(Cause.CLOCK)) : sample, false);
    }

    /** A value that the broker kept is shown with its age until a live one comes, never as live. */
    private void retained(Source source, TagChecks tag, String topic, Item item, Arrival arrival) {
        if (item.time().isEmpty()) {
            tell(TagNotice.RETAINED_WITHOUT_TIME, topic, topic);
        } else if (!tag.seen()) {
            Sample sample = sample(source, tag.alone(item), item, arrival);
            hand(tag, sample.with(Quality.uncertain(Cause.LAST_USABLE)), false);
        }
    }

    private static Sample sample(Source source, TagChecks.Checked checked, Item item, Arrival arrival) {
        OptionalLong time = item.time().isEmpty()
                ? item.time()
                : OptionalLong.of(source.clock().corrected(item.time().getAsLong(), arrival.wall()));
        return new Sample(checked.value(), checked.quality(), time, arrival.wall(), arrival.nanos());
    }

    private void hand(TagChecks tag, Sample sample, boolean historical) {
        for (SampleSink sink : sinks) {
            sink.accept(tag.tag().tag(), sample, historical);
        }
    }

    private void tellUnit(TagChecks tag, double value) {
        MappedTag mapped = tag.tag();
        tell(
                TagNotice.UNIT,
                mapped.tag(),
                mapped.tag(),
                value,
                mapped.conversion().out().symbol(),
                mapped.checks().range().low(),
                mapped.checks().range().high(),
                tag.unitHint());
    }

    private void tell(TagNotice kind, String subject, Object... arguments) {
        long now = nanos.getAsLong();
        String key = kind + " " + subject;
        Long before = told.get(key);
        if (before == null || now - before >= NOTICE_PAUSE) {
            if (told.size() >= MOST_SUBJECTS) {
                told.clear();
            }
            told.put(key, now);
            notices.accept(new Notice(kind, List.of(arguments)));
        }
    }

    /**
     * What has come in so far.
     *
     * @return counts and lists
     */
    public synchronized IntakeReport report() {
        List<String> neverSeen = new ArrayList<>();
        Map<String, String> hints = new LinkedHashMap<>();
        Map<String, Long> offsets = new LinkedHashMap<>();
        for (Source source : sources) {
            offsets.put(source.filter().toString(), source.clock().offset());
            for (TagChecks tag : source.tags().values()) {
                if (!tag.seen()) {
                    neverSeen.add(tag.tag().tag());
                }
                if (!tag.unitHint().isEmpty()) {
                    hints.put(tag.tag().tag(), tag.unitHint());
                }
            }
        }
        return new IntakeReport(
                messages,
                unknownTopics,
                bad,
                repeated,
                late,
                samples,
                unmapped.names(),
                unmapped.more(),
                neverSeen,
                hints,
                offsets);
    }
}
