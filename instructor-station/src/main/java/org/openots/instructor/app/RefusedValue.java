package org.openots.instructor.app;

import org.openots.common.text.LocalText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** An option has a value of the right form that breaks a rule. */
final class RefusedValue extends ParameterException {
    private static final long serialVersionUID = 1L;

    private final transient LocalText rule;

    /**
     * @param command the command with the option
     * @param option its name
     * @param value as typed
     * @param rule what it breaks
     */
    RefusedValue(CommandSpec command, String option, String value, LocalText rule) {
        super(command.commandLine(), option + " " + value, command.findOption(option), value);
        this.rule = rule;
    }

    LocalText rule() {
        return rule;
    }
}
