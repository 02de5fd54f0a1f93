package org.openots.hazop.study;

import java.util.List;
import java.util.Set;
import org.openots.common.text.LocalText;

/** Tags: all registered, each in its node, none used before it exists. */
final class TagRules {
    /** What only acts when something has gone wrong. */
    static final Set<TagKind> PROTECTIVE = Set.of(TagKind.TRIP, TagKind.INTERLOCK, TagKind.RELIEF, TagKind.ALARM);

    /** Parts of control loops. */
    static final Set<TagKind> OF_LOOPS =
            Set.of(TagKind.LOOP, TagKind.CONTROL_VALVE, TagKind.TRANSMITTER, TagKind.INDICATOR);

    /** What a name of the register is. */
    static final LocalText TAG = new LocalText("已登记的位号", "registered tag");

    private final Study study;
    private final StudyFindings findings;
    private final List<String> names;

    TagRules(Study study, StudyFindings findings) {
        this.study = study;
        this.findings = findings;
        this.names = study.tags().stream().map(Tag::tag).toList();
    }

    void check() {
        nodes();
        for (int i = 0; i < study.tags().size(); i++) {
            Tag tag = study.tags().get(i);
            boolean listed = study.node(tag.nodeId()).stream()
                    .anyMatch(node -> node.tags().contains(tag.tag()));
            if (!listed) {
                findings.report("/tags/" + i + "/nodeId", RuleError.TAG_NOT_LISTED, tag.tag(), tag.nodeId());
            }
        }
        for (int i = 0; i < study.deviations().size(); i++) {
            for (Column column : Column.values()) {
                items(i, column);
            }
        }
    }

    private void nodes() {
        for (int i = 0; i < study.nodes().size(); i++) {
            Node node = study.nodes().get(i);
            for (int k = 0; k < node.tags().size(); k++) {
                nodeTag(node, node.tags().get(k), "/nodes/" + i + "/tags/" + k);
            }
        }
    }

    private void nodeTag(Node node, String name, String place) {
        if (!names.contains(name)) {
            findings.unknown(place, name, TAG, names);
            return;
        }
        study.tags().stream()
                .filter(tag -> tag.tag().equals(name) && !tag.nodeId().equals(node.id()))
                .forEach(tag -> findings.report(place, RuleError.TAG_NODE, name, tag.nodeId()));
    }

    private void items(int row, Column column) {
        List<? extends KeyItem> items = study.deviations().get(row).items(column);
        for (int k = 0; k < items.size(); k++) {
            List<String> tags = items.get(k).tags();
            for (int t = 0; t < tags.size(); t++) {
                itemTag(tags.get(t), column, StudyRules.item(row, column, k) + "/tags/" + t);
            }
        }
    }

    private void itemTag(String name, Column column, String place) {
        List<Tag> meant = study.tagsNamed(name);
        if (meant.isEmpty()) {
            findings.unknown(place, name, TAG, names);
        } else if (column != Column.RECOMMENDATION && isFuture(meant)) {
            findings.report(place, RuleError.NOT_THERE_YET, name);
        }
    }

    private static boolean isFuture(List<Tag> meant) {
        return meant.stream().allMatch(Tag::recommended);
    }
}
