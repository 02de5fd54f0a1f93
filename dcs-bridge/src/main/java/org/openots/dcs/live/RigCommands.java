package org.openots.dcs.live;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.dcs.agent.RigTopics;
import org.openots.dcs.gate.CommandWire;
import org.openots.dcs.gate.RigCommand;
import org.openots.dcs.publish.Message;
import org.openots.dcs.publish.Outlet;
import org.openots.dcs.rig.RigError;
import org.openots.dcs.rig.VirtualRig;

/**
 * The door of a virtual rig for commands over a broker. A command is carried out once, and not after it expired; whatever
 * becomes of it is answered.
 */
public final class RigCommands {
    /** Ids of commands that are remembered: far more than can be sent in the 3 s that a command lives. */
    private static final int REMEMBERED = 1000;

    private final RigTopics topics;
    private final VirtualRig rig;
    private final Outlet outlet;
    private final LongSupplier millis;
    private final Set<String> taken = new LinkedHashSet<>();
    private boolean told;
    private long done;
    private long refused;

    /**
     * Opens the door.
     *
     * @param topics of the rig
     * @param rig the rig
     * @param outlet takes the answers
     * @param millis the time, UTC in ms
     */
    public RigCommands(RigTopics topics, VirtualRig rig, Outlet outlet, LongSupplier millis) {
        this.topics = topics;
        this.rig = rig;
        this.outlet = outlet;
        this.millis = millis;
    }

    String topic() {
        return topics.commandRequest();
    }

    /** Tells that the key was turned, if it was. */
    void tellChange() {
        if (told != rig.remote()) {
            tellState();
        }
    }

    void tellState() {
        boolean remote = rig.remote();
        told = remote;
        outlet.publish(new Message(topics.commandState(), CommandWire.state(remote, millis.getAsLong()), false));
    }

    void received(Message message) {
        RigCommand command;
        try {
            command = CommandWire.readRequest(message.payload());
        } catch (OtsException e) {
            answer("", Optional.of(text(e)));
            return;
        }
        if (!taken.add(command.id())) {
            return;
        }
        if (taken.size() > REMEMBERED) {
            taken.remove(taken.iterator().next());
        }
        try {
            if (message.retained() || command.expires() < millis.getAsLong()) {
                throw new OtsException(RigError.EXPIRED, command.tag(), command.value());
            }
            CompletableFuture<Void> unused = carryOut(command).thenAccept(refusal -> answer(command.id(), refusal));
        } catch (OtsException e) {
            answer(command.id(), Optional.of(text(e)));
        }
    }

    private CompletableFuture<Optional<LocalText>> carryOut(RigCommand command) {
        if (!command.tag().startsWith(CommandWire.FAULT)) {
            return rig.writes().write(command.tag(), command.value());
        }
        String fault = command.tag().substring(CommandWire.FAULT.length());
        return command.value() == 0
                ? rig.writes().clearFault(fault)
                : rig.writes().fault(fault, command.value());
    }

    private static LocalText text(OtsException e) {
        return new LocalText(e.messageIn(Locale.SIMPLIFIED_CHINESE), e.messageIn(Locale.ENGLISH));
    }

    private void answer(String id, Optional<LocalText> refusal) {
        if (refusal.isPresent()) {
            refused++;
        } else {
            done++;
        }
        outlet.publish(
                new Message(topics.commandAnswer(), CommandWire.answer(new CommandWire.Answer(id, refusal)), false));
    }

    /**
     * Commands that were carried out.
     *
     * @return the count
     */
    public long done() {
        return done;
    }

    /**
     * Commands that were refused.
     *
     * @return the count
     */
    public long refused() {
        return refused;
    }
}
