package org.openots.instructor.headless;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bridge audit}: the audits of writes to a rig. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        subcommands = AuditVerifyCommand.class,
        description = "写入装置的记录 / audits of writes to a rig")
final class BridgeAuditCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "bridge audit: " + String.join(", ", spec.subcommands().keySet()));
    }
}
