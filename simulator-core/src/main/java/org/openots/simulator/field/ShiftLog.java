package org.openots.simulator.field;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openots.common.error.OtsException;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.signal.SignalBoard;

/**
 * The shift record: target {@code LOG}, order enter with a JSON object of field ids and numbers. Fields may be filled in
 * several orders. Publishes {@code LOG.<field>} (NaN until filled) and {@code LOG.COMPLETE}.
 */
public final class ShiftLog implements FieldTask {
    /** Target of the order. */
    public static final String LOG = "LOG";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<NumberField> fields;
    private final SignalBoard board;
    private final int[] signals;
    private final int completeSignal;
    private final double[] values;

    /**
     * Builds the record and declares its signals.
     *
     * @param fields the fields
     * @param board holds the signals
     */
    public ShiftLog(List<NumberField> fields, SignalBoard board) {
        this.fields = List.copyOf(fields);
        this.board = board;
        this.signals = fields.stream()
                .mapToInt(field -> board.declare(LOG + "." + field.id(), field.unit(), field.text()))
                .toArray();
        this.completeSignal = board.declare(LOG + ".COMPLETE", "", new LocalText("交接班记录填写完整", "shift record complete"));
        this.values = new double[fields.size()];
        Arrays.fill(values, Double.NaN);
    }

    @Override
    public String target() {
        return LOG;
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return Map.of("enter", VerbRule.PLAIN);
    }

    @Override
    public void checkText(Order order) {
        parse(order.text()).forEach((id, value) -> {
            NumberField field = fields.get(position(id));
            if (!(value >= field.low() && value <= field.high())) {
                throw new OtsException(
                        AutomationError.VALUE_OUT_OF_RANGE, LOG, id, value, field.low(), field.high(), field.unit());
            }
        });
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        parse(order.text()).forEach((id, value) -> values[position(id)] = value);
        return Optional.empty();
    }

    @Override
    public void scan() {
        boolean complete = values.length > 0;
        for (int i = 0; i < values.length; i++) {
            board.set(signals[i], values[i]);
            complete &= !Double.isNaN(values[i]);
        }
        board.flag(completeSignal, complete);
    }

    @Override
    public Map<String, VerbRule> presets() {
        return Map.of();
    }

    @Override
    public void preset(String name, double value) {
        throw new IllegalArgumentException(name);
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(LOG);
        writer.writeDoubles(values);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(LOG);
        reader.readDoubles(values);
    }

    private int position(String id) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).id().equals(id)) {
                return i;
            }
        }
        String known = fields.stream().map(NumberField::id).collect(Collectors.joining(", "));
        throw new OtsException(AutomationError.UNKNOWN_LOG_FIELD, Brief.of(id), known);
    }

    private static Map<String, Double> parse(String text) {
        Map<String, Double> entries = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new OtsException(AutomationError.LOG_NOT_JSON, Brief.of(text));
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String id = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == null || !value.isNumeric()) {
                    throw new OtsException(AutomationError.LOG_NOT_JSON, Brief.of(id + ": " + parser.getText()));
                }
                entries.put(id, parser.getDoubleValue());
            }
            if (parser.nextToken() != null) {
                throw new OtsException(AutomationError.LOG_NOT_JSON, Brief.of(text));
            }
        } catch (IOException broken) {
            throw new OtsException(AutomationError.LOG_NOT_JSON, where(broken));
        }
        return entries;
    }

    /** Where the text stops being JSON; the parser's own words are English. */
    private static LocalText where(IOException broken) {
        if (broken instanceof JsonProcessingException mistake && mistake.getLocation() != null) {
            int line = mistake.getLocation().getLineNr();
            int column = mistake.getLocation().getColumnNr();
            return new LocalText("第 " + line + " 行第 " + column + " 列", "line " + line + ", column " + column);
        }
        return new LocalText("没有读完", "it ends too early");
    }
}
