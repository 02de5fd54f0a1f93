package org.openots.dcs.payload;

import java.util.List;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.map.MappedTag;

/** The readers of the dialects whose messages can be read one by one. */
public final class PayloadReaders {
    private PayloadReaders() {}

    /**
     * Whether messages of a dialect can be read one by one; in the others a message means something only after those
     * before it.
     *
     * @param dialect the dialect
     * @return true if {@link #of} has a reader
     */
    public static boolean has(Dialect dialect) {
        return dialect != Dialect.NATIVE && dialect != Dialect.SPARKPLUG;
    }

    /**
     * A reader for the messages of a topic.
     *
     * @param dialect their dialect
     * @param tags the tags that the map has there, at least one
     * @return the reader; for any number of threads
     */
    public static PayloadReader of(Dialect dialect, List<MappedTag> tags) {
        return switch (dialect) {
            case NEURON_VALUES -> new NeuronValuesReader(tags);
            case NEURON_TAGS -> new ListReader(ListReader.Fields.NEURON_TAGS, tags);
            case KEPWARE -> new ListReader(ListReader.Fields.KEPWARE, tags);
            case WINCC -> new WinCcReader(tags);
            case POINTER -> new PointerReader(tags);
            case NATIVE, SPARKPLUG -> throw new IllegalArgumentException(dialect + " is not read message by message");
        };
    }
}
