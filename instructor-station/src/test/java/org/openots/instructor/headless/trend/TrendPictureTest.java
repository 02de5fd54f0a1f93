package org.openots.instructor.headless.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openots.common.text.LocalText;
import org.w3c.dom.Document;

/** A drawn trend: well formed, everything named, nothing beyond the paper. */
class TrendPictureTest {
    private static LocalText text(String zh, String en) {
        return new LocalText(zh, en);
    }

    private static Trend.Series series(String tag, boolean main, double level) {
        double[] values = IntStream.range(0, 1000)
                .mapToDouble(i -> level + StrictMath.sin(i / 50.0))
                .toArray();
        return new Trend.Series(tag, text("名 <" + tag + ">", "name & " + tag), main, values);
    }

    private static Trend trend() {
        List<Trend.Panel> panels = List.of(
                new Trend.Panel(
                        text("温度", "temperature"), "°C", 5, List.of(series("T1", true, 50), series("T2", false, 51))),
                new Trend.Panel(text("流量", "flow"), "kg/h", 10, List.of(series("F1", true, -3))));
        List<Trend.Mark> marks = List.of(
                new Trend.Mark(Trend.MarkKind.STEP, 0, text("1 开阀", "1 open"), 0),
                new Trend.Mark(Trend.MarkKind.FAULT, 120, text("故障开始", "fault begins"), 0),
                new Trend.Mark(Trend.MarkKind.ALARM, 130, text("T1.H", "T1.H"), 1),
                new Trend.Mark(Trend.MarkKind.ALARM, 500, text("T1.H", "T1.H"), 1),
                new Trend.Mark(Trend.MarkKind.TRIP, 140, text("I-1 (T1.HH)", "I-1 (T1.HH)"), 0));
        return new Trend(
                text("装置 · 故障", "plant · fault"), text("原因", "cause"), 1000, panels, marks, "openots sim trend");
    }

    @Test
    void everythingIsNamedOnce() {
        Document picture = SvgText.parse(TrendPicture.draw(trend()));
        assertThat(SvgText.lines(picture)).containsExactly("T1", "T2", "F1");
        List<String> texts = SvgText.elements(picture, "text").stream()
                .map(e -> e.getTextContent())
                .toList();
        assertThat(texts).contains("T1.H", "I-1 (T1.HH)", "▲ 故障开始 fault begins", "温度  temperature  °C", "0:00:00  开阀");
        assertThat(texts).filteredOn("T1.H"::equals).hasSize(1);
        assertThat(texts).anyMatch(t -> t.startsWith("T1 ") && t.endsWith("名 <T1>"));
        assertThat(texts).contains("name & T1", "时间 time, min");
    }

    @Test
    void labelsOfOnePanelDoNotOverlap() {
        Document picture = SvgText.parse(TrendPicture.draw(trend()));
        double[] labels = SvgText.elements(picture, "text").stream()
                .filter(e -> e.getTextContent().startsWith("name & T"))
                .mapToDouble(e -> Double.parseDouble(e.getAttribute("y")))
                .sorted()
                .toArray();
        // rounded to a tenth of a pixel
        assertThat(labels[1] - labels[0]).isGreaterThanOrEqualTo(PanelDrawing.LABEL_HEIGHT - 0.1);
    }

    @Test
    void theSameTrendGivesTheSameBytes() {
        assertThat(TrendPicture.draw(trend())).isEqualTo(TrendPicture.draw(trend()));
    }

    @Test
    void valuesThatAreMissingAreSaid() {
        Trend.Series gone = new Trend.Series("A1", text("分析", "analyser"), true, new double[] {1, 2, Double.NaN});
        Trend.Panel panel = new Trend.Panel(text("质量", "quality"), "", 1, List.of(gone));
        String svg = TrendPicture.draw(new Trend(text("题", "t"), text("", ""), 20_000, List.of(panel), List.of(), "f"));
        Document picture = SvgText.parse(svg);
        List<String> texts = SvgText.elements(picture, "text").stream()
                .map(e -> e.getTextContent())
                .toList();
        assertThat(texts).contains("A1 ???? 分析", "无 none", "时间 time, h");
    }
}
