package org.openots.dcs.twin;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.JsonCursor;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.common.unit.Units;
import org.openots.dcs.twin.TwinDefinition.Against;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.InitialCondition;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;

/** Reads definitions of twins ({@code openots-twin}) and checks them against the pack of their plant. */
public final class TwinDefinitionReader {
    private static final LocalText TAG = new LocalText("装置的位号", "tag of the plant");
    private static final LocalText INPUT = new LocalText("过程模型的输入", "input of the process model");
    private static final LocalText VARIABLE = new LocalText("过程模型的变量", "variable of the process model");
    private static final LocalText CONDITION = new LocalText("初始工况", "initial condition");
    private static final LocalText HOLDUP = new LocalText("容器", "holdup");
    /** A tick is at least that of sessions and short enough for the plant's loops. */
    private static final double SHORTEST_TICK = 0.1;

    private static final double LONGEST_TICK = 2;

    private final PackSource files;
    private final PlantPack pack;
    private final PlantEngine engine;
    private final SignalTable signals;
    private final List<String> names;

    private TwinDefinitionReader(PackSource files) {
        this.files = files;
        pack = PlantPack.load(files);
        engine = new PlantEngine(
                pack, pack.initialCondition(pack.initialConditionIds().get(0)), 0);
        signals = engine.signals();
        names = signals.signals().stream().map(Signal::name).toList();
    }

    /**
     * Reads a definition.
     *
     * @param file its root; mistakes go to its findings
     * @param files the pack of the plant
     * @return what it says; not to be used when there is a mistake
     */
    public static TwinDefinition read(JsonCursor file, PackSource files) {
        return new TwinDefinitionReader(files).definition(file);
    }

    private TwinDefinition definition(JsonCursor file) {
        file.requireFormat("openots-twin", "1.0", "1.1", "1.2");
        JsonCursor stores = file.at("stores");
        TwinDefinition read = new TwinDefinition(
                file.at("plant").nameOf(List.of(pack.id()), new LocalText("装置包", "plant pack")),
                file.at("initialCondition").nameOf(pack.initialConditionIds(), CONDITION),
                tick(file.at("tick")),
                file.at("setUp").list(this::order),
                new TwinDefinition.Stores(
                        positive(stores.at("period"), "s"), stores.at("holdups").list(this::charge)),
                file.optional("operating")
                        .map(list -> list.list(this::operating))
                        .orElse(List.of()),
                filled(file.at("inputs")).list(this::input),
                filled(file.at("outputs")).list(this::output),
                filled(file.at("parameters")).list(this::parameter),
                file.at("softSensors").list(this::softSensor));
        once(file.at("parameters"), "id");
        once(file.at("softSensors"), "id");
        once(file.at("inputs"), "tag");
        corrected(file.at("inputs"), read.inputs());
        file.finish();
        return read;
    }

    private static JsonCursor filled(JsonCursor list) {
        if (list.isArray() && list.items().isEmpty()) {
            list.report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        return list;
    }

    private static void once(JsonCursor list, String field) {
        Set<String> known = new HashSet<>();
        for (JsonCursor item : list.isArray() ? list.items() : List.<JsonCursor>of()) {
            String name = item.at(field).text();
            if (!name.isBlank() && !known.add(name)) {
                item.at(field).report(CommonError.JSON_DUPLICATE_NAME, name);
            }
        }
    }

    private static double tick(JsonCursor place) {
        double tick = place.quantity("s");
        if (tick < SHORTEST_TICK || tick > LONGEST_TICK) {
            place.report(
                    CommonError.JSON_NUMBER_RANGE, tick, new LocalText("必须在 0.1 … 2 s 之间", "must be in 0.1 … 2 s"));
        }
        return tick;
    }

    private static double positive(JsonCursor place, String dimension) {
        double value = place.quantity(dimension);
        if (value <= 0) {
            place.report(CommonError.JSON_NUMBER_RANGE, value, new LocalText("必须大于 0", "must be positive"));
        }
        return value;
    }

    private TwinDefinition.Order order(JsonCursor node) {
        TwinDefinition.Order order = new TwinDefinition.Order(
                node.at("target").text(),
                node.at("verb").text(),
                node.at("value").number());
        check(node, order);
        return order;
    }

    private void check(JsonCursor place, TwinDefinition.Order order) {
        if (order.target().isBlank() || order.verb().isBlank() || Double.isNaN(order.value())) {
            return;
        }
        try {
            engine.check(new Command(1, 0, order.target(), order.verb(), order.value(), ""), true);
        } catch (OtsException e) {
            place.report(
                    TwinError.REFUSED_ORDER,
                    order.target(),
                    order.verb(),
                    new LocalText(e.messageIn(Locale.SIMPLIFIED_CHINESE), e.messageIn(Locale.ENGLISH)));
        }
    }

    private InitialCondition.Charge charge(JsonCursor node) {
        node.at("holdup").nameOf(engine.process().holdupIds(), HOLDUP);
        return InitialCondition.Charge.read(node);
    }

    private TwinDefinition.Operating operating(JsonCursor node) {
        return new TwinDefinition.Operating(
                tag(node), node.at("unit").text(), node.at("least").number());
    }

    private String tag(JsonCursor node) {
        String tag = node.at("tag").nameOf(names, TAG);
        unit(node, tag);
        return tag;
    }

    private void unit(JsonCursor node, String tag) {
        JsonCursor place = node.at("unit");
        String unit = place.isPresent() && place.isText() ? place.raw().textValue() : place.text();
        int index = signals.find(tag);
        String real =
                index == SignalTable.NONE ? unit : signals.signals().get(index).unit();
        if (!unit.equals(real)) {
            place.report(TwinError.OTHER_UNIT, tag, unit, real);
        }
    }

    private TwinDefinition.Input input(JsonCursor node) {
        String tag = tag(node);
        boolean ordered = node.has("target") || node.has("verb");
        boolean corrects = node.has("corrects") || node.has("gain");
        if ((ordered ? 1 : 0) + (node.has("parameter") ? 1 : 0) + (corrects ? 1 : 0) != 1) {
            node.report(TwinError.ONE_TARGET, tag);
        }
        String target = ordered ? node.at("target").text() : "";
        String verb = ordered ? node.at("verb").text() : "";
        String parameter = node.optional("parameter")
                .map(place -> place.nameOf(engine.process().actuatorNames(), INPUT))
                .orElse("");
        if (ordered) {
            check(node, new TwinDefinition.Order(target, verb, present(tag)));
        }
        return new TwinDefinition.Input(
                tag,
                node.at("unit").raw().asText(),
                target,
                verb,
                parameter,
                corrects ? node.at("corrects").text() : "",
                corrects ? node.at("gain").number() : 0,
                node.optional("smoothing").map(place -> positive(place, "s")).orElse(0.0));
    }

    /** What is corrected must be operated by a reading; two corrections of each other would be none. */
    private static void corrected(JsonCursor inputs, List<TwinDefinition.Input> read) {
        for (int i = 0; i < read.size(); i++) {
            String corrected = read.get(i).corrects();
            boolean known = read.stream()
                    .anyMatch(input ->
                            input.tag().equals(corrected) && !input.target().isEmpty());
            if (!corrected.isBlank() && !known) {
                inputs.items().get(i).at("corrects").report(TwinError.NOTHING_TO_CORRECT, corrected);
            }
        }
    }

    /** A value that the tag has; NaN for an unknown tag. */
    private double present(String tag) {
        int index = signals.find(tag);
        return index == SignalTable.NONE ? Double.NaN : engine.view().value(index);
    }

    private TwinDefinition.Output output(JsonCursor node) {
        String tag = tag(node);
        Against against = node.optional("against")
                .map(place -> place.oneOf(Against.class))
                .orElse(Against.MODEL);
        String other =
                node.optional("other").map(place -> place.nameOf(names, TAG)).orElse("");
        if ((against == Against.SIGNAL) == other.isEmpty() || other.equals(tag)) {
            node.report(TwinError.NOTHING_AGAINST, tag);
        }
        return new TwinDefinition.Output(
                tag,
                node.at("unit").raw().asText(),
                against,
                other,
                node.at("accuracy").positive(),
                node.optional("every").map(place -> positive(place, "s")).orElse(0.0),
                node.optional("fitted").map(JsonCursor::bool).orElse(true));
    }

    private TwinDefinition.Parameter parameter(JsonCursor node) {
        Collection<String> inputs = engine.process().actuatorNames();
        double low = node.at("low").positive();
        double high = node.at("high").positive();
        double start = node.at("start").positive();
        if (start < low || start > high) {
            node.at("start").report(TwinError.START_OUTSIDE, start, low, high);
        }
        String pointer = node.optional("flowsheet").map(JsonCursor::text).orElse("");
        if (!pointer.isBlank() && TwinPack.number(files, pointer).isEmpty()) {
            node.at("flowsheet").report(TwinError.NO_POINTER, pointer);
        }
        return new TwinDefinition.Parameter(
                node.at("id").text(),
                node.at("text").localText(),
                node.at("input").nameOf(inputs, INPUT),
                pointer,
                node.optional("spare").map(JsonCursor::positive).orElse(1.0),
                node.at("scale").oneOf(TwinDefinition.Scale.class),
                start,
                node.at("sigma").positive(),
                low,
                high,
                node.at("walk").positive());
    }

    private TwinDefinition.SoftSensor softSensor(JsonCursor node) {
        JsonCursor unit = node.at("unit");
        try {
            Units.of(unit.text());
        } catch (OtsException e) {
            unit.report(
                    CommonError.JSON_QUANTITY,
                    new LocalText(e.messageIn(Locale.SIMPLIFIED_CHINESE), e.messageIn(Locale.ENGLISH)));
        }
        return new TwinDefinition.SoftSensor(
                node.at("id").text(),
                node.at("text").localText(),
                node.at("variable").nameOf(engine.process().variableNames(), VARIABLE),
                unit.raw().asText(),
                node.at("accuracy").positive());
    }
}
