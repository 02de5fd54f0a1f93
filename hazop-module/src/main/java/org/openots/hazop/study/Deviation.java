package org.openots.hazop.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openots.common.text.LocalText;
import org.openots.hazop.risk.RiskStages;

/**
 * A deviation with everything in its row.
 *
 * @param head what deviates how
 * @param causes its causes
 * @param consequences its consequences
 * @param safeguards the safeguards that exist
 * @param recommendations what should be added
 * @param scenarios pairs of cause and consequence; empty in version 0.1
 * @param risk of the row: the worst of its scenarios
 */
public record Deviation(
        DeviationHead head,
        List<Cause> causes,
        List<Consequence> consequences,
        List<Safeguard> safeguards,
        List<Recommendation> recommendations,
        List<Scenario> scenarios,
        RiskStages risk) {
    /** Keeps unmodifiable copies. */
    public Deviation {
        causes = List.copyOf(causes);
        consequences = List.copyOf(consequences);
        safeguards = List.copyOf(safeguards);
        recommendations = List.copyOf(recommendations);
        scenarios = List.copyOf(scenarios);
    }

    /**
     * Its id.
     *
     * @return the id
     */
    public String id() {
        return head.id();
    }

    /**
     * The node.
     *
     * @return its id
     */
    public String nodeId() {
        return head.nodeId();
    }

    /**
     * The deviation in words.
     *
     * @return the text
     */
    public LocalText text() {
        return head.text();
    }

    /**
     * The key items of a column.
     *
     * @param column which
     * @return its items in file order
     */
    public List<? extends KeyItem> items(Column column) {
        return switch (column) {
            case CAUSE -> causes;
            case CONSEQUENCE -> consequences;
            case SAFEGUARD -> safeguards;
            case RECOMMENDATION -> recommendations;
        };
    }

    /**
     * All key items.
     *
     * @return column by column
     */
    public Stream<KeyItem> keyItems() {
        return Stream.of(Column.values()).flatMap(column -> items(column).stream());
    }

    /**
     * Whether something of this row has an id.
     *
     * @param itemId an id
     * @return true for a key item or scenario of this row
     */
    public boolean has(String itemId) {
        return keyItems().anyMatch(item -> item.id().equals(itemId))
                || scenarios.stream().anyMatch(scenario -> scenario.id().equals(itemId));
    }

    /**
     * A cause by id.
     *
     * @param id its id
     * @return the cause, or nothing
     */
    public Optional<Cause> cause(String id) {
        return causes.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /**
     * A consequence by id.
     *
     * @param id its id
     * @return the consequence, or nothing
     */
    public Optional<Consequence> consequence(String id) {
        return consequences.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /**
     * A safeguard by id.
     *
     * @param id its id
     * @return the safeguard, or nothing
     */
    public Optional<Safeguard> safeguard(String id) {
        return safeguards.stream().filter(item -> item.id().equals(id)).findFirst();
    }
}
