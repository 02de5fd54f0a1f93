package org.openots.dcs.mqtt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

/** TLS with authorities of our own, and a memory of the certificate that was shown last, for messages about it. */
final class TlsContext {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final LocalText CERTIFICATES = new LocalText("PEM 证书", "a certificate in PEM");
    private static final LocalText PRIVATE_KEY =
            new LocalText("无密码的 PKCS#8 私钥（PEM）", "a private key in PKCS 8 without password, in PEM");

    private final SSLContext context;
    private final Remembering trust;

    private TlsContext(SSLContext context, Remembering trust) {
        this.context = context;
        this.trust = trust;
    }

    /** Reads the files. */
    static TlsContext of(LinkSettings.TlsFiles files) {
        try {
            KeyStore authorities = empty();
            int number = 0;
            for (Certificate authority : certificates(files.authority())) {
                authorities.setCertificateEntry("ca" + number++, authority);
            }
            TrustManagerFactory trusts = TrustManagerFactory.getInstance("PKIX");
            trusts.init(authorities);
            Remembering trust = new Remembering((X509ExtendedTrustManager) trusts.getTrustManagers()[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(ownKeys(files), new TrustManager[] {trust}, null);
            return new TlsContext(context, trust);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every Java platform has PKIX and TLS", e);
        }
    }

    private static KeyManager @Nullable [] ownKeys(LinkSettings.TlsFiles files)
            throws GeneralSecurityException, IOException {
        if (files.certificate().isEmpty()) {
            return null;
        }
        Path keyFile = files.key()
                .orElseThrow(() -> new OtsException(
                        MqttError.CERTIFICATE_FILE, files.certificate().get().toString(), PRIVATE_KEY));
        Certificate[] chain = certificates(files.certificate().get()).toArray(Certificate[]::new);
        char[] noPassword = new char[0];
        KeyStore own = empty();
        own.setKeyEntry("own", key(keyFile, chain[0].getPublicKey().getAlgorithm()), noPassword, chain);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, noPassword);
        return keys.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static List<Certificate> certificates(Path file) {
        try {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes(file)));
            if (found.isEmpty()) {
                throw new OtsException(MqttError.CERTIFICATE_FILE, file.toString(), CERTIFICATES);
            }
            return List.copyOf(found);
        } catch (CertificateException e) {
            throw new OtsException(MqttError.CERTIFICATE_FILE, file.toString(), CERTIFICATES);
        }
    }

    private static PrivateKey key(Path file, String algorithm) throws GeneralSecurityException {
        Matcher pem = KEY.matcher(new String(bytes(file), StandardCharsets.ISO_8859_1));
        if (!pem.find()) {
            throw new OtsException(MqttError.CERTIFICATE_FILE, file.toString(), PRIVATE_KEY);
        }
        byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException e) {
            throw new OtsException(MqttError.CERTIFICATE_FILE, file.toString(), PRIVATE_KEY);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileErrors.unreadable(file.toString(), e);
        }
    }

    SSLSocket wrap(Socket plain, String host, int port) throws IOException {
        return (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
    }

    /** The certificate the broker showed last; null before the first. */
    @Nullable
    X509Certificate shown() {
        return trust.shown;
    }

    /** Trusts as the platform does, and keeps what it was asked about. */
    private static final class Remembering extends X509ExtendedTrustManager {
        private final X509ExtendedTrustManager platform;
        private volatile @Nullable X509Certificate shown;

        Remembering(X509ExtendedTrustManager platform) {
            this.platform = platform;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            shown = chain[0];
            chain[0].checkValidity();
            if (!(socket instanceof SSLSocket)) {
                throw new CertificateException("no TLS");
            }
            platform.checkServerTrusted(chain, type, socket);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            shown = chain[0];
            platform.checkServerTrusted(chain, type, engine);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("the host name cannot be checked");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            platform.checkClientTrusted(chain, type, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            platform.checkClientTrusted(chain, type, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            platform.checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return platform.getAcceptedIssuers();
        }
    }
}
