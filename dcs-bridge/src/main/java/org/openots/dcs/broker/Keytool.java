package org.openots.dcs.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;

/**
 * Keys and certificates by the keytool of the running JDK, which is the JDK's one public way to issue certificates. The
 * password of the key store goes by the environment, where no list of processes shows it.
 */
final class Keytool {
    private static final String PASSWORD = "OPENOTS_STORE";
    private static final int LINE = 64;

    private final Path store;
    private final String password;

    Keytool(Path store, String password) {
        this.store = store;
        this.password = password;
    }

    /** Makes a key pair with a certificate. */
    void generate(String alias, String name, int days, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-Duser.language=en",
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                Integer.toString(days),
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env",
                PASSWORD));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(PASSWORD, password);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new OtsException(BrokerError.KEYTOOL, said);
            }
        } catch (IOException e) {
            throw new OtsException(BrokerError.KEYTOOL, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OtsException(BrokerError.KEYTOOL, "interrupted");
        }
    }

    String certificate(String alias) {
        try {
            return pem("CERTIFICATE", open().getCertificate(alias).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate just made cannot be read", e);
        }
    }

    String key(String alias) {
        try {
            return pem(
                    "PRIVATE KEY", open().getKey(alias, password.toCharArray()).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key just made cannot be read", e);
        }
    }

    private KeyStore open() throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore opened = KeyStore.getInstance("PKCS12");
            opened.load(in, password.toCharArray());
            return opened;
        } catch (IOException e) {
            throw FileErrors.unreadable(store.toString(), e);
        }
    }

    private static String pem(String kind, byte[] content) {
        String text = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }
}
