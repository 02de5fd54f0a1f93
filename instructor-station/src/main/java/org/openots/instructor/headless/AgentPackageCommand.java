package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openots.dcs.app.AgentKit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bridge agent-package}: all that the computer beside a rig needs. */
@Command(
        name = "agent-package",
        mixinStandardHelpOptions = true,
        description = {
            "生成装置侧发送端：一个 jar、启动脚本、离线设置页、说明",
            "Write the sender for the computer beside a rig: one jar, start files, an off-line page for its settings, README"
        })
final class AgentPackageCommand implements Callable<Integer> {
    private static final double MEGA = 1e6;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR|ZIP",
            description = "新的或空的文件夹，或 .zip 文件 / a new or empty folder, or a .zip file")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        AgentKit.Written written = AgentKit.write(out);
        if (output.wanted()) {
            ObjectNode result = JsonNodeFactory.instance.objectNode().put("jarBytes", written.jarBytes());
            ArrayNode files = result.putArray("files");
            written.files().forEach(file -> files.add(file.toString()));
            output.print(result);
            return 0;
        }
        PrintWriter say = output.out();
        written.files().forEach(say::println);
        say.printf(Locale.ROOT, "jar：%.1f MB%n", written.jarBytes() / MEGA);
        say.println("拷到装置旁的计算机，打开 setup.html 填写设置，再运行 agent.bat --self-test。");
        say.println(
                "Copy it to the computer beside the rig, open setup.html for its settings, then run agent.bat --self-test.");
        say.flush();
        return 0;
    }
}
