package org.openots.simulator.plant;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.json.JsonCursor;
import org.openots.common.unit.Units;

/** Reads and writes files of the folder {@code ic}. */
final class InitialConditionReader {
    private InitialConditionReader() {}

    static InitialCondition read(JsonCursor file) {
        file.requireFormat("initial-condition", "1.0");
        String id = file.at("id").text();
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

    private static InitialCondition.Charge charge(JsonCursor c) {
        Map<String, Double> fractions = new LinkedHashMap<>();
        c.at("massFractions").fields().forEach((component, f) -> fractions.put(component, Units.parse(f.text(), "1")));
        return new InitialCondition.Charge(
                c.at("holdup").text(), Units.parse(c.at("volume").text(), "m3"), fractions);
    }

    /** Doubles, big-endian, in Base64, so that they come back bit for bit. */
    private static List<Double> state(JsonCursor c) {
        byte[] bytes = Base64.getDecoder().decode(c.at("doublesBase64").text());
        int count = c.at("count").integer(1, 1_000_000);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count && buffer.remaining() >= Double.BYTES; i++) {
            values.add(buffer.getDouble());
        }
        return values;
    }

    static String encode(double[] state) {
        ByteBuffer buffer = ByteBuffer.allocate(state.length * Double.BYTES);
        for (double value : state) {
            buffer.putDouble(value);
        }
        return Base64.getEncoder().encodeToString(buffer.array());
    }
}
