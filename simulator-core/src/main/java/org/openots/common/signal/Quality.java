package org.openots.common.signal;

import org.openots.common.text.LocalText;

/**
 * How far a value can be trusted, in the classes of OPC UA part 8, and why not further.
 *
 * @param level good, uncertain or bad
 * @param cause the reason; {@link Cause#NONE} exactly for a good value
 */
public record Quality(Level level, Cause cause) implements Comparable<Quality> {
    /** As measured. */
    public static final Quality GOOD = new Quality(Level.GOOD, Cause.NONE);

    /** Sees that a reason is given where one is due. */
    public Quality {
        if ((level == Level.GOOD) != (cause == Cause.NONE || cause == Cause.LOCAL_OVERRIDE)) {
            throw new IllegalArgumentException(level + " with the cause " + cause);
        }
    }

    /**
     * A bad value.
     *
     * @param cause why
     * @return its quality
     */
    public static Quality bad(Cause cause) {
        return new Quality(Level.BAD, cause);
    }

    /**
     * An uncertain value.
     *
     * @param cause why
     * @return its quality
     */
    public static Quality uncertain(Cause cause) {
        return new Quality(Level.UNCERTAIN, cause);
    }

    /**
     * The lower of two qualities; of equals the one that was known first.
     *
     * @param later found out later
     * @return what holds when both hold
     */
    public Quality and(Quality later) {
        return later.level.compareTo(level) > 0 ? later : this;
    }

    /**
     * Whether conditions, scores and control may use the value.
     *
     * @return true for good values only
     */
    public boolean good() {
        return level == Level.GOOD;
    }

    @Override
    public int compareTo(Quality other) {
        int byLevel = level.compareTo(other.level);
        return byLevel != 0 ? byLevel : cause.compareTo(other.cause);
    }

    /** The classes, from best to worst. */
    public enum Level {
        /** As measured. */
        GOOD,
        /** To be looked at with care. */
        UNCERTAIN,
        /** Not to be used. */
        BAD
    }

    /** Why a value is not good. */
    public enum Cause {
        /** Nothing is wrong. */
        NONE("正常", "normal"),
        /** The gateway or the device has no connection. */
        NOT_CONNECTED("未连接", "not connected"),
        /** The line between gateway and device failed. */
        COMM_FAILURE("通讯故障", "communication failure"),
        /** The device failed. */
        DEVICE_FAILURE("设备故障", "device failure"),
        /** The sensor failed, or what it sent is no number. */
        SENSOR_FAILURE("传感器故障", "sensor failure"),
        /** Beyond the range of the map or of the instrument. */
        OUT_OF_RANGE("超出量程", "out of range"),
        /** The last value that was known, not a live one. */
        LAST_USABLE("最后可用值", "last usable value"),
        /** No sample within the time the map allows. */
        STALE("数据过期", "stale"),
        /** The same value again and again where the instrument normally moves. */
        FROZEN("数值冻结", "frozen"),
        /** It changed faster than the process can. */
        SPIKE("突变", "spike"),
        /** The clock of the source is off. */
        CLOCK("时钟偏差", "clock is off"),
        /** The gateway or the map is set up wrongly. */
        CONFIG_ERROR("组态错误", "configuration error"),
        /** Held at a limit. */
        CLAMPED("已限幅", "clamped"),
        /** So far off that the unit must be another one. */
        UNIT_ERROR("单位疑似有误", "wrong unit suspected"),
        /** Typed in by a person. */
        SUBSTITUTED("人工置数", "substituted"),
        /** Set by hand at the instrument; good, but not measured. */
        LOCAL_OVERRIDE("就地强制", "local override"),
        /** Taken out of service. */
        OUT_OF_SERVICE("停用", "out of service"),
        /** Bad or uncertain without a reason given. */
        UNKNOWN("原因不明", "no reason given");

        private final String zh;
        private final String en;

        Cause(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /**
         * The reason for people.
         *
         * @return in both languages
         */
        public LocalText text() {
            return new LocalText(zh, en);
        }
    }
}
