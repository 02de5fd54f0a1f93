package org.openots.hazop.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openots.hazop.risk.RiskMatrices;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;

/** The studies that tasks may refer to, read when one is first needed. Thread-safe. */
final class TaskPlaces {
    private final Map<String, TaskPlace> read = new ConcurrentHashMap<>();

    List<String> ids() {
        return StudyFile.SHIPPED;
    }

    /** Nothing for a study that is not of the suite. */
    Optional<TaskPlace> find(String id) {
        return ids().contains(id) ? Optional.of(read.computeIfAbsent(id, TaskPlaces::place)) : Optional.empty();
    }

    private static TaskPlace place(String id) {
        Study study = StudyFile.named(id).study();
        return new TaskPlace(study, RiskMatrices.shipped(study.head().riskMatrix()));
    }
}
