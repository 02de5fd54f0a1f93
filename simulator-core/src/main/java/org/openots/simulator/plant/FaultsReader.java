package org.openots.simulator.plant;

import java.util.List;
import java.util.Set;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.fault.FaultEffect;

/** Reads {@code faults.json}. */
final class FaultsReader {
    /** Impairments that a ramp and a severity can grade; the others are there at once or not at all. */
    private static final Set<String> GRADED = Set.of("bias", "drift", "stiction");

    private FaultsReader() {}

    static List<FaultDefinition> read(JsonCursor file) {
        file.requireFormat("faults", "1.0");
        file.at("plant").text();
        List<FaultDefinition> faults = file.at("faults").list(FaultsReader::fault);
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
                c.at("effects").list(FaultsReader::effect));
    }

    private static FaultEffect effect(JsonCursor c) {
        String kind = c.at("kind").nameOf(List.of("process", "automation"), new LocalText("故障作用", "fault effect"));
        c.at("unit").text();
        if ("process".equals(kind)) {
            return new FaultEffect.ProcessParameter(
                    c.at("parameter").text(), c.at("to").number());
        }
        String impairment = c.at("impairment").text();
        return new FaultEffect.Impairment(
                c.at("target").text(), impairment, c.at("value").number(), GRADED.contains(impairment));
    }
}
