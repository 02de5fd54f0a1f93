package org.openots.instructor.hazop;

import java.util.List;
import org.openots.common.error.OtsException;
import org.openots.instructor.catalog.DrillPlan;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.error.StationError;
import org.openots.instructor.session.Answers;
import org.openots.instructor.session.FaultOrder;
import org.openots.instructor.session.Pace;
import org.openots.instructor.session.RunOrder;
import org.openots.instructor.session.RunView;
import org.openots.instructor.session.SessionHost;

/**
 * Begins drills: a run whose faults are ordered when it starts, hidden until they come. Which case it is and when it comes
 * follows from the seed of the run; the orders are in its journal like those of an instructor, so that a replay is the
 * same.
 */
public final class DrillDesk {
    /** Bits of the seed that choose the time; the lowest ones choose the case. */
    private static final int TIME_BITS = 20;

    private final SessionHost host;
    private final PlantLibrary library;

    /**
     * Makes the desk.
     *
     * @param host runs
     * @param library drills
     */
    public DrillDesk(SessionHost host, PlantLibrary library) {
        this.host = host;
        this.library = library;
    }

    /**
     * The task of a drill.
     *
     * @param drill its id
     * @return the task
     * @throws OtsException if there is no such drill
     */
    public Task task(String drill) {
        return library.find(drill)
                .filter(task -> !library.plans(drill).isEmpty())
                .orElseThrow(() -> new OtsException(StationError.TASK_UNKNOWN, drill));
    }

    /**
     * Begins a drill.
     *
     * @param account who trains
     * @param drill its id
     * @return id of the run
     * @throws OtsException if there is no such drill
     */
    public String start(String account, String drill) {
        Task task = task(drill);
        String run = host.start(new RunOrder(
                task.plant(), task.initialCondition(), task.id(), account, task.timeLimitSeconds(), task.rules()));
        ensureFaults(run);
        return run;
    }

    /**
     * Orders the faults of a run unless they are ordered already: a station that stopped just after the start of a run
     * may have left it without.
     *
     * @param run id of an open run of a drill
     */
    public void ensureFaults(String run) {
        RunView view = host.observe(run);
        List<DrillPlan> plans = library.plans(view.spec().task());
        if (!view.faults().isEmpty() || plans.isEmpty()) {
            return;
        }
        long seed = view.spec().seed();
        DrillPlan plan = plans.get((int) Long.remainderUnsigned(seed, plans.size()));
        int span = plan.latestSeconds() - plan.earliestSeconds() + 1;
        double onset = plan.earliestSeconds() + (double) Long.remainderUnsigned(seed >>> TIME_BITS, span);
        double delay = Math.max(0, onset - view.time());
        for (DrillPlan.Fault fault : plan.faults()) {
            FaultOrder order = new FaultOrder(
                    "", fault.fault(), fault.strength(), fault.rampSeconds(), delay + fault.laterSeconds(), "", 0);
            Answers.await(host.arm(run, Pace.STATION, order));
        }
    }
}
