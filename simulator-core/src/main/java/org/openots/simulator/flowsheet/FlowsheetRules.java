package org.openots.simulator.flowsheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.common.unit.Units;
import org.openots.simulator.process.Bounds;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.InputRange;
import org.openots.simulator.process.ProcessError;

/** What the numbers and names of a flowsheet must be to each other; each of them by itself is read with its bounds. */
final class FlowsheetRules {
    /** How far shares of a whole may be from their sum: rounding of figures in per cent. */
    private static final double SUM_TOLERANCE = 1e-3;

    private final Map<String, Holdup> holdups;
    /** Whether there may be other holdups than these. */
    private final BooleanSupplier doubt;

    private final Map<String, Double> released = new LinkedHashMap<>();

    FlowsheetRules(Map<String, Holdup> holdups, BooleanSupplier doubt) {
        this.holdups = holdups;
        this.doubt = doubt;
    }

    /** A quantity must not be larger than another of the same object, unless one of them is wrong itself. */
    static void notAbove(JsonCursor n, String field, InputRange range, String limit, InputRange limitRange) {
        JsonCursor place = n.at(field);
        if (Quantities.read(n, field, range) > Quantities.read(n, limit, limitRange)) {
            String shown = limit + " = " + n.at(limit).text();
            report(place, place.text(), "不能大于 " + shown, "must not be larger than " + shown);
        }
    }

    /** A length must not be larger than one that follows from others of the same object. */
    static void notAbove(JsonCursor n, String field, double most) {
        JsonCursor place = n.at(field);
        if (place.quantity("m") > most) {
            String shown = most + " m";
            report(
                    place,
                    place.text(),
                    "不能大于罐的高度 " + shown,
                    "must not be larger than the height of the tank, " + shown);
        }
    }

    /** Liquid of a volume on an area stands between a glass and a column high. */
    static void fillHeight(JsonCursor n, String volumeField, String areaField) {
        JsonCursor place = n.at(areaField);
        double height = Bounds.VOLUME.read(n.at(volumeField)) / Bounds.AREA.read(place);
        if (height < Ranges.FILL_HEIGHT.lowest() || height > Ranges.FILL_HEIGHT.highest()) {
            String shown = volumeField + " = " + n.at(volumeField).text();
            String metres = Brief.number(height) + " m";
            report(
                    place,
                    place.text(),
                    "与 " + shown + " 相比，液体高 " + metres + "，"
                            + Ranges.FILL_HEIGHT.rule().zh(),
                    "with " + shown + " makes liquid " + metres + " high; that "
                            + Ranges.FILL_HEIGHT.rule().en());
        }
    }

    /** The passage under an apron is not higher than the weir, or vapour passes through the downcomer. */
    static void sealed(JsonCursor n) {
        JsonCursor place = n.at("apronArea");
        double weir = Quantities.read(n, "weirHeight", Ranges.WEIR_HEIGHT);
        double height =
                Quantities.read(n, "apronArea", Ranges.APRON_AREA) / Quantities.read(n, "weirLength", Ranges.ACROSS);
        if (weir > 0 && height > weir) {
            String shown = "weirHeight = " + n.at("weirHeight").text();
            String metres = Brief.number(height) + " m";
            report(
                    place,
                    place.text(),
                    "沿 weirLength 高 " + metres + "，不能高于 " + shown + "（降液管要有液封）",
                    "is " + metres + " high along weirLength and must not be higher than " + shown
                            + ", so that the downcomer is sealed");
        }
    }

    /** One hole is not larger than all of them. */
    static void holesFit(JsonCursor deck, JsonCursor holeArea) {
        JsonCursor place = deck.at("holeDiameter");
        double diameter = place.quantity("m");
        double all = holeArea.quantity("m2");
        if (all > 0 && Math.PI / 4 * diameter * diameter > all) {
            String shown = "holeArea = " + holeArea.text();
            report(place, place.text(), "一个孔就大于 " + shown, "is one hole larger than " + shown);
        }
    }

    /** A tank of this size is not larger than any that was built. */
    static void tankVolume(JsonCursor place, double volume) {
        if (volume > Ranges.TANK_VOLUME.highest()) {
            String cubic = Brief.number(volume) + " m3";
            report(
                    place,
                    place.text(),
                    "使罐容积为 " + cubic + "，" + Ranges.TANK_VOLUME.rule().zh(),
                    "makes a tank of " + cubic + "; that "
                            + Ranges.TANK_VOLUME.rule().en());
        }
    }

    /** Of two fields that say the same thing in different ways only one may be there. */
    static void notBoth(JsonCursor n, String field, String other) {
        if (n.has(field) && n.has(other)) {
            report(n.at(field), n.at(field).text(), "不能与 " + other + " 同时给出", "cannot be given together with " + other);
        }
    }

    /** Liquid volumes must fit into the holdup that a field names. */
    void fits(JsonCursor n, String holdupField, String... volumes) {
        Holdup holdup = holdups.get(n.at(holdupField).text());
        for (String field : volumes) {
            JsonCursor place = n.at(field);
            if (holdup != null
                    && !doubt.getAsBoolean()
                    && Bounds.VOLUME.read(place) > holdup.spec().volume()) {
                String most =
                        holdup.id() + " = " + Units.of("L").fromSi(holdup.spec().volume()) + " L";
                report(place, place.text(), "不能大于容积 " + most, "must not be larger than the volume of " + most);
            }
        }
    }

    /** What flows must come out somewhere else than it went in. */
    static void leadsAway(JsonCursor from, JsonCursor to) {
        if (from.isText() && to.isText() && from.text().equals(to.text())) {
            to.report(ProcessError.LEADS_BACK, to.text());
        }
    }

    /** The mass fractions of these components, each of them read before, must add up to the whole. */
    static void wholeComposition(JsonCursor shares, List<String> components) {
        if (!components.stream().allMatch(shares::has)) {
            return;
        }
        double sum = components.stream()
                .mapToDouble(component -> Bounds.FRACTION.read(shares.at(component)))
                .sum();
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            report(shares, sum, "各组分之和，必须等于 1（误差不超过 0.001）", "is the sum; fractions must add up to 1 within 0.001");
        }
    }

    /** All zones together cannot get more than what a vent releases. */
    void released(JsonCursor share, String vent) {
        double sum = released.merge(vent, Bounds.FRACTION.read(share), Double::sum);
        if (sum > 1 + SUM_TOLERANCE) {
            report(
                    share,
                    sum,
                    "排放口 " + vent + " 各区份额之和，不能大于 1",
                    "is the sum of the shares of vent " + vent + "; it must not be larger than 1");
        }
    }

    private static void report(JsonCursor place, Object value, String zh, String en) {
        place.report(CommonError.JSON_NUMBER_RANGE, value, new LocalText(zh, en));
    }
}
