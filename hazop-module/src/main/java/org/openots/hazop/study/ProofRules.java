package org.openots.hazop.study;

import java.util.List;

/** Proofs of version 1.0: what they rest on can be played. */
final class ProofRules {
    private final Study study;
    private final StudyFindings findings;

    ProofRules(Study study, StudyFindings findings) {
        this.study = study;
        this.findings = findings;
    }

    void check() {
        boolean played = false;
        for (int i = 0; i < study.deviations().size(); i++) {
            Deviation row = study.deviations().get(i);
            for (int k = 0; k < row.causes().size(); k++) {
                played |= cause(row, k, StudyRules.item(i, Column.CAUSE, k));
            }
            for (int k = 0; k < row.consequences().size(); k++) {
                consequence(row, k, StudyRules.item(i, Column.CONSEQUENCE, k));
            }
            for (int k = 0; k < row.safeguards().size(); k++) {
                safeguard(row, k, StudyRules.item(i, Column.SAFEGUARD, k));
            }
        }
        if (played && study.head().plant().isEmpty()) {
            findings.report("", RuleError.NO_PLANT);
        }
    }

    private static boolean isPlayed(Deviation row, String causeId) {
        return row.cause(causeId)
                .filter(cause -> cause.proof() instanceof Simulation)
                .isPresent();
    }

    private boolean cause(Deviation row, int index, String place) {
        if (row.causes().get(index).proof() instanceof Simulation simulation) {
            String at = place + "/simulation";
            for (int k = 0; k < simulation.orders().size(); k++) {
                double time = simulation.orders().get(k).atSeconds();
                if (time >= simulation.horizonSeconds()) {
                    findings.report(
                            at + "/orders/" + k + "/atSeconds", RuleError.TOO_LATE, time, simulation.horizonSeconds());
                }
            }
            without(row, simulation.expected(), at + "/expected");
            return true;
        }
        return false;
    }

    /** Only a safeguard that the simulator can play can be taken away. */
    private void without(Deviation row, List<Effect> effects, String place) {
        for (int k = 0; k < effects.size(); k++) {
            List<String> without = effects.get(k).without();
            for (int s = 0; s < without.size(); s++) {
                boolean removable = row.safeguard(without.get(s))
                        .filter(guard -> guard.proof() instanceof Difference)
                        .isPresent();
                if (!removable) {
                    findings.report(place + "/" + k + "/without/" + s, RuleError.CANNOT_BE_DISABLED, without.get(s));
                }
            }
        }
    }

    private void consequence(Deviation row, int index, String place) {
        if (!(row.consequences().get(index).proof() instanceof Evidence evidence)) {
            return;
        }
        String at = place + "/evidence";
        List<String> causes = evidence.causeIds();
        for (int k = 0; k < causes.size(); k++) {
            if (!isPlayed(row, causes.get(k))) {
                findings.report(at + "/causeIds/" + k, RuleError.CAUSE_NOT_PLAYED, causes.get(k));
            }
        }
        if (causes.isEmpty() && row.causes().stream().noneMatch(c -> c.proof() instanceof Simulation)) {
            findings.report(at, RuleError.NOTHING_TO_PLAY, row.id());
        }
        without(row, evidence.expected(), at + "/expected");
    }

    private void safeguard(Deviation row, int index, String place) {
        if (!(row.safeguards().get(index).proof() instanceof Difference difference)) {
            return;
        }
        for (int k = 0; k < difference.against().size(); k++) {
            Difference.Against against = difference.against().get(k);
            String at = place + "/simulation/against/" + k;
            if (!isPlayed(row, against.causeId())) {
                findings.report(at + "/causeId", RuleError.CAUSE_NOT_PLAYED, against.causeId());
            }
            without(row, against.difference(), at + "/difference");
        }
    }
}
