package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.openots.common.error.OtsException;
import org.openots.dcs.tag.IntakeReport.Seen;
import org.openots.dcs.tag.Notice;
import org.openots.dcs.trial.LiveTrial;
import org.openots.dcs.trial.MapTrial;
import org.openots.dcs.trial.SourceSummary;

/** The answer of a trial over a broker: mistakes, sources with their quality and clocks, and what is not mapped. */
final class TrialReport {
    /** So many names are shown to people; JSON has all. */
    private static final int SHOWN = 40;

    private static final double MILLI = 1e-3;

    private final FindingReport findings;
    private final MapTrial trial;
    private final LiveTrial.Result result;

    TrialReport(String map, LiveTrial.Result result) {
        this.result = result;
        this.trial = result.trial();
        this.findings = new FindingReport(map, trial.findings());
    }

    /** Prints it and gives the exit code. */
    int print(JsonOutput output) {
        if (output.wanted()) {
            output.print(json());
        } else {
            text(output.out());
            findings.print(output);
        }
        return findings.exitCode();
    }

    private ObjectNode json() {
        ObjectNode root = findings.json();
        root.put("connected", result.connected());
        result.problem().ifPresent(problem -> both(root.putObject("link"), problem));
        ArrayNode sources = root.putArray("sources");
        for (SourceSummary source : trial.sources()) {
            sources.addObject()
                    .put("topic", source.topic())
                    .put("dialect", source.dialect().word())
                    .put("messages", source.messages())
                    .put("good", source.good())
                    .put("uncertain", source.uncertain())
                    .put("bad", source.bad())
                    .put("never", source.never())
                    .put("clockOffsetMs", source.clockOffset());
        }
        ArrayNode notices = root.putArray("notices");
        for (Notice notice : trial.notices()) {
            notices.addObject()
                    .put("code", notice.kind().code())
                    .put("zh", notice.in(Locale.SIMPLIFIED_CHINESE))
                    .put("en", notice.in(Locale.ENGLISH));
        }
        ArrayNode unmapped = root.putArray("unmapped");
        trial.unmapped()
                .forEach(seen -> unmapped.addObject().put("topic", seen.topic()).put("item", seen.item()));
        return root;
    }

    private static void both(ObjectNode node, OtsException problem) {
        node.put("code", problem.errorCode().code())
                .put("zh", problem.messageIn(Locale.SIMPLIFIED_CHINESE))
                .put("en", problem.messageIn(Locale.ENGLISH));
    }

    private void text(PrintWriter out) {
        out.println("数据源 / sources:");
        for (SourceSummary source : trial.sources()) {
            out.printf(
                    Locale.ROOT,
                    "    %s (%s)  报文 / messages %d；可信 / good %d，存疑 / uncertain %d，不可用 / bad %d，未收到 / never %d；"
                            + "时钟偏差 / clock off %.1f s%n",
                    source.topic(),
                    source.dialect().word(),
                    source.messages(),
                    source.good(),
                    source.uncertain(),
                    source.bad(),
                    source.never(),
                    source.clockOffset() * MILLI);
        }
        result.problem().ifPresent(problem -> {
            out.println(problem.errorCode().code() + "  " + problem.messageIn(Locale.SIMPLIFIED_CHINESE));
            out.println("    " + problem.messageIn(Locale.ENGLISH));
        });
        for (Notice notice : trial.notices()) {
            out.println(notice.kind().code() + "  " + notice.in(Locale.SIMPLIFIED_CHINESE));
            out.println("    " + notice.in(Locale.ENGLISH));
        }
        unmapped(out);
        out.println();
    }

    private void unmapped(PrintWriter out) {
        List<Seen> unmapped = trial.unmapped();
        if (unmapped.isEmpty()) {
            return;
        }
        out.println("收到但没有映射 / came and is not mapped: " + unmapped.size());
        unmapped.stream().limit(SHOWN).forEach(seen -> out.println("    " + seen.topic() + "  " + seen.item()));
        if (unmapped.size() > SHOWN) {
            out.println("    … (--json 列出全部 / lists all)");
        }
    }
}
