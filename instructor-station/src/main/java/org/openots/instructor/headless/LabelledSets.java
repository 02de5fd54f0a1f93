package org.openots.instructor.headless;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openots.common.error.OtsException;
import org.openots.common.json.JsonLines;
import org.openots.hazop.scoring.AnswerSet;
import org.openots.hazop.scoring.StudySets;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
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

    @Option(
            names = "--other",
            paramLabel = "STUDY=FILE",
            description = "另一分析及其带标注的作答，可重复 / another study and labelled answers to it, may be repeated")
    private List<String> others = new ArrayList<>();

    List<AnswerSet> read(Study study, JsonOutput output) {
        return read(files, study, output);
    }

    static List<AnswerSet> read(List<Path> files, Study study, JsonOutput output) {
        List<AnswerSet> sets = new ArrayList<>();
        for (Path file : files) {
            sets.add(read(file, study, output));
        }
        output.err().flush();
        return sets;
    }

    private static AnswerSet read(Path file, Study study, JsonOutput output) {
        List<String> lines = new ArrayList<>();
        for (JsonLines.Line line : JsonLines.read(file)) {
            // a blank line keeps the numbers of those behind it
            lines.addAll(Collections.nCopies(line.number() - lines.size() - 1, ""));
            lines.add(line.object().isPresent() ? line.text() : "");
            line.mistakes()
                    .forEach(mistake -> BadLine.of(line.number(), mistake).print(file, output.err()));
        }
        AnswerSet set = AnswerSet.read(String.valueOf(file.getFileName()), lines, study);
        set.mistakes().forEach(mistake -> output.err().println(mistake.getMessage()));
        return set;
    }

    /** Sets of the studies of {@code --other}, in the order in which the studies are first named. */
    List<StudySets> others(JsonOutput output) {
        Map<String, List<Path>> named = new LinkedHashMap<>();
        for (String other : others) {
            int sign = other.lastIndexOf('=');
            if (sign < 1) {
                throw new OtsException(HeadlessError.OTHER_STUDY, other);
            }
            named.computeIfAbsent(other.substring(0, sign), key -> new ArrayList<>())
                    .add(Path.of(other.substring(sign + 1)));
        }
        List<StudySets> all = new ArrayList<>();
        named.forEach((name, paths) -> {
            Study study = StudyFile.named(name).study();
            all.add(new StudySets(
                    study, paths.stream().map(path -> read(path, study, output)).toList()));
        });
        output.err().flush();
        return all;
    }
}
