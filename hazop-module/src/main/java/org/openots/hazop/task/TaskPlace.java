package org.openots.hazop.task;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;
import org.openots.hazop.risk.RiskMatrix;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.Study;

/**
 * The study that tasks refer to.
 *
 * @param study the study
 * @param matrix its risk matrix
 */
record TaskPlace(Study study, RiskMatrix matrix) {
    Optional<? extends KeyItem> item(String id) {
        return study.keyItems().filter(item -> item.id().equals(id)).findFirst();
    }

    boolean belongs(String item, String deviation, Column column) {
        return study.deviation(deviation)
                .filter(row ->
                        row.items(column).stream().anyMatch(one -> one.id().equals(item)))
                .isPresent();
    }

    List<String> itemIds() {
        return study.keyItems().map(KeyItem::id).toList();
    }

    List<String> deviationIds() {
        return study.deviations().stream().map(Deviation::id).toList();
    }

    /** Cause and consequence of a scenario as one sentence. */
    LocalText scenario(Deviation row, String causeId, String consequenceId) {
        LocalText cause = row.cause(causeId).orElseThrow().text();
        LocalText consequence = row.consequence(consequenceId).orElseThrow().text();
        return new LocalText(
                "【" + row.text().zh() + "】" + cause.zh() + " → " + consequence.zh(),
                row.text().en() + ": " + cause.en() + " → " + consequence.en());
    }
}
