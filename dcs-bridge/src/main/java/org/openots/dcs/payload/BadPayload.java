package org.openots.dcs.payload;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.openots.common.text.LocalText;
import org.openots.common.text.Localizable;

/** Bytes that are no message of their dialect. Gateways send such; it is counted and shown, and the next one is read. */
public final class BadPayload extends Exception implements Localizable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 80;

    private final transient LocalText reason;
    private final long offset;

    /**
     * Creates it.
     *
     * @param reason what is wrong
     * @param payload the bytes
     * @param offset where, in bytes from the start; -1 when the message as a whole is wrong
     */
    public BadPayload(LocalText reason, byte[] payload, long offset) {
        super(english(reason, payload, offset));
        this.reason = new LocalText(
                reason.zh() + (offset < 0 ? "" : "（第 " + offset + " 字节）") + "：" + start(payload),
                english(reason, payload, offset));
        this.offset = offset;
    }

    /**
     * Where the mistake is.
     *
     * @return bytes from the start, -1 when the message as a whole is wrong
     */
    public long offset() {
        return offset;
    }

    /**
     * What is wrong, where, and how the message begins.
     *
     * @param locale the reader's language
     * @return the sentence
     */
    @Override
    public String in(Locale locale) {
        return reason.in(locale);
    }

    private static String english(LocalText reason, byte[] payload, long offset) {
        return reason.en() + (offset < 0 ? "" : " at byte " + offset) + ": " + start(payload);
    }

    /** The first bytes as text, with what cannot be shown replaced. */
    private static String start(byte[] payload) {
        String text = new String(payload, 0, Math.min(SHOWN, payload.length), StandardCharsets.UTF_8);
        StringBuilder shown = new StringBuilder();
        text.chars().forEach(c -> shown.append(Character.isISOControl(c) ? '?' : (char) c));
        return payload.length > SHOWN ? shown.append('…').toString() : shown.toString();
    }
}
