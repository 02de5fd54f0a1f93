package org.openots.instructor.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.openots.common.text.LocalText;
import org.openots.distillation.font.SuiteFont;
import org.openots.instructor.debrief.CauseAnalysis;
import org.openots.instructor.debrief.Debrief;
import org.openots.instructor.debrief.DebriefJson;
import org.openots.instructor.debrief.DebriefMaker;
import org.openots.instructor.debrief.DebriefTexts;
import org.openots.instructor.debrief.Harm;
import org.openots.simulator.alarm.AlarmMetrics;

/** A debrief to print: facts, score with reasons, the timeline, curves, alarms, causes, interventions. */
public final class DebriefPdf {
    private static final float MARGIN = 34;
    private static final float SECTION = 11.5f;
    /** What a heading needs below it: the head of a table and two rows, points of a page. */
    private static final float ROOM = 90;
    /** Pieces of evidence printed of a loss; the pages have all. */
    private static final int MOST_EVIDENCE = 6;
    /** Harm that is none. */
    private static final double NOTHING = 0.05;

    private static final int SECONDS = 60;

    private final Debrief debrief;
    private final DebriefMaker.Plant plant;
    private final DebriefTexts texts;
    private final Locale locale;
    private final ZoneId zone;
    private final PdfParts parts = new PdfParts(SuiteFont.bytes());
    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PdfWriter writer = PdfWriter.getInstance(document, out);

    private DebriefPdf(Debrief debrief, DebriefMaker.Plant plant, DebriefTexts texts, Locale locale, ZoneId zone) {
        this.debrief = debrief;
        this.plant = plant;
        this.texts = texts;
        this.locale = locale;
        this.zone = zone;
    }

    /**
     * Makes the document.
     *
     * @param debrief the debrief, with the curves of the main tags
     * @param plant its plant
     * @param texts words of the pages
     * @param locale Chinese or English
     * @param zone of the clock times
     * @return a PDF file
     */
    public static byte[] of(Debrief debrief, DebriefMaker.Plant plant, DebriefTexts texts, Locale locale, ZoneId zone) {
        return new DebriefPdf(debrief, plant, texts, locale, zone).print();
    }

    private byte[] print() {
        writer.setPageEvent(new PdfFooter(
                parts,
                List.of(
                        words("复盘 ", "Debrief ") + debrief.head().run(),
                        words("日志摘要 ", "Journal ") + debrief.head().journalHead()),
                (number, of) -> words("第 ", "Page ") + number + words(" 页，共 ", " of ") + of + words(" 页", "")));
        document.open();
        properties();
        facts();
        losses();
        DebriefDrawing drawing = new DebriefDrawing(debrief, locale, parts, writer);
        float width = document.right() - document.left();
        section(words("时间轴", "Timeline"));
        document.add(drawing.timeline(width));
        if (!debrief.curves().pens().isEmpty()) {
            section(words("主要参数", "Main values"));
            drawing.curves(width).forEach(document::add);
        }
        alarms();
        debrief.causes().ifPresent(this::causes);
        interventions();
        document.close();
        return out.toByteArray();
    }

    private void properties() {
        document.addTitle(words("复盘 ", "Debrief ") + debrief.head().run());
        document.addCreator("OpenOTS");
        PdfString day = new PdfString("D:"
                + DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT)
                        .format(Instant.ofEpochMilli(debrief.head().started()).atZone(ZoneId.of("UTC")))
                + "Z");
        writer.getInfo().put(PdfName.CREATIONDATE, day);
        writer.getInfo().put(PdfName.MODDATE, day);
        // the same debrief gives the same bytes
        byte[] id = (debrief.head().run() + debrief.head().journalHead()).getBytes(StandardCharsets.UTF_8);
        writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(locale.equals(Locale.ENGLISH) ? "en" : "zh-CN"));
    }

    private String words(String zh, String en) {
        return new LocalText(zh, en).in(locale);
    }

    private String number(double value, int decimals) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '\u2212')
                : "\u2014";
    }

    private void section(String title) {
        if (writer.getVerticalPosition(true) < document.bottom() + ROOM) {
            document.newPage(); // a heading never stands alone at the foot of a page
        }
        var paragraph = parts.paragraph(title, SECTION, true);
        paragraph.setSpacingBefore(SECTION / 2);
        paragraph.setKeepTogether(true);
        document.add(paragraph);
    }

    private void facts() {
        Debrief.Head head = debrief.head();
        parts.add(document, words("复盘：", "Debrief: ") + head.title().in(locale), PdfParts.TITLE, true);
        PdfPTable table = parts.table(2, 5, 2, 5);
        fact(table, words("学员", "Trainee"), (head.name() + "  " + seat(head) + " " + head.group()).strip());
        fact(table, words("任务", "Task"), head.task() + "  " + head.plant());
        fact(
                table,
                words("开始", "Began"),
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                        .format(Instant.ofEpochMilli(head.started()).atZone(zone)));
        fact(table, words("时长", "Length"), DebriefTexts.clock(head.seconds()));
        fact(
                table,
                words("得分", "Score"),
                number(debrief.sheet().path("total").asDouble(), 1) + " / "
                        + number(debrief.sheet().path("max").asDouble(100), 0));
        fact(table, words("运行号", "Run"), head.run());
        if (!head.branchOf().isEmpty()) {
            fact(table, words("分支，不是成绩", "Branch, no record"), words("来自 ", "of ") + head.branchOf());
            fact(table, "", "");
        }
        fact(table, words("引擎版本", "Engine"), head.engine());
        fact(table, words("日志摘要", "Journal"), head.journalHead());
        document.add(table);
    }

    private String seat(Debrief.Head head) {
        return head.seat().isEmpty() ? "" : words("座位 ", "seat ") + head.seat();
    }

    private void fact(PdfPTable table, String label, String value) {
        table.addCell(parts.key(label, PdfParts.TEXT));
        table.addCell(parts.cell(value, PdfParts.TEXT));
    }

    private void losses() {
        section(words("失分与理由", "Lost points and reasons"));
        JsonNode losses = debrief.sheet().path("losses");
        if (losses.isEmpty()) {
            parts.add(document, words("没有失分。", "Nothing was lost."), PdfParts.TEXT, false);
            return;
        }
        PdfPTable table = parts.table(
                List.of(words("失分", "Lost"), words("时刻", "Time"), words("理由", "Reason"), words("依据", "Evidence")),
                1.1f,
                1.6f,
                6,
                4.3f);
        table.setSplitLate(false); // a long row is cut rather than the page left empty
        for (JsonNode loss : losses) {
            right(table, number(-Math.abs(loss.path("points").asDouble()), 1));
            parts.row(
                    table,
                    List.of(
                            DebriefTexts.clock(loss.path("time").asDouble()),
                            in(loss.path("reason")),
                            evidence(loss.path("evidence"))));
        }
        document.add(table);
    }

    private String in(JsonNode both) {
        return both.isTextual()
                ? both.asText()
                : new LocalText(both.path("zh").asText(), both.path("en").asText()).in(locale);
    }

    private String evidence(JsonNode list) {
        StringBuilder all = new StringBuilder();
        int lines = 0;
        for (JsonNode one : list) {
            if (lines == MOST_EVIDENCE) {
                return all.append("\n\u2026").toString();
            }
            lines++;
            String tag = one.path("tag").asText();
            boolean read = one.path("value").isNumber();
            all.append(all.length() == 0 ? "" : "\n").append(tag);
            all.append(read ? " = " + number(one.path("value").asDouble(), 2) : "");
            all.append(one.has("wanted") ? words("，", ", ") + in(one.path("wanted")) : "");
        }
        return all.toString();
    }

    private void right(PdfPTable table, String text) {
        PdfPCell cell = parts.cell(text, PdfParts.TEXT);
        cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
        table.addCell(cell);
    }

    private void alarms() {
        section(words("报警统计（EEMUA 191）", "Alarm statistics (EEMUA 191)"));
        AlarmMetrics one = debrief.measures();
        PdfPTable table = parts.table(3, 2, 3, 2);
        fact(table, words("报警次数", "Alarms"), Integer.toString(one.annunciations()));
        fact(table, words("每 10 min", "Per 10 min"), number(one.perTenMinutes(), 1));
        fact(table, words("最多一个 10 min", "Worst 10 min"), Integer.toString(one.peakTenMinutes()));
        fact(table, words("洪泛时间", "Time in flood"), number(100 * one.floodShare(), 0) + " %");
        fact(table, words("同时存在最多", "Most at a time"), Integer.toString(one.standingPeak()));
        fact(
                table,
                words("平均确认", "Mean answer"),
                Double.isFinite(one.meanAcknowledgeSeconds())
                        ? number(one.meanAcknowledgeSeconds(), 0) + " s"
                        : "\u2014");
        fact(
                table,
                words("优先级 1 / 2 / 3", "Priority 1 / 2 / 3"),
                count(one, 1) + " / " + count(one, 2) + " / " + count(one, 3));
        fact(table, words("抖动", "Chattering"), String.join(" ", one.chattering()));
        document.add(table);
    }

    private static int count(AlarmMetrics one, int priority) {
        return one.byPriority().getOrDefault(priority, 0);
    }

    private void causes(CauseAnalysis found) {
        section(words("原因（去掉后重演）", "Causes (played again without each)"));
        PdfPTable table = parts.table(
                List.of(
                        "",
                        words("操作或故障", "Operation or fault"),
                        words("时刻", "Time"),
                        words("后果", "Harm"),
                        words("去掉后", "Without it"),
                        words("得分变化", "Points")),
                0.7f,
                5,
                1.7f,
                1.3f,
                3.6f,
                1.6f);
        int rank = 0;
        for (CauseAnalysis.Ranked one : found.causes()) {
            rank++;
            parts.row(
                    table,
                    List.of(
                            Integer.toString(rank),
                            DebriefJson.name(one.deed(), plant, texts).in(locale),
                            DebriefTexts.clock(found.seconds(one.deed().tick())),
                            number(one.weight(), 1),
                            Math.abs(one.weight()) < NOTHING ? words("无变化", "the same") : harm(one.without()),
                            number(one.points(), 1)));
        }
        document.add(table);
        times(found);
    }

    private void times(CauseAnalysis found) {
        List<CauseAnalysis.Shifted> shifts = found.shifts().stream()
                .filter(one -> Math.abs(one.gain()) >= NOTHING)
                .toList();
        if (shifts.isEmpty()) {
            return;
        }
        section(words("早做或晚做（重演）", "Earlier or later (played again)"));
        PdfPTable table = parts.table(
                List.of(
                        words("操作或故障", "Operation or fault"),
                        words("换到", "Moved to"),
                        words("那样的话", "Then"),
                        words("得分变化", "Points")),
                5,
                3.2f,
                4,
                1.7f);
        for (CauseAnalysis.Shifted one : shifts) {
            parts.row(
                    table,
                    List.of(
                            DebriefJson.name(one.deed(), plant, texts).in(locale),
                            moved(one.seconds()) + "  "
                                    + DebriefTexts.clock(
                                            found.seconds(one.deed().tick() + one.ticks())),
                            harm(one.then()),
                            number(one.points(), 1)));
        }
        document.add(table);
    }

    private String moved(double seconds) {
        double size = Math.abs(seconds);
        String by =
                size >= SECONDS && size % SECONDS == 0 ? number(size / SECONDS, 0) + " min" : number(size, 0) + " s";
        return seconds < 0 ? words("早 ", "") + by + words("", " earlier") : words("晚 ", "") + by + words("", " later");
    }

    private String harm(Harm harm) {
        int alarms = harm.urgent() + harm.soon() + harm.aware();
        return words("联锁 ", "trips ") + harm.trips() + words("，报警 ", ", alarms ") + alarms;
    }

    private void interventions() {
        if (debrief.interventions().isEmpty()) {
            return;
        }
        section(words("教师干预", "Interventions"));
        PdfPTable table =
                parts.table(List.of(words("时刻", "Time"), words("何人", "Who"), words("内容", "What")), 1.6f, 2.4f, 9);
        for (Debrief.Doing one : debrief.interventions()) {
            parts.row(
                    table,
                    List.of(DebriefTexts.clock(one.time()), one.by(), one.text().in(locale)));
        }
        document.add(table);
    }
}
