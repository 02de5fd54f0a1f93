package org.openots.instructor.headless;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openots.instructor.catalog.StationContent;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The journal of a recorded run and what it is replayed with. */
final class RecordedRunOptions {
    @Parameters(
            index = "0",
            paramLabel = "JOURNAL",
            description = "运行日志文件夹，例如 data/runs/<运行号> / journal folder of a run, e.g. data/runs/<run id>")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path journal;

    @Option(
            names = "--pack",
            description = "代替程序中装置的装置包文件夹 / folder of a plant pack that takes the place of the suite's")
    private @Nullable Path pack;

    /** Folder of the journal. */
    Path journal() {
        return journal;
    }

    /** The suite's content, or the same with the plant pack that is named. */
    StationContent content() {
        return RecordedRuns.content(pack);
    }
}
