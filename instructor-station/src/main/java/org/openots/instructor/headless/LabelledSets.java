package org.openots.instructor.headless;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openots.common.error.FileErrors;
import org.openots.hazop.scoring.AnswerSet;
import org.openots.hazop.study.Study;
import picocli.CommandLine.Option;

/** {@code --set} of a command: labelled answers. */
final class LabelledSets {
    @Option(
            names = "--set",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "带标注的作答 JSONL，一个作者一个文件 / labelled answers, one file a writer")
    private List<Path> files = new ArrayList<>();

    List<AnswerSet> read(Study study, JsonOutput output) {
        List<AnswerSet> sets = new ArrayList<>();
        for (Path file : files) {
            try {
                AnswerSet set = AnswerSet.read(String.valueOf(file.getFileName()), Files.readAllLines(file), study);
                set.mistakes().forEach(mistake -> output.err().println(mistake.getMessage()));
                sets.add(set);
            } catch (IOException e) {
                throw FileErrors.unreadable(file.toString(), e);
            }
        }
        output.err().flush();
        return sets;
    }
}
