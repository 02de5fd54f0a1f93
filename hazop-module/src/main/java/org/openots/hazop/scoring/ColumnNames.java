package org.openots.hazop.scoring;

import org.openots.common.text.LocalText;
import org.openots.hazop.study.Column;

/** Names of the columns for people. */
final class ColumnNames {
    private ColumnNames() {}

    static LocalText of(Column column) {
        return switch (column) {
            case CAUSE -> new LocalText("原因", "causes");
            case CONSEQUENCE -> new LocalText("后果", "consequences");
            case SAFEGUARD -> new LocalText("现有措施", "safeguards");
            case RECOMMENDATION -> new LocalText("建议措施", "recommendations");
        };
    }
}
