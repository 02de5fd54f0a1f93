package org.openots.instructor.content;

import org.openots.distillation.rubric.RubricLibrary;
import org.openots.hazop.drill.DrillLibrary;
import org.openots.instructor.catalog.HazopContent;
import org.openots.instructor.catalog.StationContent;

/** What the suite ships: its plants, its rubrics, its tasks. */
public final class SuiteContent implements StationContent.Provider {
    @Override
    public StationContent load() {
        return with(new PlantEngines());
    }

    /**
     * The content of the suite with other plants.
     *
     * @param engines the plants
     * @return the content
     */
    public static StationContent with(PlantEngines engines) {
        RubricLibrary rubrics = RubricLibrary.open();
        DrillLibrary drills = DrillLibrary.shipped();
        SuiteLibrary library = new SuiteLibrary(engines, rubrics, drills);
        return new StationContent(
                engines, new RubricScorers(rubrics, drills, library), library, HazopContent.shipped());
    }
}
