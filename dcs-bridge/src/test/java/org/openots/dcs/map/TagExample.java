package org.openots.dcs.map;

import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import org.openots.common.signal.SignalRange;
import org.openots.dcs.map.MappedTag.TimeForm;
import org.openots.dcs.map.MappedTag.Write;

/** A mapped tag for tests: TI-702 in degC, 0 to 200, from Neuron, unless said otherwise. */
public final class TagExample {
    public String tag = "TI-702";
    public String topic = "/neuron/rig";
    public Dialect dialect = Dialect.NEURON_VALUES;
    public String item = "TI-702";
    public Optional<String> qualityPointer = Optional.empty();
    public QualityMap qualityMap = QualityMap.NONE;
    public Optional<String> timePointer = Optional.empty();
    public TimeForm timeForm = TimeForm.EPOCH_MS;
    public ZoneId zone = ZoneId.of("Asia/Shanghai");
    public String in = "degC";
    public String out = "degC";
    public double gain = 1;
    public double bias;
    public SignalRange range = new SignalRange(0, 200);
    public boolean clamp;
    public OptionalDouble rate = OptionalDouble.empty();
    public double period = 1;
    public double timeout = 5;
    public int frozen;

    /** A tag of the same name as its item. */
    public static TagExample of(Dialect dialect, String name) {
        TagExample example = new TagExample();
        example.dialect = dialect;
        example.tag = name;
        example.item = name;
        return example;
    }

    /** A switch. */
    public TagExample asSwitch() {
        in = "1";
        out = "1";
        range = new SignalRange(0, 1);
        return this;
    }

    public MappedTag build() {
        return new MappedTag(
                tag,
                new MappedTag.Source(topic, dialect, item, qualityPointer, qualityMap, timePointer, timeForm, zone),
                new MappedTag.Conversion(
                        GatewayUnits.find(in).orElseThrow(),
                        GatewayUnits.find(out).orElseThrow(),
                        gain,
                        bias),
                new MappedTag.Checks(range, clamp, rate, period, timeout, frozen, 0),
                Write.NONE,
                Optional.empty());
    }
}
