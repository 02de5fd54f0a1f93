package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.openots.common.json.Finding;

/** The answer of a check: every mistake in both languages, as text or as one line of JSON. */
final class FindingReport {
    /** Exit code of bad input. */
    private static final int BAD_INPUT = 2;

    private final String checked;
    private final List<Finding> findings;

    /**
     * @param checked what was checked, as people call it
     * @param findings all mistakes
     */
    FindingReport(String checked, List<Finding> findings) {
        this.checked = checked;
        this.findings = List.copyOf(findings);
    }

    /** 0 for nothing wrong, 2 for bad input. */
    int exitCode() {
        return findings.isEmpty() ? 0 : BAD_INPUT;
    }

    void print(JsonOutput output) {
        PrintWriter out = output.out();
        if (output.wanted()) {
            out.println(json());
        } else {
            text(out);
        }
        out.flush();
    }

    private void text(PrintWriter out) {
        for (Finding finding : findings) {
            out.println(finding.code().code() + "  " + finding.place());
            out.println(indented(finding.messageIn(Locale.SIMPLIFIED_CHINESE)));
            out.println(indented(finding.messageIn(Locale.ENGLISH)));
            out.println();
        }
        out.println(
                findings.isEmpty()
                        ? checked + "：没有错误 / no mistakes"
                        : checked + "：" + findings.size() + " 处错误 / " + findings.size() + " mistakes");
    }

    private static String indented(String message) {
        return "    " + message.replace("\n", "\n    ");
    }

    ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("checked", checked).put("ok", findings.isEmpty());
        root.set("findings", list(findings));
        return root;
    }

    /** Mistakes as JSON: code, file, pointer, value, and rule, hint and message in both languages. */
    static ArrayNode list(List<Finding> findings) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Finding finding : findings) {
            ObjectNode node = list.addObject()
                    .put("code", finding.code().code())
                    .put("file", finding.file())
                    .put("pointer", finding.pointer())
                    .put("value", finding.value());
            both(node, "rule", finding::ruleIn);
            both(node, "hint", finding::hintIn);
            both(node, "message", finding::messageIn);
        }
        return list;
    }

    private static void both(ObjectNode node, String field, Function<Locale, String> text) {
        node.putObject(field).put("zh", text.apply(Locale.SIMPLIFIED_CHINESE)).put("en", text.apply(Locale.ENGLISH));
    }
}
