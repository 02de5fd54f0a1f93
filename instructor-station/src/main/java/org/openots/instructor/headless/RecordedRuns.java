package org.openots.instructor.headless;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.assessment.Rubric;
import org.openots.common.assessment.RubricReader;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalDefect;
import org.openots.common.json.Findings;
import org.openots.distillation.rubric.RubricFile;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.content.FixedRubric;
import org.openots.instructor.content.PlantEngines;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.error.StationError;
import org.openots.instructor.session.RunScorerFactory;
import org.openots.instructor.session.RunSpec;
import org.openots.instructor.session.RunVerifier;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;

/** What {@code verify} and {@code score} share. */
final class RecordedRuns {
    private RecordedRuns() {}

    /** The suite's content, or the same with the plant pack of a folder. */
    static StationContent content(@Nullable Path pack) {
        return SuiteContent.with(
                pack == null ? new PlantEngines() : new PlantEngines(PlantPack.load(PackSource.folder(pack))));
    }

    /** The events of a journal that must be whole. */
    static RunVerifier.Recorded whole(Path folder) {
        RunVerifier.Recorded recorded = RunVerifier.read(folder);
        Optional<JournalDefect> damage = recorded.damage();
        if (damage.isPresent()) {
            throw new OtsException(StationError.JOURNAL_DAMAGED, folder.toString(), damage.get());
        }
        return recorded;
    }

    /** What a score rests on: a simulation that anybody can repeat, or what was recorded at a rig. */
    static String evidence(RunSpec spec) {
        return spec.measured() ? "recorded" : "simulated";
    }

    /** The suite's scorers, or one rubric for everything. */
    static RunScorerFactory scorers(StationContent content, @Nullable String rubric, RunVerifier.Recorded recorded) {
        if (rubric == null) {
            return content.scorers();
        }
        RubricFile file = RubricFile.named(rubric);
        Findings findings = Findings.collecting();
        Rubric read = RubricReader.read(file.shown(), file.json(), findings);
        findings.throwIfAny();
        RunSpec run = RunVerifier.spec(recorded);
        String plant = read.head().plant();
        if (!plant.equals(run.plant())) {
            throw new OtsException(StationError.RUBRIC_OF_OTHER_PLANT, rubric, plant, run.id(), run.plant());
        }
        return new FixedRubric(read);
    }
}
