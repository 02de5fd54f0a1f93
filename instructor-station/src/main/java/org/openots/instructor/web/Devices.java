package org.openots.instructor.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import org.openots.instructor.security.DeviceMarks;

/** Computers, told apart by a random mark their browser keeps; only its digest is stored, and it signs nobody in. */
final class Devices {
    /** Name of the cookie. */
    static final String COOKIE = "ots_device";

    private static final int LIFE_SECONDS = (int) Duration.ofDays(400).toSeconds();

    private final DeviceMarks marks = new DeviceMarks();

    /** The digest of the computer's mark; a computer without one gets one. */
    String of(Context ctx) {
        String mark = ctx.cookie(COOKIE);
        if (mark == null || !mark.matches("[0-9a-f]{32}")) {
            mark = marks.fresh();
            ctx.cookie(new Cookie(COOKIE, mark, "/", LIFE_SECONDS, false, true, null, SameSite.STRICT));
        }
        return DeviceMarks.digest(mark);
    }
}
