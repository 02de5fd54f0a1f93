package org.openots.instructor.scenario;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.session.RunEngine;
import org.openots.instructor.session.RunEngineFactory;
import org.openots.instructor.session.RunJournals;
import org.openots.instructor.session.RunScenario;
import org.openots.instructor.session.RunStory;
import org.openots.simulator.plant.PlantPack;

/** What instructors do with scenarios. Thread-safe. */
public final class ScenarioDesk {
    private final ScenarioStore store;
    private final ScenarioCheck check;
    private final PlantLibrary library;
    private final RunEngineFactory engines;
    private final RunJournals journals;

    /**
     * Opens the desk.
     *
     * @param store the library
     * @param content what the station teaches
     * @param journals runs that can become scenarios
     */
    public ScenarioDesk(ScenarioStore store, StationContent content, RunJournals journals) {
        this.store = store;
        this.library = content.library();
        this.engines = content.engines();
        this.check = new ScenarioCheck(content.library(), content.engines());
        this.journals = journals;
    }

    /**
     * The library.
     *
     * @return the store
     */
    public ScenarioStore store() {
        return store;
    }

    /**
     * Checks a document.
     *
     * @param json in UTF-8
     * @return what is wrong
     */
    public ScenarioCheck.Result check(byte[] json) {
        return check.check("scenario.json", json);
    }

    /**
     * Checks a version as it would be played now.
     *
     * @param version the version
     * @return what is wrong
     */
    public ScenarioCheck.Result check(ScenarioVersion version) {
        return check(ScenarioWriter.json(version.document()).toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The newest version of a scenario, to be given to a class with a task.
     *
     * @param id the scenario
     * @param task the task
     * @return the version
     * @throws OtsException if it was put away, is for another task, or has mistakes
     */
    public ScenarioVersion offered(String id, Task task) {
        ScenarioView view = store.view(id);
        if (view.retired()) {
            throw new OtsException(ScenarioError.RETIRED, id);
        }
        ScenarioVersion version = view.newest();
        Scenario document = version.document();
        boolean fits = document.plant().equals(task.plant())
                && document.task().map(task.id()::equals).orElse(true);
        if (!fits) {
            throw new OtsException(ScenarioError.OTHER_TASK, id, task.id());
        }
        List<Finding> findings = check(version).findings();
        if (!findings.isEmpty()) {
            throw new OtsException(ScenarioError.NOT_SOUND, id, document.version(), findings.size(), findings.get(0));
        }
        return version;
    }

    /**
     * What a run begins with.
     *
     * @param version of a scenario
     * @param by account of the instructor
     * @return the orders
     */
    public RunScenario begin(ScenarioVersion version, String by) {
        return ScenarioOrders.of(version, by, pack(version.document().plant()).tickSeconds());
    }

    private PlantPack pack(String plant) {
        return library.pack(plant).orElseThrow(() -> new IllegalStateException("no pack of " + plant));
    }

    /**
     * Makes a scenario of what an instructor did to a run; nothing is saved.
     *
     * @param run run id
     * @return the scenario
     * @throws OtsException if there is no such run, its journal is damaged, or it is of a rig
     */
    public Scenario recorded(String run) {
        RunStory story = RunStory.of(run, journals.read(run));
        if (story.spec().measured()) {
            throw new OtsException(ScenarioError.MEASURED_RUN, run);
        }
        PlantPack pack = pack(story.spec().plant());
        RunEngine engine = engines.start(story.spec().plant(), story.spec().initialCondition(), 1);
        return new ScenarioRecorder(pack.tickSeconds(), ScenarioCheck.spans(pack), engine::takesValue).of(story);
    }
}
