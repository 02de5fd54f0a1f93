package org.openots.hazop.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.hazop.risk.LopaInputs;

/** Layer-of-protection analyses: candidates only, none twice, no tag in two of them. */
final class LopaRules {
    /** Figures copied by hand agree in all digits that are written. */
    private static final double SAME = 1e-9;

    private final Study study;
    private final StudyFindings findings;

    LopaRules(Study study, StudyFindings findings) {
        this.study = study;
        this.findings = findings;
    }

    void check() {
        for (int i = 0; i < study.lopa().size(); i++) {
            LopaRow lopa = study.lopa().get(i);
            Optional<Deviation> row = study.deviation(lopa.deviationId());
            if (row.isPresent()) {
                layers(lopa, row.get(), "/lopa/" + i);
            }
        }
    }

    private void layers(LopaRow lopa, Deviation row, String place) {
        row.cause(lopa.causeId()).ifPresent(cause -> frequency(lopa, cause, place));
        Map<String, String> owners = new HashMap<>();
        List<String> seen = new ArrayList<>();
        for (int k = 0; k < lopa.inputs().layers().size(); k++) {
            LopaInputs.Layer layer = lopa.inputs().layers().get(k);
            String at = place + "/independentProtectionLayers/" + k + "/safeguardId";
            Optional<Safeguard> guard = row.safeguard(layer.safeguardId());
            if (guard.isEmpty() || layer.pfd() >= 1) {
                continue; // without credit it need not be independent
            }
            if (seen.contains(guard.get().id())) {
                findings.report(at, RuleError.LAYER_TWICE, guard.get().id());
            } else {
                layer(lopa, row, guard.get(), at);
                tags(guard.get(), owners, at);
            }
            seen.add(guard.get().id());
        }
    }

    private void frequency(LopaRow lopa, Cause cause, String place) {
        double found = lopa.inputs().initiatingFrequency();
        if (Math.abs(found - cause.frequency()) > SAME * cause.frequency()) {
            findings.report(
                    place + "/initiatingEventFrequencyPerYear",
                    RuleError.OTHER_FREQUENCY,
                    found,
                    cause.id(),
                    cause.frequency());
        }
    }

    private void layer(LopaRow lopa, Deviation row, Safeguard guard, String place) {
        if (!guard.iplCandidate()) {
            findings.report(place, RuleError.NO_CANDIDATE, guard.id());
        }
        lopa.scenarioId()
                .flatMap(id -> row.scenarios().stream()
                        .filter(scenario -> scenario.id().equals(id))
                        .findFirst())
                .filter(scenario -> !scenario.safeguardIds().contains(guard.id()))
                .ifPresent(scenario -> findings.report(place, RuleError.LAYER_ELSEWHERE, guard.id(), scenario.id()));
    }

    private void tags(Safeguard guard, Map<String, String> owners, String place) {
        for (String name : guard.tags()) {
            for (Tag tag : study.tagsNamed(name)) {
                String other = owners.putIfAbsent(tag.tag(), guard.id());
                if (other != null && !other.equals(guard.id())) {
                    findings.report(place, RuleError.TAG_IN_TWO_LAYERS, tag.tag(), other);
                }
            }
        }
    }
}
