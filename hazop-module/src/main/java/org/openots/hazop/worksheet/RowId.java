package org.openots.hazop.worksheet;

import java.util.regex.Pattern;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;

/** The rule for ids that a client makes, so that it can go on without the station. */
final class RowId {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private RowId() {}

    static String check(String id) {
        if (!FORM.matcher(id).matches()) {
            throw new OtsException(WorksheetError.ID_FORM, Brief.of(id));
        }
        return id;
    }
}
