package org.openots.simulator.plant;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.common.text.LocalText;
import org.openots.common.text.Localizable;
import org.openots.common.unit.Units;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.fault.FaultEffect;

/** Reads {@code faults.json}. */
final class FaultsReader {
    private static final String PROCESS = "process";
    private static final List<String> KINDS = List.of(PROCESS, "automation");

    /** Impairments that a ramp and a severity can grade; the others are there at once or not at all. */
    private static final Set<String> GRADED = Set.of("bias", "drift", "stiction");

    private FaultsReader() {}

    static List<FaultDefinition> read(JsonCursor file, String plant) {
        file.requireFormat("faults", "1.0", "1.1");
        PackFiles.samePlant(file, plant);
        Set<String> ids = new HashSet<>();
        List<FaultDefinition> faults = file.at("faults").list(c -> {
            String id = NameForm.FAULT.read(c.at("id"));
            if (!ids.add(id)) {
                c.at("id").report(CommonError.JSON_DUPLICATE_NAME, id);
            }
            return fault(c);
        });
        file.finish();
        return faults;
    }

    private static FaultDefinition fault(JsonCursor c) {
        return new FaultDefinition(
                c.at("id").text(),
                c.at("title").localText(),
                c.at("cause").localText(),
                c.at("response").localText(),
                c.at("severity").integer(1, 5),
                c.at("defaultRampS").between(0, 3600),
                c.at("effects").list(FaultsReader::effect),
                c.has("studyCauses") ? c.at("studyCauses").list(JsonCursor::text) : List.of());
    }

    private static FaultEffect effect(JsonCursor c) {
        String kind = c.at("kind").nameOf(KINDS, new LocalText("故障作用", "fault effect"));
        String unit = unit(c.at("unit"));
        if (!KINDS.contains(kind)) {
            c.raw(); // what else belongs here depends on the kind
            return new FaultEffect.ProcessParameter("", Double.NaN, "");
        }
        if (PROCESS.equals(kind)) {
            return new FaultEffect.ProcessParameter(
                    c.at("parameter").text(), c.at("to").number(), unit);
        }
        String impairment = c.at("impairment").text();
        return new FaultEffect.Impairment(
                c.at("target").text(), impairment, c.at("value").number(), GRADED.contains(impairment));
    }

    /** A unit of the suite, or such a unit per minute; empty after a reported mistake. */
    private static String unit(JsonCursor c) {
        String symbol = c.text();
        try {
            Units.of(symbol.endsWith("/min") ? symbol.substring(0, symbol.length() - "/min".length()) : symbol);
        } catch (OtsException refusal) {
            if (!symbol.isBlank()) {
                c.report(CommonError.JSON_QUANTITY, (Localizable) refusal::messageIn);
            }
            return "";
        }
        return symbol;
    }
}
