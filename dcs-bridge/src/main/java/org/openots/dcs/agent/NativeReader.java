package org.openots.dcs.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.dcs.frame.Frame;
import org.openots.dcs.frame.FrameCodec;
import org.openots.dcs.payload.BadPayload;
import org.openots.dcs.payload.Item;
import org.openots.dcs.payload.PayloadReader;

/** Reads frames of the native profile into items. */
public final class NativeReader implements PayloadReader {
    @Override
    public List<Item> read(String topic, byte[] payload) throws BadPayload {
        Frame frame = FrameCodec.decode(payload);
        return items(frame, frame.historical());
    }

    /**
     * The values of a frame.
     *
     * @param frame the frame
     * @param historical whether they are no live values
     * @return an item each
     */
    public static List<Item> items(Frame frame, boolean historical) {
        List<Item> items = new ArrayList<>();
        for (Frame.Entry entry : frame.entries()) {
            items.add(new Item(
                    entry.tag(),
                    entry.value(),
                    Double.isNaN(entry.value()) ? bad(entry.quality()) : quality(entry.quality()),
                    OptionalLong.of(frame.time() + entry.offset()),
                    historical));
        }
        return items;
    }

    /** The two upper bits of the byte are the class, the four below say why. */
    private static Quality quality(int code) {
        return switch (code >> 6) {
            case 3 -> (code & 0xFC) == 216 ? new Quality(Quality.Level.GOOD, Cause.LOCAL_OVERRIDE) : Quality.GOOD;
            case 1 ->
                Quality.uncertain(
                        switch (code & 0xFC) {
                            case 68 -> Cause.LAST_USABLE;
                            case 80 -> Cause.SENSOR_FAILURE;
                            case 84 -> Cause.OUT_OF_RANGE;
                            default -> Cause.UNKNOWN;
                        });
            default -> bad(code);
        };
    }

    private static Quality bad(int code) {
        return Quality.bad(
                switch (code & 0xFC) {
                    case 4 -> Cause.CONFIG_ERROR;
                    case 8 -> Cause.NOT_CONNECTED;
                    case 12 -> Cause.DEVICE_FAILURE;
                    case 16 -> Cause.SENSOR_FAILURE;
                    case 20 -> Cause.LAST_USABLE;
                    case 24 -> Cause.COMM_FAILURE;
                    case 28 -> Cause.OUT_OF_SERVICE;
                    default -> Cause.UNKNOWN;
                });
    }
}
