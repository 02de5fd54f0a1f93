package org.openots.hazop.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words of the form {@code name=value}. */
final class Pairs {
    private Pairs() {}

    /** The pairs by name, or nothing when a word has another form, a foreign name or value, or a name comes twice. */
    static Optional<Map<String, String>> read(List<String> words, Set<String> names, Set<String> values) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String word : words) {
            int at = word.indexOf('=');
            if (at < 0) {
                return Optional.empty();
            }
            String name = word.substring(0, at);
            String value = word.substring(at + 1);
            if (!names.contains(name) || !values.contains(value) || pairs.put(name, value) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(pairs);
    }

    static List<String> write(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .toList();
    }
}
