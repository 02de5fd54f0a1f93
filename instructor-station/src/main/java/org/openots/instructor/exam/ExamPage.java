package org.openots.instructor.exam;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The results of an exam as one page that any browser opens: no script, nothing loaded from elsewhere. */
final class ExamPage {
    private static final String STYLE = "body{font:15px/1.6 'Noto Sans SC','Microsoft YaHei',sans-serif;margin:2rem auto;"
            + "max-width:72rem;padding:0 1rem;color:#14211e}h1{font-size:1.4rem}table{border-collapse:collapse;width:100%;"
            + "margin:1rem 0}th,td{border-bottom:1px solid #d5dedb;padding:.4rem .6rem;text-align:left;vertical-align:top}"
            + "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}code{font-size:.85em;word-break:break-all}"
            + "p.m{color:#4a5a56}";

    private final ExamView view;
    private final JsonNode results;

    ExamPage(ExamView view, JsonNode results) {
        this.view = view;
        this.results = results;
    }

    byte[] html() {
        StringBuilder html = new StringBuilder(1 << 14);
        String title = view.plan().strategy().title().zh();
        html.append("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>")
                .append(text(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(text(title))
                .append("</h1><p class=\"m\">")
                .append(text(view.plan().strategy().title().en()))
                .append("</p><p>考试 exam <code>")
                .append(text(view.plan().id()))
                .append("</code>　考场 room ")
                .append(text(view.plan().room()))
                .append("　合格线 pass mark ")
                .append(results.path("passMark").asText())
                .append("</p>");
        table(html);
        for (JsonNode candidate : results.path("candidates")) {
            candidate(html, candidate);
        }
        html.append("<p class=\"m\">核对：openots verify 本文件夹。每个文件的 SHA-256 在 manifest.json，签名在 signature.json。<br>"
                + "To check: openots verify this folder. The SHA-256 of each file is in manifest.json, the signature in"
                + " signature.json.</p></body></html>\n");
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void table(StringBuilder html) {
        html.append("<table><tr><th>考位 seat</th><th>考生 candidate</th>");
        for (JsonNode section : results.path("sections")) {
            html.append("<th class=\"n\">")
                    .append(text(section.path("title").path("zh").asText()))
                    .append(" /")
                    .append(section.path("weight").asText())
                    .append("</th>");
        }
        html.append("<th class=\"n\">成绩 mark</th><th>合格 passed</th><th>回执 receipt</th></tr>");
        for (JsonNode one : results.path("candidates")) {
            html.append("<tr><td>")
                    .append(text(one.path("seat").asText()))
                    .append("</td><td>")
                    .append(text(one.path("name").asText()))
                    .append("</td>");
            for (JsonNode section : results.path("sections")) {
                number(html, one.path("sections").path(section.path("id").asText()));
            }
            number(html, one.path("mark"));
            html.append("<td>")
                    .append(one.path("passed").asBoolean() ? "是 yes" : "否 no")
                    .append("</td><td><code>")
                    .append(text(one.path("receipt").asText()))
                    .append("</code></td></tr>");
        }
        html.append("</table>");
    }

    private static void candidate(StringBuilder html, JsonNode one) {
        html.append("<h2>")
                .append(text(one.path("seat").asText() + "  " + one.path("name").asText()))
                .append("</h2><table><tr><th>部分 section</th><th>任务 task</th><th>故障 fault</th>"
                        + "<th class=\"n\">得分率 %</th><th class=\"n\">分值 weight</th><th>证据 evidence</th></tr>");
        for (JsonNode item : one.path("items")) {
            html.append("<tr><td>")
                    .append(text(item.path("section").asText()))
                    .append("</td><td>")
                    .append(text(item.path("task").asText()))
                    .append("</td><td>")
                    .append(text(item.path("fault").asText()))
                    .append("</td>");
            number(html, item.path("percent"));
            number(html, item.path("weight"));
            html.append("<td><code>")
                    .append(text(item.path("work").asText()))
                    .append("</code> ")
                    .append(text(item.path("closing").path("stateHash").asText()))
                    .append("</td></tr>");
        }
        html.append("</table>");
    }

    private static void number(StringBuilder html, JsonNode value) {
        html.append("<td class=\"n\">")
                .append(value.isNumber() ? String.format(Locale.ROOT, "%.2f", value.asDouble()) : "—")
                .append("</td>");
    }

    /** Text as it is, whatever it holds. */
    private static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
