package org.openots.simulator.plot;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.common.text.LocalText;

/** Forms that many parts of a plot plan share. */
final class Forms {
    /** Farthest from the origin of a site, m: a works is a few kilometres wide. */
    static final double FARTHEST = 5000;
    /** Deepest pit and highest chimney, m. */
    static final double DEEPEST = -50;

    static final double HIGHEST = 300;
    /** Smallest length of anything that is built, m. */
    static final double SMALLEST = 0.01;
    /** Largest vessel, m. */
    static final double LARGEST = 200;

    private static final double ROUND = 360;
    private static final LocalText THREE = new LocalText("个数，必须是 3 个", "numbers; 3 are needed");
    private static final LocalText FOUR = new LocalText("个数，必须是 4 个", "numbers; 4 are needed");
    private static final LocalText RISING = new LocalText("必须从小到大", "must be larger than the one before");

    private Forms() {}

    /** A place {@code [east, north, up]}, m. */
    static Point point(JsonCursor c) {
        List<JsonCursor> parts = exactly(c, 3, THREE);
        return parts.isEmpty()
                ? new Point(Double.NaN, Double.NaN, Double.NaN)
                : new Point(level(parts.get(0)), level(parts.get(1)), elevation(parts.get(2)));
    }

    /** A rectangle {@code [west, south, east, north]}, m. */
    static Area area(JsonCursor c) {
        List<JsonCursor> parts = exactly(c, 4, FOUR);
        if (parts.isEmpty()) {
            return new Area(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        Area area = new Area(level(parts.get(0)), level(parts.get(1)), level(parts.get(2)), level(parts.get(3)));
        rising(parts.get(2), area.west(), area.east());
        rising(parts.get(3), area.south(), area.north());
        return area;
    }

    private static List<JsonCursor> exactly(JsonCursor c, int count, LocalText rule) {
        List<JsonCursor> parts = c.items();
        if (c.isArray() && parts.size() != count) {
            c.report(CommonError.JSON_NUMBER_RANGE, parts.size(), rule);
            return List.of();
        }
        return parts;
    }

    private static void rising(JsonCursor c, double before, double value) {
        if (value <= before) {
            c.report(CommonError.JSON_NUMBER_RANGE, value, RISING);
        }
    }

    /** Numbers from small to large, at least some, m. */
    static List<Double> rising(JsonCursor c, int least, Function<JsonCursor, Double> reader) {
        List<JsonCursor> items = c.items();
        List<Double> values = c.list(reader);
        if (c.isArray() && items.size() < least) {
            c.report(CommonError.JSON_TOO_FEW, items.size(), least);
        }
        for (int i = 1; i < values.size(); i++) {
            rising(items.get(i), values.get(i - 1), values.get(i));
        }
        return values;
    }

    /** East or north coordinate, m. */
    static double level(JsonCursor c) {
        return c.between(-FARTHEST, FARTHEST);
    }

    /** Elevation, m. */
    static double elevation(JsonCursor c) {
        return c.between(DEEPEST, HIGHEST);
    }

    /** Size of something that is there, m. */
    static double size(JsonCursor c) {
        return c.between(SMALLEST, LARGEST);
    }

    /** Size that may be nothing, m; nothing when left out. */
    static double sizeOrNone(JsonCursor c, String field) {
        return c.optional(field).map(s -> s.between(0, LARGEST)).orElse(0.0);
    }

    /** Compass heading, deg. */
    static double heading(JsonCursor c) {
        return c.between(-ROUND, 2 * ROUND);
    }

    /** An optional list; empty when left out. */
    static <T> List<T> list(JsonCursor c, String field, Function<JsonCursor, T> reader) {
        return c.optional(field).map(items -> items.list(reader)).orElse(List.of());
    }

    /** A name that no other of its kind has. */
    static String id(JsonCursor c, Set<String> taken) {
        String id = NameForm.ELEMENT.read(c);
        if (!id.isBlank() && !taken.add(id)) {
            c.report(CommonError.JSON_DUPLICATE_NAME, id);
        }
        return id;
    }

    /** Like {@link #id} for names that are only unique among brothers. */
    static Set<String> brothers() {
        return new HashSet<>();
    }

    /** A word of an enum that must be one of those that mean something here. */
    static <E extends Enum<E>> E among(JsonCursor c, Class<E> type, List<E> allowed) {
        E found = c.oneOf(type);
        if (c.isText() && word(found).equals(c.text()) && !allowed.contains(found)) {
            c.report(
                    CommonError.JSON_NOT_ALLOWED,
                    word(found),
                    String.join(", ", allowed.stream().map(Forms::word).toList()));
        }
        return allowed.contains(found) ? found : allowed.get(0);
    }

    /** Whether there is a word of an enum, among those that mean something here. */
    static <E extends Enum<E>> boolean reads(JsonCursor c, List<E> allowed) {
        return c.isText() && allowed.stream().anyMatch(e -> word(e).equals(c.text()));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An optional value. */
    static <T> Optional<T> some(JsonCursor c, String field, Function<JsonCursor, T> reader) {
        return c.optional(field).map(reader);
    }
}
