package org.openots.instructor.headless;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.map.TagMapReader;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.trial.LiveTrial;
import org.openots.instructor.session.MonotonicClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bridge check}: names every mistake of a tag map, by itself and against the messages that come. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "检查位号映射 / check a tag map",
            "列出全部错误：文件、JSON 路径、数值、规则、改法。没有错误退出码为 0，否则为 2。",
            "Name every mistake: file, JSON path, value, rule, what to do. Exit code 0 when there is none,"
                    + " otherwise 2.",
            "--broker：再与代理上的实时报文核对：没有收到的、没有映射的、超量程的、单位可疑的、时钟不准的。",
            "--broker: then against live messages: what never comes, is not mapped, out of range, in another unit, and"
                    + " clocks that are off."
        })
final class BridgeCheckCommand implements Callable<Integer> {
    private static final double LONGEST = 3600;

    private final InstantSource clock;
    private final RandomGenerator random;

    @Parameters(index = "0", paramLabel = "MAP", description = "位号映射文件 / file of a tag map")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path map;

    @Mixin
    private final BrokerOptions broker = new BrokerOptions();

    @Option(names = "--seconds", defaultValue = "30", description = "收听多少秒 / how long to listen, s, 1 to 3600")
    private double seconds;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    BridgeCheckCommand(InstantSource clock, RandomGenerator random) {
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        Findings findings = Findings.collecting();
        TagMap read = TagMapReader.read(map.toString(), bytes(map), findings);
        FindingReport report = new FindingReport(map.toString(), findings.all());
        if (report.exitCode() != 0 || !broker.wanted()) {
            report.print(output);
            return report.exitCode();
        }
        return live(read);
    }

    private int live(TagMap read) throws InterruptedException {
        Numbers.within("--seconds", seconds, 1, LONGEST);
        LiveTrial trial = new LiveTrial(
                broker.settings("bridge-check"), new LinkClock(clock, MonotonicClock.system()::nanos), random);
        output.err().println("正在收听 / listening: " + broker.address() + ", " + Numbers.plain(seconds) + " s");
        output.err().flush();
        try (StopSignal stop = new StopSignal()) {
            LiveTrial.Result result =
                    trial.run(map.toString(), read, Duration.ofMillis(Math.round(seconds * 1000)), stop::stopped);
            return new TrialReport(map.toString(), result).print(output);
        }
    }

    /**
     * A file as a whole.
     *
     * @throws OtsException if it cannot be read
     */
    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileErrors.unreadable(file.toString(), e);
        }
    }
}
