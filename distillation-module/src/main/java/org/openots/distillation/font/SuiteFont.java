package org.openots.distillation.font;

import java.io.IOException;
import java.io.InputStream;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;

/** Noto Sans SC Regular, a TrueType font under the SIL Open Font License 1.1, whose text lies beside it. */
public final class SuiteFont {
    /** File name of the font. */
    public static final String FILE = "NotoSansSC-Regular.ttf";

    private SuiteFont() {}

    /**
     * Opens the font.
     *
     * @return its bytes, to be closed by the caller
     * @throws OtsException if the program was packed without it
     */
    public static InputStream open() {
        InputStream in = SuiteFont.class.getResourceAsStream(FILE);
        if (in == null) {
            throw new OtsException(CommonError.FILE_UNREADABLE, FILE, "no such resource");
        }
        return in;
    }

    /**
     * The whole font.
     *
     * @return its bytes, 10.6 MB
     * @throws OtsException if the program was packed without it
     */
    public static byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new OtsException(CommonError.FILE_UNREADABLE, FILE, String.valueOf(e.getMessage()));
        }
    }
}
