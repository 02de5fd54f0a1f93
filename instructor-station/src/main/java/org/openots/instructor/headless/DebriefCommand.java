package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.debrief.CauseAnalysis;
import org.openots.instructor.debrief.Debrief;
import org.openots.instructor.debrief.DebriefMaker;
import org.openots.instructor.debrief.DebriefPackage;
import org.openots.instructor.debrief.DebriefTexts;
import org.openots.instructor.report.DebriefPdf;
import org.openots.instructor.session.JournalEvent;
import org.openots.instructor.session.RunSpec;
import org.openots.instructor.session.RunVerifier;
import org.openots.instructor.session.RunWhatIf;
import org.openots.instructor.web.WebSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code debrief}: writes the debrief of a recorded run. */
@Command(
        name = "debrief",
        mixinStandardHelpOptions = true,
        description = {
            "把一次运行的复盘写成文件 / write the debrief of a recorded run to a file",
            "--out 以 .pdf 结尾写打印文件，以 .zip 结尾写可离线打开的网页包（解压后打开 index.html）。",
            "An --out that ends in .pdf gives a document to print, one in .zip a package of pages that opens without the"
                    + " suite (unpack it, open index.html).",
            "缺省不含故障、干预和原因，可交给学员；--teacher 全部写入，--causes 再重演找原因。",
            "Without further options it tells no faults, interventions or causes and can be given to the trainee;"
                    + " --teacher tells all, --causes also looks for the causes."
        })
public final class DebriefCommand implements Callable<Integer> {
    private static final int SHARES = 100;
    private static final List<String> LANGUAGES = List.of("zh", "en");
    private static final List<String> ENDS = List.of(".pdf", ".zip");

    @Mixin
    private final RecordedRunOptions run = new RecordedRunOptions();

    @Option(names = "--out", required = true, description = "要写的文件，.pdf 或 .zip / file to write, .pdf or .zip")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--lang",
            defaultValue = "zh",
            description = "语言 zh 或 en（缺省 zh） / language zh or en (zh if left out)")
    private String lang = "zh";

    @Option(names = "--teacher", description = "写入故障和干预 / tell faults and interventions")
    private boolean teacher;

    @Option(names = "--causes", description = "重演找原因，含 --teacher / look for the causes, includes --teacher")
    private boolean causes;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        String end = ENDS.stream()
                .filter(one -> out.toString().toLowerCase(Locale.ROOT).endsWith(one))
                .findFirst()
                .orElseThrow(() ->
                        new OtsException(HeadlessError.NOT_A_CHOICE, "--out", out.toString(), String.join(", ", ENDS)));
        if (!LANGUAGES.contains(lang)) {
            throw new OtsException(HeadlessError.NOT_A_CHOICE, "--lang", lang, String.join(", ", LANGUAGES));
        }
        RunVerifier.Recorded recorded = RecordedRuns.whole(run.journal());
        StationContent content = run.content();
        RunVerifier verifier = new RunVerifier(content.engines(), content.scorers());
        RunSpec spec = RunVerifier.spec(recorded);
        boolean secrets = teacher || causes;
        DebriefMaker.Plant plant = new DebriefMaker.Plant(
                content.library().plant(spec.plant()),
                secrets ? content.library().faults(spec.plant()) : MissingNode.getInstance());
        DebriefTexts texts = new DebriefTexts(WebSettings.TEXTS);
        ProgressLine progress = ProgressLine.of(output);
        Optional<CauseAnalysis> found = causes ? Optional.of(causes(verifier, recorded, progress)) : Optional.empty();
        Debrief debrief = new DebriefMaker(head(content, spec, recorded, secrets), plant, texts)
                .make(
                        recorded.events(),
                        (every, look) -> verifier.follow(recorded, every, look),
                        end.equals(".pdf") ? DebriefMaker.Pens.MAIN : DebriefMaker.Pens.ALL,
                        found,
                        account -> account,
                        share -> progress.at((int) (SHARES * share), SHARES),
                        () -> false);
        progress.end();
        Locale locale = lang.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        byte[] file = end.equals(".pdf")
                ? DebriefPdf.of(debrief, plant, texts, locale, ZoneId.systemDefault())
                : DebriefPackage.of(debrief, plant, texts, locale);
        OutFile.write(out, file);
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        output.print(result.put("run", spec.id())
                .put("out", out.toString())
                .put("bytes", file.length)
                .put("score", debrief.sheet().path("total").asDouble())
                .put("marks", debrief.marks().size())
                .put("secrets", secrets));
        return 0;
    }

    private static CauseAnalysis causes(RunVerifier verifier, RunVerifier.Recorded recorded, ProgressLine progress) {
        RunWhatIf what = verifier.whatIf(recorded);
        return CauseAnalysis.of(
                what,
                what.tickSeconds(),
                CauseAnalysis.Wish.CAUSES_AND_TIMES,
                share -> progress.at((int) (SHARES * share), SHARES),
                () -> false);
    }

    private static Debrief.Head head(
            StationContent content, RunSpec spec, RunVerifier.Recorded recorded, boolean secrets) {
        JournalEvent last = recorded.events().get(recorded.events().size() - 1);
        JsonNode closing = last.body();
        return new Debrief.Head(
                spec.id(),
                spec.task(),
                content.library().find(spec.task()).map(Task::title).orElse(new LocalText(spec.task(), spec.task())),
                spec.plant(),
                spec.owner(),
                spec.owner(),
                "",
                "",
                recorded.events().get(0).at(),
                closing.path("time").asDouble(),
                spec.origin().map(origin -> origin.run()).orElse(""),
                last.head(),
                closing.path("engine").asText(),
                secrets);
    }
}
