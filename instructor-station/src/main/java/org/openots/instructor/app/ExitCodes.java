package org.openots.instructor.app;

import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

/** Which exit code a refusal has. */
final class ExitCodes {
    private static final int SERVER_ERROR = 500;

    private ExitCodes() {}

    /** Bad input, unless the disk is full or the refusal says that the station itself is at fault. */
    static int of(OtsException refusal) {
        boolean ours = refusal.errorCode() == CommonError.FILE_DISK_FULL
                || (refusal.errorCode() instanceof StationError known && known.status() >= SERVER_ERROR);
        return ours ? OpenOts.FAILURE : OpenOts.BAD_INPUT;
    }
}
