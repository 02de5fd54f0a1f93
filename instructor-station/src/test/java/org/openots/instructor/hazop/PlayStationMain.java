package org.openots.instructor.hazop;

import java.util.List;
import java.util.Optional;
import org.openots.instructor.app.OpenOts;
import org.openots.instructor.app.RunCommand;
import org.openots.instructor.catalog.HazopContent;
import org.openots.instructor.catalog.StationContent;

/** The station as it ships, with a scorer that needs no models: its plants play the rows of its studies. */
public final class PlayStationMain {
    private PlayStationMain() {}

    /** The content. */
    public static StationContent content() {
        StationContent shipped = StationContent.find();
        HazopContent hazop = new HazopContent(shipped.hazop().studies(), Optional.of(new WrittenScorer()));
        return new StationContent(shipped.engines(), shipped.scorers(), shipped.library(), hazop);
    }

    /**
     * Runs a command.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        StationContent content = content();
        System.exit(OpenOts.execute(List.of(new RunCommand(() -> content)), args));
    }
}
