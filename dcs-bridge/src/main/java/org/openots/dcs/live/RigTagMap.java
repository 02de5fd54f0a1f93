package org.openots.dcs.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.publish.PublishedTag;
import org.openots.dcs.rig.RigGateway;

/** The tag map ({@code openots-tag-map}) that fits what a virtual rig publishes, so that a bridge can start at once. */
public final class RigTagMap {
    private static final double MILLI = 1e-3;
    /** Scans without a value after which it is stale. */
    private static final int PERIODS = 3;
    /** Shortest time to stale, s; as in maps that say nothing. */
    private static final double SHORTEST_TIMEOUT = 3;
    /** A box sends what did not change once a minute, s. */
    private static final double BOX_TIMEOUT = 65;
    /** Counters, tuning and modes have no range; nothing of the suite is beyond this. */
    private static final double ANY = 1e6;

    private static final Map<String, String> WRITES = Map.of("SP", "sp", "OP", "mv", "MODE", "mode");

    private final RigGateway gateway;

    private RigTagMap(RigGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Makes the map.
     *
     * @param plant id of the plant
     * @param gateway how the rig publishes
     * @param tags what it publishes
     * @return the map
     */
    public static ObjectNode of(String plant, RigGateway gateway, List<PublishedTag> tags) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        map.put("format", "openots-tag-map").put("formatVersion", "1.0");
        map.put("plant", plant).put("qos", 1);
        ArrayNode list = map.putArray("tags");
        RigTagMap writer = new RigTagMap(gateway);
        tags.forEach(tag -> writer.tag(list.addObject(), tag));
        return map;
    }

    private void tag(ObjectNode node, PublishedTag tag) {
        String name = tag.name();
        Dialect dialect = gateway.dialect();
        node.put("tag", name).put("topic", topic()).put("dialect", dialect.word());
        switch (dialect) {
            case POINTER -> {
                node.put("pointer", "/data/" + name.replace("~", "~0").replace("/", "~1"));
                node.putObject("time")
                        .put("pointer", "/time")
                        .put("form", "iso")
                        .put("zone", gateway.zone().getId());
            }
            case KEPWARE -> node.put("item", gateway.site() + "." + gateway.rig() + "." + name);
            case WINCC -> node.putObject("quality").put("map", "opc-da");
            default -> node.put("item", name);
        }
        if (!tag.isSwitch()) {
            ArrayNode range = node.putArray("range");
            range.add(end(tag.range().low()));
            range.add(end(tag.range().high()));
        }
        double period = gateway.scanMs() * MILLI;
        double usual = Math.max(SHORTEST_TIMEOUT, PERIODS * period);
        node.put("period", seconds(period));
        node.put("timeout", seconds(dialect == Dialect.POINTER ? BOX_TIMEOUT + PERIODS * period : usual));
        String write = WRITES.get(name.substring(name.indexOf('.') + 1));
        if (write != null && name.contains(".")) {
            node.put("write", write);
        }
    }

    private String topic() {
        String own = gateway.site() + "/" + gateway.rig();
        return switch (gateway.dialect()) {
            case NATIVE -> "openots/v1/" + own + "/data";
            case NEURON_VALUES, NEURON_TAGS -> "/neuron/" + own + "/scan";
            case KEPWARE -> "iotgateway/" + own;
            case WINCC -> "wincc/" + own + "/+";
            case POINTER -> "box/" + own + "/data";
            case SPARKPLUG -> "spBv1.0/" + gateway.site() + "/+/" + gateway.rig() + "/dcs";
        };
    }

    private static BigDecimal end(double limit) {
        double within = Math.max(-ANY, Math.min(ANY, limit));
        return BigDecimal.valueOf(within).stripTrailingZeros();
    }

    private static String seconds(double seconds) {
        return BigDecimal.valueOf(seconds).stripTrailingZeros().toPlainString() + " s";
    }
}
