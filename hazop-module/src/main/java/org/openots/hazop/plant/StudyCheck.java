package org.openots.hazop.plant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.hazop.risk.RiskMatrices;
import org.openots.hazop.risk.RiskMatrix;
import org.openots.hazop.risk.RiskMatrixReader;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.study.StudyFindings;
import org.openots.hazop.study.StudyReader;
import org.openots.hazop.study.StudyRules;

/** Checks files of studies and of risk matrices together: form, rules, plant. */
public final class StudyCheck {
    private static final LocalText MATRIX = new LocalText("风险矩阵", "risk matrix");
    private static final String STUDY_FORMAT = "hazop-study";
    private static final String MATRIX_FORMAT = "hazop-risk-matrix";

    private final Map<String, RiskMatrix> matrices = new HashMap<>();

    private StudyCheck() {
        RiskMatrices.SHIPPED.forEach(id -> matrices.put(id, RiskMatrices.shipped(id)));
    }

    /**
     * All mistakes of some files. Matrices among them may be used by the studies among them.
     *
     * @param files studies and risk matrices
     * @return the mistakes file by file; empty when all are sound
     */
    public static List<Finding> check(List<StudyFile> files) {
        StudyCheck check = new StudyCheck();
        List<Finding> all = new ArrayList<>();
        for (StudyFile file : files) {
            if (format(file).equals(MATRIX_FORMAT)) {
                all.addAll(check.matrix(file));
            }
        }
        for (StudyFile file : files) {
            if (!format(file).equals(MATRIX_FORMAT)) {
                all.addAll(check.study(file));
            }
        }
        return all;
    }

    private static String format(StudyFile file) {
        JsonCursor root = StrictJson.parse(file.shown(), file.json(), Findings.collecting());
        return root.isMap() ? root.raw().path("format").asText() : STUDY_FORMAT;
    }

    private List<Finding> matrix(StudyFile file) {
        Findings findings = Findings.collecting();
        RiskMatrix matrix = RiskMatrixReader.read(file.shown(), file.json(), findings);
        if (findings.isEmpty()) {
            matrices.put(matrix.id(), matrix);
        }
        return findings.all();
    }

    /** Rules are checked once the form is right: before that they would name what follows from the first mistake. */
    private List<Finding> study(StudyFile file) {
        Findings findings = Findings.collecting();
        Optional<Study> read = StudyReader.read(file.shown(), file.json(), findings);
        JsonNode root = StrictJson.parse(file.shown(), file.json(), Findings.collecting())
                .raw();
        StudyFindings places = new StudyFindings(file.shown(), root, findings);
        StudyRules.references(root, places);
        if (read.isEmpty() || !findings.isEmpty()) {
            return findings.all();
        }
        Study study = read.get();
        Optional<RiskMatrix> matrix =
                Optional.ofNullable(matrices.get(study.head().riskMatrix()));
        if (matrix.isEmpty()) {
            places.unknown("/riskMatrix", study.head().riskMatrix(), MATRIX, matrices.keySet());
        }
        StudyRules.check(study, matrix, places);
        FrameRules.check(study, places);
        PlantRules.check(study, places);
        return findings.all();
    }
}
