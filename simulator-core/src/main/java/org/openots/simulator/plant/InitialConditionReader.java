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

/** Reads and writes files of the folder {@code ic}. */
final class InitialConditionReader {
    private static final LocalText CONDITION = new LocalText("初始工况（与文件同名）", "initial condition (named as the file)");

    private static final LocalText SUM =
            new LocalText("为各组分质量分数之和，必须等于 1，且都不小于 0", "is the sum of the mass fractions; it must be 1, none negative");

    private static final LocalText POSITIVE = new LocalText("m3 必须大于 0", "m3 must be positive");

    private static final LocalText NUMBERS = new LocalText("个数与 count 不符", "numbers do not match the count");

    /** Fractions are written with up to four digits, so a larger gap is a mistake and not rounding. */
    private static final double SUM_TOLERANCE = 1e-3;

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
        shares.fields().forEach((component, f) -> fractions.put(component, f.quantity("1")));
        double sum =
                fractions.values().stream().mapToDouble(Double::doubleValue).sum();
        boolean negative = fractions.values().stream().anyMatch(f -> f < 0);
        if (shares.isPresent() && (negative || Math.abs(sum - 1) > SUM_TOLERANCE)) {
            shares.report(CommonError.JSON_NUMBER_RANGE, sum, SUM);
        }
        double volume = c.at("volume").quantity("m3");
        if (volume <= 0) {
            c.at("volume").report(CommonError.JSON_NUMBER_RANGE, volume, POSITIVE);
        }
        return new InitialCondition.Charge(c.at("holdup").text(), volume, fractions);
    }

    /** Doubles, big-endian, in Base64, so that they come back bit for bit. */
    private static List<Double> state(JsonCursor c) {
        int count = c.at("count").integer(1, 1_000_000);
        JsonCursor place = c.at("doublesBase64");
        byte[] bytes = bytes(place);
        if (bytes.length != count * Double.BYTES) {
            place.report(CommonError.JSON_NUMBER_RANGE, bytes.length / (double) Double.BYTES, NUMBERS);
        }
        c.optional("sha256").ifPresent(hash -> compare(hash, sha256(bytes)));
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

    private static byte[] bytes(JsonCursor place) {
        try {
            return Base64.getDecoder().decode(place.text());
        } catch (IllegalArgumentException e) {
            place.report(CommonError.JSON_NOT_ALLOWED, String.valueOf(e.getMessage()), "Base64");
            return new byte[0];
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
