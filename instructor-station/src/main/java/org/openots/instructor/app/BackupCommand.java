package org.openots.instructor.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.upkeep.Backups;
import org.openots.instructor.upkeep.UpkeepError;
import org.openots.instructor.upkeep.UpkeepSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backup}: makes a backup of a station's data, also while the station works. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "备份教师站的数据 / back up the data of a station",
            "教师站可以正在运行。数据库用 VACUUM INTO 复制，日志复制到已落盘之处；先写入临时文件夹，落盘后改名，清单中有每个文件的 SHA-256。",
            "The station may be running. The database is copied by VACUUM INTO, journals as far as they are durable; everything"
                    + " goes into a temporary folder first, is made durable and then renamed. The list has the SHA-256 of each"
                    + " file."
        })
public final class BackupCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1e6;

    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--data", defaultValue = "data", description = "数据文件夹 / data folder (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "再复制到这个文件夹，必须已存在 / copy it to this folder too, which must be there")
    private @Nullable Path second;

    @Option(names = "--json", description = "标准输出只有一行 JSON / print one line of JSON")
    private boolean json;

    /**
     * Creates the command.
     *
     * @param clock names the backup
     */
    public BackupCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(data.resolve("station.db"))) {
            throw new OtsException(UpkeepError.NO_DATA, data.toString());
        }
        UpkeepSettings settings = UpkeepSettings.read(data);
        UpkeepSettings now = second == null ? settings : settings.withSecond(Optional.of(second));
        String engine = StationContent.find().engines().version();
        try (Backups backups = new Backups(data, clock, engine, () -> now)) {
            Backups.Backup made = backups.now(Backups.MANUAL);
            print(made);
            backups.secondFailure().filter(why -> second != null).ifPresent(why -> {
                throw why;
            });
        }
        return 0;
    }

    private void print(Backups.Backup made) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonNodeFactory.instance
                    .objectNode()
                    .put("id", made.id())
                    .put("folder", made.folder().toString())
                    .put("files", made.files())
                    .put("bytes", made.bytes())
                    .put("journals", made.journals())
                    .put("damaged", made.damaged()));
        } else {
            out.println("备份完成 / backed up: " + made.folder());
            out.println("  文件 / files: " + made.files() + "  MB: " + Math.round(made.bytes() / MEGABYTE * 10) / 10.0);
            out.println("  日志 / journals: " + made.journals() + "  损坏 / damaged: " + made.damaged());
        }
        out.flush();
    }
}
