package org.openots.instructor.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.headless.BridgeCommand;
import org.openots.instructor.headless.DebriefCommand;
import org.openots.instructor.headless.HazopCommand;
import org.openots.instructor.headless.PlantCommand;
import org.openots.instructor.headless.ReplayCommand;
import org.openots.instructor.headless.ResultsCommand;
import org.openots.instructor.headless.RigCommand;
import org.openots.instructor.headless.RubricCommand;
import org.openots.instructor.headless.ScenarioCommand;
import org.openots.instructor.headless.ScoreCommand;
import org.openots.instructor.headless.SimCommand;
import org.openots.instructor.headless.StrategyCommand;
import org.openots.instructor.headless.VerifyCommand;

/** The registry of the command line: one line per command. */
final class Subcommands {
    private Subcommands() {}

    static List<Object> all() {
        return List.of(
                new RunCommand(StationContent::find),
                new SimCommand(),
                new PlantCommand(),
                new RubricCommand(),
                new StrategyCommand(),
                new HazopCommand(Clock.system(ZoneId.systemDefault())),
                BridgeCommand.create(Clock.system(ZoneId.systemDefault()), new SecureRandom()),
                new RigCommand(Clock.system(ZoneId.systemDefault()), new SecureRandom()),
                new ReplayCommand(Clock.system(ZoneId.systemDefault()), new SecureRandom()),
                new VerifyCommand(),
                new ScoreCommand(),
                new DebriefCommand(),
                new ScenarioCommand(),
                new ResultsCommand(Clock.systemUTC()),
                new BackupCommand(Clock.systemUTC()),
                new RestoreCommand(Clock.systemUTC()));
    }
}
