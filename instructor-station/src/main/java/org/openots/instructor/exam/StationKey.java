package org.openots.instructor.exam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import org.openots.common.error.OtsException;

/** The key a station signs results with: Ed25519 (RFC 8032). Made once, kept in the data folder, never leaves it. */
final class StationKey {
    static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "station.key";
    private static final String PUBLIC = "station.pub";

    private final PrivateKey secret;
    private final byte[] open;

    private StationKey(PrivateKey secret, byte[] open) {
        this.secret = secret;
        this.open = open;
    }

    /** Reads the key of a folder, or makes one. */
    static StationKey in(Path folder) {
        try {
            Path file = folder.resolve(PRIVATE);
            if (!Files.exists(file)) {
                make(folder);
            }
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            PrivateKey secret = factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(file)));
            return new StationKey(secret, bytes(folder.resolve(PUBLIC)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new OtsException(ExamError.STORAGE, PRIVATE, String.valueOf(e.getMessage()));
        }
    }

    private static void make(Path folder) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        write(folder.resolve(PUBLIC), pair.getPublic().getEncoded());
        Path file = folder.resolve(PRIVATE);
        write(file, pair.getPrivate().getEncoded());
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.writeString(
                file,
                Base64.getEncoder().encodeToString(bytes) + "\n",
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE,
                                StandardOpenOption.SYNC)
                        .toArray(StandardOpenOption[]::new));
    }

    private static byte[] bytes(Path file) throws IOException {
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }

    byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM, e);
        }
    }

    /** The public half, X.509 form. */
    byte[] open() {
        return open.clone();
    }

    /** Whether a signature is of this content and of this key. */
    static boolean holds(byte[] key, byte[] content, byte[] signed) {
        try {
            PublicKey known = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(known);
            signature.update(content);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // a key or signature of another form holds nothing
            return false;
        }
    }

    /** What people compare: the first half of the digest of the public half, in groups. */
    static String fingerprint(byte[] key) {
        return Digests.sha256(key).substring(0, 32).replaceAll("(.{4})(?=.)", "$1 ");
    }
}
