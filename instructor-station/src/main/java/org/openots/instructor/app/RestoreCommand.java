package org.openots.instructor.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.openots.instructor.session.JournalFolder;
import org.openots.instructor.store.Database;
import org.openots.instructor.store.RunIndex;
import org.openots.instructor.store.RunItems;
import org.openots.instructor.upkeep.BackupManifest;
import org.openots.instructor.upkeep.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore}: makes a data folder from a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "从备份恢复到空文件夹 / restore a backup to an empty folder",
            "先按清单核对每个文件，再恢复，并由日志重建运行列表。备份缺文件或有改动、文件夹不空或正在使用时拒绝，退出码为 2。",
            "Every file is checked against the list first, then restored, and the list of runs is made again from the journals."
                    + " A backup that lacks a file or was changed, and a folder that is not empty or in use, are refused with"
                    + " exit code 2."
        })
public final class RestoreCommand implements Callable<Integer> {
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "BACKUP",
            description = "备份文件夹，例如 data/backups/b20260901-080000 / folder of a backup")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path backup;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "恢复到这个文件夹，必须是空的或不存在 / folder to restore to, empty or not there")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Option(names = "--json", description = "标准输出只有一行 JSON / print one line of JSON")
    private boolean json;

    /**
     * Creates the command.
     *
     * @param clock dates rows that are made again
     */
    public RestoreCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        BackupManifest list = Restore.into(backup, data);
        int runs;
        int open;
        try (Database database = Database.open(data, clock);
                JournalFolder journals = new JournalFolder(data.resolve("runs"), clock)) {
            RunProjection projection = new RunProjection(new RunIndex(database), new RunItems(database));
            List<String> unfinished = projection.rebuild(journals);
            runs = journals.runs().size();
            open = unfinished.size();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonNodeFactory.instance
                    .objectNode()
                    .put("data", data.toString())
                    .put("at", list.at().toString())
                    .put("files", list.files().size())
                    .put("runs", runs)
                    .put("open", open)
                    .put("journals", list.journals())
                    .put("damaged", list.damaged().size()));
        } else {
            out.println("已恢复 / restored: " + data + "  (" + list.at() + ")");
            out.println("  文件 / files: " + list.files().size() + "  运行 / runs: " + runs + "  未结束 / open: " + open);
            if (!list.damaged().isEmpty()) {
                out.println("  备份时已损坏的日志 / journals damaged before the backup: " + String.join(" ", list.damaged()));
            }
            out.println("启动 / start: openots run --data " + data);
        }
        out.flush();
        return 0;
    }
}
