package org.openots.hazop.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.openots.hazop.risk.RiskMatrix;

/** What a study of right form must obey besides, whatever its plant. */
public final class StudyRules {
    /** More often than this, per year, nothing begins that is a cause: it is a figure or unit gone wrong. */
    private static final double HIGHEST_FREQUENCY = 1000;

    private final Study study;
    private final StudyFindings findings;

    private StudyRules(Study study, StudyFindings findings) {
        this.study = study;
        this.findings = findings;
    }

    /**
     * Reports every mistake.
     *
     * @param study a study that was read without mistakes
     * @param matrix its risk matrix; nothing leaves risks unchecked
     * @param findings takes the mistakes
     */
    public static void check(Study study, Optional<RiskMatrix> matrix, StudyFindings findings) {
        new TagRules(study, findings).check();
        new TextRules(study, findings).check();
        new StudyRules(study, findings).rows();
        matrix.ifPresent(m -> new RiskRules(study, m, findings).check());
        if (study.head().formatVersion().equals(StudyReader.FIRST_VERSION)) {
            new FirstVersionRules(study, findings).check();
        } else {
            new ProofRules(study, findings).check();
        }
        new LopaRules(study, findings).check();
    }

    /**
     * Reports what makes references lead nowhere, of a file whose form may be wrong because of it: rows without causes,
     * ids with blanks.
     *
     * @param file the content of the file
     * @param findings takes the mistakes
     */
    public static void references(JsonNode file, StudyFindings findings) {
        TextRules.names(file, "", findings);
        JsonNode rows = file.path("deviations");
        for (int i = 0; i < rows.size(); i++) {
            JsonNode causes = rows.path(i).path("causes");
            if (causes.isArray() && causes.isEmpty()) {
                findings.report(
                        row(i) + "/causes",
                        RuleError.NO_CAUSE,
                        rows.path(i).path("id").asText());
            }
        }
    }

    private void rows() {
        for (int i = 0; i < study.deviations().size(); i++) {
            Deviation row = study.deviations().get(i);
            String place = row(i);
            guideWords(row, place);
            frequencies(row, place);
            consequences(row, place);
            loops(row, place);
        }
    }

    /** Pointer of a row. */
    static String row(int index) {
        return "/deviations/" + index;
    }

    /** Pointer of an item of a row. */
    static String item(int row, Column column, int index) {
        return row(row) + "/" + column.field() + "/" + index;
    }

    private void guideWords(Deviation row, String place) {
        Optional<Vocabulary.Parameter> parameter =
                study.vocabulary().parameter(row.head().parameter());
        if (parameter.isEmpty()) {
            return;
        }
        guideWord(row.head().guideWord(), place + "/guideWord", parameter.get());
        List<String> more = row.head().alsoCovers();
        for (int k = 0; k < more.size(); k++) {
            guideWord(more.get(k), place + "/alsoCovers/" + k, parameter.get());
        }
    }

    private void guideWord(String word, String place, Vocabulary.Parameter parameter) {
        if (!parameter.guideWords().contains(word)) {
            findings.report(
                    place, RuleError.GUIDE_WORD, word, parameter.id(), String.join(", ", parameter.guideWords()));
        }
    }

    private void frequencies(Deviation row, String place) {
        for (int k = 0; k < row.causes().size(); k++) {
            double found = row.causes().get(k).frequency();
            if (found > HIGHEST_FREQUENCY) {
                findings.report(
                        place + "/causes/" + k + "/initiatingEventFrequencyPerYear",
                        RuleError.ABSURD_FREQUENCY,
                        found,
                        HIGHEST_FREQUENCY);
            }
        }
    }

    /** Consequences count as if all safeguards failed (T/CCSAS 001-2018, 4.3.5.1 c). */
    private void consequences(Deviation row, String place) {
        for (int k = 0; k < row.consequences().size(); k++) {
            Consequence consequence = row.consequences().get(k);
            if (!consequence.creditsSafeguard()) {
                for (int t = 0; t < consequence.tags().size(); t++) {
                    leaning(consequence.tags().get(t), place + "/consequences/" + k + "/tags/" + t);
                }
            }
        }
    }

    private void leaning(String name, String place) {
        study.tagsNamed(name).stream()
                .filter(tag -> TagRules.PROTECTIVE.contains(tag.kind()))
                .findFirst()
                .ifPresent(tag -> findings.report(place, RuleError.LEANS_ON_SAFEGUARD, name, tag.name()));
    }

    private void loops(Deviation row, String place) {
        for (int z = 0; z < row.scenarios().size(); z++) {
            Scenario scenario = row.scenarios().get(z);
            Optional<Cause> cause = row.cause(scenario.causeId());
            for (int k = 0; cause.isPresent() && k < scenario.safeguardIds().size(); k++) {
                String at = place + "/scenarios/" + z + "/safeguardIds/" + k;
                row.safeguard(scenario.safeguardIds().get(k)).ifPresent(guard -> ownLoop(cause.get(), guard, at));
            }
        }
    }

    /** A cause that names something else than parts of loops, as a hand valve before the control valve, fails there. */
    private void ownLoop(Cause cause, Safeguard guard, String place) {
        boolean control = guard.layer().filter(Safeguard.Layer.CONTROL::equals).isPresent();
        if (!control || !cause.tags().stream().allMatch(this::isOfLoop)) {
            return;
        }
        guard.tags().stream()
                .filter(tag -> cause.tags().contains(tag))
                .findFirst()
                .ifPresent(tag -> findings.report(place, RuleError.OWN_LOOP, guard.id(), cause.id(), tag));
    }

    private boolean isOfLoop(String name) {
        return study.tagsNamed(name).stream().anyMatch(tag -> TagRules.OF_LOOPS.contains(tag.kind()));
    }
}
