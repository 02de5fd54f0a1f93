package org.openots.instructor.error;

import org.openots.common.error.ErrorCode;

/** A refusal that knows how the web edge answers with it. */
public interface HttpRefusal extends ErrorCode {
    /**
     * The HTTP status the web edge answers with.
     *
     * @return 400..599
     */
    int status();
}
