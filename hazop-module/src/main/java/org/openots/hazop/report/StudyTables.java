package org.openots.hazop.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openots.hazop.report.StudyTable.Column;
import org.openots.hazop.report.StudyTable.Kind;

/** The sheets of the study workbook. */
final class StudyTables {
    /** Sheet of the single values. */
    static final String HEAD = "总则 study";
    /** Sheet of the terms, which are a map. */
    static final String TERMS = "术语 terms";

    private static final double NARROW = 11;
    private static final double WORD = 16;
    private static final double WIDE = 34;

    private StudyTables() {}

    /** Single values of the study: path and heading. */
    static List<Column> head() {
        return List.of(
                text("format", "格式 / format", WIDE),
                text("formatVersion", "格式版本 / version", WIDE),
                text("id", "编号 / id", WIDE),
                text("plant", "装置包 / plant", WIDE),
                text("title/zh", "名称（中文） / title (zh)", WIDE),
                text("title/en", "名称（英文） / title (en)", WIDE),
                text("disclaimer/zh", "声明（中文） / disclaimer (zh)", WIDE),
                text("disclaimer/en", "声明（英文） / disclaimer (en)", WIDE),
                new Column("standards", "依据标准，一行一个 / standards, one a line", Kind.LIST, WIDE),
                text("riskMatrix", "风险矩阵 / risk matrix", WIDE));
    }

    static List<Column> terms() {
        return List.of(
                text("name", "名 / name", WORD), text("zh", "中文标准 / Chinese", WORD), text("iec", "IEC 61882", WORD));
    }

    /** All lists, owners before what they own. */
    static List<StudyTable> all() {
        List<StudyTable> tables = new ArrayList<>();
        tables.addAll(words());
        tables.addAll(parts());
        tables.addAll(rows());
        tables.addAll(proofs());
        tables.addAll(lopa());
        return tables;
    }

    private static List<StudyTable> words() {
        return List.of(
                table("引导词 guide words", "guideWords", id("id", "编号 / id"), both("text", "引导词 / guide word", WORD)),
                table(
                        "参数 parameters",
                        "parameters",
                        id("id", "编号 / id"),
                        both("text", "参数 / parameter", WORD),
                        list("guideWords", "可用引导词 / guide words", WORD)),
                table(
                        "团队 team",
                        "team",
                        id("role", "角色 / role"),
                        both("name", "名称 / name", WORD),
                        bool("required", "必须 / required"),
                        both("duty", "职责 / duty", WIDE)),
                table(
                        "资料 documents",
                        "preparation",
                        id("id", "编号 / id"),
                        both("name", "资料 / document", WIDE),
                        bool("required", "必须 / required")));
    }

    private static List<StudyTable> parts() {
        return List.of(
                table(
                        "节点 nodes",
                        "nodes",
                        id("id", "编号 / id"),
                        both("name", "名称 / name", WORD),
                        both("boundary", "边界 / boundary", WIDE),
                        both("designIntent", "设计目的 / design intent", WIDE),
                        list("tags", "位号 / tags", WORD),
                        some("units", "单元 / units", WORD)),
                table(
                        "位号 tags",
                        "tags",
                        id("tag", "位号 / tag"),
                        both("name", "名称 / name", WORD),
                        word("kind", "种类 / kind"),
                        word("nodeId", "节点 / node"),
                        aliases(),
                        word("plantTag", "装置包中的位号 / plant tag"),
                        bool("recommended", "尚未安装 / recommended")));
    }

    private static List<StudyTable> rows() {
        return List.of(
                table(
                        "偏离 deviations",
                        "deviations",
                        id("id", "编号 / id"),
                        word("nodeId", "节点 / node"),
                        word("parameter", "参数 / parameter"),
                        word("guideWord", "引导词 / guide word"),
                        some("alsoCovers", "兼含引导词 / also covers", NARROW),
                        both("deviation", "偏离 / deviation", WIDE),
                        risk()),
                items(
                        "原因 causes",
                        "causes",
                        number("initiatingEventFrequencyPerYear", "频率（次/年） / frequency (1/a)"),
                        word("kind", "种类 / kind"),
                        choice("证明 / proof", "simulation notModelled"),
                        word("simulation/from", "起始工况 / from"),
                        number("simulation/horizonSeconds", "时长（s） / horizon (s)"),
                        both("notModelled", "不能模拟的理由 / why not modelled", WIDE)),
                items(
                        "后果 consequences",
                        "consequences",
                        word("category", "类别 / category"),
                        word("stage", "阶段 / stage"),
                        bool("creditsSafeguard", "依赖措施 / credits a safeguard"),
                        choice("证明 / proof", "evidence estimate judgement"),
                        some("evidence/causeIds", "由哪些原因证明 / by causes", NARROW),
                        word("estimate/kind", "估算式 / estimate"),
                        Stream.of(new Column("estimate", "估算输入 / estimate inputs", Kind.FIGURES, WIDE)),
                        both("estimate/text", "估算说明 / estimate text", WIDE),
                        both("judgement", "人工判断的理由 / why judged", WIDE)),
                items(
                        "措施 safeguards",
                        "safeguards",
                        word("role", "作用 / role"),
                        word("layer", "保护层 / layer"),
                        bool("iplCandidate", "可作独立保护层 / IPL candidate"),
                        choice("证明 / proof", "simulation notModelled"),
                        some("simulation/against", "针对原因 / against causes", NARROW),
                        both("notModelled", "不能模拟的理由 / why not modelled", WIDE)),
                items(
                        "建议 recommendations",
                        "recommendations",
                        word("status", "状态 / status"),
                        word("owner", "责任角色 / owner"),
                        Stream.of(new Column("dueDays", "期限（天） / due (days)", Kind.INTEGER, NARROW))),
                owned(
                        "剧情 scenarios",
                        "scenarios",
                        "deviations",
                        id("id", "编号 / id"),
                        word("causeId", "原因 / cause"),
                        word("consequenceId", "后果 / consequence"),
                        list("safeguardIds", "措施 / safeguards", NARROW),
                        list("recommendationIds", "建议 / recommendations", NARROW),
                        risk()));
    }

    private static List<StudyTable> proofs() {
        return List.of(
                owned(
                        "动作 orders",
                        "orders",
                        "items",
                        number("atSeconds", "时刻（s） / at (s)"),
                        word("fault", "故障 / fault"),
                        number("strength", "程度 0–1 / strength"),
                        number("rampSeconds", "渐变（s） / ramp (s)"),
                        word("target", "对象 / target"),
                        word("verb", "动作 / verb"),
                        number("value", "值 / value")),
                owned(
                        "现象 effects",
                        "effects",
                        "items",
                        word("against", "针对原因 / against cause"),
                        word("signal", "信号 / signal"),
                        word("effect", "现象 / effect"),
                        number("value", "限值 / limit"),
                        word("unit", "单位 / unit"),
                        number("withinSeconds", "时限（s） / within (s)"),
                        some("without", "去掉的措施 / without", NARROW)));
    }

    private static List<StudyTable> lopa() {
        return List.of(
                table(
                        "LOPA",
                        "lopa",
                        id("id", "编号 / id"),
                        word("scenarioId", "剧情 / scenario"),
                        word("deviationId", "偏离 / deviation"),
                        word("causeId", "原因 / cause"),
                        word("consequenceId", "后果 / consequence"),
                        number("initiatingEventFrequencyPerYear", "初始事件频率（次/年） / initiating frequency (1/a)"),
                        number("tolerableFrequencyPerYear", "可接受频率（次/年） / tolerable frequency (1/a)")),
                factors("LOPA 使能条件 enabling", "enablingConditions"),
                factors("LOPA 修正因子 modifiers", "conditionalModifiers"),
                owned(
                        "LOPA 保护层 layers",
                        "independentProtectionLayers",
                        "lopa",
                        word("safeguardId", "措施 / safeguard"),
                        number("pfd", "PFD"),
                        both("source", "来源 / source", WIDE)));
    }

    private static StudyTable factors(String sheet, String list) {
        return owned(sheet, list, "lopa", both("name", "名称 / name", WIDE), number("probability", "概率 / probability"));
    }

    @SafeVarargs
    private static StudyTable table(String sheet, String list, Stream<Column>... columns) {
        List<Column> all = new ArrayList<>();
        for (Stream<Column> some : columns) {
            some.forEach(all::add);
        }
        return new StudyTable(sheet, list, "", all);
    }

    @SafeVarargs
    private static StudyTable owned(String sheet, String list, String parent, Stream<Column>... columns) {
        List<Column> all = new ArrayList<>();
        all.add(new Column("@owner", "所属编号 / of", Kind.OWNER, NARROW));
        for (Stream<Column> some : columns) {
            some.forEach(all::add);
        }
        return new StudyTable(sheet, list, parent, all);
    }

    /** Key items: what all have, then what their kind has. */
    @SafeVarargs
    private static StudyTable items(String sheet, String list, Stream<Column>... own) {
        List<Column> all = new ArrayList<>();
        all.add(new Column("@owner", "所属编号 / of", Kind.OWNER, NARROW));
        common().forEach(all::add);
        for (Stream<Column> some : own) {
            some.forEach(all::add);
        }
        return new StudyTable(sheet, list, "deviations", all);
    }

    private static Stream<Column> common() {
        return Stream.of(
                        id("id", "编号 / id"),
                        both("text", "内容 / text", WIDE),
                        list("tags", "位号 / tags", NARROW),
                        aliases(),
                        number("weight", "权重（空为 1） / weight (empty is 1)"),
                        Stream.of("must", "any", "reject")
                                .map(name -> new Column("frame/" + name, "语义 / frame: " + name, Kind.STATEMENTS, WORD)),
                        word("nodeId", "其他节点 / other node"))
                .flatMap(one -> one);
    }

    private static Column text(String path, String heading, double width) {
        return new Column(path, heading, Kind.TEXT, width);
    }

    private static Stream<Column> id(String path, String heading) {
        return Stream.of(text(path, heading, NARROW));
    }

    private static Stream<Column> word(String path, String heading) {
        return Stream.of(text(path, heading, WORD));
    }

    private static Stream<Column> both(String path, String heading, double width) {
        return Stream.of(
                text(path + "/zh", heading + "（中文 zh）", width), text(path + "/en", heading + "（英文 en）", width));
    }

    private static Stream<Column> number(String path, String heading) {
        return Stream.of(new Column(path, heading, Kind.NUMBER, NARROW));
    }

    private static Stream<Column> bool(String path, String heading) {
        return Stream.of(new Column(path, heading, Kind.BOOL, NARROW));
    }

    private static Stream<Column> list(String path, String heading, double width) {
        return Stream.of(new Column(path, heading, Kind.LIST, width));
    }

    private static Stream<Column> some(String path, String heading, double width) {
        return Stream.of(new Column(path, heading, Kind.SOME, width));
    }

    /** Which object a row has; the names stand in the path behind a mark. */
    private static Stream<Column> choice(String heading, String names) {
        return Stream.of(new Column("@" + names.replace(' ', '|'), heading, Kind.CHOICE, WORD));
    }

    private static Stream<Column> aliases() {
        return Stream.of(
                new Column("aliases/zh", "别的说法 / aliases（中文 zh）", Kind.SOME, WORD),
                new Column("aliases/en", "别的说法 / aliases（英文 en）", Kind.SOME, WORD));
    }

    private static Stream<Column> risk() {
        return Stream.of("initial 初始", "existing 剩余", "afterRecommendations 建议后")
                .map(stage -> stage.split(" ", -1))
                .flatMap(stage -> Stream.of(
                        new Column("risk/" + stage[0] + "/severity", stage[1] + " S", Kind.INTEGER, 7),
                        new Column("risk/" + stage[0] + "/likelihood", stage[1] + " L", Kind.INTEGER, 7)));
    }
}
