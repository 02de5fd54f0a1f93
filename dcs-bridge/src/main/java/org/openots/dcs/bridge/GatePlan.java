package org.openots.dcs.bridge;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalRange;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.common.text.Spelling;
import org.openots.dcs.gate.CommandWire;
import org.openots.dcs.gate.GateSettings;
import org.openots.dcs.gate.WriteTarget;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.MappedTag.Write;
import org.openots.dcs.map.TagMap;

/** Compares what is said of a write gate with the map of the rig: both must agree before anything can be written. */
public final class GatePlan {
    private static final int MILLI = 1000;

    private final Map<String, MappedTag> tags = new HashMap<>();
    private final SignalTable table;
    private final Map<String, LocalText> faults;

    /**
     * Knows the rig.
     *
     * @param map its map
     * @param table signals of its plant
     * @param faults faults that a virtual rig of this plant can be told to have, by id
     */
    public GatePlan(TagMap map, SignalTable table, Map<String, LocalText> faults) {
        map.tags().forEach(tag -> tags.put(tag.tag(), tag));
        this.table = table;
        this.faults = Map.copyOf(faults);
    }

    /**
     * Settings of the gate.
     *
     * @param part what is said of it
     * @return what must hold, and what may be written
     * @throws OtsException if a tag is not in the map, the map does not let it be written, or limits are beyond its range
     */
    public GateSettings settings(GatePart part) {
        return new GateSettings(
                part.enabled(),
                known(part.keySwitch()),
                part.mustBeZero().stream().map(this::known).toList(),
                part.heated().map(this::known),
                part.heatedAbove(),
                GateSettings.LEASE_MS,
                GateSettings.TOKEN_MS,
                GateSettings.EXPIRY_MS,
                Math.round(part.freshSeconds() * MILLI),
                part.targets().stream().map(this::target).toList());
    }

    private String known(GatePart.Named named) {
        mapped(named, BridgeError.GATE_TAG);
        return named.tag();
    }

    private MappedTag mapped(GatePart.Named named, BridgeError error) {
        MappedTag tag = tags.get(named.tag());
        if (tag == null) {
            throw new OtsException(error, named.place(), named.tag(), near(named.tag()));
        }
        return tag;
    }

    private LocalText near(String tag) {
        return Spelling.nearest(tag, new TreeSet<>(tags.keySet()))
                .map(near -> new LocalText("可能想写的是“" + near + "”。", "Maybe \"" + near + "\" was meant."))
                .orElse(new LocalText("请核对位号映射。", "Look it up in the tag map."));
    }

    private WriteTarget target(GatePart.Target part) {
        boolean fault = part.name().tag().startsWith(CommandWire.FAULT);
        return fault ? fault(part) : tag(part);
    }

    private WriteTarget fault(GatePart.Target part) {
        String id = part.name().tag().substring(CommandWire.FAULT.length());
        LocalText text = faults.get(id);
        if (text == null) {
            throw new OtsException(
                    BridgeError.GATE_FAULT, part.name().place(), id, String.join(" ", new TreeSet<>(faults.keySet())));
        }
        if (part.kind() != Write.FAULT) {
            throw new OtsException(
                    BridgeError.GATE_KIND, part.name().place(), part.name().tag(), word(part.kind()), "fault");
        }
        within(part, new SignalRange(0, 1));
        return made(part, text, "");
    }

    private WriteTarget tag(GatePart.Target part) {
        MappedTag tag = mapped(part.name(), BridgeError.GATE_TARGET);
        if (tag.write() == Write.NONE) {
            throw new OtsException(BridgeError.GATE_NONE, part.name().place(), tag.tag());
        }
        if (tag.write() != part.kind()) {
            throw new OtsException(
                    BridgeError.GATE_KIND, part.name().place(), tag.tag(), word(part.kind()), word(tag.write()));
        }
        part.readBack().ifPresent(readBack -> mapped(readBack, BridgeError.GATE_READ_BACK));
        within(part, tag.checks().range());
        int index = table.find(tag.tag());
        Optional<Signal> signal = index == SignalTable.NONE
                ? Optional.empty()
                : Optional.of(table.signals().get(index));
        return made(
                part,
                signal.map(Signal::text).orElse(new LocalText(tag.tag(), tag.tag())),
                signal.map(Signal::unit).orElse(""));
    }

    private static void within(GatePart.Target part, SignalRange range) {
        if (part.low() < range.low() || part.high() > range.high()) {
            throw new OtsException(
                    BridgeError.GATE_RANGE,
                    part.name().place(),
                    part.name().tag(),
                    part.low(),
                    part.high(),
                    range.low(),
                    range.high());
        }
    }

    private WriteTarget made(GatePart.Target part, LocalText text, String unit) {
        return new WriteTarget(
                part.name().tag(),
                text,
                unit,
                part.kind(),
                part.readBack().map(GatePart.Named::tag),
                part.low(),
                part.high(),
                part.values(),
                part.rate(),
                part.tolerance(),
                Math.round(part.timeoutSeconds() * MILLI),
                part.mode().map(mode -> new WriteTarget.Mode(known(mode), part.modes())));
    }

    private static String word(Write kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
