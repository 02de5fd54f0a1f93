package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hipparchus.util.FastMath;
import org.openots.hazop.scoring.Figures;

/** Figures of the scorer as JSON. */
final class FiguresJson {
    private FiguresJson() {}

    static ObjectNode of(Figures figures) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("answers", figures.size());
        node.put("macroF1", rounded(figures.macroF1()));
        node.put("weightedKappa", rounded(figures.weightedKappa()));
        node.set("accuracy", share(figures.accuracy()));
        node.set("queue", share(figures.queue()));
        node.set("wrongCredit", share(figures.wrongCredit()));
        node.set("outsideKeyToExaminer", share(figures.outsideToExaminer()));
        ObjectNode zero = node.putObject("zeroCredit");
        for (String label : figures.labels()) {
            zero.set(label, share(figures.zero(label)));
        }
        return node;
    }

    static ObjectNode share(Figures.Share share) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("hits", share.hits()).put("of", share.of());
        if (share.of() > 0) {
            node.put("share", rounded(share.value()));
            node.put("low95", rounded(share.low())).put("high95", rounded(share.high()));
        }
        return node;
    }

    private static double rounded(double value) {
        return FastMath.rint(value * 10_000) / 10_000;
    }
}
