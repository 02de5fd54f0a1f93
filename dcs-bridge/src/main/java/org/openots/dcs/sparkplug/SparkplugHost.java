package org.openots.dcs.sparkplug;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.payload.BadPayload;

/**
 * Follows the edge nodes of a tag map. Not thread-safe: messages and ticks come from one thread.
 *
 * <p>Specification: Sparkplug 3.0.0, chapter 5, "Sparkplug Host Application Message Ordering" and what it says of bdSeq.
 */
public final class SparkplugHost {
    private static final String ANY = "+";

    private final Map<String, EdgeNode> nodes = new LinkedHashMap<>();
    private final SparkplugOutput output;

    /**
     * Clocks and patience of a host.
     *
     * @param wall wall clock
     * @param nanos monotonic clock
     * @param reorder how long a message is waited for when later ones have come
     */
    public record Timing(InstantSource wall, LongSupplier nanos, Duration reorder) {}

    /**
     * A metric with a name.
     *
     * @param value its value, NaN when it is no number
     * @param quality number of the property {@code Quality}
     */
    public record Named(double value, OptionalLong quality) {}

    /**
     * Creates it.
     *
     * @param map the tags; only those of Sparkplug count
     * @param timing clocks and patience
     * @param output takes items and commands
     */
    public SparkplugHost(TagMap map, Timing timing, SparkplugOutput output) {
        this.output = output;
        for (TagMap.Group group : map.groups()) {
            if (group.dialect() == Dialect.SPARKPLUG) {
                String[] levels = group.filter().toString().split("/", -1);
                NodeTopic node = new NodeTopic(levels[1], NodeTopic.Type.NCMD, levels[3], "");
                nodes.computeIfAbsent(node.nodeName(), name -> new EdgeNode(node, timing, output))
                        .expect(levels.length > 4 ? levels[4] : "", group.tags());
            }
        }
    }

    /**
     * The topic filters that it needs: all messages of its nodes, because their sequence numbers run over all.
     *
     * @return the filters
     */
    public List<String> subscriptions() {
        List<String> filters = new ArrayList<>();
        nodes.keySet().forEach(name -> {
            String[] parts = name.split("/", -1);
            String node = "spBv1.0/" + parts[0] + "/" + ANY + "/" + parts[1];
            filters.add(node);
            filters.add(node + "/" + ANY);
        });
        return filters;
    }

    /** The link is there, again or for the first time: nothing is known of the nodes, and each is asked for its birth. */
    public void connected() {
        nodes.values().forEach(EdgeNode::connected);
    }

    /** The link is gone: no value can be believed. */
    public void disconnected() {
        nodes.values().forEach(EdgeNode::lose);
    }

    /**
     * Takes a message.
     *
     * @param topic its topic; those of other nodes are ignored
     * @param payload its bytes
     */
    public void message(String topic, byte[] payload) {
        NodeTopic.of(topic).ifPresent(parsed -> {
            EdgeNode node = nodes.get(parsed.nodeName());
            if (node != null && parsed.type() != NodeTopic.Type.NCMD) {
                try {
                    node.take(parsed, SparkplugPayload.read(payload));
                } catch (BadPayload e) {
                    output.bad(topic, e);
                }
            }
        });
    }

    /** To be called every 100 ms or so: ends waiting for messages that do not come. */
    public void tick() {
        nodes.values().forEach(EdgeNode::tick);
    }

    /**
     * The metrics with a name in a message: all of them in a birth, few or none elsewhere.
     *
     * @param payload its bytes
     * @return numbers and codes of quality by name
     * @throws BadPayload if it is no message of Sparkplug B
     */
    public static Map<String, Named> named(byte[] payload) throws BadPayload {
        Map<String, Named> named = new LinkedHashMap<>();
        for (Metric metric : SparkplugPayload.read(payload).metrics()) {
            metric.name()
                    .ifPresent(name -> named.put(name, new Named(metric.number(metric.datatype()), metric.quality())));
        }
        return named;
    }

    /**
     * The message that tells whether this host is there, to be retained on {@code spBv1.0/STATE/host} and left as will.
     *
     * @param online whether it is
     * @param timestamp when it connected, UTC in ms
     * @return its bytes
     */
    public static byte[] state(boolean online, long timestamp) {
        String json = "{\"online\":" + online + ",\"timestamp\":" + timestamp + "}";
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
