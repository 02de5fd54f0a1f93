package org.openots.dcs.app;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.dcs.app.SelfTestStep.Verdict;

/** The report of a self-test: lines for the console, and a page to print. */
final class SelfTestReport {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private final AgentFile file;
    private final List<SelfTestStep> steps;
    private final Instant time;

    SelfTestReport(AgentFile file, List<SelfTestStep> steps, Instant time) {
        this.file = file;
        this.steps = steps;
        this.time = time;
    }

    boolean passed() {
        return steps.stream().noneMatch(step -> step.verdict() == Verdict.FAIL);
    }

    String lines() {
        StringBuilder out = new StringBuilder();
        for (SelfTestStep step : steps) {
            out.append('[')
                    .append(step.verdict().word().zh())
                    .append(" / ")
                    .append(step.verdict().word().en())
                    .append("] ");
            line(out, step.title());
            line(out.append("    "), step.found());
            if (!step.advice().zh().isEmpty()) {
                line(out.append("    -> "), step.advice());
            }
        }
        return out.append(passed() ? "自检通过 / self-test passed" : "自检不通过 / self-test failed")
                .append('\n')
                .toString();
    }

    private static void line(StringBuilder out, LocalText text) {
        out.append(text.zh()).append(" / ").append(text.en()).append('\n');
    }

    String page() {
        StringBuilder rows = new StringBuilder();
        int number = 1;
        for (SelfTestStep step : steps) {
            rows.append("<tr class=\"")
                    .append(step.verdict().name().toLowerCase(Locale.ROOT))
                    .append("\"><td>")
                    .append(number++)
                    .append("</td><td>")
                    .append(both(step.title()))
                    .append("</td><td><b>")
                    .append(both(step.verdict().word()))
                    .append("</b></td><td>")
                    .append(both(step.found()))
                    .append(
                            step.advice().zh().isEmpty()
                                    ? ""
                                    : "<div class=\"advice\">" + both(step.advice()) + "</div>")
                    .append("</td></tr>\n");
        }
        LocalText verdict =
                passed() ? new LocalText("自检通过", "Self-test passed") : new LocalText("自检不通过", "Self-test failed");
        return resource("self-test.html")
                .replace("/*TOKENS*/", resource("tokens.css"))
                .replace("${verdict}", both(verdict))
                .replace("${class}", passed() ? "pass" : "fail")
                .replace("${site}", escaped(file.settings().topics().site()))
                .replace("${rig}", escaped(file.settings().topics().rig()))
                .replace(
                        "${broker}",
                        escaped(file.settings().link().broker().host() + ":"
                                + file.settings().link().broker().port()))
                .replace("${time}", TIME.format(time.atZone(ZoneId.systemDefault())))
                .replace("${rows}", rows);
    }

    private static String resource(String name) {
        return new String(StrictJson.bytes(SelfTestReport.class, "kit/" + name), StandardCharsets.UTF_8);
    }

    private static String both(LocalText text) {
        return "<span lang=\"zh\">" + escaped(text.zh()) + "</span> <span lang=\"en\">" + escaped(text.en())
                + "</span>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
