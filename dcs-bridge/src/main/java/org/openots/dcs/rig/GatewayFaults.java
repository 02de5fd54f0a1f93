package org.openots.dcs.rig;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openots.dcs.publish.Message;
import org.openots.dcs.publish.Scan;
import org.openots.simulator.random.SplitMix64;

/** What is wrong with the gateway and the way to the broker: changes scans before, and messages after they are written. */
final class GatewayFaults {
    private static final double MS_PER_HOUR = 3_600_000;
    /** A description that a gateway copied from its DCS as it was. */
    private static final byte[] GBK_TEXT = "温度".getBytes(Charset.forName("GBK"));

    private final List<NetworkDefect> defects;
    private final List<SplitMix64> chances = new ArrayList<>();
    private final PriorityQueue<Late> late = new PriorityQueue<>(
            (a, b) -> a.due() != b.due() ? Long.compare(a.due(), b.due()) : Long.compare(a.number(), b.number()));
    private long number;
    private @Nullable Scan frozen;

    /** A message on its way. */
    private record Late(long due, long number, Message message) {}

    GatewayFaults(List<NetworkDefect> defects, long seed) {
        this.defects = defects;
        for (int i = 0; i < defects.size(); i++) {
            chances.add(new SplitMix64(seed, "network." + i));
        }
    }

    /**
     * What the clock of the gateway shows.
     *
     * @param time true time, UTC in ms
     * @param seconds model time since the start
     */
    long clock(long time, double seconds) {
        double off = 0;
        for (NetworkDefect defect : defects) {
            if (defect.scope().at(seconds)) {
                if (defect instanceof NetworkDefect.ClockOffset offset) {
                    off += offset.milliseconds();
                } else if (defect instanceof NetworkDefect.ClockDrift drift) {
                    double since = (seconds - drift.scope().from()) * 1000;
                    off += drift.perHour() * since / MS_PER_HOUR;
                }
            }
        }
        return time + Math.round(off);
    }

    /** The scan as the gateway makes it; nothing when it makes none. */
    Optional<Scan> scanned(Scan scan, double seconds) {
        boolean missing = false;
        Scan made = scan;
        boolean freezes = false;
        for (int i = 0; i < defects.size(); i++) {
            NetworkDefect defect = defects.get(i);
            boolean acts = defect.scope().at(seconds);
            if (defect instanceof NetworkDefect.MissingScan miss && acts) {
                missing |= chances.get(i).nextUniform() < miss.share();
            } else if (defect instanceof NetworkDefect.Frozen freeze && acts) {
                freezes = true;
                Scan held = frozen == null ? scan : frozen;
                frozen = held;
                made = freeze.timestamps() == NetworkDefect.Timestamps.SAME ? held : held.at(scan.time());
            }
        }
        if (!freezes) {
            frozen = null;
        }
        return missing ? Optional.empty() : Optional.of(made);
    }

    /**
     * Messages as they arrive.
     *
     * @param messages as the gateway sends them
     * @param time true time, UTC in ms
     * @param seconds model time since the start
     */
    List<Message> arriving(List<Message> messages, long time, double seconds) {
        List<Message> now = new ArrayList<>();
        for (Message message : messages) {
            List<Message> copies = List.of(message);
            long due = time;
            for (int i = 0; i < defects.size(); i++) {
                NetworkDefect defect = defects.get(i);
                if (defect.scope().at(seconds)) {
                    copies = copies(defect, chances.get(i), copies);
                    due += delay(defect, chances.get(i));
                }
            }
            if (due == time) {
                now.addAll(copies);
            } else {
                for (Message copy : copies) {
                    late.add(new Late(due, number++, copy));
                }
            }
        }
        while (!late.isEmpty() && late.element().due() <= time) {
            now.add(late.remove().message());
        }
        return now;
    }

    private static List<Message> copies(NetworkDefect defect, SplitMix64 chance, List<Message> copies) {
        if (defect instanceof NetworkDefect.LostMessage lost) {
            return chance.nextUniform() < lost.share() ? List.of() : copies;
        } else if (defect instanceof NetworkDefect.Duplicate twice) {
            return chance.nextUniform() < twice.share()
                    ? Stream.concat(copies.stream(), copies.stream()).toList()
                    : copies;
        } else if (defect instanceof NetworkDefect.Damaged damaged) {
            return chance.nextUniform() < damaged.share()
                    ? copies.stream()
                            .map(m -> new Message(m.topic(), damaged(m.payload(), damaged.how(), chance), m.retained()))
                            .toList()
                    : copies;
        }
        return copies;
    }

    private static long delay(NetworkDefect defect, SplitMix64 chance) {
        return defect instanceof NetworkDefect.OutOfOrder order && chance.nextUniform() < order.share()
                ? Math.round(order.milliseconds())
                : 0;
    }

    private static byte[] damaged(byte[] payload, NetworkDefect.Damage how, SplitMix64 chance) {
        int middle = payload.length / 2;
        return switch (how) {
            case TRUNCATED -> Arrays.copyOf(payload, (int) (chance.nextUniform() * payload.length));
            case SECOND_OBJECT -> joined(payload, payload);
            case GBK ->
                joined(Arrays.copyOf(payload, middle), GBK_TEXT, Arrays.copyOfRange(payload, middle, payload.length));
        };
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Ages of messages that the broker has kept, ms. */
    List<Long> retained() {
        return defects.stream()
                .filter(NetworkDefect.RetainedOld.class::isInstance)
                .map(defect -> Math.round(((NetworkDefect.RetainedOld) defect).milliseconds()))
                .toList();
    }
}
