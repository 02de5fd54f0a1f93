package org.openots.instructor.web;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.instructor.people.PeopleError;
import org.openots.instructor.report.ReportFormat;
import org.openots.instructor.report.SlipSheet;
import org.openots.instructor.security.Accounts;
import org.openots.instructor.security.Held;

/** Sheets of slips with passwords or codes, held in memory for whoever made them. */
final class SlipFiles {
    private static final int MOST = 16;
    private static final LocalText PASSWORDS = new LocalText("登录密码条", "Slips with passwords");
    private static final LocalText PASSWORDS_HOW = new LocalText(
            "剪开后当面交给本人。密码只印这一次，教师站不保存明文。",
            "Cut and hand each to its owner. A password is printed once; the station does not keep it.");
    private static final LocalText CODES = new LocalText("扫码登录条", "Slips to scan");
    private static final LocalText CODES_HOW = new LocalText(
            "剪开后当面交给本人，用手机或学员机的摄像头扫码登录。每个码只能用一次，到期或作废后失效。",
            "Cut and hand each to its owner, who scans it to sign in. A code works once, until it ends or is revoked.");

    private final Held<Sheet> sheets;

    private record Sheet(boolean codes, List<SlipSheet.Slip> slips) {}

    SlipFiles(Clock clock) {
        this.sheets = new Held<>(clock, MOST);
    }

    void register(RouteTable table) {
        table.add("GET", "/api/people/slips/{id}", PeopleRoutes.KEEPERS, this::file);
    }

    /** Holds passwords; the id of the sheet. */
    String passwords(String by, List<Accounts.Issued> issued) {
        return sheets.put(
                by,
                new Sheet(
                        false,
                        issued.stream()
                                .map(one -> new SlipSheet.Slip(one.person(), one.password()))
                                .toList()));
    }

    /** Holds addresses with codes; the id of the sheet. */
    String codes(String by, List<SlipSheet.Slip> slips) {
        return sheets.put(by, new Sheet(true, slips));
    }

    private void file(Context ctx) {
        Sheet sheet = sheets.find(ctx.pathParam("id"), Gatekeeper.person(ctx).account())
                .orElseThrow(() -> new OtsException(PeopleError.SHEET_GONE));
        Locale locale = Languages.of(ctx);
        String address = "http://" + ctx.host();
        byte[] pdf = sheet.codes()
                ? SlipSheet.codes(new SlipSheet.Head(CODES, CODES_HOW, address), sheet.slips(), locale)
                : SlipSheet.passwords(new SlipSheet.Head(PASSWORDS, PASSWORDS_HOW, address), sheet.slips(), locale);
        ctx.header(
                "Content-Disposition", "attachment; filename=\"" + (sheet.codes() ? "codes" : "passwords") + ".pdf\"");
        ctx.contentType(ReportFormat.PDF.mediaType());
        ctx.result(pdf);
    }
}
