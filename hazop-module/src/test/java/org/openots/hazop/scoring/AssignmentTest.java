package org.openots.hazop.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sharing answers out among items. */
class AssignmentTest {
    private static final List<String> ITEMS = List.of("a", "b", "c");

    @Test
    void anAnswerGivesWayWhereThatEarnsMore() {
        List<Map<String, Double>> earnable = List.of(Map.of("a", 1.0, "b", 0.5), Map.of("a", 1.0));
        assertThat(Assignment.best(earnable, ITEMS)).containsExactly(1, 0);
    }

    @Test
    void anItemIsEarnedOnce() {
        List<Map<String, Double>> earnable = List.of(Map.of("a", 0.5), Map.of("a", 1.0), Map.of("a", 1.0));
        assertThat(Assignment.best(earnable, ITEMS)).containsExactly(-1, 0, -1);
    }

    @Test
    void whatEarnsNothingIsLeftOut() {
        assertThat(Assignment.best(List.of(Map.of(), Map.of("c", 1.0)), ITEMS)).containsExactly(-1, 2);
        assertThat(Assignment.best(List.of(), ITEMS)).isEmpty();
    }
}
