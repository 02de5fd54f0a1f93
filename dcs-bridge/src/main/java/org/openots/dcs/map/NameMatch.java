package org.openots.dcs.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openots.common.signal.SignalRange;
import org.openots.common.text.Spelling;

/**
 * Finds which signal of a plant an item of a gateway is, by its name: {@code TI701}, {@code TI-701.PV},
 * {@code Ch1.DCS.TI_701} and {@code FIC-701/SV} are TI-701 and FIC-701.SP. Safe for use by several threads.
 */
public final class NameMatch {
    /** Last parts of a name that say which value of a point it is, and what the suite calls it. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("PV", ""),
            Map.entry("VALUE", ""),
            Map.entry("V", ""),
            Map.entry("SP", "SP"),
            Map.entry("SV", "SP"),
            Map.entry("OP", "OP"),
            Map.entry("MV", "OP"),
            Map.entry("OUT", "OP"),
            Map.entry("MODE", "MODE"),
            Map.entry("AM", "MODE"));

    private static final Pattern SEPARATORS = Pattern.compile("[./\\\\:;|!\\s]+");
    private static final Pattern UNDERSCORE_PART = Pattern.compile("(?i)^(.*\\d[A-Z]?)_([A-Z]+)$");
    private static final Pattern DIGITS = Pattern.compile("\\D+");
    /** Parts of a name that are tried together: point and value, with a group before them. */
    private static final int MOST_PARTS = 3;

    private static final int MOST_CANDIDATES = 5;

    private final Map<String, String> byCompact = new HashMap<>();
    private final List<String> names;
    private final Map<String, SignalRange> ranges;

    /**
     * Prepares it.
     *
     * @param names signals of the plant that a control system can send
     * @param ranges ranges of signals by name; not every signal has one
     */
    public NameMatch(List<String> names, Map<String, SignalRange> ranges) {
        this.names = List.copyOf(names);
        this.ranges = Map.copyOf(ranges);
        Set<String> twice = new HashSet<>();
        for (String name : names) {
            if (byCompact.put(compact(name), name) != null) {
                twice.add(compact(name));
            }
        }
        byCompact.keySet().removeAll(twice);
    }

    /**
     * An item that a gateway sends.
     *
     * @param topic its topic
     * @param name its name; a JSON pointer in the dialect {@code pointer}
     * @param value its value, NaN when there is none
     */
    public record Item(String topic, String name, double value) {}

    /**
     * What an item may be.
     *
     * @param item the item
     * @param signal the signal that it can only be; nothing when the name does not say or when several items could be the
     *     same signal
     * @param candidates signals with similar names, the likeliest first
     */
    public record Match(Item item, Optional<String> signal, List<String> candidates) {
        /** Copies the list. */
        public Match {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Looks for the signals of items.
     *
     * @param items the items of all topics
     * @return a match for each, in their order
     */
    public List<Match> match(List<Item> items) {
        Map<String, Integer> claims = new HashMap<>();
        items.forEach(item -> exact(item.name()).ifPresent(name -> claims.merge(name, 1, Integer::sum)));
        List<Match> matches = new ArrayList<>();
        for (Item item : items) {
            Optional<String> signal = exact(item.name());
            boolean only = signal.isPresent() && claims.getOrDefault(signal.get(), 0) == 1;
            matches.add(new Match(item, only ? signal : Optional.empty(), only ? List.of() : candidates(item, signal)));
        }
        return matches;
    }

    /** The signal of this name, the longest end of it first. */
    private Optional<String> exact(String name) {
        List<String> parts = parts(name);
        for (int take = Math.min(MOST_PARTS, parts.size()); take > 0; take--) {
            List<String> tail = parts.subList(parts.size() - take, parts.size());
            String whole = byCompact.get(compact(String.join("", tail)));
            if (whole != null) {
                return Optional.of(whole);
            }
            String part = PARTS.get(tail.get(take - 1).toUpperCase(Locale.ROOT));
            String point = compact(String.join("", tail.subList(0, take - 1)));
            String valued = part == null || point.isEmpty() ? null : byCompact.get(point + part);
            if (valued != null) {
                return Optional.of(valued);
            }
        }
        return Optional.empty();
    }

    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : SEPARATORS.split(name, -1)) {
            var underscore = UNDERSCORE_PART.matcher(part);
            if (underscore.matches() && PARTS.containsKey(underscore.group(2).toUpperCase(Locale.ROOT))) {
                parts.add(underscore.group(1));
                parts.add(underscore.group(2));
            } else if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static String compact(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "");
    }

    private static String digits(String name) {
        return DIGITS.matcher(name).replaceAll("");
    }

    /** Similar names: the same one first, then close spellings, then the same number; of these, whose range fits. */
    private List<String> candidates(Item item, Optional<String> same) {
        List<String> parts = parts(item.name());
        String last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        boolean valued = parts.size() > 1 && PARTS.containsKey(last.toUpperCase(Locale.ROOT));
        String point = compact(
                valued ? parts.get(parts.size() - 2) + PARTS.getOrDefault(last.toUpperCase(Locale.ROOT), "") : last);
        if (point.isEmpty()) {
            return same.stream().toList();
        }
        record Ranked(String name, double rank) {}
        List<Ranked> ranked = new ArrayList<>();
        for (String name : names) {
            String compact = compact(name);
            boolean close = Spelling.nearest(point, Set.of(compact)).isPresent();
            boolean numbered = !digits(point).isEmpty() && digits(point).equals(digits(compact));
            if (!close && !numbered) {
                continue;
            }
            boolean letter = point.charAt(0) == compact.charAt(0);
            boolean fits = fits(name, item.value());
            double rank = (same.filter(name::equals).isPresent() ? 8 : 0)
                    + (numbered ? 2 : 0)
                    + (close ? 2 : 0)
                    + (letter ? 2 : 0)
                    + (fits ? 1 : 0);
            ranked.add(new Ranked(name, rank));
        }
        return ranked.stream()
                .sorted(Comparator.comparingDouble(Ranked::rank).reversed().thenComparing(Ranked::name))
                .map(Ranked::name)
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private boolean fits(String name, double value) {
        SignalRange range = ranges.get(name);
        return range != null && value >= range.low() && value <= range.high();
    }
}
