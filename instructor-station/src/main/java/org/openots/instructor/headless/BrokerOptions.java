package org.openots.instructor.headless;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.dcs.mqtt.Credentials;
import org.openots.dcs.mqtt.LinkSettings;
import picocli.CommandLine.Option;

/** How a command reaches a broker. */
final class BrokerOptions {
    private static final int PLAIN_PORT = 1883;
    private static final int TLS_PORT = 8883;
    private static final Set<String> PLAIN = Set.of("tcp", "mqtt");
    private static final Set<String> SECURE = Set.of("ssl", "mqtts");

    @Option(
            names = "--broker",
            paramLabel = "URL",
            description = "代理地址 / address of the broker: tcp://host:1883, ssl://host:8883")
    private @Nullable String broker;

    @Option(
            names = "--tls",
            paramLabel = "CA.PEM",
            description = "用 TLS，只信任此文件中的 CA / TLS, trusting these authorities only")
    private @Nullable Path authority;

    @Option(names = "--cert", paramLabel = "PEM", description = "自己的证书 / own certificate")
    private @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "PEM", description = "证书的私钥，PKCS#8 无密码 / its key, PKCS 8 without password")
    private @Nullable Path key;

    @Option(names = "--user", description = "用户名 / user name")
    private @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "密码文件：只有密码一行，或用户名、密码两行（.login）/ the password alone, or user and password in two lines (.login)")
    private @Nullable Path passwordFile;

    @Option(names = "--client-id", description = "MQTT 客户端标识，每个程序各用一个 / client id; each program needs its own")
    private @Nullable String clientId;

    @Option(names = "--mqtt5", description = "用 MQTT 5，缺省 3.1.1 / MQTT 5 instead of 3.1.1")
    private boolean mqtt5;

    @Option(
            names = "--insecure-lab",
            description =
                    "允许不加密、不登录地连接其他计算机上的代理，仅限隔离的实验网 / allow a remote broker without TLS and login, in an isolated lab"
                            + " only")
    private boolean insecureLab;

    boolean wanted() {
        return broker != null;
    }

    String address() {
        return broker == null ? "" : broker;
    }

    /**
     * The link.
     *
     * @param usualId the client id unless another is given
     * @throws OtsException if the address is none, or what protects the link is missing
     */
    LinkSettings settings(String usualId) {
        if (broker == null) {
            throw new OtsException(HeadlessError.NEEDS_ONE_OF, "--broker");
        }
        URI address = uri(broker);
        boolean tls = authority != null;
        if (SECURE.contains(address.getScheme()) && !tls) {
            throw new OtsException(HeadlessError.NEEDS_OPTION, "--broker " + broker, "--tls");
        }
        int usualPort = tls ? TLS_PORT : PLAIN_PORT;
        Optional<LinkSettings.TlsFiles> files = Optional.ofNullable(authority)
                .map(ca -> new LinkSettings.TlsFiles(ca, Optional.ofNullable(certificate), Optional.ofNullable(key)));
        return new LinkSettings(
                new LinkSettings.Broker(address.getHost(), address.getPort() < 0 ? usualPort : address.getPort()),
                clientId == null ? usualId : clientId,
                mqtt5 ? LinkSettings.Protocol.V5 : LinkSettings.Protocol.V3,
                new LinkSettings.Access(files, login(), insecureLab),
                LinkSettings.Timing.USUAL,
                LinkSettings.Limits.USUAL,
                Optional.empty());
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            boolean known = PLAIN.contains(uri.getScheme()) || SECURE.contains(uri.getScheme());
            if (known && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw notABroker(text, e);
        }
        throw notABroker(text, null);
    }

    private static OtsException notABroker(String text, @Nullable Exception cause) {
        OtsException refusal = new OtsException(HeadlessError.NOT_A_BROKER, "--broker", text);
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }

    private Optional<Credentials> login() {
        if (passwordFile == null) {
            if (user != null) {
                throw new OtsException(HeadlessError.NEEDS_OPTION, "--user", "--password-file");
            }
            return Optional.empty();
        }
        List<String> lines = lines(passwordFile);
        return Optional.of(
                user != null && lines.size() == 1
                        ? new Credentials(user, lines.get(0))
                        : Credentials.read(passwordFile));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw FileErrors.unreadable(file.toString(), e);
        }
    }
}
