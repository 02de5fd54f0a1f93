package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.dcs.audit.AuditLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bridge audit verify}: whether the audits of writes to a rig are as they were written. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "核对写入记录的哈希链，指出第一处被改动的行 / check the hash chain of audits of writes, name the first line that was changed",
            "文件，或其中全部 .jsonl 文件的文件夹。完好退出码为 0，被改动为 1。",
            "A file, or a folder with all its .jsonl files. Exit code 0 when all is as written, 1 when it was changed."
        })
final class AuditVerifyCommand implements Callable<Integer> {
    private static final int CHANGED = 1;

    @Parameters(index = "0", paramLabel = "FILE|DIR", description = "记录文件或文件夹 / file or folder")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path place;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        List<Path> files = files();
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("checked", place.toString());
        ArrayNode list = root.putArray("files");
        boolean sound = true;
        for (Path file : files) {
            sound &= check(file, list.addObject());
        }
        root.put("ok", sound);
        if (output.wanted()) {
            output.print(root);
        }
        output.out().flush();
        return sound ? 0 : CHANGED;
    }

    private List<Path> files() {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        List<Path> found;
        try (Stream<Path> inside = Files.list(place)) {
            found = inside.filter(file -> file.getFileName().toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FileErrors.unreadable(place.toString(), e);
        }
        if (found.isEmpty()) {
            throw new OtsException(HeadlessError.NO_AUDIT, place);
        }
        return found;
    }

    private boolean check(Path file, ObjectNode node) {
        node.put("file", file.toString());
        AuditLog.Verdict verdict = AuditLog.check(file);
        node.put("ok", verdict.problem().isEmpty())
                .put("entries", verdict.sound())
                .put("hash", verdict.hash());
        verdict.problem()
                .ifPresent(problem -> node.put("line", verdict.sound() + 1)
                        .put("code", problem.errorCode().code())
                        .put("zh", problem.messageIn(Locale.SIMPLIFIED_CHINESE))
                        .put("en", problem.messageIn(Locale.ENGLISH)));
        if (!output.wanted()) {
            say(file, verdict);
        }
        return verdict.problem().isEmpty();
    }

    private void say(Path file, AuditLog.Verdict verdict) {
        String hash = verdict.hash();
        if (verdict.problem().isEmpty()) {
            output.out()
                    .println(file + "：" + verdict.sound() + " 条，未被改动 / " + verdict.sound() + " entries as written, "
                            + hash);
            return;
        }
        OtsException problem = verdict.problem().get();
        output.out().println(problem.errorCode().code() + "  " + file + ":" + (verdict.sound() + 1));
        output.out().println("    " + problem.messageIn(Locale.SIMPLIFIED_CHINESE));
        output.out().println("    " + problem.messageIn(Locale.ENGLISH));
    }
}
