package org.openots.instructor.rig;

import org.jspecify.annotations.Nullable;
import org.openots.dcs.gate.CommandChannel;
import org.openots.dcs.gate.RigCommand;

/** The way to the rig, which begins after the gate because it tells the gate what the rig answers. */
final class GateLink implements CommandChannel {
    private volatile @Nullable CommandChannel way;

    void connect(CommandChannel channel) {
        way = channel;
    }

    @Override
    public boolean ready() {
        CommandChannel there = way;
        return there != null && there.ready();
    }

    @Override
    public boolean send(RigCommand command) {
        CommandChannel there = way;
        return there != null && there.send(command);
    }
}
