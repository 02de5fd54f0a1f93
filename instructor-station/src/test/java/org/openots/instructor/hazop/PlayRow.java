package org.openots.instructor.hazop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.openots.instructor.app.Client;

/** A row of the rig's worksheet whose interlock keeps a preheater whole, as a student writes it. */
public final class PlayRow {
    /** The study, named as its plant. */
    public static final String STUDY = "ethanol-water-rig";

    private static final String DEVIATION = "D01";

    private PlayRow() {}

    /** Opens a worksheet and writes the row and one whose cause is wrong. */
    public static String write(Client student, String level, List<String> nodes) {
        String sheet = student.post("/api/my/worksheets", Map.of("study", STUDY, "level", level, "nodes", nodes))
                .json()
                .path("id")
                .asText();
        Map<String, Object> right = Map.of(
                "id",
                "c1",
                "cause",
                "进料泵 P-701 故障停转",
                "lines",
                List.of(
                        Map.of(
                                "id",
                                "l1",
                                "consequence",
                                "预热器 E-701 内料液沸腾，加热元件过热烧坏",
                                "safeguards",
                                "联锁 I-04 进料流量低低切断预热器 E-701"),
                        Map.of("id", "l2", "consequence", "塔釜液位 LIC-702 下降", "safeguards", "进料流量低报警 FAL-701"),
                        Map.of("id", "l3", "consequence", "会爆炸"),
                        Map.of("id", "l5", "consequence", "进料流量全无")));
        Map<String, Object> wrong = Map.of("id", "c2", "cause", "下雨", "lines", List.of(Map.of("id", "l4")));
        student.post(
                        "/api/worksheets/" + sheet + "/edits",
                        Map.of(
                                "token",
                                token(student, sheet),
                                "edits",
                                List.of(insert("e1", "", right), insert("e2", "c1", wrong))))
                .expect(200);
        return sheet;
    }

    private static Map<String, Object> insert(String edit, String after, Map<String, Object> cause) {
        return Map.of(
                "id",
                edit,
                "op",
                Map.of("kind", "insert-cause", "deviation", DEVIATION, "after", after, "cause", cause));
    }

    private static String token(Client student, String sheet) {
        return student.get("/api/worksheets/" + sheet).json().path("token").asText();
    }

    /** Submits it and waits until it is scored. */
    public static void submit(Client student, String sheet) {
        submit(student, sheet, true);
    }

    /** Submits it. */
    public static void submit(Client student, String sheet, boolean wait) {
        student.post(
                        "/api/worksheets/" + sheet + "/submit",
                        Map.of("token", token(student, sheet), "deviation", DEVIATION))
                .expect(200);
        if (wait) {
            until(() -> scored(student, sheet));
        }
    }

    /** Waits for what a plant computes, some seconds on an idle machine. */
    public static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static boolean scored(Client student, String sheet) {
        JsonNode scores = student.get("/api/worksheets/" + sheet).json().path("scores");
        return scores.has(DEVIATION);
    }
}
