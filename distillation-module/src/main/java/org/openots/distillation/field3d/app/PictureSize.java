package org.openots.distillation.field3d.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openots.common.error.OtsException;

/**
 * Size of a picture.
 *
 * @param width px
 * @param height px
 */
record PictureSize(int width, int height) {
    private static final Pattern FORM = Pattern.compile("(\\d{2,4})x(\\d{2,4})");
    private static final int LEAST = 16;
    private static final int MOST = 8192;

    static PictureSize of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new OtsException(AppError.SIZE, text);
        }
        PictureSize size = new PictureSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        if (Math.min(size.width, size.height) < LEAST || Math.max(size.width, size.height) > MOST) {
            throw new OtsException(AppError.SIZE, text);
        }
        return size;
    }
}
