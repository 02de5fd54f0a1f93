package org.openots.instructor.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.simulator.actuation.DeviceDefinition;
import org.openots.simulator.alarm.AlarmDefinition;
import org.openots.simulator.automation.AutomationDefinition;
import org.openots.simulator.control.ControllerDefinition;
import org.openots.simulator.control.SchemeDefinition;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.field.FieldItem;
import org.openots.simulator.field.InspectionDefect;
import org.openots.simulator.field.InspectionPoint;
import org.openots.simulator.field.LockoutPoint;
import org.openots.simulator.field.NumberField;
import org.openots.simulator.field.RadioSentence;
import org.openots.simulator.instrument.CalculatedDefinition;
import org.openots.simulator.instrument.ProcessFlag;
import org.openots.simulator.instrument.TransmitterDefinition;
import org.openots.simulator.interlock.InterlockDefinition;
import org.openots.simulator.plant.PlantPack;

/** What a screen needs to know of a plant, made from its pack. Holds nothing about faults. */
final class PlantDescription {
    /** Chinese words of interlock actions. */
    private static final Map<String, String> ACTIONS = Map.of(
            "stop",
            "停",
            "off",
            "停",
            "close",
            "关",
            "open",
            "开",
            "start",
            "开",
            "on",
            "开",
            "position",
            "定位",
            "manual",
            "切手动",
            "hold",
            "保持");

    /** Upper end of the bars of reflux ratio and specific energy: about three times their normal values. */
    private static final int CALCULATED_SCALE = 10;

    private final PlantPack pack;
    private final AutomationDefinition automation;
    private final SignalTable table;

    PlantDescription(PlantPack pack) {
        this.pack = pack;
        this.automation = pack.automation();
        this.table = PlantSignals.of(pack).table();
    }

    /** What goes out; only signals that may be shown. */
    ObjectNode json(Predicate<Signal> shown) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("id", pack.id());
        text(root, "title", pack.title());
        signals(root.putArray("signals"), shown);
        ArrayNode controllers = root.putArray("controllers");
        automation.control().controllers().forEach(c -> controller(controllers.addObject(), c));
        schemes(root.putArray("schemes"));
        devices(root.putArray("devices"));
        for (JsonNode device : root.path("devices")) {
            String lock = LockoutPoint.LOTO + device.path("tag").asText();
            ((ObjectNode) device).put("lockable", table.find(lock) != SignalTable.NONE);
        }
        ArrayNode interlocks = root.putArray("interlocks");
        automation.interlocks().forEach(i -> interlock(interlocks.addObject(), i));
        fieldTasks(root.putObject("fieldTasks"));
        root.set("layout", pack.layout());
        return root;
    }

    private void signals(ArrayNode array, Predicate<Signal> shown) {
        Map<String, TransmitterDefinition> transmitters = new TreeMap<>();
        automation.instruments().transmitters().forEach(t -> transmitters.put(t.tag(), t));
        for (Signal signal : table.signals()) {
            if (!shown.test(signal)) {
                continue;
            }
            ObjectNode node = array.addObject().put("name", signal.name()).put("unit", signal.unit());
            text(node, "text", signal.text());
            TransmitterDefinition t = transmitters.get(signal.name());
            if (t != null) {
                node.put("decimals", t.range().decimals());
                node.putArray("range").add(t.range().low()).add(t.range().high());
                node.putArray("normal").add(t.normal().low()).add(t.normal().high());
                alarms(node.putArray("alarms"), t.tag());
            } else if (!calculated(node, signal.name())) {
                scale(node, signal);
            }
        }
    }

    /** Scale and alarms of a calculated tag that has its own; false for every other signal. */
    private boolean calculated(ObjectNode node, String name) {
        for (CalculatedDefinition item : automation.instruments().calculated()) {
            if (item.tag().equals(name)) {
                node.put("decimals", item.scale().decimals());
                node.putArray("range").add(item.scale().low()).add(item.scale().high());
                alarms(node.putArray("alarms"), name);
                return true;
            }
        }
        return false;
    }

    /** Scale of a signal that no transmitter measures: ratios, energies, positions, flags. */
    private void scale(ObjectNode node, Signal signal) {
        boolean calculated =
                automation.instruments().ratios().stream().anyMatch(r -> r.tag().equals(signal.name()))
                        || automation.instruments().energies().stream()
                                .anyMatch(e -> e.tag().equals(signal.name()));
        boolean flag = signal.unit().isEmpty() && !calculated;
        node.put("decimals", calculated ? 2 : flag ? 0 : 1);
        node.putArray("range").add(0).add(calculated ? CALCULATED_SCALE : flag ? highest(signal) : 100);
    }

    private int highest(Signal signal) {
        if (signal.name().startsWith(LockoutPoint.LOTO)) {
            return LockoutPoint.BOTH;
        }
        if (signal.name().endsWith(InspectionPoint.REPORTED)) {
            return InspectionDefect.values().length;
        }
        return automation.instruments().flags().stream()
                .filter(f -> f.signal().equals(signal.name()))
                .mapToInt(ProcessFlag.Definition::highest)
                .findFirst()
                .orElse(1);
    }

    private void alarms(ArrayNode array, String tag) {
        for (AlarmDefinition alarm : automation.instruments().alarms()) {
            if (alarm.source().equals(tag) && alarm.onValue()) {
                array.addObject()
                        .put("kind", alarm.kind().name())
                        .put("limit", alarm.limit())
                        .put("priority", alarm.priority());
            }
        }
    }

    private void controller(ObjectNode node, ControllerDefinition c) {
        node.put("tag", c.tag()).put("measurement", c.measurement());
        text(node, "text", c.text());
        node.putArray("spRange").add(c.limits().setPointLow()).add(c.limits().setPointHigh());
        node.putArray("opRange").add(c.limits().outputLow()).add(c.limits().outputHigh());
        ArrayNode modes = node.putArray("modes").add("MAN").add("AUTO");
        if (slave(c.tag())) {
            modes.add("CAS");
        }
        node.put("opUnit", "%")
                .put("kp", c.tuning().gain())
                .put("ti", c.tuning().integralSeconds());
        if (!c.output().devices().isEmpty()) {
            node.put("output", c.output().devices().get(0));
            ArrayNode outputs = node.putArray("outputs");
            c.output().devices().forEach(outputs::add);
        }
        for (SchemeDefinition scheme : automation.control().schemes()) {
            for (SchemeDefinition.Link link : scheme.links()) {
                if (scheme.number() == automation.control().initialScheme()
                        && link.slave().equals(c.tag())) {
                    node.put("master", link.source()).put("ratio", link.ratio().present());
                }
            }
        }
    }

    /** Whether the loop has a master in any scheme; without one there is no cascade to switch to. */
    private boolean slave(String tag) {
        return automation.control().schemes().stream()
                .flatMap(scheme -> scheme.links().stream())
                .anyMatch(link -> link.slave().equals(tag));
    }

    private void schemes(ArrayNode array) {
        for (SchemeDefinition scheme : automation.control().schemes()) {
            ObjectNode node = array.addObject().put("number", scheme.number());
            text(node, "text", scheme.text());
            ArrayNode links = node.putArray("links");
            scheme.links()
                    .forEach(l -> links.addObject()
                            .put("slave", l.slave())
                            .put("master", l.source())
                            .put("ratio", l.ratio().present()));
        }
    }

    private void devices(ArrayNode array) {
        automation
                .field()
                .handValves()
                .forEach(v -> device(array, v.tag(), "hand-valve", v.text(), false)
                        .put("valve", v.kind().name().toLowerCase(Locale.ROOT)));
        AutomationDefinition.Valves valves = automation.control().valves();
        valves.control().forEach(v -> device(array, v.tag(), "control-valve", v.text(), false));
        valves.solenoids().forEach(v -> device(array, v.tag(), "solenoid", v.text(), false));
        valves.shutoffs().forEach(v -> device(array, v.tag(), "shutoff-valve", v.text(), false));
        valves.motors().forEach(v -> device(array, v.tag(), "motor-valve", v.text(), false));
        AutomationDefinition.Devices motors = automation.control().devices();
        motors.pumps().forEach(p -> motor(array, p.device(), "pump"));
        motors.heaters().forEach(h -> motor(array, h.device(), "heater"));
        motors.fans().forEach(f -> motor(array, f, "fan"));
        automation
                .control()
                .power()
                .switches()
                .forEach(s -> device(array, s.tag(), s.emergencyStop() ? "estop" : "switch", s.text(), false));
    }

    private static void motor(ArrayNode array, DeviceDefinition d, String type) {
        ObjectNode node = device(array, d.tag(), type, d.text(), d.localPanel());
        node.put("power", d.power());
        ArrayNode permissives = node.putArray("permissives");
        for (DeviceDefinition.PermissiveDefinition p : d.permissives()) {
            text(permissives.addObject().put("id", p.id()).put("condition", p.condition()), "text", p.text());
        }
    }

    private static ObjectNode device(ArrayNode array, String tag, String type, LocalText text, boolean localPanel) {
        ObjectNode node = array.addObject().put("tag", tag).put("type", type).put("localPanel", localPanel);
        text(node, "text", text);
        return node;
    }

    private static void interlock(ObjectNode node, InterlockDefinition i) {
        node.put("id", i.id());
        text(node, "text", i.text());
        ArrayNode causes = node.putArray("causes");
        i.causes()
                .forEach(c -> causes.addObject()
                        .put("id", c.id())
                        .put("signal", c.signal())
                        .put("low", c.low())
                        .put("limit", c.limit())
                        .put("delayS", c.delaySeconds())
                        .set("text", texts(c.text())));
        ArrayNode effects = node.putArray("effects");
        i.effects()
                .forEach(e -> effects.addObject()
                        .put("element", e.element())
                        .put("action", e.action())
                        .put("zh", e.element() + " " + ACTIONS.getOrDefault(e.action(), e.action()))
                        .put("en", e.element() + " " + e.action()));
    }

    private void fieldTasks(ObjectNode node) {
        AutomationDefinition.Field field = automation.field();
        items(node.putArray("ppe"), field.equipment());
        ArrayNode checks = node.putArray("checks");
        field.checks().forEach(check -> text(checks.addObject().put("id", check.id()), "text", check.text()));
        ArrayNode defects = node.putArray("defects");
        for (InspectionDefect defect : InspectionDefect.values()) {
            text(defects.addObject().put("id", defect.id()).put("code", defect.code()), "text", defect.text());
        }
        ArrayNode sentences = node.putArray("sentences");
        for (RadioSentence sentence : RadioSentence.values()) {
            text(
                    sentences
                            .addObject()
                            .put("id", sentence.id())
                            .put("about", sentence.aboutSomething())
                            .put("board", sentence.byBoard()),
                    "text",
                    sentence.text());
        }
        ArrayNode samples = node.putArray("samples");
        field.samples().forEach(s -> text(samples.addObject().put("id", s.id()).put("unit", "wt%"), "text", s.text()));
        numbers(node.putArray("records"), field.desk().records());
        numbers(node.putArray("log"), field.desk().log());
        ArrayNode tests = node.putArray("detectorTests");
        field.detectorTests().forEach(t -> text(tests.addObject().put("id", t.target()), "text", t.text()));
    }

    /** Which items are right is for the student to know; only their names go out. */
    private static void items(ArrayNode array, List<FieldItem> items) {
        items.forEach(i -> text(array.addObject().put("id", i.id()), "text", i.text()));
    }

    private static void numbers(ArrayNode array, List<NumberField> fields) {
        fields.forEach(f -> {
            ObjectNode node = array.addObject().put("id", f.id()).put("unit", f.unit());
            text(node, "text", f.text());
            node.putArray("range").add(f.low()).add(f.high());
        });
    }

    static void text(ObjectNode node, String field, LocalText text) {
        node.set(field, texts(text));
    }

    private static ObjectNode texts(LocalText text) {
        return JsonNodeFactory.instance.objectNode().put("zh", text.zh()).put("en", text.en());
    }
}
