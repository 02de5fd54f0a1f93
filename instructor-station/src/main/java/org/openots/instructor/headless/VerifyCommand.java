package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.common.journal.JournalDefect;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.session.RunOrigin;
import org.openots.instructor.session.RunVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code verify}: proves a recorded run, or the results of an exam. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "核对一次运行的日志，或一场考试的成绩文件夹 / verify the journal of a run, or the folder of exam results",
            "检查散列链，重放，比较状态和成绩。退出码：0 一致；1 散列链损坏或重放不一致；" + "2 无法核对（没有日志、未关闭、其他版本）。",
            "Check its hash chain, replay it, compare state and score. Exit code: 0 all as"
                    + " recorded; 1 broken chain or another result; 2 cannot be verified (no journal, not closed, another"
                    + " version)."
        })
public final class VerifyCommand implements Callable<Integer> {
    private static final int DIFFERENT = 1;

    @Mixin
    private final RecordedRunOptions run = new RecordedRunOptions();

    @Option(
            names = "--rubric",
            description = "当时的评分表文件 / file of the rubric of that time, if the suite's has changed since")
    private @Nullable String rubric;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        if (ExamArchive.isOne(run.journal())) {
            return new ExamArchive(run.content()).print(run.journal(), output);
        }
        RunVerifier.Recorded recorded = RunVerifier.read(run.journal());
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        chain(root, recorded);
        if (recorded.damage().isPresent()) {
            root.put("verdict", "broken");
            print(root, recorded.damage().get());
            return DIFFERENT;
        }
        StationContent content = run.content();
        RunVerifier.Verdict verdict = new RunVerifier(
                        content.engines(), RecordedRuns.scorers(content, rubric, recorded))
                .verify(recorded, origin(recorded));
        root.put("verdict", verdict.proven() ? "verified" : "different");
        root.put("plant", verdict.spec().plant()).put("task", verdict.spec().task());
        root.put("evidence", RecordedRuns.evidence(verdict.spec()));
        root.put("engine", verdict.spec().engineVersion());
        root.put("tick", verdict.tick()).put("time", verdict.time());
        branch(root, verdict);
        compared(root, "state", verdict.state());
        compared(root, "score", verdict.score());
        compared(root, "sheet", verdict.sheet());
        print(root, null);
        return verdict.proven() ? 0 : DIFFERENT;
    }

    /** The journal of the run a branch left, if it lies beside the branch. */
    private Optional<RunVerifier.Recorded> origin(RunVerifier.Recorded recorded) {
        return RunVerifier.spec(recorded)
                .origin()
                .map(RunOrigin::run)
                .filter(name -> name.matches("[A-Za-z0-9-]+"))
                .map(run.journal().toAbsolutePath()::resolveSibling)
                .filter(Files::isDirectory)
                .map(RunVerifier::read);
    }

    private static void branch(ObjectNode root, RunVerifier.Verdict verdict) {
        verdict.spec()
                .origin()
                .ifPresent(origin -> root.put("record", false)
                        .putObject("branchOf")
                        .put("run", origin.run())
                        .put("tick", origin.tick())
                        .put("time", origin.time())
                        .put("head", origin.head())
                        .put("checked", verdict.origin().name().toLowerCase(Locale.ROOT)));
    }

    private static void chain(ObjectNode root, RunVerifier.Recorded recorded) {
        root.put("run", recorded.report().journal());
        ObjectNode chain = root.putObject("chain")
                .put("intact", recorded.damage().isEmpty())
                .put("events", recorded.report().lastSequence())
                .put("segments", recorded.report().segments())
                .put("head", recorded.report().head());
        recorded.report()
                .defect()
                .ifPresent(defect -> chain.putObject("defect")
                        .put("code", defect.code().code())
                        .put("file", defect.file())
                        .put("offset", defect.offset()));
    }

    private static String origin(JsonNode origin) {
        String run = origin.path("run").asText();
        return switch (origin.path("checked").asText()) {
            case "same" ->
                "分支，不作为成绩；源运行 " + run + " 与所继承的操作一致 / a branch, not a record; run " + run + " has the inherited inputs";
            case "different" ->
                "分支，不作为成绩；源运行 " + run + " 与分支所写的不一致 / a branch, not a record; run " + run
                        + " is not what the branch says";
            default ->
                "分支，不作为成绩；源运行 " + run + " 不在旁边，未核对 / a branch, not a record; run " + run
                        + " is not beside it and was not compared";
        };
    }

    private static void compared(ObjectNode root, String what, RunVerifier.Compared compared) {
        root.putObject(what)
                .put("same", compared.same())
                .put("recorded", compared.recorded())
                .put("replayed", compared.replayed());
    }

    private void print(ObjectNode root, @Nullable JournalDefect damage) {
        PrintWriter out = output.out();
        if (output.wanted()) {
            out.println(root);
        } else {
            String verdict = root.path("verdict").asText();
            out.println("运行 / run " + root.path("run").asText());
            out.println(
                    verdict.equals("verified")
                            ? "散列链完整，状态、成绩、成绩单与记录一致 / chain intact; state, score and score sheet as recorded"
                            : verdict.equals("broken")
                                    ? "散列链损坏 / chain broken"
                                    : "散列链完整，但重放与记录不一致 / chain intact, but the replay differs from the record");
            if (damage != null) {
                out.println("    " + damage.in(Locale.SIMPLIFIED_CHINESE).replace("\n", "\n    "));
                out.println("    " + damage.in(Locale.ENGLISH).replace("\n", "\n    "));
            }
            if (root.has("branchOf")) {
                out.println(origin(root.path("branchOf")));
            }
            if (root.path("chain").has("defect")) {
                out.println(
                        "    " + root.path("chain").path("defect").path("code").asText() + "："
                                + "末尾不完整，如同断电 / the end is incomplete, as after a crash");
            }
            out.println(root.toPrettyString());
        }
        out.flush();
    }
}
