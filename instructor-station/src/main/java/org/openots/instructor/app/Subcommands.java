package org.openots.instructor.app;

import java.util.List;

/** The registry of the command line: one line per command. */
final class Subcommands {
    private Subcommands() {}

    static List<Object> all() {
        return List.of(new RunCommand(StationContent::find));
    }
}
