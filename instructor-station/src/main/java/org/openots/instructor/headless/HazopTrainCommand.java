package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openots.common.error.FileErrors;
import org.openots.hazop.scoring.AnswerKeys;
import org.openots.hazop.scoring.AnswerSet;
import org.openots.hazop.scoring.ScorerTraining;
import org.openots.hazop.scoring.ScoringLibrary;
import org.openots.hazop.scoring.ScoringModel;
import org.openots.hazop.scoring.StudySets;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hazop train}: trains the models of the scorer on labelled answers. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "用带标注的作答训练评分模型 / train the models of the scorer on labelled answers",
            "同样的作答得到同样的模型。输出 model-words.json 或 model-sentences.json，以及 judged-answers.json。",
            "The same answers give the same model. Writes model-words.json or model-sentences.json, and"
                    + " judged-answers.json."
        })
final class HazopTrainCommand implements Callable<Integer> {
    @Mixin
    private final StudyOption study = new StudyOption();

    @Mixin
    private final EmbeddingOption embedding = new EmbeddingOption();

    @Mixin
    private final LabelledSets sets = new LabelledSets();

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "模型的名称 / name of the model")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String name;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "文件夹 / folder")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        AnswerKeys keys = ScoringLibrary.keys(embedding.on());
        Study read = StudyFile.named(study.name()).study();
        List<AnswerSet> all = sets.read(read, output);
        List<StudySets> courses = new ArrayList<>(List.of(new StudySets(read, all)));
        courses.addAll(sets.others(output));
        ScoringModel model = new ScorerTraining(keys, ScoringLibrary.mutations())
                .train(courses, name, ScoringModel.Thresholds.usual(embedding.on()));
        String file = model.sentences() ? "model-sentences.json" : "model-words.json";
        write(file, model.toJson());
        write("judged-answers.json", ScoringLibrary.judgedJson(courses));
        output.print(JsonNodeFactory.instance
                .objectNode()
                .put("model", file)
                .put(
                        "answers",
                        courses.stream()
                                .flatMap(course -> course.sets().stream())
                                .mapToInt(set -> set.answers().size())
                                .sum()));
        return 0;
    }

    private void write(String file, String text) {
        try {
            Files.createDirectories(out);
            Files.writeString(out.resolve(file), text);
        } catch (IOException e) {
            throw FileErrors.unwritable(out.resolve(file).toString(), e);
        }
    }
}
