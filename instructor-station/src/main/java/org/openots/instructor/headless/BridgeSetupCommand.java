package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.openots.dcs.broker.BridgeSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bridge setup}: all files that a mosquitto for a real rig needs. */
@Command(
        name = "setup",
        mixinStandardHelpOptions = true,
        description = {
            "为真实装置生成 mosquitto 的配置、访问列表、自有 CA、证书和账号",
            "Write configuration, access list, own CA, certificates and accounts of a mosquitto for a real rig"
        })
final class BridgeSetupCommand implements Callable<Integer> {
    private static final int TLS_PORT = 8883;

    @Parameters(index = "0", paramLabel = "DIR", description = "新的或空的文件夹 / a new or empty folder")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "连接代理时所用的主机名或地址，可多次给出 / host name or address by which the broker is reached, may be repeated")
    private List<String> hosts = new ArrayList<>();

    @Option(names = "--port", defaultValue = "" + TLS_PORT, description = "端口 / port")
    private int port;

    @Option(names = "--site", defaultValue = "school", description = "学校，主题的一部分 / the school, part of the topics")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String site;

    @Option(names = "--rig", defaultValue = "rig", description = "装置，主题的一部分 / the rig, part of the topics")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String rig;

    @Option(names = "--json", description = "一行 JSON / one line of JSON on standard output")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final RandomGenerator random;

    BridgeSetupCommand(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public Integer call() {
        List<String> names = new ArrayList<>(List.of("localhost", "127.0.0.1"));
        hosts.stream().filter(host -> !names.contains(host)).forEach(names::add);
        List<Path> files = new BridgeSetup(folder, random).write(new BridgeSetup.Plan(names, port, site, rig));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            ArrayNode list = result.putArray("files");
            files.forEach(file -> list.add(file.toString()));
            out.println(result);
        } else {
            files.forEach(out::println);
            out.println("启动代理 / start the broker: mosquitto -c " + files.get(0));
            out.println("把 ca.crt 和各程序自己的 .login 文件拷到该程序的计算机；其余文件只留在代理上。");
            out.println(
                    "Copy ca.crt and each program's own .login file to its computer; all else stays at the broker.");
        }
        out.flush();
        return 0;
    }
}
