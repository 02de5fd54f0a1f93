package org.openots.distillation.field3d.app;

import java.io.PrintWriter;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.openots.common.error.OtsException;

/** The way without a graphics card: says why in both languages, and opens the 2D field page of the same run. */
final class FlatWay {
    private final PageOpener opener;
    private final PrintWriter err;

    FlatWay(PageOpener opener, PrintWriter err) {
        this.opener = opener;
        this.err = err;
    }

    /**
     * Goes it.
     *
     * @param why nothing can be drawn
     * @param page of the run; empty without a station
     * @return exit code
     */
    int after(OtsException why, Optional<URI> page) {
        String code = why.errorCode().code();
        err.println(code + " " + why.messageIn(Locale.SIMPLIFIED_CHINESE));
        err.println(code + " " + why.messageIn(Locale.ENGLISH));
        page.ifPresent(address -> {
            boolean opened = opener.open(address);
            err.println(opened ? "已在浏览器中打开二维现场页面，操作和评分相同：" + address : "请在浏览器中打开二维现场页面，操作和评分相同：" + address);
            err.println(
                    opened
                            ? "The 2D field page was opened in the browser: same operations, same score: " + address
                            : "Open the 2D field page in a browser: same operations, same score: " + address);
        });
        err.flush();
        return FailureWords.NO_DRAWING;
    }
}
