package org.openots.instructor.hazop;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openots.common.error.OtsException;
import org.openots.hazop.draft.StudyDraft;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.Study;
import org.openots.hazop.verification.FaultSweep;
import org.openots.instructor.catalog.HazopContent;
import org.openots.instructor.catalog.OfferedStudy;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.error.StationError;
import org.openots.simulator.plant.PlantPack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drafts studies from sweeps of all faults, one after the other, for instructors. A sweep takes minutes; its result is kept
 * until the station stops. Drafts hold faults, so they never reach a student.
 */
public final class DraftDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DraftDesk.class);

    /** How long each fault is played, s of model time: as long as most rows of a study. */
    private static final int HORIZON_SECONDS = 1800;

    private static final long SEED = 1;

    private final HazopContent content;
    private final PlantLibrary plants;
    private final ExecutorService sweeping;
    private final Map<String, View> drafts = new HashMap<>();

    /**
     * Makes the desk.
     *
     * @param content studies that give nodes and words
     * @param plants the plants
     */
    public DraftDesk(HazopContent content, PlantLibrary plants) {
        this.content = content;
        this.plants = plants;
        this.sweeping = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "hazop-draft");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** How far a draft is. */
    public enum State {
        /** Nobody asked for it. */
        NONE,
        /** Its faults are being played, or wait for those of another plant. */
        RUNNING,
        /** It is there. */
        DONE,
        /** It could not be made; the log has why. */
        FAILED
    }

    /**
     * How a draft stands.
     *
     * @param state how far it is
     * @param share of its faults that are played, 0 to 1
     * @param draft the draft, once it is done
     */
    public record View(State state, double share, Optional<StudyDraft.Draft> draft) {}

    /**
     * How the draft of a plant stands.
     *
     * @param plant its id
     * @return how it stands
     * @throws OtsException if there is no study of this plant to take the words from
     */
    public synchronized View view(String plant) {
        base(plant);
        return drafts.getOrDefault(plant, new View(State.NONE, 0, Optional.empty()));
    }

    /**
     * Begins a draft; one that is being made goes on.
     *
     * @param plant its id
     * @return how it stands
     * @throws OtsException if there is no study of this plant to take the words from
     */
    public synchronized View start(String plant) {
        Study base = base(plant);
        PlantPack pack = plants.pack(plant).orElseThrow(() -> new OtsException(StationError.PLANT_UNKNOWN, plant));
        if (view(plant).state() != State.RUNNING) {
            drafts.put(plant, new View(State.RUNNING, 0, Optional.empty()));
            sweeping.execute(() -> sweep(plant, pack, base));
        }
        return view(plant);
    }

    private Study base(String plant) {
        return content.studies().stream()
                .map(OfferedStudy::study)
                .filter(study -> study.head().plant().filter(plant::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new OtsException(StationError.PLANT_UNKNOWN, plant));
    }

    private void sweep(String plant, PlantPack pack, Study base) {
        try {
            var seen = FaultSweep.sweep(
                    PlantNames.of(pack),
                    new FaultSweep.Settings(SEED, 1, HORIZON_SECONDS, Set.of()),
                    (done, total) -> put(plant, new View(State.RUNNING, (double) done / total, Optional.empty())));
            put(plant, new View(State.DONE, 1, Optional.of(StudyDraft.of(base, seen, HORIZON_SECONDS))));
        } catch (RuntimeException e) {
            LOG.error("draft of {} failed", plant, e);
            put(plant, new View(State.FAILED, 0, Optional.empty()));
        }
    }

    private synchronized void put(String plant, View view) {
        drafts.put(plant, view);
    }

    /** Stops what is being made. */
    @Override
    public void close() {
        sweeping.shutdownNow();
    }
}
