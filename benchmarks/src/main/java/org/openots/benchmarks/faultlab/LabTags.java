package org.openots.benchmarks.faultlab;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.openots.common.signal.SignalRange;
import org.openots.common.unit.Units.Unit;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.map.GatewayUnits;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.QualityMap;

/** Tags of a gateway that is not ours: EMQX Neuron, values-format, all tags of a scan in one message. */
final class LabTags {
    static final String TOPIC = "/neuron/lab/rig";

    /** Values are the numbers of messages. */
    private static final SignalRange RANGE = new SignalRange(0, 1e12);

    private LabTags() {}

    static String name(int i) {
        return "TI-" + (100 + i);
    }

    /** Tags whose samples are due each period and stale after the timeout, both in s. */
    static List<MappedTag> of(int count, double period, double timeout) {
        Unit unit = GatewayUnits.find("degC").orElseThrow();
        return IntStream.range(0, count)
                .mapToObj(i -> new MappedTag(
                        name(i),
                        new MappedTag.Source(
                                TOPIC,
                                Dialect.NEURON_VALUES,
                                name(i),
                                Optional.empty(),
                                QualityMap.NEURON,
                                Optional.empty(),
                                MappedTag.TimeForm.EPOCH_MS,
                                ZoneId.of("UTC")),
                        new MappedTag.Conversion(unit, unit, 1, 0),
                        new MappedTag.Checks(RANGE, false, OptionalDouble.empty(), period, timeout, 0, 0),
                        MappedTag.Write.NONE,
                        Optional.empty()))
                .toList();
    }
}
