package org.openots.dcs.sparkplug;

import java.util.Arrays;
import java.util.Optional;

/**
 * A topic of Sparkplug, {@code spBv1.0/group/type/node} or with {@code /device}.
 *
 * @param group id of the group
 * @param type type of the message
 * @param node id of the edge node
 * @param device id of the device, empty for the node itself
 */
record NodeTopic(String group, Type type, String node, String device) {
    private static final String NAMESPACE = "spBv1.0";
    private static final int LEVELS = 4;

    /** Types of messages from edge nodes. */
    enum Type {
        /** Birth of a node. */
        NBIRTH,
        /** Death of a node. */
        NDEATH,
        /** Birth of a device. */
        DBIRTH,
        /** Death of a device. */
        DDEATH,
        /** Data of a node. */
        NDATA,
        /** Data of a device. */
        DDATA,
        /** Command to a node. */
        NCMD
    }

    /** The topic, if it is one of an edge node. */
    static Optional<NodeTopic> of(String topic) {
        String[] levels = topic.split("/", -1);
        boolean known = levels.length >= LEVELS
                && levels.length <= LEVELS + 1
                && levels[0].equals(NAMESPACE)
                && Arrays.stream(Type.values()).anyMatch(type -> type.name().equals(levels[2]));
        if (!known || levels[2].startsWith("D") != (levels.length > LEVELS)) {
            return Optional.empty();
        }
        return Optional.of(new NodeTopic(
                levels[1], Type.valueOf(levels[2]), levels[3], levels.length > LEVELS ? levels[LEVELS] : ""));
    }

    /** The topic of another message of the same node. */
    NodeTopic with(Type other, String otherDevice) {
        return new NodeTopic(group, other, node, otherDevice);
    }

    /** The node without message and device. */
    String nodeName() {
        return group + "/" + node;
    }

    /** As it is written in MQTT. */
    String text() {
        String text = NAMESPACE + "/" + group + "/" + type + "/" + node;
        return device.isEmpty() ? text : text + "/" + device;
    }
}
