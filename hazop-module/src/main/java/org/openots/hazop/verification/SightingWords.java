package org.openots.hazop.verification;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openots.common.text.LocalText;
import org.openots.hazop.plant.EstimateFormula;
import org.openots.hazop.plant.Observed;
import org.openots.hazop.study.Effect;
import org.openots.hazop.study.Estimate;

/** Says in both languages what was seen. */
final class SightingWords {
    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final int MOST_DIGITS = 8;
    private static final int PLAIN = 12;

    private SightingWords() {}

    /** The first run that shows all when verified, otherwise what each run misses. */
    static LocalText of(boolean verified, List<ItemResult.RunEvidence> evidence) {
        List<ItemResult.RunEvidence> told = verified
                ? evidence.stream()
                        .filter(ItemResult.RunEvidence::seen)
                        .limit(1)
                        .toList()
                : evidence.stream().filter(run -> !run.seen()).toList();
        if (told.isEmpty()) {
            return new LocalText("没有可演示的原因", "no cause can be played");
        }
        return new LocalText(
                told.stream().map(run -> words(run, verified, true)).collect(Collectors.joining("；")),
                told.stream().map(run -> words(run, verified, false)).collect(Collectors.joining("; ")));
    }

    private static String words(ItemResult.RunEvidence run, boolean verified, boolean zh) {
        LocalText told = of(run.sightings(), verified);
        return run.causeId() + (zh ? "：" + told.zh() : ": " + told.en());
    }

    /** What was seen, or what was not. */
    static LocalText of(List<Sighting> sightings, boolean seen) {
        List<Sighting> told =
                sightings.stream().filter(sighting -> sighting.seen() == seen).toList();
        return new LocalText(
                told.stream().map(SightingWords::zh).collect(Collectors.joining("，")),
                told.stream().map(SightingWords::en).collect(Collectors.joining(", ")));
    }

    /** Where a signal went in a run, compared with one without the disturbance. */
    static LocalText movement(EffectJudge judge, Observed one, EffectJudge.Pair pair) {
        List<Sighting> seen = Stream.of(Effect.Kind.UP, Effect.Kind.DOWN)
                .map(kind -> judge.look(RowDemonstration.moved(one.name(), kind), pair))
                .filter(Sighting::seen)
                .sorted(Comparator.comparingDouble(Sighting::firstSeconds))
                .toList();
        return seen.isEmpty()
                ? new LocalText(one.name() + " 没有可见的变化", one.name() + " does not move visibly")
                : of(seen, true);
    }

    /** A value and its limit, with as many digits as it takes to tell them apart. */
    static String beside(double value, double limit, String unit, String between) {
        MathContext digits = DIGITS;
        while (value != limit
                && digits.getPrecision() < MOST_DIGITS
                && number(value, digits).equals(number(limit, digits))) {
            digits = new MathContext(digits.getPrecision() + 1, RoundingMode.HALF_EVEN);
        }
        String after = unit.isEmpty() ? "" : " " + unit;
        return number(value, digits) + after + between + number(limit, digits) + after;
    }

    private static String zh(Sighting s) {
        String what = s.signal() + " " + zh(s.effect().kind());
        String amount = amount(s).isEmpty() ? "" : " " + amount(s);
        return s.seen()
                ? what + amount + "（" + number(s.firstSeconds()) + " s 后）"
                : "未见 " + what + (amount.isEmpty() ? "" : "，最多" + amount + limit(s, "，需要 "));
    }

    private static String en(Sighting s) {
        String what = s.signal() + " " + s.effect().kind().name().toLowerCase(Locale.ROOT);
        String amount = amount(s).isEmpty() ? "" : " " + amount(s);
        return s.seen()
                ? what + amount + " (after " + number(s.firstSeconds()) + " s)"
                : what + " not seen" + (amount.isEmpty() ? "" : ", at most" + amount + limit(s, ", needed "));
    }

    private static String zh(Effect.Kind kind) {
        return switch (kind) {
            case UP -> "升高";
            case DOWN -> "降低";
            case ABOVE -> "超过限值";
            case BELOW -> "低于限值";
            case ALARM -> "报警";
            case TRIP -> "联锁动作";
            case OPEN -> "全开";
            case CLOSE -> "关闭";
            case STOP -> "停";
            case START -> "启动";
        };
    }

    private static String amount(Sighting s) {
        boolean movement = s.effect().kind() == Effect.Kind.UP || s.effect().kind() == Effect.Kind.DOWN;
        if (!(movement || s.effect().kind().hasLimit()) || Double.isNaN(s.amount())) {
            return "";
        }
        if (movement && s.seen()) {
            // the word before it says which way
            return number(Math.abs(s.amount())) + unit(s);
        }
        String sign = movement && s.amount() > 0 ? "+" : "";
        return sign + number(s.amount()) + unit(s);
    }

    private static String limit(Sighting s, String before) {
        return before + number(s.threshold()) + unit(s);
    }

    private static String unit(Sighting s) {
        return s.unit().isEmpty() || s.unit().equals("1") ? "" : " " + s.unit();
    }

    /** A number to three digits. */
    static String number(double value) {
        return number(value, DIGITS);
    }

    private static String number(double value, MathContext digits) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(digits).stripTrailingZeros();
        String plain = rounded.toPlainString();
        return plain.length() <= PLAIN ? plain : rounded.toString();
    }

    static LocalText of(Estimate estimate, EstimateFormula.Result result) {
        String value = number(result.value()) + " " + result.unit();
        String zh = estimate.limit()
                .map(l -> "，限值 " + number(l) + " " + result.unit())
                .orElse("");
        String en = estimate.limit()
                .map(l -> ", limit " + number(l) + " " + result.unit())
                .orElse("");
        return new LocalText(
                "估算 " + value + zh + "：" + estimate.text().zh(),
                "estimated " + value + en + ": " + estimate.text().en());
    }
}
