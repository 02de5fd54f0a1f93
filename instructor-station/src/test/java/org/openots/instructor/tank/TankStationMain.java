package org.openots.instructor.tank;

import java.util.List;
import org.openots.instructor.app.OpenOts;
import org.openots.instructor.app.RunCommand;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.hazop.ExampleStudy;

/** The real command line with the tank as its plant; runs in a process of its own. */
public final class TankStationMain {
    private TankStationMain() {}

    /**
     * Runs a command.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        StationContent content =
                new StationContent(new TankEngines(), new TankScorers(), new TankLibrary(), ExampleStudy.content());
        System.exit(OpenOts.execute(List.of(new RunCommand(() -> content)), args));
    }
}
