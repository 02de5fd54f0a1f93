package org.openots.dcs.tag;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Remembers a bounded number of names. */
final class SeenNames {
    /** A plant has some thousand points; a flood of more is not worth the memory. */
    static final int MOST = 5_000;

    private final Set<IntakeReport.Seen> names = new LinkedHashSet<>();
    private long more;

    void add(String topic, String item) {
        IntakeReport.Seen seen = new IntakeReport.Seen(topic, item);
        if (names.size() < MOST) {
            names.add(seen);
        } else if (!names.contains(seen)) {
            more++;
        }
    }

    List<IntakeReport.Seen> names() {
        return List.copyOf(names);
    }

    long more() {
        return more;
    }
}
