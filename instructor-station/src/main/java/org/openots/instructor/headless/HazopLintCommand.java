package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openots.hazop.scoring.Figures;
import org.openots.hazop.scoring.KeyLint;
import org.openots.hazop.scoring.Mutation;
import org.openots.hazop.scoring.ScoringLibrary;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hazop lint}: tests a key with itself and with itself made wrong. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = {
            "用参考答案自身和改错一处的参考答案检验参考答案 / test a key with itself and with itself made wrong",
            "每条应得自己的满分；换了方向、开关、设备或加了否定的应不得分。有不符的退出码为 1。",
            "Every item must earn itself; turned, opened, swapped or denied it must not. Exit code 1 when one fails."
        })
final class HazopLintCommand implements Callable<Integer> {
    @Mixin
    private final StudyOption study = new StudyOption();

    @Mixin
    private final EmbeddingOption embedding = new EmbeddingOption();

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        ScoringLibrary library = embedding.load(output);
        Study read = StudyFile.named(study.name()).study();
        KeyLint.Report report = new KeyLint(read, library.scorer(read), ScoringLibrary.mutations()).run();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("study", read.id());
        answer.set("chinese", FiguresJson.share(report.chinese()));
        answer.set("english", FiguresJson.share(report.english()));
        ObjectNode mutants = answer.putObject("mutantsWithoutCredit");
        for (Mutation.Kind kind : Mutation.Kind.values()) {
            Figures.Share share = report.mutants().get(kind);
            if (share != null) {
                mutants.set(kind.name().toLowerCase(Locale.ROOT), FiguresJson.share(share));
            }
        }
        ArrayNode failures = answer.putArray("failures");
        for (KeyLint.Failure failure : report.failures()) {
            failures.addObject()
                    .put("key", failure.keyId())
                    .put("test", failure.test())
                    .put("text", failure.text())
                    .put("outcome", failure.score().outcome().name().toLowerCase(Locale.ROOT))
                    .put("reason", failure.score().reason().text().zh());
        }
        output.print(answer);
        return report.failures().isEmpty() ? 0 : 1;
    }
}
