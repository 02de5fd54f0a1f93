package org.openots.common.error;

/** An error that knows what the answer to it depends on. */
public interface KindedError extends ErrorCode {
    /**
     * What an answer depends on.
     *
     * @return the kind
     */
    Kind kind();

    /** What an answer to a mistake or refusal depends on. */
    enum Kind {
        /** A file is wrong. */
        FILE,
        /** The thing does not exist. */
        UNKNOWN,
        /** The request is wrong whatever the state of the thing. */
        FORM,
        /** The state of the thing forbids it. */
        STATE,
        /** The disk. */
        STORAGE
    }
}
