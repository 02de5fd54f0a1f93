package org.openots.hazop.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.openots.common.error.CommonError;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.common.text.Spelling;

/** Collects the mistakes of one study by the places of its file. */
public final class StudyFindings {
    private final String file;
    private final JsonNode root;
    private final Findings findings;

    /**
     * For a file.
     *
     * @param file the name shown in messages
     * @param root its content
     * @param findings where mistakes go
     */
    public StudyFindings(String file, JsonNode root, Findings findings) {
        this.file = file;
        this.root = root;
        this.findings = findings;
    }

    /** The content of the file. */
    JsonNode root() {
        return root;
    }

    /**
     * Reports a mistake.
     *
     * @param pointer JSON pointer of the wrong value
     * @param code what kind; placeholder 0 of its message is the place
     * @param arguments the values from placeholder 1 on
     */
    public void report(String pointer, ErrorCode code, Object... arguments) {
        JsonNode value = root.at(pointer);
        String quoted = value.isMissingNode() ? "" : Brief.of(value.toString());
        findings.report(new Finding(file, pointer, code, List.of(arguments), quoted));
    }

    /**
     * Reports what something refused.
     *
     * @param pointer JSON pointer of the refused value
     * @param refusal what was thrown
     */
    public void report(String pointer, OtsException refusal) {
        findings.report(refusal, new Finding.Place(file, pointer));
    }

    /**
     * Reports a name that leads nowhere.
     *
     * @param pointer JSON pointer of the name
     * @param name the name
     * @param kind what kind of thing is named
     * @param known all names that exist, for a suggestion
     */
    public void unknown(String pointer, String name, LocalText kind, Collection<String> known) {
        Optional<String> near = Spelling.nearest(name, new TreeSet<>(known));
        if (near.isPresent()) {
            report(pointer, CommonError.JSON_MISTYPED_NAME, name, kind, near.get());
        } else {
            report(pointer, CommonError.JSON_UNKNOWN_NAME, name, kind);
        }
    }
}
