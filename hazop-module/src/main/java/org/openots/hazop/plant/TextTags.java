package org.openots.hazop.plant;

import java.util.List;
import java.util.function.Predicate;
import org.openots.common.text.LocalText;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFindings;
import org.openots.hazop.study.Tag;
import org.openots.hazop.study.TagForms;

/** Tags in the texts of a study: what looks like one of its tags is registered, or else the plant has it. */
final class TextTags {
    private static final LocalText TAG = new LocalText("已登记的位号", "registered tag");

    private final TagForms forms;
    private final List<String> names;
    private final Predicate<String> inPlant;
    private final StudyFindings findings;

    private TextTags(Study study, Predicate<String> inPlant, StudyFindings findings) {
        this.forms = new TagForms(study);
        this.names = study.tags().stream().map(Tag::tag).toList();
        this.inPlant = inPlant;
        this.findings = findings;
    }

    static void check(Study study, Predicate<String> inPlant, StudyFindings findings) {
        TextTags rule = new TextTags(study, inPlant, findings);
        for (int i = 0; i < study.deviations().size(); i++) {
            rule.row(study.deviations().get(i), "/deviations/" + i + "/");
        }
    }

    private void row(Deviation row, String place) {
        text(row.text(), place + "deviation/");
        for (Column column : Column.values()) {
            List<? extends KeyItem> items = row.items(column);
            for (int k = 0; column != Column.RECOMMENDATION && k < items.size(); k++) {
                text(items.get(k).text(), place + column.field() + "/" + k + "/text/");
            }
        }
    }

    private void text(LocalText text, String place) {
        strangers(text.zh(), place + "zh");
        strangers(text.en(), place + "en");
    }

    private void strangers(String text, String place) {
        forms.strangers(text).stream()
                .filter(inPlant.negate())
                .forEach(tag -> findings.unknown(place, tag, TAG, names));
    }
}
