package org.openots.dcs.publish;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads Sparkplug payloads byte by byte, by the wire format of protobuf, without anything of ours. */
public final class SparkplugText {
    private SparkplugText() {}

    /** A metric; what was not written is null. */
    public record Metric(String name, Long alias, Long time, Long type, boolean isNull, Object value, Long quality) {}

    /** A payload; what was not written is null. */
    public record Payload(Long time, Long seq, List<Metric> metrics) {}

    /** Fields of a message by number, in order. */
    private static Map<Integer, List<Object>> fields(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Map<Integer, List<Object>> fields = new HashMap<>();
        while (in.hasRemaining()) {
            long key = varint(in);
            Object value = switch ((int) (key & 7)) {
                case 0 -> (Object) varint(in);
                case 1 -> in.getDouble();
                case 2 -> {
                    byte[] part = new byte[(int) varint(in)];
                    in.get(part);
                    yield part;
                }
                case 5 -> in.getFloat();
                default -> throw new AssertionError("wire type " + (key & 7));
            };
            fields.computeIfAbsent((int) (key >>> 3), none -> new ArrayList<>()).add(value);
        }
        return fields;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static Object first(Map<Integer, List<Object>> fields, int number) {
        return fields.getOrDefault(number, List.of()).stream().findFirst().orElse(null);
    }

    /** Reads a payload. */
    public static Payload read(byte[] bytes) {
        Map<Integer, List<Object>> fields = fields(bytes);
        List<Metric> metrics = fields.getOrDefault(2, List.of()).stream()
                .map(metric -> metric((byte[]) metric))
                .toList();
        return new Payload((Long) first(fields, 1), (Long) first(fields, 3), metrics);
    }

    private static Metric metric(byte[] bytes) {
        Map<Integer, List<Object>> fields = fields(bytes);
        byte[] name = (byte[]) first(fields, 1);
        Object value = null;
        for (int number = 10; number <= 15 && value == null; number++) {
            value = first(fields, number);
        }
        byte[] properties = (byte[]) first(fields, 9);
        return new Metric(
                name == null ? null : new String(name, StandardCharsets.UTF_8),
                (Long) first(fields, 2),
                (Long) first(fields, 3),
                (Long) first(fields, 4),
                first(fields, 7) != null,
                value,
                properties == null ? null : quality(fields(properties)));
    }

    private static Long quality(Map<Integer, List<Object>> properties) {
        List<Object> keys = properties.get(1);
        for (int i = 0; i < keys.size(); i++) {
            if (new String((byte[]) keys.get(i), StandardCharsets.UTF_8).equals("Quality")) {
                return (Long) first(fields((byte[]) properties.get(2).get(i)), 3);
            }
        }
        return null;
    }
}
