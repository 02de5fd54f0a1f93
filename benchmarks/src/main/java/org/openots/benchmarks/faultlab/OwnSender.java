package org.openots.benchmarks.faultlab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.openots.dcs.agent.AgentSettings;
import org.openots.dcs.agent.RigAgent;
import org.openots.dcs.frame.JournalFolder;
import org.openots.dcs.mqtt.LinkSettings;

/** A sender in this process. */
final class OwnSender implements SenderEnd {
    private final LabFeed feed;
    private final RigAgent agent;

    OwnSender(Path journals, LinkSettings link, LabFeed feed) throws IOException {
        this.feed = feed;
        AgentSettings settings = new AgentSettings(
                LabReceiver.TOPICS,
                Set.of(LabReceiver.CONSUMER),
                journals,
                JournalFolder.Caps.USUAL,
                link,
                Optional.empty());
        agent = new RigAgent(settings, feed, LabReceiver.CLOCK, new SplittableRandom());
    }

    RigAgent agent() {
        return agent;
    }

    @Override
    public boolean connected() {
        return agent.status().link().connected();
    }

    @Override
    public void rate(double scansPerSecond) {
        feed.rate(scansPerSecond);
    }

    @Override
    public void kill() {
        throw new UnsupportedOperationException("a part of this process cannot be killed");
    }

    @Override
    public void restart() {
        throw new UnsupportedOperationException("a part of this process cannot be started again");
    }

    @Override
    public void feedEnds() {
        feed.stop();
    }

    @Override
    public boolean done() {
        return agent.status().produced() == feed.produced() && agent.status().pending() == 0;
    }

    @Override
    public long pending() {
        return agent.status().pending() + feed.produced() - agent.status().produced();
    }

    @Override
    public long produced() {
        return feed.produced();
    }

    @Override
    public long untaken() {
        return 0;
    }

    @Override
    public long repeated() {
        return Math.max(0, agent.status().sent() - feed.produced());
    }

    @Override
    public void close() {
        agent.close();
    }

    @Override
    public String toString() {
        return agent.status().toString();
    }
}
