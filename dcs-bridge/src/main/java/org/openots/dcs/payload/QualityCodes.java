package org.openots.dcs.payload;

import java.util.Map;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.dcs.map.QualityMap;

/**
 * What the numbers of quality of gateways mean. A number that a table does not have, or something else where it needs a
 * number, means that gateway and map do not fit: bad, configuration error.
 */
public final class QualityCodes {
    private static final Quality MISFIT = Quality.bad(Cause.CONFIG_ERROR);

    private static final int MAJOR = 0xC0;
    /** Major, minor and no limits. */
    private static final int STATUS = 0xFC;

    private static final int UNCERTAIN = 0x40;
    private static final int GOOD_NON_CASCADE = 0x80;
    private static final int GOOD = 0xC0;
    private static final int LOCAL_OVERRIDE = 0xD8;
    private static final double LARGEST_WORD = 0xFFFF;
    private static final double LARGEST_STATUS = 0xFFFFFFFFL;
    private static final int LOW_BYTE = 0xFF;
    private static final int SEVERITY_SHIFT = 30;
    private static final int CODE_SHIFT = 16;

    /** OPC Data Access 2.05a, 6.8 (OPC quality flags), bits QQSSSSLL; also PROFIBUS PA 3.0. */
    private static final Map<Integer, Cause> BAD_BYTES = Map.of(
            0x00, Cause.UNKNOWN,
            0x04, Cause.CONFIG_ERROR,
            0x08, Cause.NOT_CONNECTED,
            0x0C, Cause.DEVICE_FAILURE,
            0x10, Cause.SENSOR_FAILURE,
            0x14, Cause.LAST_USABLE,
            0x18, Cause.COMM_FAILURE,
            0x1C, Cause.OUT_OF_SERVICE,
            0x20, Cause.NOT_CONNECTED); // OPC DA 3.0: waiting for initial data

    private static final Map<Integer, Cause> UNCERTAIN_BYTES = Map.of(
            0x44, Cause.LAST_USABLE,
            0x48, Cause.SUBSTITUTED, // PROFIBUS PA: substitute value
            0x4C, Cause.SUBSTITUTED, // PROFIBUS PA: initial value
            0x50, Cause.SENSOR_FAILURE, // sensor not accurate
            0x54, Cause.OUT_OF_RANGE); // engineering units exceeded

    /** OPC UA part 8, 6.3.2 and part 4; numbers of part 6, annex A. Upper 16 bits. */
    private static final Map<Integer, Cause> STATUS_CODES = Map.ofEntries(
            Map.entry(0x8005, Cause.COMM_FAILURE), // Bad_CommunicationError
            Map.entry(0x800A, Cause.COMM_FAILURE), // Bad_Timeout
            Map.entry(0x8031, Cause.COMM_FAILURE), // Bad_NoCommunication
            Map.entry(0x8032, Cause.NOT_CONNECTED), // Bad_WaitingForInitialData
            Map.entry(0x8034, Cause.CONFIG_ERROR), // Bad_NodeIdUnknown
            Map.entry(0x8089, Cause.CONFIG_ERROR), // Bad_ConfigurationError
            Map.entry(0x808A, Cause.NOT_CONNECTED), // Bad_NotConnected
            Map.entry(0x808B, Cause.DEVICE_FAILURE), // Bad_DeviceFailure
            Map.entry(0x808C, Cause.SENSOR_FAILURE), // Bad_SensorFailure
            Map.entry(0x808D, Cause.OUT_OF_SERVICE), // Bad_OutOfService
            Map.entry(0x408F, Cause.LAST_USABLE), // Uncertain_NoCommunicationLastUsableValue
            Map.entry(0x4090, Cause.LAST_USABLE), // Uncertain_LastUsableValue
            Map.entry(0x4091, Cause.SUBSTITUTED), // Uncertain_SubstituteValue
            Map.entry(0x4092, Cause.SUBSTITUTED), // Uncertain_InitialValue
            Map.entry(0x4093, Cause.SENSOR_FAILURE), // Uncertain_SensorNotAccurate
            Map.entry(0x4094, Cause.OUT_OF_RANGE), // Uncertain_EngineeringUnitsExceeded
            Map.entry(0x0096, Cause.LOCAL_OVERRIDE)); // Good_LocalOverride

    /** Error codes of EMQX Neuron 2, "plugin common error codes" and the nodes and tags behind them. */
    private static final Map<Integer, Cause> NEURON_CODES = Map.ofEntries(
            Map.entry(2003, Cause.CONFIG_ERROR), // node not exist
            Map.entry(2006, Cause.NOT_CONNECTED), // node not ready
            Map.entry(2008, Cause.NOT_CONNECTED), // node not running
            Map.entry(2009, Cause.NOT_CONNECTED), // node is stopped
            Map.entry(2106, Cause.CONFIG_ERROR), // group not exist
            Map.entry(2201, Cause.CONFIG_ERROR), // tag not exist
            Map.entry(2203, Cause.CONFIG_ERROR), // tag attribute not support
            Map.entry(2204, Cause.CONFIG_ERROR), // tag type not support
            Map.entry(2205, Cause.CONFIG_ERROR), // tag address format invalid
            Map.entry(3000, Cause.COMM_FAILURE), // plugin read failure
            Map.entry(3002, Cause.NOT_CONNECTED), // plugin disconnected
            Map.entry(3003, Cause.CONFIG_ERROR), // plugin tag not allow read
            Map.entry(3007, Cause.CONFIG_ERROR), // plugin tag type mismatch
            Map.entry(3008, Cause.STALE), // plugin tag value expired
            Map.entry(3009, Cause.COMM_FAILURE), // plugin protocol decode failure
            Map.entry(3010, Cause.NOT_CONNECTED), // plugin not running
            Map.entry(3011, Cause.NOT_CONNECTED), // plugin tag not ready
            Map.entry(3012, Cause.COMM_FAILURE)); // plugin packet out of order

    private QualityCodes() {}

    /**
     * The quality for a number.
     *
     * @param map which numbers the gateway uses
     * @param code the number; NaN for something that is none
     * @return what it means
     */
    public static Quality of(QualityMap map, double code) {
        return switch (map) {
            case OPC_DA -> isWhole(code, 0, LARGEST_WORD) ? opcDa((int) code & LOW_BYTE) : MISFIT;
            case PROFIBUS -> isWhole(code, 0, LOW_BYTE) ? profibus((int) code) : MISFIT;
            case OPC_UA -> isWhole(code, Integer.MIN_VALUE, LARGEST_STATUS) ? opcUa((int) (long) code) : MISFIT;
            case BOOLEAN -> code == 1 ? Quality.GOOD : code == 0 ? Quality.bad(Cause.UNKNOWN) : MISFIT;
            case NEURON -> neuron(code);
            case SPARKPLUG -> sparkplug(code);
            case NONE -> Quality.GOOD;
        };
    }

    /**
     * The quality as a gateway wrote it.
     *
     * @param map what the gateway uses
     * @param written what stands where the quality should
     * @return what it means
     */
    static Quality of(QualityMap map, Scalar written) {
        boolean fits = written.kind() == Scalar.Kind.NUMBER
                || (written.kind() == Scalar.Kind.TRUTH && map == QualityMap.BOOLEAN);
        return of(map, fits ? written.number() : Double.NaN);
    }

    /**
     * The quality of an item without the quality that the map expects.
     *
     * @param map what the gateway uses
     * @return uncertain, but good where none is expected
     */
    static Quality missing(QualityMap map) {
        return map == QualityMap.NONE ? Quality.GOOD : Quality.uncertain(Cause.CONFIG_ERROR);
    }

    private static boolean isWhole(double code, double lowest, double highest) {
        return code >= lowest && code <= highest && code == Math.rint(code);
    }

    private static Quality opcDa(int code) {
        int status = code & STATUS;
        return switch (code & MAJOR) {
            case GOOD -> good(status == LOCAL_OVERRIDE);
            case GOOD_NON_CASCADE -> MISFIT; // not used by OPC
            default -> notGood(code);
        };
    }

    private static Quality profibus(int code) {
        int major = code & MAJOR;
        return major == GOOD || major == GOOD_NON_CASCADE ? Quality.GOOD : notGood(code);
    }

    private static Quality notGood(int code) {
        int status = code & STATUS;
        return (code & MAJOR) == UNCERTAIN
                ? Quality.uncertain(UNCERTAIN_BYTES.getOrDefault(status, Cause.UNKNOWN))
                : Quality.bad(BAD_BYTES.getOrDefault(status, Cause.UNKNOWN));
    }

    private static Quality good(boolean overridden) {
        return overridden ? new Quality(Quality.Level.GOOD, Cause.LOCAL_OVERRIDE) : Quality.GOOD;
    }

    private static Quality opcUa(int code) {
        Cause cause = STATUS_CODES.getOrDefault(code >>> CODE_SHIFT, Cause.UNKNOWN);
        return switch (code >>> SEVERITY_SHIFT) {
            case 0 -> good(cause == Cause.LOCAL_OVERRIDE);
            case 1 -> Quality.uncertain(cause);
            default -> Quality.bad(cause);
        };
    }

    private static Quality neuron(double code) {
        if (code == 0) {
            return Quality.GOOD;
        }
        return isWhole(code, 1, Integer.MAX_VALUE)
                ? Quality.bad(NEURON_CODES.getOrDefault((int) code, Cause.UNKNOWN))
                : MISFIT;
    }

    /** Sparkplug 3.0.0, payloads-propertyset-quality-value-value. */
    private static Quality sparkplug(double code) {
        if (code == 192) {
            return Quality.GOOD;
        }
        return code == 0 ? Quality.bad(Cause.UNKNOWN) : code == 500 ? Quality.bad(Cause.STALE) : MISFIT;
    }
}
