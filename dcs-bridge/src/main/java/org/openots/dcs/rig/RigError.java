package org.openots.dcs.rig;

import org.openots.common.error.ErrorCode;

/** What is refused at the virtual rig. */
public enum RigError implements ErrorCode {
    /** No such tag: 0 tag, 1 a tag that is near, in both languages. */
    UNKNOWN_TAG("OTS-DCS-501"),
    /** Nothing can be written to the tag: 0 tag. */
    NOT_WRITABLE("OTS-DCS-502"),
    /** The key of the rig is not turned to remote: 0 tag of the key. */
    KEY_OFF("OTS-DCS-503"),
    /** The plant has no such fault: 0 id, 1 ids. */
    UNKNOWN_FAULT("OTS-DCS-504"),
    /** A fault is stronger than all of it, or has no strength: 0 id, 1 strength. */
    FAULT_STRENGTH("OTS-DCS-505"),
    /** The fault does not act: 0 id. */
    FAULT_NOT_ACTIVE("OTS-DCS-506"),
    /** The number of a mismatch is negative: 0 number. */
    MISMATCH_NUMBER("OTS-DCS-507"),
    /** A defect of an instrument names something that is no analogue tag: 0 place, 1 name. */
    NOT_ANALOGUE("OTS-DCS-508"),
    /** A defect ends before it begins: 0 place. */
    ENDS_BEFORE("OTS-DCS-509"),
    /** A command came after its time: 0 tag, 1 value. */
    EXPIRED("OTS-DCS-510"),
    /** Messages of the dialect are not read one by one: 0 dialect, 1 the dialects that are. */
    NOT_READ_ALONE("OTS-DCS-511");

    private final String code;

    RigError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.dcs.rig.RigMessages";
    }
}
