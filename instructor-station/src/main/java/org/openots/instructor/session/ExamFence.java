package org.openots.instructor.session;

import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

/** Who may touch a run that is part of an exam: its owner operates the plant, everything else the station alone does. */
final class ExamFence {
    private ExamFence() {}

    /** Throws if somebody would freeze, speed up, rewind, close, or set faults in an exam. */
    static void onlyStation(RunSpec spec, String by) {
        if (spec.exam().isPresent() && !by.equals(Pace.STATION)) {
            throw new OtsException(StationError.EXAM_RUN, spec.id(), by);
        }
    }

    /** Throws if somebody but the candidate would operate the plant of an exam. */
    static void onlyOwner(RunSpec spec, Operation operation) {
        boolean own = operation.by().equals(spec.owner()) && !operation.privileged();
        if (spec.exam().isPresent() && !own) {
            throw new OtsException(StationError.EXAM_RUN, spec.id(), operation.by());
        }
    }

    /** Throws if an exam would be gone on from: its past is nobody's exercise while it is open. */
    static void notOpen(RunSpec spec) {
        if (spec.exam().isPresent()) {
            throw new OtsException(StationError.EXAM_RUN, spec.id(), spec.owner());
        }
    }
}
