package org.openots.dcs.publish;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openots.common.error.OtsException;
import org.openots.dcs.map.Dialect;

/** Makes encoders. */
public final class Encoders {
    private Encoders() {}

    /**
     * The encoder of a dialect.
     *
     * @param dialect the dialect
     * @param profile names of the gateway
     * @param tags all tags that it may publish
     * @return a new encoder
     */
    public static Encoder of(Dialect dialect, GatewayProfile profile, List<PublishedTag> tags) {
        Set<String> switches = tags.stream()
                .filter(PublishedTag::isSwitch)
                .map(PublishedTag::name)
                .collect(Collectors.toUnmodifiableSet());
        return switch (dialect) {
            case NATIVE -> new NativeEncoder(profile, tags);
            case NEURON_VALUES -> new NeuronEncoder(profile, false);
            case NEURON_TAGS -> new NeuronEncoder(profile, true);
            case KEPWARE -> new KepwareEncoder(profile, switches);
            case WINCC -> new WinccEncoder(profile);
            case POINTER -> new BoxEncoder(profile, switches);
            case SPARKPLUG -> new SparkplugEncoder(profile, tags);
        };
    }

    /**
     * A dialect by name.
     *
     * @param word for example {@code neuron-values}
     * @return the dialect
     * @throws OtsException if there is none
     */
    public static Dialect dialect(String word) {
        return Arrays.stream(Dialect.values())
                .filter(dialect -> dialect.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new OtsException(
                        PublishError.UNKNOWN_DIALECT,
                        word,
                        Arrays.stream(Dialect.values()).map(Dialect::word).collect(Collectors.joining(" "))));
    }
}
