package org.openots.dcs.live;

import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.openots.common.error.OtsException;
import org.openots.dcs.agent.RigTopics;
import org.openots.dcs.gate.CommandChannel;
import org.openots.dcs.gate.CommandWire;
import org.openots.dcs.gate.RigCommand;
import org.openots.dcs.mqtt.Inbound;
import org.openots.dcs.mqtt.InboundRing;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.mqtt.LinkState;
import org.openots.dcs.mqtt.MqttLink;
import org.openots.dcs.mqtt.MqttLinks;
import org.openots.dcs.mqtt.Outbound;
import org.openots.dcs.mqtt.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to a rig in the native profile, over a link and with an account of its own. */
public final class MqttCommands implements CommandChannel, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MqttCommands.class);
    private static final int INBOX = 1000;
    private static final int POLL_MILLIS = 100;

    private final RigTopics topics;
    private final MqttLink link;
    private final InboundRing inbox = new InboundRing(INBOX);
    private final Thread listener;
    private volatile boolean closed;

    /**
     * Begins to connect.
     *
     * @param topics of the rig
     * @param settings the link, with the account for commands
     * @param answers told what became of commands, by a thread of this
     * @param clock the clocks
     * @param random spreads attempts
     */
    public MqttCommands(
            RigTopics topics,
            LinkSettings settings,
            Consumer<CommandWire.Answer> answers,
            LinkClock clock,
            RandomGenerator random) {
        this.topics = topics;
        link = MqttLinks.open(settings, inbox, clock, random);
        link.subscribe(List.of(new Subscription(topics.commandAnswer(), 1)));
        listener = new Thread(() -> listen(answers), "rig-commands");
        listener.setDaemon(true);
        listener.start();
    }

    private void listen(Consumer<CommandWire.Answer> answers) {
        try {
            while (!closed) {
                Inbound in = inbox.take(POLL_MILLIS);
                if (in != null && !in.retained()) {
                    hear(in, answers);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void hear(Inbound in, Consumer<CommandWire.Answer> answers) {
        try {
            answers.accept(CommandWire.readAnswer(in.payload()));
        } catch (OtsException e) {
            LOG.warn("{}: {}", in.topic(), e.getMessage());
        }
    }

    /**
     * The link.
     *
     * @return its state now
     */
    public LinkState state() {
        return link.state();
    }

    @Override
    public boolean ready() {
        return link.state().connected();
    }

    @Override
    public boolean send(RigCommand command) {
        byte[] request = CommandWire.request(command);
        return link.publish(new Outbound(topics.commandRequest(), request, 1, false)) == MqttLink.Published.SENT;
    }

    @Override
    public void close() {
        closed = true;
        link.close();
    }
}
