package org.openots.simulator.plant;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;
import org.openots.simulator.process.Bounds;

/** Reads and writes files of the folder {@code ic}. */
final class InitialConditionReader {
    private static final LocalText CONDITION = new LocalText("初始工况（与文件同名）", "initial condition (named as the file)");

    private static final LocalText SUM =
            new LocalText("为各组分质量分数之和，必须等于 1", "is the sum of the mass fractions; it must be 1");

    private static final LocalText NUMBERS = new LocalText("个数与 count 不符", "numbers do not match the count");

    /** Fractions are written with up to four digits, so a larger gap is a mistake and not rounding. */
    private static final double SUM_TOLERANCE = 1e-3;

    private static final int MOST_NUMBERS = 1_000_000;

    private InitialConditionReader() {}

    static InitialCondition read(JsonCursor file, String expected) {
        file.requireFormat("initial-condition", "1.0");
        String id = file.at("id").nameOf(List.of(expected), CONDITION);
        file.optional("madeBy").ifPresent(JsonCursor::text);
        Optional<JsonCursor> state = file.optional("processState");
        Map<String, Double> presets = new LinkedHashMap<>();
        file.at("presets").fields().forEach((signal, value) -> presets.put(signal, value.number()));
        InitialCondition result = new InitialCondition(
                id,
                file.at("title").localText(),
                state.map(InitialConditionReader::state).orElse(List.of()),
                file.at("charges").list(InitialConditionReader::charge),
                presets);
        file.finish();
        return result;
    }

    /** Liquid in a holdup: {@code holdup}, {@code volume}, {@code massFractions}. */
    static InitialCondition.Charge charge(JsonCursor c) {
        Map<String, Double> fractions = new LinkedHashMap<>();
        JsonCursor shares = c.at("massFractions");
        shares.fields().forEach((component, f) -> fractions.put(component, Bounds.FRACTION.read(f)));
        double sum =
                fractions.values().stream().mapToDouble(Double::doubleValue).sum();
        if (shares.isMap() && Math.abs(sum - 1) > SUM_TOLERANCE) {
            shares.report(CommonError.JSON_NUMBER_RANGE, sum, SUM);
        }
        double volume = Bounds.VOLUME.read(c.at("volume"));
        return new InitialCondition.Charge(c.at("holdup").text(), volume, fractions);
    }

    /** Doubles, big-endian, in Base64, so that they come back bit for bit. */
    private static List<Double> state(JsonCursor c) {
        JsonCursor number = c.at("count");
        int count = number.integer(1, MOST_NUMBERS);
        boolean counted = String.valueOf(count).equals(number.raw().asText());
        JsonCursor place = c.at("doublesBase64");
        Optional<byte[]> decoded = bytes(place);
        byte[] bytes = decoded.orElse(new byte[0]);
        if (counted && decoded.isPresent() && bytes.length != count * Double.BYTES) {
            place.report(CommonError.JSON_NUMBER_RANGE, bytes.length / (double) Double.BYTES, NUMBERS);
        }
        c.optional("sha256")
                .ifPresent(hash -> decoded.ifPresentOrElse(state -> compare(hash, sha256(state)), hash::text));
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<Double> values = new ArrayList<>();
        while (buffer.remaining() >= Double.BYTES) {
            values.add(buffer.getDouble());
        }
        return values;
    }

    private static void compare(JsonCursor stored, String computed) {
        if (!stored.text().equals(computed)) {
            stored.report(PlantError.WRONG_STATE_HASH, stored.text(), computed);
        }
    }

    /** The bytes that a text stands for; nothing when there is no such text. */
    private static Optional<byte[]> bytes(JsonCursor place) {
        String text = place.text();
        try {
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            place.report(CommonError.JSON_NOT_ALLOWED, String.valueOf(e.getMessage()), "Base64");
            return Optional.empty();
        }
    }

    static byte[] bytes(double[] state) {
        ByteBuffer buffer = ByteBuffer.allocate(state.length * Double.BYTES);
        for (double value : state) {
            buffer.putDouble(value);
        }
        return buffer.array();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
