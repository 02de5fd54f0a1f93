package org.openots.dcs.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openots.dcs.mqtt.LinkTestBench.BRISK;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openots.common.error.OtsException;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.dcs.mqtt.LinkSettings.Access;
import org.openots.dcs.mqtt.LinkSettings.Broker;
import org.openots.dcs.mqtt.LinkSettings.Protocol;
import org.openots.dcs.mqtt.LinkSettings.TlsFiles;

/** Passwords, access lists and certificates against a real mosquitto; every mistake has a message of its own. */
@Timeout(60)
class MqttLinkAccessTest {
    @TempDir
    static Path folder;

    private static final List<String> CERTIFICATES = List.of("broker", "expired", "elsewhere", "stranger");

    private static BrokerProcess broker;
    private static int passwordPort;
    private static int rolesPort;
    private static final List<Integer> TLS_PORTS = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        passwordPort = BrokerProcess.freePort();
        Files.writeString(
                folder.resolve("passwords"),
                // the password is "right", by mosquitto_passwd of mosquitto 2.0.11
                "rig:" + HASH + "\n");
        Files.writeString(folder.resolve("acl"), "user rig\ntopic readwrite allowed/#\n");
        List<String> lines = new ArrayList<>(List.of(
                "per_listener_settings true",
                "user root",
                "listener " + passwordPort + " 127.0.0.1",
                "allow_anonymous false",
                "password_file " + folder.resolve("passwords"),
                "acl_file " + folder.resolve("acl")));
        rolesPort = BrokerProcess.freePort();
        Files.writeString(folder.resolve("roles.json"), ROLES);
        lines.addAll(List.of(
                "listener " + rolesPort + " 127.0.0.1",
                "allow_anonymous true",
                "plugin " + dynamicSecurity(),
                "plugin_opt_config_file " + folder.resolve("roles.json")));
        for (String certificate : CERTIFICATES) {
            int port = BrokerProcess.freePort();
            TLS_PORTS.add(port);
            lines.addAll(List.of(
                    "listener " + port + " 127.0.0.1",
                    "allow_anonymous true",
                    "cafile " + tls("authority.crt"),
                    "certfile " + tls(certificate + ".crt"),
                    "keyfile " + tls(certificate + ".key")));
            if (certificate.equals("broker")) {
                lines.add("require_certificate true");
            }
        }
        broker = BrokerProcess.mosquitto(folder, passwordPort, lines).start();
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    private static final String HASH =
            "$7$101$FQHUt1VqbqhDlw9p$Ue/LKtM5DF+X6QP+r6P1VCOeNmfpBL7C269c5JHS4Pi/tUNZwBSwZvhklUOhbisOcZ2Y7jbpIgS34QRCxgQfAw==";

    private static final String ROLES = """
            {"defaultACLAccess": {"publishClientSend": true, "publishClientReceive": true, "subscribe": false,
              "unsubscribe": true},
             "clients": [], "anonymousGroup": "all", "groups": [{"groupname": "all", "roles": [{"rolename": "r"}]}],
             "roles": [{"rolename": "r",
               "acls": [{"acltype": "subscribePattern", "topic": "allowed/#", "priority": 0, "allow": true}]}]}
            """;

    /** Debian keeps libraries in a folder named after the machine. */
    private static Path dynamicSecurity() throws IOException {
        try (Stream<Path> found =
                Files.find(Path.of("/usr/lib"), 3, (p, a) -> p.endsWith("mosquitto_dynamic_security.so"))) {
            return found.findFirst().orElseThrow();
        }
    }

    private static Path tls(String file) {
        try {
            return Path.of(MqttLinkAccessTest.class.getResource("tls/" + file).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LinkSettings user(Protocol protocol, String password) {
        return LinkSettings.local(passwordPort, "rig-link")
                .with(BRISK)
                .with(protocol)
                .with(new Access(Optional.empty(), Optional.of(new Credentials("rig", password)), false));
    }

    private static LinkSettings withTls(Protocol protocol, String brokerCertificate, Optional<String> own) {
        TlsFiles files = new TlsFiles(
                tls("authority.crt"), own.map(name -> tls(name + ".crt")), own.map(name -> tls(name + ".key")));
        return LinkSettings.local(TLS_PORTS.get(CERTIFICATES.indexOf(brokerCertificate)), "rig-link")
                .with(BRISK)
                .with(protocol)
                .with(new Access(Optional.of(files), Optional.empty(), false));
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void case17WrongPasswordAndDeniedTopics(Protocol protocol) throws InterruptedException {
        try (LinkTestBench wrong = new LinkTestBench(user(protocol, "wrong"))) {
            wrong.awaitProblem(MqttError.LOGIN_REFUSED);
        }
        try (LinkTestBench bench = new LinkTestBench(user(protocol, "right"))) {
            bench.subscribe("allowed/data");
            bench.awaitConnected();
            assertThat(bench.echo("allowed/data", "x")).isNotNull();
            bench.publish("forbidden/data", "x");
            if (protocol == Protocol.V5) { // MQTT 3.1.1 has no way to say so
                bench.awaitProblem(MqttError.PUBLISH_DENIED);
            }
        }
    }

    /** mosquitto's access list never refuses a subscription, its plugin for roles does. */
    @ParameterizedTest
    @EnumSource(Protocol.class)
    void case17SubscriptionIsRefused(Protocol protocol) throws InterruptedException {
        try (LinkTestBench bench = new LinkTestBench(
                LinkSettings.local(rolesPort, "roles-link").with(BRISK).with(protocol))) {
            bench.subscribe("allowed/data");
            bench.awaitConnected();
            assertThat(bench.link.state().problem()).isEmpty();
            bench.subscribe("allowed/data", "forbidden/data");
            bench.awaitProblem(MqttError.SUBSCRIBE_DENIED);
            assertThat(bench.echo("allowed/data", "x")).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "expired, CERTIFICATE_EXPIRED, 2024-02-29",
        "elsewhere, CERTIFICATE_HOST, broker.example",
        "stranger, CERTIFICATE_UNKNOWN, CN=Another authority"
    })
    void case16CertificatesOfTheBroker(String certificate, MqttError code, String named) throws InterruptedException {
        for (Protocol protocol : Protocol.values()) {
            try (LinkTestBench bench = new LinkTestBench(withTls(protocol, certificate, Optional.empty()))) {
                LinkState refused = bench.awaitProblem(code);
                assertThat(refused.problem().orElseThrow().messageIn(Locale.CHINA))
                        .contains(named);
                assertThat(bench.link.counts().connections()).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void case16CertificatesOfTheClient(Protocol protocol) throws InterruptedException {
        try (LinkTestBench good = new LinkTestBench(withTls(protocol, "broker", Optional.of("client")))) {
            good.subscribe("tls");
            good.awaitConnected();
            assertThat(good.echo("tls", "x")).isNotNull();
        }
        for (Optional<String> own : List.of(Optional.<String>empty(), Optional.of("intruder"))) {
            try (LinkTestBench bad = new LinkTestBench(withTls(protocol, "broker", own))) {
                bad.awaitProblem(MqttError.CLIENT_CERTIFICATE, MqttError.CLOSED_AFTER_TLS);
            }
        }
    }

    @Test
    void case16NoFallingBackToClearText() throws InterruptedException {
        LinkSettings tlsToPlainPort = withTls(Protocol.V3, "broker", Optional.of("client"));
        tlsToPlainPort = new LinkSettings(
                new Broker("127.0.0.1", passwordPort),
                "rig-link",
                Protocol.V3,
                tlsToPlainPort.access(),
                BRISK,
                tlsToPlainPort.limits(),
                Optional.empty());
        try (LinkTestBench bench = new LinkTestBench(tlsToPlainPort)) {
            LinkState state = bench.await(s -> s.problem().isPresent());
            assertThat(state.problem().orElseThrow().errorCode())
                    .isIn(MqttError.NOT_TLS, MqttError.TLS_FAILED, MqttError.CLOSED_EARLY);
            assertThat(bench.link.counts().connections()).isZero();
        }
    }

    @Test
    void settingsThatAreNotSafeAreRefused() throws IOException {
        Access open = new Access(Optional.empty(), Optional.empty(), false);
        LinkSettings local = LinkSettings.local(1883, "x");
        refused(MqttError.ANONYMOUS_REMOTE, () -> remote(open));
        refused(
                MqttError.PLAIN_REMOTE,
                () -> remote(new Access(Optional.empty(), Optional.of(new Credentials("a", "b")), false)));
        assertThat(remote(new Access(Optional.empty(), Optional.empty(), true))
                        .broker()
                        .host())
                .isEqualTo("192.0.2.1");
        refused(MqttError.QOS_TWO, () -> new Subscription("a", 2));
        refused(MqttError.QOS_TWO, () -> new Outbound("a", new byte[0], 2, false));
        refused(MqttError.SETTING_RANGE, () -> new LinkSettings.Limits(21, 1, 2048));
        refused(MqttError.SETTING_RANGE, () -> new Broker("localhost", 0));
        refused(MqttError.SETTING_TEXT, () -> LinkSettings.local(1883, "a b"));
        Path oneLine = Files.writeString(folder.resolve("one-line"), "only a user\n");
        refused(MqttError.CREDENTIALS_FILE, () -> Credentials.read(oneLine));
        Access noCertificate = new Access(
                Optional.of(new TlsFiles(oneLine, Optional.empty(), Optional.empty())), Optional.empty(), false);
        refused(MqttError.CERTIFICATE_FILE, () -> new LinkTestBench(local.with(noCertificate)));
    }

    private static LinkSettings remote(Access access) {
        LinkSettings local = LinkSettings.local(1883, "x");
        return new LinkSettings(
                new Broker("192.0.2.1", 8883),
                "x",
                Protocol.V3,
                access,
                local.timing(),
                local.limits(),
                Optional.empty());
    }

    private static void refused(MqttError code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(code));
    }
}
