package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --json} of a command, and the streams it answers on. */
final class JsonOutput {
    @Option(names = "--json", description = "一行 JSON / one line of JSON on standard output")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    /** Whether the answer is one line of JSON. */
    boolean wanted() {
        return json;
    }

    /** Standard output of the command. */
    PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Standard error of the command, for progress. */
    PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** Answers with one line of JSON, or the same laid out for people. */
    void print(JsonNode answer) {
        PrintWriter out = out();
        out.println(json ? answer.toString() : answer.toPrettyString());
        out.flush();
    }
}
