package org.openots.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of faults names every one of the 27, and every test and lab run that it names exists. */
class ReliabilityPageTest {
    private static final int CASES = 27;
    private static final Path TOP = Path.of("..");
    private static final Path PAGE = TOP.resolve("docs/bridge-reliability.md");
    private static final Path LAB =
            TOP.resolve("benchmarks/src/main/java/org/openots/benchmarks/faultlab/FaultCase.java");
    private static final List<String> TESTS =
            List.of("dcs-bridge/src/test/java", "benchmarks/src/test/java", "instructor-station/src/test/java");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|(.*)\\|$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern RUN = Pattern.compile("`--case ([A-Z_,]+)`");

    private static Path source(String className) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : TESTS) {
            try (Stream<Path> files = Files.walk(TOP.resolve(folder))) {
                files.filter(file -> file.endsWith(className + ".java")).forEach(found::add);
            }
        }
        assertThat(found).as(className).hasSize(1);
        return found.get(0);
    }

    @Test
    void everyFaultHasARowWithATestThatExists() throws IOException {
        String page = Files.readString(PAGE);
        List<Integer> rows = new ArrayList<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            rows.add(Integer.valueOf(row.group(1)));
            assertThat(TEST.matcher(row.group(2)).find()
                            || RUN.matcher(row.group(2)).find())
                    .as("row " + row.group(1) + " names a test or a run")
                    .isTrue();
        }
        assertThat(rows)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, CASES).boxed().toList());
        Matcher test = TEST.matcher(page);
        while (test.find()) {
            assertThat(Files.readString(source(test.group(1))))
                    .as(test.group())
                    .containsPattern("void " + test.group(2) + "\\(");
        }
        String lab = Files.readString(LAB);
        Matcher run = RUN.matcher(page);
        while (run.find()) {
            for (String name : run.group(1).split(",", -1)) {
                assertThat(lab).as(run.group()).contains("    " + name + "(\"");
            }
        }
    }
}
