package org.openots.dcs.mqtt;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;

/** Turns what the library and the platform throw into what a person can act on. */
final class Problems {
    private static final String ALERT = "Received fatal alert: ";

    private final LinkSettings settings;
    private final Optional<TlsContext> tls;

    Problems(LinkSettings settings, Optional<TlsContext> tls) {
        this.settings = settings;
        this.tls = tls;
    }

    /** Why a connection did not come about. */
    OtsException ofAttempt(SessionFailure failure, @Nullable Throwable transport) {
        String host = settings.broker().host();
        int port = settings.broker().port();
        return switch (failure.kind()) {
            case LOGIN ->
                new OtsException(
                        MqttError.LOGIN_REFUSED, host, port, settings.access().user());
            case CLIENT_ID -> new OtsException(MqttError.CLIENT_ID_REFUSED, host, settings.clientId());
            case UNAVAILABLE -> new OtsException(MqttError.BROKER_UNAVAILABLE, host, port);
            case VERSION ->
                new OtsException(
                        MqttError.WRONG_VERSION, host, port, settings.protocol().word());
            case TIMEOUT -> noAnswer();
            case NETWORK -> ofNetwork(failure, transport);
        };
    }

    private OtsException noAnswer() {
        return new OtsException(
                MqttError.NO_ANSWER,
                settings.broker().host(),
                settings.broker().port(),
                settings.timing().connect().toSeconds());
    }

    private OtsException ofNetwork(Throwable failure, @Nullable Throwable transport) {
        String host = settings.broker().host();
        int port = settings.broker().port();
        List<Throwable> causes = causes(transport, failure);
        Optional<OtsException> certificate = ofCertificate(causes);
        if (certificate.isPresent()) {
            return certificate.get();
        }
        for (Throwable cause : causes) {
            String words = String.valueOf(cause.getMessage());
            if (cause instanceof UnknownHostException) {
                return new OtsException(MqttError.UNKNOWN_HOST, host);
            } else if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return new OtsException(MqttError.NOBODY_LISTENS, host, port);
            } else if (cause instanceof SocketTimeoutException) {
                return noAnswer();
            } else if (cause instanceof PacketGuard.PacketTooLarge large) {
                return new OtsException(
                        MqttError.PACKET_TOO_LARGE,
                        large.bytes(),
                        settings.limits().packet());
            } else if (cause instanceof SSLException) {
                return words.contains("Unsupported or unrecognized SSL message")
                        ? new OtsException(MqttError.NOT_TLS, host, port)
                        : new OtsException(MqttError.TLS_FAILED, host, port, words);
            }
        }
        // the end of the connection can overtake the alert that says why
        boolean secured = tls.map(TlsContext::shown).isPresent();
        return new OtsException(secured ? MqttError.CLOSED_AFTER_TLS : MqttError.CLOSED_EARLY, host, port);
    }

    private Optional<OtsException> ofCertificate(List<Throwable> causes) {
        String host = settings.broker().host();
        X509Certificate shown = tls.map(TlsContext::shown).orElse(null);
        for (Throwable cause : causes) {
            String words = String.valueOf(cause.getMessage());
            if (words.startsWith(ALERT)) {
                return Optional.of(new OtsException(
                        MqttError.CLIENT_CERTIFICATE, host, settings.broker().port(), words.substring(ALERT.length())));
            }
            if (shown != null && cause instanceof CertificateExpiredException) {
                return Optional.of(new OtsException(
                        MqttError.CERTIFICATE_EXPIRED, host, subject(shown), day(shown.getNotAfter())));
            }
            if (shown != null && cause instanceof CertificateNotYetValidException) {
                return Optional.of(new OtsException(
                        MqttError.CERTIFICATE_NOT_YET, host, subject(shown), day(shown.getNotBefore())));
            }
            if (shown != null && cause instanceof CertPathBuilderException) {
                return Optional.of(new OtsException(
                        MqttError.CERTIFICATE_UNKNOWN,
                        host,
                        shown.getIssuerX500Principal().getName(),
                        settings.access()
                                .tls()
                                .map(files -> files.authority().toString())
                                .orElse("-")));
            }
        }
        // Last, because a broken path is a CertificateException as well: what is left is the name.
        return causes.stream()
                .filter(cause -> shown != null && cause.getClass() == CertificateException.class)
                .findFirst()
                .map(cause -> new OtsException(MqttError.CERTIFICATE_HOST, host, names(shown)));
    }

    private static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    private static LocalDate day(Date date) {
        return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
    }

    private static String names(@Nullable X509Certificate certificate) {
        if (certificate == null) {
            return "-";
        }
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? subject(certificate)
                    : names.stream().map(name -> String.valueOf(name.get(1))).collect(Collectors.joining(", "));
        } catch (CertificateParsingException e) {
            return subject(certificate);
        }
    }

    /** Why a connection ended. */
    OtsException ofLoss(@Nullable Throwable cause, @Nullable Throwable transport) {
        List<Throwable> causes = causes(transport, cause);
        for (Throwable one : causes) {
            if (one instanceof PacketGuard.PacketTooLarge
                    || String.valueOf(one.getMessage()).startsWith(ALERT)) {
                return ofNetwork(one, null);
            }
        }
        return new OtsException(
                MqttError.LOST, settings.broker().host(), settings.broker().port());
    }

    /** Whether only a person can change it, so that there is no hurry to try again. */
    static boolean needsPerson(OtsException problem) {
        return problem.errorCode() instanceof MqttError code
                && switch (code) {
                    case LOGIN_REFUSED,
                            CLIENT_ID_REFUSED,
                            WRONG_VERSION,
                            CERTIFICATE_EXPIRED,
                            CERTIFICATE_NOT_YET,
                            CERTIFICATE_HOST,
                            CERTIFICATE_UNKNOWN,
                            CLIENT_CERTIFICATE,
                            NOT_TLS -> true;
                    default -> false;
                };
    }

    private static List<Throwable> causes(@Nullable Throwable... chains) {
        List<Throwable> all = new ArrayList<>();
        for (Throwable first : chains) {
            for (Throwable one = first; one != null && !all.contains(one); one = one.getCause()) {
                all.add(one);
            }
        }
        return all;
    }
}
