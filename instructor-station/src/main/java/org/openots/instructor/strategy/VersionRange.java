package org.openots.instructor.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of versions such as {@code ">=0.5 <0.6"}: all its bounds must hold; missing parts of a number count as 0.
 *
 * @param bounds its bounds
 */
record VersionRange(List<Bound> bounds) {
    private static final Pattern BOUND = Pattern.compile("(>=|<=|<|>|=)(\\d{1,6}(?:\\.\\d{1,6}){0,2})");

    VersionRange {
        bounds = List.copyOf(bounds);
    }

    /** One bound, for example at least 0.5. */
    record Bound(String sign, String version) {
        boolean holds(String other) {
            int compared = compare(other, version);
            return switch (sign) {
                case ">=" -> compared >= 0;
                case "<=" -> compared <= 0;
                case ">" -> compared > 0;
                case "<" -> compared < 0;
                default -> compared == 0;
            };
        }
    }

    /** The range, or nothing when the text is none. */
    static Optional<VersionRange> parse(String text) {
        List<Bound> bounds = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            Matcher bound = BOUND.matcher(word);
            if (!bound.matches()) {
                return Optional.empty();
            }
            bounds.add(new Bound(bound.group(1), bound.group(2)));
        }
        return Optional.of(new VersionRange(bounds));
    }

    /** Whether a version is in the range. */
    boolean holds(String version) {
        return bounds.stream().allMatch(bound -> bound.holds(version));
    }

    private static int compare(String a, String b) {
        String[] left = a.split("\\.", -1);
        String[] right = b.split("\\.", -1);
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int l = i < left.length ? Integer.parseInt(left[i]) : 0;
            int r = i < right.length ? Integer.parseInt(right[i]) : 0;
            if (l != r) {
                return Integer.compare(l, r);
            }
        }
        return 0;
    }
}
