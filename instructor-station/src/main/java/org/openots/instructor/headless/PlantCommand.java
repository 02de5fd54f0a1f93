package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.distillation.condition.ConditionBatch;
import org.openots.distillation.condition.ConditionMaker;
import org.openots.simulator.engine.PackCheck;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plant}: work on plant packs. */
@Command(
        name = "plant",
        mixinStandardHelpOptions = true,
        subcommands = {PlantCommand.Check.class, PlantCommand.Condition.class},
        description = "装置包 / plant packs")
public final class PlantCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "plant: check, ic");
    }

    /** {@code plant check}: names every mistake of a pack. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "检查装置包 / check a plant pack",
                "列出全部错误：文件、JSON 路径、数值、规则、改法。没有错误退出码为 0，否则为 2。",
                "Name every mistake: file, JSON path, value, rule, what to do. Exit code 0 when"
                        + " there is none, otherwise 2."
            })
    static final class Check implements Callable<Integer> {
        @Parameters(
                index = "0",
                paramLabel = "PACK",
                description = "装置包文件夹，或随程序提供的装置编号 / folder of a pack, or id of a plant of the suite")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String pack;

        @Mixin
        private final JsonOutput output = new JsonOutput();

        @Override
        public Integer call() {
            FindingReport report = new FindingReport(pack, PackCheck.check(PackSource.named(pack)));
            report.print(output);
            return report.exitCode();
        }
    }

    /** {@code plant ic}: makes an initial condition again. */
    @Command(
            name = "ic",
            mixinStandardHelpOptions = true,
            description = {
                "重新生成初始工况 / make initial conditions again",
                "按生成方法：由专家脚本从冷态操作到稳定。同一程序每次生成的文件逐字节相同。",
                "By its recipe: expert scripts operate the plant from cold until it is"
                        + " steady. The same program makes the same file, byte for byte."
            })
    static final class Condition implements Callable<Integer>, ConditionBatch.Listener {
        @Mixin
        private final PlantOption plant = new PlantOption();

        @Option(
                names = "--name",
                description = {
                    "初始工况，例如 normal；缺省时按先后次序生成全部",
                    "initial condition, e.g. normal; all of them, in order, if it is left out"
                })
        private @Nullable String name;

        @Option(
                names = "--out",
                description = {
                    "写入的文件，缺省时写到标准输出；无 --name 时为文件夹，必须给出",
                    "file to write, standard output if it is left out; without --name a folder, which must be given"
                })
        private @Nullable Path out;

        @Option(
                names = "--json",
                description = "结果只有一行 JSON，需要 --out / print only one line of JSON as result, needs --out")
        private boolean json;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Override
        public Integer call() {
            if (json && out == null) {
                throw new OtsException(HeadlessError.NEEDS_OPTION, "--json", "--out");
            }
            if (name != null) {
                one(name);
            } else if (out != null) {
                all(out);
            } else {
                throw new OtsException(HeadlessError.NEEDS_OPTION, "plant ic", "--name / --out");
            }
            spec.commandLine().getOut().flush();
            return 0;
        }

        private void one(String id) {
            PlantPack pack = plant.load();
            ConditionMaker.Made made = ConditionMaker.make(pack, id, this);
            PrintWriter stdout = spec.commandLine().getOut();
            if (out == null) {
                stdout.print(made.json());
            } else if (json) {
                stdout.println(written(pack.id(), id, out, made));
            } else {
                written(pack.id(), id, out, made);
                stdout.println("已写入 / written: " + out);
            }
        }

        private void all(Path folder) {
            PackSource source = plant.source();
            String id = PlantPack.load(source).id();
            create(folder);
            ArrayNode lines = JsonNodeFactory.instance.arrayNode();
            PrintWriter stdout = spec.commandLine().getOut();
            ConditionBatch.make(source, this).forEach((condition, made) -> {
                Path file = folder.resolve(condition + ".json");
                lines.add(written(id, condition, file, made));
                if (!json) {
                    stdout.println("已写入 / written: " + file);
                }
            });
            if (json) {
                stdout.println(lines);
            }
        }

        private static ObjectNode written(String plantId, String id, Path file, ConditionMaker.Made made) {
            write(file, made.json());
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("plant", plantId)
                    .put("name", id)
                    .put("file", file.toString())
                    .put("simulatedSeconds", made.time());
        }

        @Override
        public void begins(String id) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(id);
            err.flush();
        }

        @Override
        public void reached(double time, String step, double largest, String signal) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(
                    signal.isEmpty()
                            ? "%7.0f s  %s 完成 / done".formatted(time, step)
                            : "%7.0f s  %s 的变化为允许值的 %.1f 倍 / moved %.1f times what is allowed"
                                    .formatted(time, signal, largest, largest));
            err.flush();
        }

        /** Before the work, so that a place that cannot be written is refused at once. */
        private static void create(Path folder) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw FileErrors.unwritable(folder.toString(), e);
            }
        }

        private static void write(Path file, String text) {
            try {
                Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw FileErrors.unwritable(file.toString(), e);
            }
        }
    }
}
