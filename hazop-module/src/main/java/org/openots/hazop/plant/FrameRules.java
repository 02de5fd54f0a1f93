package org.openots.hazop.plant;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.hazop.language.Concept;
import org.openots.hazop.language.ConceptFinder;
import org.openots.hazop.language.Lexicon;
import org.openots.hazop.language.LexiconReader;
import org.openots.hazop.language.Normaliser;
import org.openots.hazop.language.TagRegister;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Frame;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.RuleError;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFindings;

/** Words of frames: what the lexicon does not know can never be found in an answer. */
final class FrameRules {
    private static final LocalText SUBJECT = new LocalText("位号或名词", "tag or noun");
    private static final LocalText STATE = new LocalText("状态", "state");

    private static final Set<Concept.Kind> NOUNS =
            EnumSet.of(Concept.Kind.ROLE, Concept.Kind.DEVICE, Concept.Kind.PROPERTY, Concept.Kind.ACTION);
    private static final Set<Concept.Kind> STATES = EnumSet.of(Concept.Kind.STATE, Concept.Kind.ACTION);

    private final Study study;
    private final StudyFindings findings;
    private final Normaliser normaliser = new Normaliser();
    private final ConceptFinder finder;

    private FrameRules(Study study, StudyFindings findings) {
        this.study = study;
        this.findings = findings;
        Lexicon lexicon = LexiconReader.read(
                StrictJson.resource(LexiconReader.class, "lexicon.json", Findings.throwing()), normaliser);
        this.finder = new ConceptFinder(lexicon, normaliser, new TagRegister(Map.of(), lexicon, normaliser));
    }

    /** Reports every word; loads the lexicon only for a study with frames. */
    static void check(Study study, StudyFindings findings) {
        if (study.keyItems().anyMatch(item -> item.key().frame().isPresent())) {
            new FrameRules(study, findings).check();
        }
    }

    private void check() {
        for (int i = 0; i < study.deviations().size(); i++) {
            for (Column column : Column.values()) {
                List<? extends KeyItem> items = study.deviations().get(i).items(column);
                for (int k = 0; k < items.size(); k++) {
                    String place = "/deviations/" + i + "/" + column.field() + "/" + k + "/frame/";
                    items.get(k).key().frame().ifPresent(frame -> frame(frame, place));
                }
            }
        }
    }

    private void frame(Frame frame, String place) {
        statements(frame.must(), place + "must/");
        statements(frame.any(), place + "any/");
        statements(frame.reject(), place + "reject/");
    }

    private void statements(List<Frame.Statement> statements, String place) {
        for (int i = 0; i < statements.size(); i++) {
            Frame.Statement statement = statements.get(i);
            if (!isTag(statement.subject()) && !names(statement.subject(), NOUNS)) {
                findings.report(place + i + "/subject", RuleError.FRAME_WORD, statement.subject(), SUBJECT);
            }
            if (!names(statement.state(), STATES)) {
                findings.report(place + i + "/state", RuleError.FRAME_WORD, statement.state(), STATE);
            }
        }
    }

    /** A frame may reject a tag of another part of the plant, which this study need not register. */
    private boolean isTag(String subject) {
        return !study.tagsNamed(subject).isEmpty()
                || !finder.find(normaliser.normalise(subject)).strangers().isEmpty();
    }

    private boolean names(String words, Set<Concept.Kind> kinds) {
        return finder.find(normaliser.normalise(words)).mentions().stream()
                .anyMatch(mention -> kinds.contains(mention.concept().kind()));
    }
}
