package org.openots.instructor.rig;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The write gate with which a class practises at the virtual rig: set points and faults of the ethanol and water rig. */
final class DemoGate {
    private static final int INTERLOCKS = 10;
    /** Above this heating power, kW, a fault needs a second person. */
    private static final double HEATED_KILOWATTS = 1;

    private static final double FRESH_SECONDS = 5;
    private static final double TIMEOUT_SECONDS = 10;
    private static final double HALF = 0.5;
    private static final List<String> FAULTS = List.of("A-F02", "A-F05", "A-F08", "A-F31");

    private DemoGate() {}

    private record Loop(String tag, double low, double high, double rate, double tolerance) {}

    static ObjectNode part() {
        ObjectNode part = JsonNodeFactory.instance.objectNode().put("enabled", true);
        part.put("clientId", "openots-gate").put("keySwitch", "REMOTE_ENABLE");
        ArrayNode zero = part.putArray("mustBeZero").add("ESD-701");
        for (int i = 1; i <= INTERLOCKS; i++) {
            zero.add("I-%02d.TRIP".formatted(i));
        }
        part.putObject("heated").put("tag", "JI-701").put("above", HEATED_KILOWATTS);
        part.put("freshSeconds", FRESH_SECONDS);
        ArrayNode targets = part.putArray("targets");
        List.of(
                        new Loop("FIC-701", 30, 90, 1, 0.2),
                        new Loop("TIC-701", 40, 85, 0.5, 0.1),
                        new Loop("TIC-705", 75, 90, 0.1, 0.05),
                        new Loop("FIC-702", 10, 60, 1, 0.2),
                        new Loop("FIC-703", 0, 30, 0.5, 0.1),
                        new Loop("LIC-702", 30, 70, 0.5, 0.2),
                        new Loop("LIC-703", 30, 70, 0.5, 0.2))
                .forEach(loop -> loop(targets.addObject(), loop));
        List.of("FIC-702.MODE", "FIC-703.MODE").forEach(tag -> mode(targets.addObject(), tag));
        FAULTS.forEach(id -> fault(targets.addObject(), id));
        return part;
    }

    private static void loop(ObjectNode target, Loop loop) {
        String tag = loop.tag() + ".SP";
        target.put("tag", tag).put("kind", "sp").put("readBack", tag);
        target.put("low", loop.low()).put("high", loop.high());
        target.put("rate", loop.rate()).put("tolerance", loop.tolerance()).put("timeoutSeconds", TIMEOUT_SECONDS);
        target.putObject("mode")
                .put("tag", loop.tag() + ".MODE")
                .putArray("values")
                .add(1);
    }

    /** Both follow another loop as a rule; who wants to give them a set point takes them to automatic first. */
    private static void mode(ObjectNode target, String tag) {
        target.put("tag", tag).put("kind", "mode").put("readBack", tag);
        target.putArray("values").add(1).add(2);
        target.put("timeoutSeconds", TIMEOUT_SECONDS);
    }

    private static void fault(ObjectNode target, String id) {
        target.put("tag", "FAULT." + id).put("kind", "fault");
        target.putArray("values").add(0).add(HALF).add(1);
        target.put("timeoutSeconds", TIMEOUT_SECONDS);
    }
}
