package org.openots.common.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** docs/validation.md: a table per chapter, Chinese first, English complete. */
final class ValidationPage {
    static final Path FILE = Path.of("..", "docs", "validation.md");
    private static final String COMMAND = "./openots test -Dopenots.validation=write clean";
    private static final String ENGLISH = "<a id=\"english\"></a>";
    /** Renews the rows of the tests that run and keeps all others; a row that no test claims any more stays. */
    private static final String UPDATE = "update";

    private static final int LIMIT = 4;
    private static final int TEST = 7;
    private static final ValidationPage NOTHING = new ValidationPage(Map.of(), Map.of());

    private static final String ZH_HEAD = """
            # 验证

            *[English below](#english).*

            仿真核心所有已证明的结论：结论、实测值、限值、单位、来源和测试。本页由测试生成，请勿手工修改：

            ```sh
            %s
            ```

            每个测试都检查本页是否以同样的限值写有它的结论；实测值是上次生成时的数值，求解器改动后末位可能不同。

            `./openots bench cvode --plant ID` 用 SUNDIALS 的 CVODE 积分同一右端函数并比较末温（需要 Debian 软件包 gcc 和
            libsundials-dev，不属于测试）。2026-11-28 测得（CVODE 相对容差 1e-7），末温之差的最大值，要求 0.02 K：

            | 命令参数 | A 乙醇-水实训装置 | B 脱丁烷塔 | C 乙醇-水塔 |
            |---|---|---|---|
            | 缺省：冷却水升至 35 °C，120 s | 0.0014 K | 0.0002 K | 0.00004 K |
            | 用 `--set cooling-water.pressure=0 --seconds 60` | 0.0087 K | 0.0096 K | 0.0013 K |
            | 用 `--set cooling-water.pressure=0 --seconds 300` | 0.0074 K | 安全阀起跳，不可比 | 安全阀起跳，不可比 |
            | 用 `--set steam.pressure=5000 --seconds 300` | 无蒸汽 | 0.0011 K | 0.0012 K |
            """.formatted(COMMAND);

    private static final String EN_HEAD = """
            # Validation

            Everything that is proved of the simulator core: claim, measured figure, limit, unit, source and test. The page is
            written by the tests; do not edit it:

            ```sh
            %s
            ```

            Every test checks that the page states its claim with the same limit. Figures are those of the last writing; their
            last digits may move when the solver is changed.

            `./openots bench cvode --plant ID` integrates the same right-hand side by CVODE of SUNDIALS and compares final
            temperatures (needs Debian's gcc and libsundials-dev; no part of the tests). Measured on 2026-11-28 (relative
            tolerance of CVODE 1e-7), largest difference of final temperatures, requirement 0.02 K:

            | options | A ethanol-water rig | B debutanizer | C ethanol-water column |
            |---|---|---|---|
            | none: cooling water to 35 °C, 120 s | 0.0014 K | 0.0002 K | 0.00004 K |
            | with `--set cooling-water.pressure=0 --seconds 60` | 0.0087 K | 0.0096 K | 0.0013 K |
            | with `--set cooling-water.pressure=0 --seconds 300` | 0.0074 K | relief valve lifts, not comparable | relief valve lifts, not comparable |
            | with `--set steam.pressure=5000 --seconds 300` | has no steam | 0.0011 K | 0.0012 K |
            """.formatted(COMMAND);

    private final Map<String, String> chinese;
    private final Map<String, String> english;

    ValidationPage(Map<String, String> chinese, Map<String, String> english) {
        this.chinese = chinese;
        this.english = english;
    }

    static boolean writing() {
        return "write".equals(mode()) || UPDATE.equals(mode());
    }

    private static String mode() {
        return System.getProperty("openots.validation", "");
    }

    static ValidationPage read() {
        try {
            return of(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("docs/validation.md is written by: " + COMMAND, e);
        }
    }

    static ValidationPage of(String text) {
        int middle = text.indexOf(ENGLISH);
        assertThat(middle).as("English part of the page").isPositive();
        return new ValidationPage(rows(text.substring(0, middle)), rows(text.substring(middle)));
    }

    private static Map<String, String> rows(String part) {
        Map<String, String> rows = new LinkedHashMap<>();
        part.lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            String id = line.substring(3, line.indexOf('`', 3));
            assertThat(rows.put(id, line)).as("second row of %s", id).isNull();
        });
        return rows;
    }

    Map<String, String> chinese() {
        return chinese;
    }

    Map<String, String> english() {
        return english;
    }

    /** Fails if the page does not have the claim, with this limit, in both languages. */
    void states(Claim claim) {
        for (Map<String, String> rows : List.of(chinese, english)) {
            String row = rows.get(claim.id());
            assertThat(row)
                    .as("docs/validation.md does not state %s; write it by %s", claim.id(), COMMAND)
                    .isNotNull();
            assertThat(cell(row == null ? "" : row, LIMIT))
                    .as("limit of %s in docs/validation.md; write it by %s", claim.id(), COMMAND)
                    .isEqualTo(claim.limit());
        }
    }

    /** A cell of a row, counted from 1. */
    static String cell(String row, int number) {
        return row.split("\\|", -1)[number].strip();
    }

    /** Renders the page again from all claims kept; one writer at a time, in whatever process. */
    static void write() {
        Path lock = Path.of("target", "validation.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            List<Claim> claims = ValidationFiles.all();
            Set<String> renewed = UPDATE.equals(mode())
                    ? claims.stream().map(Claim::test).collect(Collectors.toSet())
                    : ValidationFiles.tests();
            Files.writeString(FILE, text(claims, renewed, Files.exists(FILE) ? read() : NOTHING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The page with these claims.
     *
     * @param renewed tests whose earlier rows go; those of others, of other modules in particular, stay
     */
    static String text(List<Claim> claims, Set<String> renewed, ValidationPage before) {
        StringBuilder out = new StringBuilder(ZH_HEAD);
        tables(out, rows(claims, true, renewed, before.chinese), true);
        out.append("\n---\n\n").append(ENGLISH).append("\n\n").append(EN_HEAD);
        tables(out, rows(claims, false, renewed, before.english), false);
        return out.toString();
    }

    private static Map<String, String> rows(
            List<Claim> claims, boolean zh, Set<String> renewed, Map<String, String> before) {
        Map<String, String> rows = new TreeMap<>();
        before.forEach((id, row) -> {
            if (!renewed.contains(cell(row, TEST))) {
                rows.put(id, row);
            }
        });
        claims.forEach(claim -> rows.put(claim.id(), claim.row(zh)));
        return rows;
    }

    private static void tables(StringBuilder out, Map<String, String> rows, boolean zh) {
        for (Topic topic : Topic.values()) {
            List<String> mine = rows.entrySet().stream()
                    .filter(row -> row.getKey().startsWith(topic.id() + "."))
                    .map(Map.Entry::getValue)
                    .toList();
            if (!mine.isEmpty()) {
                String title = zh ? topic.title().zh() : topic.title().en();
                out.append("\n## ").append(title).append("\n\n");
                out.append(
                        zh
                                ? "| 编号 | 结论 | 实测 | 限值 | 单位 | 来源 | 测试 |\n"
                                : "| id | claim | measured | limit | unit | source | test |\n");
                out.append("|---|---|---|---|---|---|---|\n");
                mine.forEach(row -> out.append(row).append('\n'));
            }
        }
    }
}
