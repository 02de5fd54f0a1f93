package org.openots.instructor.hazop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Node;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;

/** Which parts of the shipped studies make worksheets. */
class SheetScopeTest {
    @Test
    void everyNodeOfEveryStudyIsOfferedAtEveryLevel() {
        for (StudyFile file : StudyFile.shipped()) {
            Study study = file.study();
            for (SheetScope.Level level : SheetScope.Level.values()) {
                Set<String> offered = new TreeSet<>();
                SheetScope.of(study).stream()
                        .filter(scope -> scope.level() == level)
                        .forEach(scope -> offered.addAll(scope.nodes()));
                assertThat(offered)
                        .as("%s %s", study.id(), level)
                        .containsExactlyInAnyOrderElementsOf(
                                study.nodes().stream().map(Node::id).toList());
            }
        }
    }

    @Test
    void noNodeOfAWorksheetStaysEmptyAndTheOrderIsTheStudys() {
        for (StudyFile file : StudyFile.shipped()) {
            Study study = file.study();
            List<String> order = study.deviations().stream().map(Deviation::id).toList();
            for (SheetScope scope : SheetScope.of(study)) {
                List<String> nodes = scope.deviations().stream()
                        .map(id -> study.deviation(id).orElseThrow().nodeId())
                        .distinct()
                        .toList();
                assertThat(nodes).as("%s %s", study.id(), scope).containsAll(scope.nodes());
                assertThat(order.stream().filter(scope.deviations()::contains).toList())
                        .isEqualTo(scope.deviations());
            }
        }
    }
}
