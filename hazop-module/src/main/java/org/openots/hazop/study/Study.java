package org.openots.hazop.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openots.common.text.LocalText;

/**
 * A hazard and operability study. Immutable.
 *
 * @param head what it is about
 * @param vocabulary guide words, parameters, terms
 * @param organisation team and documents
 * @param nodes parts of the plant
 * @param tags everything that its texts name
 * @param deviations the rows of the worksheet, with what belongs to each
 * @param lopa layer-of-protection analyses of some scenarios
 */
public record Study(
        StudyHead head,
        Vocabulary vocabulary,
        Organisation organisation,
        List<Node> nodes,
        List<Tag> tags,
        List<Deviation> deviations,
        List<LopaRow> lopa) {
    /** Keeps unmodifiable copies. */
    public Study {
        nodes = List.copyOf(nodes);
        tags = List.copyOf(tags);
        deviations = List.copyOf(deviations);
        lopa = List.copyOf(lopa);
    }

    /**
     * The study's id.
     *
     * @return the id
     */
    public String id() {
        return head.id();
    }

    /**
     * The same study under another name.
     *
     * @param id its id
     * @param title its title
     * @return the study
     */
    public Study named(String id, LocalText title) {
        StudyHead was = head;
        StudyHead now = new StudyHead(
                was.formatVersion(), id, was.plant(), title, was.disclaimer(), was.standards(), was.riskMatrix());
        return new Study(now, vocabulary, organisation, nodes, tags, deviations, lopa);
    }

    /**
     * A node by id.
     *
     * @param id its id
     * @return the node, or nothing
     */
    public Optional<Node> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /**
     * A deviation by id.
     *
     * @param id its id
     * @return the deviation, or nothing
     */
    public Optional<Deviation> deviation(String id) {
        return deviations.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /**
     * The deviation that an item belongs to.
     *
     * @param itemId id of a cause, consequence, safeguard, recommendation or scenario
     * @return the deviation, or nothing
     */
    public Optional<Deviation> deviationOf(String itemId) {
        return deviations.stream().filter(row -> row.has(itemId)).findFirst();
    }

    /**
     * The tags that a name means: the tag itself, or all of a pair or group that share it, as {@code P-101} means
     * {@code P-101A} and {@code P-101B}.
     *
     * @param name a tag as texts write it
     * @return the registered tags, empty when the name is unknown
     */
    public List<Tag> tagsNamed(String name) {
        return tags.stream()
                .filter(tag -> tag.tag().equals(name)
                        || (tag.tag().length() == name.length() + 1
                                && tag.tag().startsWith(name)
                                && Character.isUpperCase(tag.tag().charAt(name.length()))))
                .toList();
    }

    /**
     * All items that texts of students are compared with.
     *
     * @return causes, consequences, safeguards and recommendations, row by row
     */
    public Stream<KeyItem> keyItems() {
        return deviations.stream().flatMap(Deviation::keyItems);
    }
}
