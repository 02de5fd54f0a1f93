package org.openots.hazop.risk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openots.common.error.CommonError;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;

/** Reads {@code hazop-risk-matrix} 1.0. */
public final class RiskMatrixReader {
    private static final LocalText BAND = new LocalText("风险等级", "risk band");
    private static final int FEWEST = 2;

    private RiskMatrixReader() {}

    /**
     * Reads a matrix.
     *
     * @param file the name shown in messages
     * @param json the bytes in UTF-8
     * @param findings where mistakes go; with any, the result must not be used
     * @return the matrix
     */
    public static RiskMatrix read(String file, byte[] json, Findings findings) {
        JsonCursor root = StrictJson.parse(file, json, findings);
        root.requireFormat("hazop-risk-matrix", "1.0");
        String id = NameForm.FILE.read(root.at("id"));
        List<RiskMatrix.Severity> severities = root.at("severities").list(RiskMatrixReader::severity);
        List<RiskMatrix.Likelihood> likelihoods = root.at("likelihoods").list(RiskMatrixReader::likelihood);
        List<RiskBand> bands = root.at("bands").list(RiskMatrixReader::band);
        RiskMatrix matrix = new RiskMatrix(
                id,
                root.at("title").localText(),
                root.at("source").localText(),
                severities,
                likelihoods,
                bands,
                root.at("limitBand").nameOf(bands.stream().map(RiskBand::id).toList(), BAND));
        if (root.isPresent()) {
            check(root, matrix);
            root.finish();
        }
        return matrix;
    }

    private static RiskMatrix.Severity severity(JsonCursor c) {
        return new RiskMatrix.Severity(
                c.at("name").localText(),
                c.at("people").localText(),
                c.at("asset").localText(),
                c.at("environment").localText(),
                c.at("reputation").localText());
    }

    private static RiskMatrix.Likelihood likelihood(JsonCursor c) {
        return new RiskMatrix.Likelihood(
                c.at("name").localText(),
                c.at("meaning").localText(),
                c.at("fromPerYear").notNegative(),
                c.optional("belowPerYear").map(JsonCursor::positive).orElse(Double.POSITIVE_INFINITY));
    }

    private static RiskBand band(JsonCursor c) {
        String color = c.at("color").text();
        if (!color.isBlank() && !color.matches("#[0-9A-Fa-f]{6}")) {
            c.at("color").report(RiskError.COLOR, color);
        }
        return new RiskBand(
                NameForm.FILE.read(c.at("id")),
                c.at("text").localText(),
                color,
                c.at("highestScore").integer(1, Integer.MAX_VALUE));
    }

    private static void check(JsonCursor root, RiskMatrix matrix) {
        enough(root.at("severities"), matrix.severities().size());
        enough(root.at("likelihoods"), matrix.likelihoods().size());
        enough(root.at("bands"), matrix.bands().size());
        bands(root.at("bands"), matrix);
        frequencies(root.at("likelihoods"), matrix.likelihoods());
    }

    private static void enough(JsonCursor list, int found) {
        if (list.isArray() && found < FEWEST) {
            list.report(CommonError.JSON_TOO_FEW, found, FEWEST);
        }
    }

    private static void bands(JsonCursor list, RiskMatrix matrix) {
        Set<String> ids = new HashSet<>();
        int before = 0;
        int highest = matrix.severities().size() * matrix.likelihoods().size();
        for (int i = 0; i < matrix.bands().size(); i++) {
            RiskBand band = matrix.bands().get(i);
            JsonCursor place = list.items().get(i);
            if (!ids.add(band.id())) {
                place.nearest("id").report(CommonError.JSON_DUPLICATE_NAME, band.id());
            }
            boolean last = i == matrix.bands().size() - 1;
            if (band.highestScore() <= before) {
                place.nearest("highestScore").report(RiskError.BANDS, band.highestScore(), "> " + before);
            } else if (last && band.highestScore() != highest) {
                place.nearest("highestScore").report(RiskError.BANDS, band.highestScore(), highest);
            }
            before = band.highestScore();
        }
    }

    /** Every level begins where the one before ends; the rarest at 0, the most frequent has no end. */
    private static void frequencies(JsonCursor list, List<RiskMatrix.Likelihood> levels) {
        double before = 0;
        for (int i = 0; i < levels.size(); i++) {
            RiskMatrix.Likelihood level = levels.get(i);
            JsonCursor place = list.items().get(i);
            if (level.fromPerYear() != before && !Double.isNaN(level.fromPerYear()) && !Double.isNaN(before)) {
                place.nearest("fromPerYear").report(RiskError.FREQUENCIES, level.fromPerYear(), before);
            }
            boolean last = i == levels.size() - 1;
            boolean rising = level.belowPerYear() > level.fromPerYear();
            boolean endless = Double.isInfinite(level.belowPerYear());
            if (last != endless || !rising) {
                place.nearest("belowPerYear")
                        .report(RiskError.FREQUENCIES, level.belowPerYear(), last ? "∞" : "> " + level.fromPerYear());
            }
            before = level.belowPerYear();
        }
    }
}
