package org.openots.instructor.headless;

import picocli.CommandLine.Option;

/** {@code --study} of a command. */
final class StudyOption {
    @Option(
            names = "--study",
            required = true,
            paramLabel = "S",
            description = "随程序提供的分析编号，或分析文件 / id of a study of the suite, or a file")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String study;

    String name() {
        return study;
    }
}
