package org.openots.instructor.hazop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Node;
import org.openots.hazop.study.Study;

/**
 * A part of a study that makes a worksheet of a level.
 *
 * @param level how much it is
 * @param nodes ids of the nodes
 * @param deviations ids of the deviations, in the order of the study
 */
public record SheetScope(Level level, List<String> nodes, List<String> deviations) {
    /** Freezes the lists. */
    public SheetScope {
        nodes = List.copyOf(nodes);
        deviations = List.copyOf(deviations);
    }

    /** Levels of the certificate with the size of their worksheets (HAZOP requirements, section 3). */
    public enum Level {
        /** 初级: one node, four deviations. */
        JUNIOR(1, 4),
        /** 中级: two nodes, ten deviations. */
        INTERMEDIATE(2, 10),
        /** 高级: four nodes, twenty deviations. */
        SENIOR(4, 20);

        private final int nodes;
        private final int deviations;

        Level(int nodes, int deviations) {
            this.nodes = nodes;
            this.deviations = deviations;
        }

        /**
         * The word on the wire.
         *
         * @return for example {@code junior}
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * All parts a study offers.
     *
     * @param study the study
     * @return the parts, the lowest level first
     */
    public static List<SheetScope> of(Study study) {
        List<SheetScope> scopes = new ArrayList<>();
        for (Level level : Level.values()) {
            int size = Math.min(level.nodes, study.nodes().size());
            for (int from = 0; from + size <= study.nodes().size(); from += size) {
                List<Node> part = study.nodes().subList(from, from + size);
                SheetScope scope =
                        scope(study, level, part.stream().map(Node::id).toList());
                if (!scope.deviations().isEmpty()) {
                    scopes.add(scope);
                }
            }
        }
        return List.copyOf(scopes);
    }

    private static SheetScope scope(Study study, Level level, List<String> nodes) {
        List<String> deviations = study.deviations().stream()
                .filter(row -> nodes.contains(row.nodeId()))
                .map(Deviation::id)
                .toList();
        return new SheetScope(level, nodes, spread(study, nodes, deviations, level.deviations));
    }

    /** At most so many deviations, taken from the nodes in turn, so that no node of the worksheet stays empty. */
    private static List<String> spread(Study study, List<String> nodes, List<String> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<String> taken = new ArrayList<>();
        for (int round = 0; taken.size() < most; round++) {
            for (String node : nodes) {
                List<String> own = study.deviations().stream()
                        .filter(row -> row.nodeId().equals(node))
                        .map(Deviation::id)
                        .toList();
                if (round < own.size() && taken.size() < most) {
                    taken.add(own.get(round));
                }
            }
        }
        return all.stream().filter(taken::contains).toList();
    }
}
