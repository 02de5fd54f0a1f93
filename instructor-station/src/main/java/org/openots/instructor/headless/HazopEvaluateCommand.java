package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openots.common.error.OtsException;
import org.openots.hazop.scoring.AnswerScorer;
import org.openots.hazop.scoring.AnswerSet;
import org.openots.hazop.scoring.CrossValidation;
import org.openots.hazop.scoring.Figures;
import org.openots.hazop.scoring.ScoringLibrary;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hazop evaluate}: measures the scorer on labelled answers. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "用带标注的作答检验评分 / measure the scorer on labelled answers",
            "给出 macro-F1、加权 kappa、交考评员的比例、误给分的比例，以及各类错答得零分的比例，附 95 %% 置信区间。",
            "Prints macro-F1, weighted kappa, shares sent to the examiner and credited wrongly, and the share of each kind of"
                    + " wrong answer that got zero, with 95 %% intervals. --folds trains anew without what is measured."
        })
final class HazopEvaluateCommand implements Callable<Integer> {
    @Mixin
    private final StudyOption study = new StudyOption();

    @Mixin
    private final EmbeddingOption embedding = new EmbeddingOption();

    @Mixin
    private final LabelledSets sets = new LabelledSets();

    @Option(
            names = "--folds",
            paramLabel = "N",
            defaultValue = "0",
            description = "按偏离分成 N 份轮流留出重新训练，0 为用随程序的模型 / train anew N times, each time leaving out one part"
                    + " of the deviations; 0 uses the model of the suite")
    private int folds;

    @Option(
            names = "--unseen",
            arity = "1..*",
            paramLabel = "FILE",
            description = "只检验、不训练的作者，需要 --folds / writers that are measured and never trained on; needs --folds")
    private List<Path> unseen = new ArrayList<>();

    @Option(names = "--by-writer", description = "轮流留出一个作者 / leave out one writer at a time")
    private boolean byWriter;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        if (!unseen.isEmpty() && folds < 2) {
            throw new OtsException(HeadlessError.NEEDS_OPTION, "--unseen", "--folds");
        }
        ScoringLibrary library = embedding.load(output);
        Study read = StudyFile.named(study.name()).study();
        List<AnswerSet> all = sets.read(read, output);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("study", read.id()).put("embedding", library.model().sentences());
        answer.put("model", library.model().version());
        CrossValidation validation = new CrossValidation(read, library);
        Map<String, Figures> measured = unseen.isEmpty()
                ? measured(validation, library.scorer(read), all)
                : validation.unseenByDeviation(LabelledSets.read(unseen, read, output), all, folds);
        Figures sum = new Figures();
        measured.forEach((name, figures) -> {
            sum.addAll(figures);
            answer.set(name, FiguresJson.of(figures));
        });
        answer.set("all", FiguresJson.of(sum));
        output.print(answer);
        return 0;
    }

    private Map<String, Figures> measured(CrossValidation validation, AnswerScorer shipped, List<AnswerSet> all) {
        Map<String, Figures> measured = new LinkedHashMap<>();
        for (AnswerSet set : all) {
            measured.put(
                    set.name(),
                    byWriter
                            ? validation.withoutWriter(set, all)
                            : folds > 1
                                    ? validation.byDeviation(set, all, folds)
                                    : CrossValidation.measure(set, shipped));
        }
        return measured;
    }
}
