package org.openots.instructor.hazop;

import java.util.List;
import org.openots.instructor.app.OpenOts;
import org.openots.instructor.app.RunCommand;
import org.openots.instructor.catalog.StationContent;

/** The real command line and plants with the example study; runs in a process of its own. */
public final class ExampleStationMain {
    private ExampleStationMain() {}

    /**
     * Runs a command.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        StationContent shipped = StationContent.find();
        StationContent content = new StationContent(
                shipped.engines(), shipped.scorers(), shipped.library(), ExampleStudy.content(new WrittenScorer()));
        System.exit(OpenOts.execute(List.of(new RunCommand(() -> content)), args));
    }
}
