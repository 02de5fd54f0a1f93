package org.openots.dcs.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;

/**
 * Writes all that a mosquitto for a real rig needs: configuration, access list, an authority of its own with the broker's
 * certificate, and an account for each program.
 */
public final class BridgeSetup {
    /** Accounts, as in the access list. */
    public static final List<String> USERS = List.of("rig", "bridge", "writer", "gateway");

    private static final int AUTHORITY_DAYS = 3650;

    /** What most programs accept of a server. */
    private static final int BROKER_DAYS = 825;

    private static final int PASSWORD_LENGTH = 24;
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}|[0-9A-Fa-f:.]{2,45}");
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Path folder;
    private final RandomGenerator random;

    /**
     * What is to be set up.
     *
     * @param hosts names and addresses by which programs reach the broker
     * @param port its port
     * @param site the school, part of topics
     * @param rig the rig, part of topics
     */
    public record Plan(List<String> hosts, int port, String site, String rig) {
        /** Sees that all can be written as they are. */
        public Plan {
            hosts = List.copyOf(hosts);
            LocalText host = new LocalText("主机名或 IP 地址", "a host name or IP address");
            LocalText part =
                    new LocalText("1 到 64 个字母、数字、点、下划线或连字符", "1 to 64 letters, digits, dots, underscores or hyphens");
            hosts.forEach(name -> require(HOST, name, host));
            require(PART, site, part);
            require(PART, rig, part);
            if (port < 1 || port > 65_535) {
                throw new OtsException(BrokerError.BAD_PORT, Integer.toString(port));
            }
        }

        private static void require(Pattern pattern, String name, LocalText rule) {
            if (!pattern.matcher(name).matches()) {
                throw new OtsException(BrokerError.BAD_NAME, name, rule);
            }
        }
    }

    /**
     * Says where.
     *
     * @param folder a new or empty folder
     * @param random a generator that cannot be guessed, for passwords
     */
    public BridgeSetup(Path folder, RandomGenerator random) {
        this.folder = folder.toAbsolutePath().normalize();
        this.random = random;
    }

    /**
     * Writes the files.
     *
     * @param plan what is to be set up
     * @return the files, in the order in which they are explained
     * @throws OtsException if the folder has something in it, cannot be written, or keytool fails
     */
    public List<Path> write(Plan plan) {
        try {
            Files.createDirectories(folder);
            requireEmpty();
            if (posix()) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            Files.createDirectory(folder.resolve("store"));
            Map<String, String> words = Map.of(
                    "folder", folder.toString().replace('\\', '/'),
                    "port", Integer.toString(plan.port()),
                    "site", plan.site(),
                    "rig", plan.rig());
            List<Path> files = new ArrayList<>();
            files.add(secret("mosquitto.conf", filled("mosquitto.conf", words)));
            files.add(secret("acl", filled("acl", words)));
            files.addAll(certificates(plan));
            files.addAll(accounts());
            return files;
        } catch (IOException e) {
            throw FileErrors.unwritable(folder.toString(), e);
        }
    }

    private void requireEmpty() throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new OtsException(BrokerError.FOLDER_IN_USE, folder.toString());
            }
        }
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static String filled(String template, Map<String, String> words) {
        String text = new String(StrictJson.bytes(BridgeSetup.class, template), StandardCharsets.UTF_8);
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace("${" + word.getKey() + "}", word.getValue());
        }
        return text;
    }

    private List<Path> certificates(Plan plan) throws IOException {
        String password = password();
        Keytool keytool = new Keytool(folder.resolve("ca.p12"), password);
        keytool.generate(
                "ca", "OpenOTS " + plan.site() + " CA", AUTHORITY_DAYS, "-ext", "bc:c", "-ext", "ku:c=keyCertSign");
        String names = String.join(
                ",",
                plan.hosts().stream()
                        .map(host -> (ADDRESS.matcher(host).matches() ? "ip:" : "dns:") + host)
                        .toList());
        keytool.generate(
                "broker",
                "OpenOTS " + plan.site() + " broker",
                BROKER_DAYS,
                "-signer",
                "ca",
                "-ext",
                "san=" + names,
                "-ext",
                "eku=serverAuth");
        return List.of(
                secret("ca.crt", keytool.certificate("ca")),
                secret("broker.crt", keytool.certificate("broker")),
                secret("broker.key", keytool.key("broker")),
                folder.resolve("ca.p12"),
                secret("ca.password", password + "\n"));
    }

    private List<Path> accounts() throws IOException {
        StringBuilder hashed = new StringBuilder();
        List<Path> files = new ArrayList<>();
        for (String user : USERS) {
            String password = password();
            hashed.append(PasswordLine.of(user, password, random)).append('\n');
            files.add(secret(user + ".login", user + "\n" + password + "\n"));
        }
        files.add(0, secret("passwords", hashed.toString()));
        return files;
    }

    private String password() {
        StringBuilder text = new StringBuilder();
        random.ints(PASSWORD_LENGTH, 0, LETTERS.length()).forEach(i -> text.append(LETTERS.charAt(i)));
        return text.toString();
    }

    /** Readable by the owner alone from the moment it exists. */
    private Path secret(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        if (posix()) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
