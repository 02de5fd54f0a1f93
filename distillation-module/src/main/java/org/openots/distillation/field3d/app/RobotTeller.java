package org.openots.distillation.field3d.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells what a robot does: a line a step, for people or as JSON. */
final class RobotTeller {
    private final PrintWriter out;
    private final boolean json;
    private final Locale locale;

    RobotTeller(PrintWriter out, boolean json, Locale locale) {
        this.out = out;
        this.json = json;
        this.locale = locale;
    }

    void tell(RobotPlayer.Report report) {
        if (json) {
            ObjectNode node = JsonNodeFactory.instance
                    .objectNode()
                    .put("step", report.number())
                    .put("of", report.count())
                    .put("words", report.words())
                    .put("done", report.done())
                    .put("seconds", Math.rint(report.seconds() * 10) / 10);
            if (Double.isFinite(report.value())) {
                node.put("value", report.value());
            }
            node.putObject("text")
                    .put("zh", report.text().zh())
                    .put("en", report.text().en());
            out.println(node);
        } else {
            out.println(String.format(
                    Locale.ROOT,
                    "%s %2d/%d  %s  %s  (%.1f s)",
                    report.done() ? "✓" : "✗",
                    report.number(),
                    report.count(),
                    report.words(),
                    report.text().in(locale),
                    report.seconds()));
        }
        out.flush();
    }

    void end(FieldScript script, boolean done) {
        if (json) {
            out.println(JsonNodeFactory.instance
                    .objectNode()
                    .put("script", script.id())
                    .put("plant", script.plant())
                    .put("done", done));
        } else {
            boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
            String how = done ? (english ? "done" : "全部完成") : (english ? "not finished" : "没有完成");
            out.println(script.title().in(locale) + "：" + how);
        }
        out.flush();
    }
}
