package org.openots.hazop.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.DeviationHead;
import org.openots.hazop.study.Node;
import org.openots.hazop.study.Organisation;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.Tag;
import org.openots.hazop.study.Vocabulary;

/** The parts of a study that are no answers, in the words of one language. */
final class PlainParts {
    /** Digits of a frequency or probability: they are known to one or two. */
    private static final MathContext DIGITS = new MathContext(3);
    /** Below and above these a figure is written with a power of ten. */
    private static final double SMALLEST_PLAIN = 1e-3;

    private static final double LARGEST_PLAIN = 1e4;

    /** How studies of version 0.1 mark a tag that does not exist yet. */
    private static final String RECOMMENDED = "建议";

    private final Study study;
    private final ReportWords words;
    private final boolean key;

    /** With the key: tags that exist only in recommendations are named too. */
    static PlainParts withKey(Study study, ReportWords words) {
        return new PlainParts(study, words, true);
    }

    /** What a student may know. */
    static PlainParts forStudents(Study study, ReportWords words) {
        return new PlainParts(study, words, false);
    }

    private PlainParts(Study study, ReportWords words, boolean key) {
        this.study = study;
        this.words = words;
        this.key = key;
    }

    List<Report.Fact> guideWords() {
        return study.vocabulary().guideWords().stream()
                .map(word -> new Report.Fact(word.id(), words.in(word.text())))
                .toList();
    }

    /** The nodes that have deviations among these, with what is written for each. */
    List<Report.Node> nodes(List<String> deviations, Function<Deviation, List<Report.Cause>> causes) {
        List<Report.Node> nodes = new ArrayList<>();
        for (Node node : study.nodes()) {
            List<Report.Deviation> rows = study.deviations().stream()
                    .filter(row -> row.nodeId().equals(node.id()) && deviations.contains(row.id()))
                    .map(row -> deviation(row, causes.apply(row)))
                    .toList();
            if (!rows.isEmpty()) {
                nodes.add(new Report.Node(
                        node.id(),
                        words.in(node.name()),
                        words.in(node.boundary()),
                        words.in(node.designIntent()),
                        node.tags().stream().filter(this::known).toList(),
                        rows));
            }
        }
        return nodes;
    }

    private boolean known(String name) {
        return key
                || study.tags().stream().filter(tag -> tag.tag().equals(name)).allMatch(PlainParts::exists);
    }

    /** Whether a tag is there already: one that only a recommendation names would give the recommendation away. */
    static boolean exists(Tag tag) {
        return !tag.recommended() && !tag.name().zh().contains(RECOMMENDED);
    }

    private Report.Deviation deviation(Deviation row, List<Report.Cause> causes) {
        DeviationHead head = row.head();
        Vocabulary vocabulary = study.vocabulary();
        String parameter = vocabulary
                .parameter(head.parameter())
                .map(one -> words.in(one.text()))
                .orElse(head.parameter());
        String guideWords = Stream.concat(Stream.of(head.guideWord()), key ? head.alsoCovers().stream() : Stream.of())
                .map(id -> vocabulary
                        .guideWord(id)
                        .map(one -> words.in(one.text()))
                        .orElse(id))
                .collect(Collectors.joining(words.english() ? ", " : "、"));
        return new Report.Deviation(row.id(), parameter, guideWords, words.in(row.text()), causes);
    }

    List<Report.Tag> tags(Stream<Tag> tags) {
        return tags.map(tag -> new Report.Tag(tag.tag(), words.in(tag.name()), tag.nodeId()))
                .toList();
    }

    String need(boolean required) {
        return words.of(required ? "need.yes" : "need.no");
    }

    /** The name of a role, or the word itself when it is a person's name. */
    String role(String role) {
        return study.organisation().team().stream()
                .filter(one -> one.role().equals(role))
                .map(Organisation.TeamRole::name)
                .map(words::in)
                .findFirst()
                .orElse(role);
    }

    String count(int number) {
        return Integer.toString(number);
    }

    String figure(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        if (value >= SMALLEST_PLAIN && value < LARGEST_PLAIN) {
            return rounded.toPlainString();
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "×10^" + exponent;
    }
}
