package org.openots.dcs.frame;

import org.openots.common.error.ErrorCode;

/** What can be wrong with journals of frames and with those who send and receive them. */
public enum FrameError implements ErrorCode {
    /** The sender's journal cannot be written; frames are kept in memory: folder, reason. */
    JOURNAL_FAILED("OTS-FRAME-001"),
    /** The receiver's archive cannot be written; the live view goes on: folder, reason. */
    ARCHIVE_FAILED("OTS-FRAME-002"),
    /** Frames are sent, but nobody says that they came: seconds, consumer. */
    NOT_ACKNOWLEDGED("OTS-FRAME-003"),
    /** Frames were dropped because the journal is full: boot, first, last. */
    DROPPED("OTS-FRAME-004"),
    /** A name of a site, rig or consumer that cannot be part of a topic: as given. */
    BAD_TOPIC_PART("OTS-FRAME-005"),
    /** A line of a feed is no scan: line, what is wrong. */
    BAD_SCAN("OTS-FRAME-006");

    private final String code;

    FrameError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.dcs.frame.FrameMessages";
    }
}
