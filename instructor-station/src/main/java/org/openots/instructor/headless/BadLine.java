package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;

/**
 * What is wrong with a line of a file.
 *
 * @param line number of the line
 * @param code what kind of mistake
 * @param zh what is wrong and what to do, without the place
 * @param en the same in English
 */
record BadLine(int line, ErrorCode code, String zh, String en) {
    static BadLine of(int line, Finding mistake) {
        Function<Locale, String> text = locale -> mistake.ruleIn(locale) + "\n" + mistake.hintIn(locale);
        return of(line, mistake.code(), text);
    }

    /** A mistake whose message does not tell its place. */
    static BadLine of(int line, ErrorCode code, Object... arguments) {
        return of(line, code, new OtsException(code, arguments)::messageIn);
    }

    private static BadLine of(int line, ErrorCode code, Function<Locale, String> text) {
        String zh = text.apply(Locale.SIMPLIFIED_CHINESE).strip().replace("\n", "");
        return new BadLine(line, code, zh, text.apply(Locale.ENGLISH).strip().replace("\n", " "));
    }

    /** A line in each language: file, number, code, message. */
    void print(Path file, PrintWriter err) {
        String place = file + ":" + line + ": " + code.code() + " ";
        err.println(place + zh);
        err.println(place + en);
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("line", line)
                .put("code", code.code())
                .put("zh", zh)
                .put("en", en);
    }
}
