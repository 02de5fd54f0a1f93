package org.openots.hazop.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.openots.hazop.risk.Lopa;

/** Figures and names that only version 0.1 writes: bands, results of layer-of-protection analyses, expected tags. */
final class FirstVersionRules {
    /** Figures are written with two digits or more. */
    private static final double ROUNDING = 0.05;

    private final Study study;
    private final StudyFindings findings;
    private final TagForms forms;

    FirstVersionRules(Study study, StudyFindings findings) {
        this.study = study;
        this.findings = findings;
        this.forms = new TagForms(study);
    }

    void check() {
        for (int i = 0; i < study.deviations().size(); i++) {
            String place = StudyRules.row(i);
            for (String field : RiskRules.FIRST_FIELDS) {
                band(place + "/" + field);
            }
            expected(place + "/simulation/expected");
        }
        for (int i = 0; i < study.lopa().size(); i++) {
            results(Lopa.of(study.lopa().get(i).inputs()), "/lopa/" + i + "/");
        }
    }

    private void band(String place) {
        JsonNode rating = findings.root().at(place);
        int score = rating.path("score").asInt();
        String found = rating.path("band").asText();
        for (JsonNode band : findings.root().at("/riskMatrix/bands")) {
            if (score <= band.path("max").asInt()) {
                String needed = band.path("id").asText();
                if (!found.equals(needed)) {
                    findings.report(place + "/band", RuleError.OTHER_BAND, found, score, needed);
                }
                return;
            }
        }
    }

    /** An indicator may have been left out of the register, as in the example of this version; a foreign name may not. */
    private void expected(String place) {
        List<String> names = study.tags().stream().map(Tag::tag).toList();
        JsonNode expected = findings.root().at(place);
        for (int k = 0; k < expected.size(); k++) {
            String tag = expected.get(k).path("tag").asText();
            if (study.tagsNamed(tag).isEmpty() && !forms.isLikeTag(tag)) {
                findings.unknown(place + "/" + k + "/tag", tag, TagRules.TAG, names);
            }
        }
    }

    private void results(Lopa lopa, String place) {
        result(place + "unmitigatedFrequencyPerYear", lopa.unmitigatedFrequency());
        result(place + "mitigatedFrequencyPerYear", lopa.mitigatedFrequency());
        result(place + "gapRiskReductionFactor", lopa.missingReduction());
        boolean found = findings.root().at(place + "meetsTarget").asBoolean();
        if (found != lopa.meetsTarget()) {
            findings.report(place + "meetsTarget", RuleError.OTHER_RESULT, found, lopa.meetsTarget());
        }
    }

    private void result(String place, double needed) {
        double found = findings.root().at(place).asDouble();
        if (Math.abs(found - needed) > ROUNDING * needed) {
            findings.report(place, RuleError.OTHER_RESULT, found, needed);
        }
    }
}
