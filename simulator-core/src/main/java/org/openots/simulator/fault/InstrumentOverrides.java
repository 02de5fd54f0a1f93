package org.openots.simulator.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.simulator.instrument.Transmitter;
import org.openots.simulator.instrument.TransmitterDefinition;
import org.openots.simulator.operation.ImpairmentKind;

/**
 * Instruments that an instructor makes read wrong without a fault of the pack that says so. Each is ordered like a fault,
 * by an id that says it all: {@code @TI-702.frozen}, {@code @TI-702.bias=5}. Secret like every fault.
 */
public final class InstrumentOverrides {
    private static final String MARK = "@";

    /** What can be ordered, in the order people think of it: stuck, offset, drift, noise, fixed value, dead. */
    private static final Map<String, LocalText> KINDS = kinds();

    /** Kinds that grow with strength and ramp; the others are there or not. */
    private static final List<String> GRADED = List.of("bias", "drift");

    private final Map<String, TransmitterDefinition> instruments = new LinkedHashMap<>();

    /**
     * Takes the instruments of a plant.
     *
     * @param instruments its transmitters and analysers
     */
    public InstrumentOverrides(List<TransmitterDefinition> instruments) {
        instruments.forEach(one -> this.instruments.put(one.tag(), one));
    }

    private static Map<String, LocalText> kinds() {
        Map<String, LocalText> kinds = new LinkedHashMap<>();
        kinds.put("frozen", new LocalText("卡住", "stuck"));
        kinds.put("bias", new LocalText("偏移", "offset"));
        kinds.put("drift", new LocalText("漂移", "drift"));
        kinds.put("noiseFactor", new LocalText("噪声", "noise"));
        kinds.put("failTo", new LocalText("固定值", "fixed value"));
        kinds.put("bad", new LocalText("失效", "dead"));
        return kinds;
    }

    /**
     * The instruments that can be overridden.
     *
     * @return in the order of the pack
     */
    public List<TransmitterDefinition> instruments() {
        return List.copyOf(instruments.values());
    }

    /**
     * How an instrument can be overridden.
     *
     * @param instrument of the plant
     * @return the kinds; a flag takes no value
     */
    public static List<ImpairmentKind> kinds(TransmitterDefinition instrument) {
        List<ImpairmentKind> all = Transmitter.kinds(instrument);
        return KINDS.keySet().stream()
                .flatMap(name -> all.stream().filter(kind -> kind.name().equals(name)))
                .toList();
    }

    /**
     * What an id stands for.
     *
     * @param id of a fault order
     * @return the override as a fault; nothing if the id is not of this form
     * @throws OtsException if it names no instrument, no kind of override, or a value out of its range
     */
    public Optional<FaultDefinition> find(String id) {
        if (!id.startsWith(MARK)) {
            return Optional.empty();
        }
        String[] sides = id.substring(MARK.length()).split("=", 2);
        int dot = sides[0].lastIndexOf('.');
        String tag = dot < 0 ? sides[0] : sides[0].substring(0, dot);
        String name = dot < 0 ? "" : sides[0].substring(dot + 1);
        TransmitterDefinition instrument = instruments.get(tag);
        if (instrument == null) {
            throw new OtsException(FaultError.UNKNOWN_OVERRIDE, id, String.join(" ", instruments.keySet()));
        }
        ImpairmentKind kind = kinds(instrument).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new OtsException(FaultError.UNKNOWN_OVERRIDE, id, String.join(" ", KINDS.keySet())));
        boolean flag = kind.equals(ImpairmentKind.flag(name));
        double value = flag ? 1 : number(id, sides.length < 2 ? "" : sides[1]);
        if (!(value >= kind.low() && value <= kind.high())) {
            throw new OtsException(FaultError.OUT_OF_RANGE, id, value, kind.low(), kind.high());
        }
        return Optional.of(definition(id, tag, name, kind, value));
    }

    private static double number(String id, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new OtsException(FaultError.OVERRIDE_VALUE, id, text);
        }
    }

    private static FaultDefinition definition(String id, String tag, String name, ImpairmentKind kind, double value) {
        LocalText word = KINDS.getOrDefault(name, new LocalText(name, name));
        LocalText title = new LocalText(tag + " " + word.zh(), tag + " " + word.en());
        boolean graded = GRADED.contains(name);
        return new FaultDefinition(
                id,
                title,
                title,
                new LocalText("与其他仪表核对，必要时切手动", "Compare with other instruments, go to manual if needed"),
                2,
                0,
                List.of(new FaultEffect.Impairment(tag, kind.name(), value, graded)),
                List.of());
    }
}
