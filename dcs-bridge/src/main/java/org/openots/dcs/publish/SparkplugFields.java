package org.openots.dcs.publish;

/** Numbers of fields and types of {@code sparkplug_b.proto}, Sparkplug B 3.0, as far as an edge node writes them. */
final class SparkplugFields {
    static final int PAYLOAD_TIMESTAMP = 1;
    static final int PAYLOAD_METRICS = 2;
    static final int PAYLOAD_SEQ = 3;
    static final int METRIC_NAME = 1;
    static final int METRIC_ALIAS = 2;
    static final int METRIC_TIMESTAMP = 3;
    static final int METRIC_DATATYPE = 4;
    static final int METRIC_IS_NULL = 7;
    static final int METRIC_PROPERTIES = 9;
    static final int METRIC_LONG = 11;
    static final int METRIC_DOUBLE = 13;
    static final int METRIC_BOOLEAN = 14;
    static final int PROPERTIES_KEYS = 1;
    static final int PROPERTIES_VALUES = 2;
    static final int PROPERTY_TYPE = 1;
    static final int PROPERTY_INT = 3;
    static final int PROPERTY_DOUBLE = 6;
    static final int PROPERTY_STRING = 8;
    static final int TYPE_INT32 = 3;
    static final int TYPE_INT64 = 4;
    static final int TYPE_DOUBLE = 10;
    static final int TYPE_BOOLEAN = 11;
    static final int TYPE_STRING = 12;

    private SparkplugFields() {}
}
