package org.openots.hazop.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.openots.common.text.LocalText;

/** Texts and ids: each text in its language, none twice in a row; ids without blanks. */
final class TextRules {
    private static final LocalText CHINESE = new LocalText("中文", "Chinese");
    private static final LocalText ENGLISH = new LocalText("英文", "English");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** A word that is no abbreviation, unit or tag. */
    private static final Pattern ENGLISH_WORD = Pattern.compile("(?=[A-Za-z]*[a-z])[A-Za-z]{3}");

    private static final Pattern BLANK = Pattern.compile("\\s");

    /** Fields that name things; references to them are checked where they lead. */
    private static final List<String> NAMES = List.of("id", "tag");

    private final Study study;
    private final StudyFindings findings;

    TextRules(Study study, StudyFindings findings) {
        this.study = study;
        this.findings = findings;
    }

    void check() {
        walk(findings.root(), "");
        Map<String, String> deviations = new HashMap<>();
        for (int i = 0; i < study.deviations().size(); i++) {
            Deviation row = study.deviations().get(i);
            String place = StudyRules.row(i);
            sameDeviation(row, place, deviations);
            for (Column column : Column.values()) {
                items(row.items(column), i, column);
            }
        }
    }

    /**
     * Reports names with blanks.
     *
     * @param node a part of the file
     * @param place its pointer
     * @param findings takes the mistakes
     */
    static void names(JsonNode node, String place, StudyFindings findings) {
        for (String field : NAMES) {
            String name = node.path(field).asText();
            if (node.path(field).isTextual() && BLANK.matcher(name).find()) {
                findings.report(place + "/" + field, RuleError.BLANK_IN_ID, name);
            }
        }
        children(node, place, (child, at) -> names(child, at, findings));
    }

    private static void children(JsonNode node, String place, BiConsumer<JsonNode, String> each) {
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            each.accept(node.get(i), place + "/" + i);
        }
        node.properties().forEach(field -> each.accept(field.getValue(), place + "/" + field.getKey()));
    }

    private void walk(JsonNode node, String place) {
        if (node.has("zh") && node.has("en")) {
            languages(node, place);
        }
        children(node, place, this::walk);
    }

    private void languages(JsonNode node, String place) {
        each(node.path("zh"), place + "/zh", (text, at) -> {
            if (!HAN.matcher(text).find() && ENGLISH_WORD.matcher(text).find()) {
                findings.report(at, RuleError.OTHER_LANGUAGE, CHINESE);
            }
        });
        each(node.path("en"), place + "/en", (text, at) -> {
            if (HAN.matcher(text).find() && !ENGLISH_WORD.matcher(text).find()) {
                findings.report(at, RuleError.OTHER_LANGUAGE, ENGLISH);
            }
        });
    }

    /** A text, or the texts of a list of other wordings. */
    private static void each(JsonNode texts, String place, BiConsumer<String, String> rule) {
        if (texts.isTextual()) {
            rule.accept(texts.textValue(), place);
        }
        for (int i = 0; texts.isArray() && i < texts.size(); i++) {
            rule.accept(texts.get(i).asText(), place + "/" + i);
        }
    }

    /** A node may have several streams, so that only the words tell whether a pair of parameter and guide word is twice. */
    private void sameDeviation(Deviation row, String place, Map<String, String> before) {
        DeviationHead head = row.head();
        String pair = String.join("\n", head.nodeId(), head.parameter(), head.guideWord());
        for (String text : List.of(row.text().zh(), row.text().en())) {
            String other = before.putIfAbsent(pair + "\n" + text.strip(), row.id());
            if (other != null && !other.equals(row.id())) {
                findings.report(place + "/deviation", RuleError.SAME_DEVIATION, row.id(), other);
                return;
            }
        }
    }

    private void items(List<? extends KeyItem> items, int row, Column column) {
        Map<String, String> before = new HashMap<>();
        for (int k = 0; k < items.size(); k++) {
            KeyItem item = items.get(k);
            String place = StudyRules.item(row, column, k) + "/text";
            sameText(item, place, before);
        }
    }

    private void sameText(KeyItem item, String place, Map<String, String> before) {
        for (String text : List.of(item.text().zh(), item.text().en())) {
            String other = before.putIfAbsent(text.strip(), item.id());
            if (other != null && !other.equals(item.id())) {
                findings.report(place, RuleError.SAME_TEXT, item.id(), other);
                return;
            }
        }
    }
}
