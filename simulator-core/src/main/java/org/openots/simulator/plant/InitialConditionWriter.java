package org.openots.simulator.plant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Map;
import org.openots.common.text.LocalText;

/** Writes an initial condition as a file of a plant pack. */
public final class InitialConditionWriter {
    /** Line ends are fixed, so that the file is the same on every system. */
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter()
            .withSeparators(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private InitialConditionWriter() {}

    /**
     * Describes a state as a file.
     *
     * @param id of the new condition
     * @param title name for people
     * @param madeBy how it was made, so that it can be made again
     * @param state process state vector
     * @param presets signal values of the automation; missing values are left out
     * @return JSON text
     */
    public static String write(String id, LocalText title, String madeBy, double[] state, Map<String, Double> presets) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode file = mapper.createObjectNode();
        file.put("format", "initial-condition");
        file.put("formatVersion", "1.0");
        file.put("id", id);
        file.putObject("title").put("zh", title.zh()).put("en", title.en());
        file.put("madeBy", madeBy);
        byte[] bytes = InitialConditionReader.bytes(state);
        file.putObject("processState")
                .put("count", state.length)
                .put("sha256", InitialConditionReader.sha256(bytes))
                .put("doublesBase64", Base64.getEncoder().encodeToString(bytes));
        file.putArray("charges");
        ObjectNode values = file.putObject("presets");
        presets.forEach((signal, value) -> {
            if (!value.isNaN()) {
                values.put(signal, value);
            }
        });
        try {
            return mapper.writer(PRINTER).writeValueAsString(file) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }
}
