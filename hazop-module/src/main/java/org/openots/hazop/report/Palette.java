package org.openots.hazop.report;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The looks of cells in one workbook. */
final class Palette {
    /** Kinds of cells. */
    enum Look {
        TITLE,
        NOTE,
        HEAD,
        BANNER,
        TEXT,
        KEY,
        CENTER,
        NUMBER
    }

    private static final String FONT = "微软雅黑";
    private static final short USUAL = 9;
    private static final short TITLE = 16;
    private static final String HEAD_FILL = "DCE5E2";
    private static final String BANNER_FILL = "EEF2F0";
    private static final String KEY_FILL = "F6F8F7";
    private static final String LINE = "8A9793";

    private final XSSFWorkbook book;
    private final Map<Look, XSSFCellStyle> looks = new EnumMap<>(Look.class);
    private final Map<Look, XSSFCellStyle> quoted = new EnumMap<>(Look.class);
    private final Map<String, XSSFCellStyle> bands = new HashMap<>();

    Palette(XSSFWorkbook book) {
        this.book = book;
    }

    XSSFCellStyle of(Look look) {
        return looks.computeIfAbsent(look, this::make);
    }

    /** The same for a text that begins like a formula: it stays a text when somebody edits it. */
    XSSFCellStyle quoted(Look look) {
        return quoted.computeIfAbsent(look, one -> {
            XSSFCellStyle style = make(one);
            style.setQuotePrefixed(true);
            return style;
        });
    }

    /** A centred cell on the tint of a risk band. */
    XSSFCellStyle band(String color) {
        return bands.computeIfAbsent(color, hex -> {
            XSSFCellStyle style = framed(font(USUAL, true));
            style.setAlignment(HorizontalAlignment.CENTER);
            style.setVerticalAlignment(VerticalAlignment.TOP);
            fill(style, tint(hex.substring(1)));
            return style;
        });
    }

    /** The colour of a band, light enough for black print on it. */
    static String tint(String hex) {
        byte[] rgb = HexFormat.of().parseHex(hex);
        byte[] light = new byte[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            int value = rgb[i] & 0xFF;
            light[i] = (byte) (value + (255 - value) * 6 / 10);
        }
        return HexFormat.of().withUpperCase().formatHex(light);
    }

    private XSSFCellStyle make(Look look) {
        return switch (look) {
            case TITLE -> plain(font(TITLE, true));
            case NOTE -> {
                XSSFCellStyle style = plain(font(USUAL, false));
                style.setWrapText(true);
                yield style;
            }
            case HEAD -> {
                XSSFCellStyle style = framed(font(USUAL, true));
                style.setAlignment(HorizontalAlignment.CENTER);
                style.setVerticalAlignment(VerticalAlignment.CENTER);
                fill(style, HEAD_FILL);
                yield style;
            }
            case BANNER -> filled(true, BANNER_FILL);
            case KEY -> filled(true, KEY_FILL);
            case CENTER, NUMBER -> {
                XSSFCellStyle style = framed(font(USUAL, false));
                style.setAlignment(look == Look.CENTER ? HorizontalAlignment.CENTER : HorizontalAlignment.RIGHT);
                yield style;
            }
            default -> framed(font(USUAL, false));
        };
    }

    private XSSFCellStyle filled(boolean bold, String color) {
        XSSFCellStyle style = framed(font(USUAL, bold));
        fill(style, color);
        return style;
    }

    private XSSFCellStyle plain(XSSFFont font) {
        XSSFCellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private XSSFCellStyle framed(XSSFFont font) {
        XSSFCellStyle style = plain(font);
        style.setWrapText(true);
        XSSFColor line = color(LINE);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setTopBorderColor(line);
        style.setBottomBorderColor(line);
        style.setLeftBorderColor(line);
        style.setRightBorderColor(line);
        return style;
    }

    private static void fill(XSSFCellStyle style, String hex) {
        style.setFillForegroundColor(color(hex));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private static XSSFColor color(String hex) {
        return new XSSFColor(HexFormat.of().parseHex(hex), null);
    }

    private XSSFFont font(short points, boolean bold) {
        XSSFFont font = book.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints(points);
        font.setBold(bold);
        return font;
    }
}
