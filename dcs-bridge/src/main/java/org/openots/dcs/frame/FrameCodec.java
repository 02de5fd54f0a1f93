package org.openots.dcs.frame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openots.common.text.LocalText;
import org.openots.dcs.payload.BadPayload;

/** Frames as JSON, version 1, and back; strict, because a guess about a number of a plant is worse than none. */
public final class FrameCodec {
    /** Largest frame, bytes. */
    public static final int LARGEST = 64 * 1024;

    private static final int VERSION = 1;
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private FrameCodec() {}

    /**
     * Writes a frame.
     *
     * @param frame the frame
     * @return its bytes
     * @throws IllegalArgumentException if it is too large to be sent
     */
    public static byte[] encode(Frame frame) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeNumberField("v", VERSION);
            out.writeStringField("boot", frame.boot());
            out.writeNumberField("seq", frame.seq());
            out.writeNumberField("t", frame.time());
            if (frame.historical()) {
                out.writeBooleanField("h", true);
            }
            out.writeArrayFieldStart("d");
            for (Frame.Entry entry : frame.entries()) {
                write(out, entry);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
        if (bytes.size() > LARGEST) {
            throw new IllegalArgumentException("a frame of " + bytes.size() + " bytes, the largest has " + LARGEST);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator out, Frame.Entry entry) throws IOException {
        out.writeStartArray();
        out.writeString(entry.tag());
        if (Double.isNaN(entry.value())) {
            out.writeNull();
        } else {
            out.writeNumber(entry.value());
        }
        if (entry.quality() != Frame.GOOD || entry.offset() != 0) {
            out.writeNumber(entry.quality());
        }
        if (entry.offset() != 0) {
            out.writeNumber(entry.offset());
        }
        out.writeEndArray();
    }

    /**
     * Reads a frame.
     *
     * @param payload its bytes
     * @return the frame
     * @throws BadPayload if they are not exactly one frame of version 1; nothing of it is used
     */
    public static Frame decode(byte[] payload) throws BadPayload {
        if (payload.length > LARGEST) {
            throw new BadPayload(
                    new LocalText(
                            "帧有 " + payload.length + " 字节，最大 " + LARGEST,
                            "a frame of " + payload.length + " bytes, the largest has " + LARGEST),
                    payload,
                    -1);
        }
        if (payload.length > 0 && payload[0] != '{') {
            throw new BadPayload(new LocalText("帧必须以花括号开头", "a frame begins with a brace"), payload, 0);
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload));
        } catch (CharacterCodingException e) {
            throw new BadPayload(new LocalText("不是 UTF-8 编码", "not UTF-8"), payload, -1);
        }
        try (JsonParser in = FACTORY.createParser(payload)) {
            return new Reading(in, payload).frame();
        } catch (JsonProcessingException e) {
            long offset = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
            throw new BadPayload(new LocalText("不是 JSON", "not JSON"), payload, offset);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be read", e);
        }
    }

    /** One frame being read. */
    private static final class Reading {
        private final JsonParser in;
        private final byte[] payload;
        private String boot = "";
        private long version = -1;
        private long seq = -1;
        private long time = Long.MIN_VALUE;
        private boolean historical;
        private List<Frame.Entry> entries = List.of();
        private boolean filled;

        Reading(JsonParser in, byte[] payload) {
            this.in = in;
            this.payload = payload;
        }

        Frame frame() throws IOException, BadPayload {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw wrong(new LocalText("不是对象", "no object"));
            }
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String field = in.currentName();
                in.nextToken();
                switch (field) {
                    case "v" -> version = whole("v");
                    case "boot" -> boot = text("boot");
                    case "seq" -> seq = whole("seq");
                    case "t" -> time = whole("t");
                    case "h" -> historical = flag();
                    case "d" -> entries = entries();
                    default -> in.skipChildren();
                }
            }
            if (in.nextToken() != null) {
                throw wrong(new LocalText("结尾之后还有内容", "text after the end"));
            }
            if (version != VERSION) {
                throw wrong(new LocalText(
                        "版本 " + (version < 0 ? "缺失" : version) + "，本程序只认版本 1；请升级程序",
                        "version " + (version < 0 ? "missing" : version)
                                + ", only version 1 is known; update the program"));
            }
            if (!Frame.isBoot(boot) || seq < 0 || time == Long.MIN_VALUE || !filled) {
                throw wrong(new LocalText("boot、seq、t 或 d 缺失或不合理", "boot, seq, t or d is missing or impossible"));
            }
            return new Frame(boot, seq, time, entries, historical);
        }

        private List<Frame.Entry> entries() throws IOException, BadPayload {
            List<Frame.Entry> all = new ArrayList<>();
            need(JsonToken.START_ARRAY, new LocalText("d 不是列表", "d is no list"));
            while (in.nextToken() != JsonToken.END_ARRAY) {
                need(JsonToken.START_ARRAY, new LocalText("列表中有一项不是列表", "an entry is no list"));
                all.add(entry());
            }
            filled = true;
            return all;
        }

        private Frame.Entry entry() throws IOException, BadPayload {
            in.nextToken();
            String tag = text("tag");
            JsonToken kind = in.nextToken();
            double value = kind == JsonToken.VALUE_NULL ? Double.NaN : number(tag);
            long quality = kind == JsonToken.VALUE_NULL ? 0 : Frame.GOOD;
            long offset = 0;
            if (in.nextToken() != JsonToken.END_ARRAY) {
                quality = whole(tag);
                if (in.nextToken() != JsonToken.END_ARRAY) {
                    offset = whole(tag);
                    in.nextToken();
                    need(JsonToken.END_ARRAY, new LocalText(tag + " 的内容过多", "too many parts of " + tag));
                }
            }
            if (tag.isEmpty() || quality < 0 || quality > 255) {
                throw wrong(new LocalText("位号“" + tag + "”的名称或质量不对", "name or quality of \"" + tag + "\""));
            }
            return new Frame.Entry(tag, value, (int) quality, offset);
        }

        private double number(String of) throws IOException, BadPayload {
            if (!in.currentToken().isNumeric() || !Double.isFinite(in.getDoubleValue())) {
                throw wrong(new LocalText(of + " 不是有限的数", "no finite number for " + of));
            }
            return in.getDoubleValue();
        }

        private long whole(String of) throws IOException, BadPayload {
            if (in.currentToken() != JsonToken.VALUE_NUMBER_INT
                    || in.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                throw wrong(new LocalText(of + " 不是整数", "no whole number for " + of));
            }
            return in.getLongValue();
        }

        private String text(String of) throws IOException, BadPayload {
            need(JsonToken.VALUE_STRING, new LocalText(of + " 不是文本", "no text for " + of));
            return in.getText();
        }

        private boolean flag() throws BadPayload {
            if (!in.currentToken().isBoolean()) {
                throw wrong(new LocalText("h 既不是 true 也不是 false", "h is neither true nor false"));
            }
            return in.currentToken() == JsonToken.VALUE_TRUE;
        }

        private void need(JsonToken wanted, LocalText otherwise) throws BadPayload {
            if (in.currentToken() != wanted) {
                throw wrong(otherwise);
            }
        }

        private BadPayload wrong(LocalText reason) {
            return new BadPayload(reason, payload, in.currentLocation().getByteOffset());
        }
    }
}
