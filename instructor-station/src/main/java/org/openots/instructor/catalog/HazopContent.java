package org.openots.instructor.catalog;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.openots.common.error.OtsException;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.task.TaskCatalogue;
import org.openots.hazop.worksheet.WorksheetScorer;
import org.openots.instructor.error.StationError;

/**
 * The studies a station offers, and who scores what is written on them.
 *
 * @param studies the studies in the order to be shown
 * @param scorer the scorer; without one, what is submitted waits
 */
public record HazopContent(List<OfferedStudy> studies, Optional<WorksheetScorer> scorer) {
    /** Freezes the list. */
    public HazopContent {
        studies = List.copyOf(studies);
    }

    /**
     * A station without studies.
     *
     * @return no study, no scorer
     */
    public static HazopContent none() {
        return new HazopContent(List.of(), Optional.empty());
    }

    /**
     * The studies of the suite with the scorer found on the class path.
     *
     * @return the content
     * @throws OtsException if a study is wrong
     */
    public static HazopContent shipped() {
        return new HazopContent(
                StudyFile.shipped().parallelStream().map(OfferedStudy::of).toList(),
                ServiceLoader.load(WorksheetScorer.class).findFirst());
    }

    /**
     * The same with another scorer.
     *
     * @param other the scorer
     * @return the content
     */
    public HazopContent scoredBy(WorksheetScorer other) {
        return new HazopContent(studies, Optional.of(other));
    }

    /**
     * The same with further studies after its own.
     *
     * @param more the studies
     * @return the content
     */
    public HazopContent with(List<OfferedStudy> more) {
        return new HazopContent(Stream.concat(studies.stream(), more.stream()).toList(), scorer);
    }

    /**
     * The training tasks that belong to the studies.
     *
     * @return those of the suite, if the studies of the suite are offered
     */
    public TaskCatalogue tasks() {
        boolean shipped = studies.stream()
                .anyMatch(one -> StudyFile.SHIPPED.contains(one.study().id()));
        return shipped ? TaskCatalogue.shipped() : TaskCatalogue.none();
    }

    /**
     * Finds a study.
     *
     * @param id study id
     * @return the study
     * @throws OtsException if there is no such study
     */
    public OfferedStudy study(String id) {
        return studies.stream()
                .filter(one -> one.study().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new OtsException(StationError.STUDY_UNKNOWN, id));
    }
}
