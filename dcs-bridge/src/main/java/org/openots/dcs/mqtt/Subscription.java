package org.openots.dcs.mqtt;

import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

/**
 * What is asked of a broker.
 *
 * @param filter topic filter
 * @param qos 0 or 1
 */
public record Subscription(String filter, int qos) {
    /** Sees that the quality of service is one that is used here. */
    public Subscription {
        if (filter.isEmpty() || filter.indexOf('\0') >= 0) {
            throw new OtsException(
                    MqttError.SETTING_TEXT, "topic", filter, new LocalText("主题不能为空", "a topic must not be empty"));
        }
        requireQos(filter, qos);
    }

    /** Refuses quality of service 2, with its reason, and numbers that are none. */
    static void requireQos(String topic, int qos) {
        if (qos == 2) {
            throw new OtsException(MqttError.QOS_TWO, topic);
        }
        if (qos < 0 || qos > 1) {
            throw new OtsException(MqttError.SETTING_RANGE, "qos", qos, 0, 1);
        }
    }
}
