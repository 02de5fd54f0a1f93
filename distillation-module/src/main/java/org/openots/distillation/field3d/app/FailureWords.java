package org.openots.distillation.field3d.app;

import java.util.Locale;
import org.openots.common.error.OtsException;
import org.openots.distillation.field3d.gl.GlError;
import picocli.CommandLine;

/** Says in both languages what went wrong, and ends with the code of its kind. */
final class FailureWords implements CommandLine.IExecutionExceptionHandler {
    /** Wrong argument or file. */
    static final int BAD_INPUT = 2;
    /** This computer cannot draw; the launcher then offers the page in the browser. */
    static final int NO_DRAWING = 3;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof OtsException known) {
            command.getErr().println(known.errorCode().code() + " " + known.messageIn(Locale.SIMPLIFIED_CHINESE));
            command.getErr().println(known.errorCode().code() + " " + known.messageIn(Locale.ENGLISH));
            return known.errorCode() instanceof GlError ? NO_DRAWING : BAD_INPUT;
        }
        throw failure;
    }
}
