package org.openots.dcs.payload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.signal.Quality;
import org.openots.dcs.map.MappedTag;

/**
 * Any JSON, read once: what the JSON pointers (RFC 6901) of all tags lead to is kept on the way. A pointer that leads
 * nowhere in a message gives no item, since gateways leave out what did not change.
 */
final class PointerReader implements PayloadReader {
    private final Step root = new Step();
    private final List<Places> places = new ArrayList<>();
    private final Expected expected;
    private int count;

    PointerReader(List<MappedTag> tags) {
        expected = new Expected(tags);
        for (MappedTag tag : tags) {
            MappedTag.Source source = tag.source();
            places.add(new Places(
                    source,
                    place(source.item()),
                    source.qualityPointer().map(this::place),
                    source.timePointer().map(this::place)));
        }
    }

    /** Where what is kept stands in a message. */
    private static final class Step {
        private final Map<String, Step> next = new HashMap<>();
        private int kept = -1;
    }

    /** Numbers of the kept values that belong to a tag. */
    private record Places(MappedTag.Source source, int value, Optional<Integer> quality, Optional<Integer> time) {}

    private int place(String pointer) {
        Step step = root;
        for (String word :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            step = step.next.computeIfAbsent(word.replace("~1", "/").replace("~0", "~"), w -> new Step());
        }
        if (step.kept < 0) {
            step.kept = count++;
        }
        return step.kept;
    }

    @Override
    public List<Item> read(String topic, byte[] payload) throws BadPayload {
        return Tokens.read(payload, this::message);
    }

    private List<Item> message(Tokens tokens) throws BadPayload {
        @Nullable Scalar[] kept = new @Nullable Scalar[count];
        keep(tokens, root, kept);
        List<Item> items = new ArrayList<>(places.size());
        for (Places tag : places) {
            Scalar value = kept[tag.value()];
            if (value != null) {
                items.add(expected.item(tag.source().item(), value, quality(tag, kept), time(tag, kept)));
            }
        }
        return items;
    }

    private static Quality quality(Places tag, @Nullable Scalar[] kept) {
        if (tag.quality().isEmpty()) {
            return Quality.GOOD;
        }
        Scalar written = kept[tag.quality().get()];
        return written == null
                ? QualityCodes.missing(tag.source().qualityMap())
                : QualityCodes.of(tag.source().qualityMap(), written);
    }

    private static SourceTime time(Places tag, @Nullable Scalar[] kept) {
        Scalar written = tag.time().isEmpty() ? null : kept[tag.time().get()];
        return written == null
                ? SourceTime.NONE
                : SourceTime.of(written, tag.source().timeForm(), tag.source().zone());
    }

    private static void keep(Tokens tokens, @Nullable Step step, @Nullable Scalar[] kept) throws BadPayload {
        if (step == null) {
            tokens.skip();
            return;
        }
        switch (tokens.current()) {
            case START_OBJECT -> {
                nothing(step, kept);
                while (tokens.nextField()) {
                    keep(tokens, step.next.get(tokens.field()), kept);
                }
            }
            case START_ARRAY -> {
                nothing(step, kept);
                for (int i = 0; tokens.nextElement(); i++) {
                    keep(tokens, step.next.get(Integer.toString(i)), kept);
                }
            }
            default -> {
                Scalar value = Scalar.read(tokens);
                if (step.kept >= 0) {
                    kept[step.kept] = value;
                }
            }
        }
    }

    /** An object or array is no value. */
    private static void nothing(Step step, @Nullable Scalar[] kept) {
        if (step.kept >= 0) {
            kept[step.kept] = Scalar.NOTHING;
        }
    }
}
