package org.openots.instructor.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.error.StationError;
import org.openots.instructor.security.Accounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the station and keeps it running until the program is ended. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "启动教师站 / start the station")
public final class RunCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    private final Supplier<StationContent> content;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--demo", description = "建立演示班级 HG2401 / make the demonstration class HG2401")
    private boolean demo;

    @Option(
            names = "--virtual-rig",
            paramLabel = "N",
            description = "没有真实装置时用虚拟装置，失配编号 N，0 为与模型相同 / a virtual rig where there is no real one, with"
                    + " mismatch N, 0 for a plant equal to the model")
    private @Nullable Integer virtualRig;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "端口，0 为自动选择 / TCP port, 0 for a free one (${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--bind", defaultValue = "0.0.0.0", description = "监听地址 / address to listen on (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String bind;

    @Option(names = "--data", defaultValue = "data", description = "数据文件夹 / data folder (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Option(
            names = "--reset-admin",
            description = "为管理员重设密码并显示一次 / give the administrator a new password and show it once")
    private boolean resetAdmin;

    @Option(names = "--json", description = "标准输出只有一行 JSON / print one line of JSON")
    private boolean json;

    /**
     * Creates the command.
     *
     * @param content loads what the station teaches with
     */
    public RunCommand(Supplier<StationContent> content) {
        this.content = content;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > HIGHEST_PORT) {
            String range = "0 … " + HIGHEST_PORT;
            LocalText rule = new LocalText("必须在 " + range + " 之间", "must be in " + range);
            throw new RefusedValue(spec, "--port", Integer.toString(port), rule);
        }
        if (Files.exists(data) && !Files.isDirectory(data)) {
            throw new OtsException(StationError.DATA_FOLDER, data.toString(), "not a folder");
        }
        // read by the logging configuration when the first logger is made
        System.setProperty("openots.logs", data.resolve("logs").toString());
        if (virtualRig != null && virtualRig < 0) {
            LocalText rule = new LocalText("不能为负", "must not be negative");
            throw new RefusedValue(spec, "--virtual-rig", virtualRig.toString(), rule);
        }
        StationConfig config = StationConfig.usual(data, bind, port, demo);
        Station station = new Station(virtualRig == null ? config : config.withVirtualRig(virtualRig), content.get());
        StationAddress address = station.start();
        if (resetAdmin && address.admin().isEmpty()) {
            address = address.withAdmin(station.resetAdmin());
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            station.close();
                            ended.countDown();
                        },
                        "shutdown"));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(line(address));
        } else {
            print(address, out);
        }
        out.flush();
        ended.await();
        return 0;
    }

    private static ObjectNode line(StationAddress address) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("address", address.address())
                .put("port", address.port())
                .put("url", address.url());
        address.admin()
                .ifPresent(admin ->
                        node.put("adminAccount", admin.person().account()).put("adminPassword", admin.password()));
        if (!address.accounts().isEmpty()) {
            node.set("accounts", DemoAccountsFile.json(address.accounts()));
        }
        return node;
    }

    private static void print(StationAddress address, PrintWriter out) {
        out.println("教师站已启动 / station started: " + address.url());
        address.admin().ifPresent(admin -> {
            out.println("管理员账号和密码只显示这一次 / the administrator's password is shown only once:");
            out.println("  " + admin.person().account() + "  " + admin.password());
        });
        if (!address.accounts().isEmpty()) {
            out.println("演示账号 / demonstration accounts:");
        }
        for (Accounts.Issued issued : address.accounts()) {
            out.println("  " + issued.person().account() + "  " + issued.password() + "  "
                    + issued.person().role().word() + "  " + issued.person().name());
        }
        out.println("按 Ctrl+C 停止 / press Ctrl+C to stop");
    }
}
