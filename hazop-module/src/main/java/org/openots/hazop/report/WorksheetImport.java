package org.openots.hazop.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openots.common.json.Findings;
import org.openots.common.text.LocalText;
import org.openots.hazop.report.ColumnProfile.Field;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.risk.RiskMatrix;
import org.openots.hazop.risk.RiskStages;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.Vocabulary;

/**
 * Makes a draft study out of a worksheet of another tool. All or nothing: with a single mistake there is no study, and
 * every mistake is told with its sheet, row and column.
 */
public final class WorksheetImport {
    private static final Pattern DAYS = Pattern.compile("(\\d{1,4})\\s*(?:天|日|days?).*|within (\\d{1,4}) days?.*");
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,3})\\. +(.+)");
    /** Number of what belongs to every recommendation of a row. */
    private static final int ALL = 0;

    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    private final ColumnProfile profile;
    private final RiskMatrix matrix;
    private final LocalDate studied;
    private final DraftStudy draft;

    private WorksheetImport(ColumnProfile profile, RiskMatrix matrix, LocalDate studied, DraftStudy draft) {
        this.profile = profile;
        this.matrix = matrix;
        this.studied = studied;
        this.draft = draft;
    }

    /**
     * What an import needs to know besides the file.
     *
     * @param profile how columns become ours
     * @param matrix the risk matrix of the ratings
     * @param studied day of the study, from which due dates count
     * @param id id of the draft
     */
    public record Order(ColumnProfile profile, RiskMatrix matrix, LocalDate studied, String id) {}

    /**
     * Imports.
     *
     * @param shown what messages call the file
     * @param file the bytes of an XLSX file
     * @param order how
     * @param findings where mistakes go
     * @return the draft; nothing if there are mistakes
     * @throws org.openots.common.error.OtsException if it is no workbook
     */
    public static Optional<Study> read(String shown, byte[] file, Order order, Findings findings) {
        Findings own = Findings.collecting();
        try (XSSFWorkbook book = XlsxFile.open(shown, file)) {
            ImportSheets sheets = new ImportSheets(shown, order.profile(), own);
            List<ImportRow> rows = sheets.rows(book);
            DraftStudy draft = new DraftStudy(order.id(), order.matrix(), sheets.tags(book));
            WorksheetImport reader = new WorksheetImport(order.profile(), order.matrix(), order.studied(), draft);
            rows.forEach(reader::row);
            own.all().forEach(findings::report);
            return own.isEmpty() ? Optional.of(draft.study(shown)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }

    private void row(ImportRow row) {
        Field source = row.text(Field.PARAMETER).isEmpty() ? Field.DEVIATION : Field.PARAMETER;
        List<String> consequences = items(row.text(Field.CONSEQUENCE));
        if (row.text(source).isEmpty()) {
            row.report(source, ReportError.EMPTY_CELL, source.name());
        }
        Optional<DraftStudy.Place> place =
                row.text(source).isEmpty() ? Optional.empty() : place(row, source, row.text(source));
        if (isUnpaired(row)) {
            if (place.isPresent() && !draft.unpaired(place.get(), consequences)) {
                row.report(Field.CAUSE, ReportError.NO_SCENARIO);
            }
            return;
        }
        List<String> causes = items(row.text(Field.CAUSE));
        if (causes.isEmpty() || consequences.isEmpty()) {
            row.report(causes.isEmpty() ? Field.CAUSE : Field.CONSEQUENCE, ReportError.NO_SCENARIO);
        }
        Optional<RiskStages> risk = risk(row);
        DraftStudy.Measures measures = measures(row);
        if (place.isEmpty() || risk.isEmpty()) {
            return;
        }
        for (String cause : causes) {
            for (String consequence : consequences) {
                draft.scenario(place.get(), cause, consequence, measures, risk.get());
            }
        }
    }

    private boolean isUnpaired(ImportRow row) {
        return profile.beside()
                .unpaired()
                .filter(pattern -> pattern.matcher(row.text(Field.CAUSE)).matches())
                .isPresent();
    }

    private Optional<DraftStudy.Place> place(ImportRow row, Field source, String about) {
        // parameter and guide words may stand on lines of their own
        String[] lines = about.split("\n", 2);
        boolean apart = lines.length > 1
                && !parameters(lines[0]).isEmpty()
                && !found(lines[1], profile.words().guideWords()).isEmpty();
        Optional<Vocabulary.Parameter> parameter = parameter(row, source, apart ? lines[0].strip() : about, apart);
        List<String> guideWords = guideWords(row, source, apart ? lines[1] : about);
        if (parameter.isEmpty() || guideWords.isEmpty()) {
            return Optional.empty();
        }
        String node = row.text(Field.NODE).isEmpty() ? row.sheet() : row.text(Field.NODE);
        String text = row.text(Field.DEVIATION).isEmpty() ? about.replace("\n", " ") : row.text(Field.DEVIATION);
        return Optional.of(new DraftStudy.Place(
                new DraftStudy.NodePlace(row.id(Field.NODE), node, row.notes()),
                parameter.get(),
                guideWords,
                row.id(Field.DEVIATION),
                text));
    }

    private DraftStudy.Measures measures(ImportRow row) {
        List<String> recommendations = items(row.text(Field.RECOMMENDATIONS));
        Map<Integer, String> owners = each(row.text(Field.OWNER));
        Map<Integer, OptionalInt> dues = new TreeMap<>();
        each(row.text(Field.DUE)).forEach((number, text) -> dues.put(number, due(row, text)));
        List<DraftStudy.Plan> plans = new ArrayList<>();
        for (int i = 0; i < recommendations.size(); i++) {
            plans.add(new DraftStudy.Plan(
                    recommendations.get(i),
                    owners.getOrDefault(i + 1, owners.getOrDefault(ALL, "")),
                    dues.getOrDefault(i + 1, dues.getOrDefault(ALL, OptionalInt.empty()))));
        }
        return new DraftStudy.Measures(items(row.text(Field.SAFEGUARDS)), plans);
    }

    /** What belongs to which recommendation when every line has the number of one; otherwise the first line, for all. */
    private static Map<Integer, String> each(String cell) {
        Map<Integer, String> each = new TreeMap<>();
        List<String> lines =
                cell.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (String line : lines) {
            Matcher matcher = NUMBERED.matcher(line);
            if (!matcher.matches()) {
                return Map.of(ALL, lines.get(0));
            }
            each.put(Integer.parseInt(matcher.group(1)), matcher.group(2));
        }
        return each;
    }

    private List<String> items(String cell) {
        List<String> items = new ArrayList<>();
        for (String part : profile.layout().separators().split(cell, -1)) {
            String item = profile.layout()
                    .numbering()
                    .matcher(part.strip())
                    .replaceFirst("")
                    .strip();
            if (!item.isEmpty() && !items.contains(item)) {
                items.add(item);
            }
        }
        return items;
    }

    private List<String> parameters(String text) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        profile.words().parameters().forEach((id, one) -> words.put(id, one.words()));
        return List.copyOf(found(text, words).values());
    }

    /** The parameter of a row; named as its sheet does when the name stands alone. */
    private Optional<Vocabulary.Parameter> parameter(ImportRow row, Field source, String about, boolean alone) {
        List<String> found = parameters(about);
        if (found.isEmpty()) {
            row.report(source, ReportError.NO_PARAMETER, about);
            return Optional.empty();
        }
        String id = found.get(0);
        ColumnProfile.Parameter known = profile.words().parameters().get(id);
        LocalText text = alone || known == null ? new LocalText(about, about) : known.text();
        return Optional.of(new Vocabulary.Parameter(id, text, List.of()));
    }

    private List<String> guideWords(ImportRow row, Field source, String about) {
        boolean own = !row.text(Field.GUIDE_WORD).isEmpty();
        String text = own ? row.text(Field.GUIDE_WORD) : about;
        List<String> found = new ArrayList<>();
        found(text, profile.words().guideWords()).values().forEach(id -> {
            if (!found.contains(id)) {
                found.add(id);
            }
        });
        if (found.isEmpty()) {
            row.report(own ? Field.GUIDE_WORD : source, ReportError.NO_GUIDE_WORD, text);
        }
        return found;
    }

    /** Ids whose words stand in a text, in its order; a longer word hides the shorter ones in it. */
    private static Map<Integer, String> found(String text, Map<String, List<String>> words) {
        Map<Integer, String> found = new TreeMap<>();
        StringBuilder rest = new StringBuilder(text.toLowerCase(java.util.Locale.ROOT));
        words.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(word -> Map.entry(word.toLowerCase(java.util.Locale.ROOT), entry.getKey())))
                .sorted((a, b) ->
                        Integer.compare(b.getKey().length(), a.getKey().length()))
                .forEach(entry -> {
                    int at = rest.indexOf(entry.getKey());
                    while (at >= 0) {
                        int end = at + entry.getKey().length();
                        if (isWord(rest, at, end)) {
                            found.putIfAbsent(at, entry.getValue());
                            rest.replace(at, end, " ".repeat(end - at));
                        }
                        at = rest.indexOf(entry.getKey(), end);
                    }
                });
        return found;
    }

    /** Latin words must stand alone: NO is not in NORMAL. */
    private static boolean isWord(CharSequence text, int from, int to) {
        boolean latin = text.charAt(from) < 0x80 && Character.isLetter(text.charAt(from));
        boolean before = from > 0 && text.charAt(from - 1) < 0x80 && Character.isLetter(text.charAt(from - 1));
        boolean after = to < text.length() && text.charAt(to) < 0x80 && Character.isLetter(text.charAt(to));
        return !latin || (!before && !after);
    }

    private Optional<RiskStages> risk(ImportRow row) {
        OptionalInt severity = needed(row, Field.SEVERITY, matrix.severities().size());
        OptionalInt likelihood =
                needed(row, Field.LIKELIHOOD, matrix.likelihoods().size());
        if (severity.isEmpty() || likelihood.isEmpty()) {
            return Optional.empty();
        }
        Rating initial = new Rating(severity.getAsInt(), likelihood.getAsInt());
        Rating existing = later(row, Field.EXISTING_SEVERITY, Field.EXISTING_LIKELIHOOD, initial);
        Rating after = later(row, Field.AFTER_SEVERITY, Field.AFTER_LIKELIHOOD, existing);
        product(row, Field.RISK, initial);
        product(row, Field.EXISTING_RISK, existing);
        product(row, Field.AFTER_RISK, after);
        return Optional.of(new RiskStages(initial, existing, after));
    }

    private OptionalInt needed(ImportRow row, Field field, int highest) {
        if (row.text(field).isEmpty()) {
            row.report(field, ReportError.EMPTY_CELL, field.name());
            return OptionalInt.empty();
        }
        return level(row, field, highest);
    }

    /** What is left empty stays as it was before. */
    private Rating later(ImportRow row, Field severity, Field likelihood, Rating before) {
        int s = row.text(severity).isEmpty()
                ? before.severity()
                : level(row, severity, matrix.severities().size()).orElse(before.severity());
        int l = row.text(likelihood).isEmpty()
                ? before.likelihood()
                : level(row, likelihood, matrix.likelihoods().size()).orElse(before.likelihood());
        return new Rating(s, l);
    }

    private static OptionalInt level(ImportRow row, Field field, int highest) {
        String text = row.text(field);
        Optional<Double> number = CellCodec.number(text);
        boolean fits = number.isPresent()
                && number.get() == Math.rint(number.get())
                && number.get() >= 1
                && number.get() <= highest;
        if (!fits) {
            row.report(field, ReportError.NOT_LEVEL, text, 1, highest);
            return OptionalInt.empty();
        }
        return OptionalInt.of(number.get().intValue());
    }

    private void product(ImportRow row, Field field, Rating rating) {
        Optional<Double> given = CellCodec.number(row.text(field));
        if (given.isPresent() && given.get() != matrix.score(rating)) {
            row.report(field, ReportError.RISK_PRODUCT, row.text(field), matrix.score(rating));
        }
    }

    /** Days from the study to the due date; nothing when none is given or it is wrong. */
    private OptionalInt due(ImportRow row, String text) {
        Matcher days = DAYS.matcher(text);
        if (days.matches()) {
            String digits = days.group(1) == null ? days.group(2) : days.group(1);
            return OptionalInt.of(Math.max(1, Integer.parseInt(digits)));
        }
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        Optional<LocalDate> date = date(text);
        if (date.isEmpty()) {
            row.report(Field.DUE, ReportError.NOT_DATE, text);
            return OptionalInt.empty();
        }
        long ahead = ChronoUnit.DAYS.between(studied, date.get());
        if (ahead < 1) {
            row.report(Field.DUE, ReportError.DATE_BEFORE, date.get().toString(), studied.toString());
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) Math.min(DraftStudy.LONGEST_DUE_DAYS, ahead));
    }

    private static Optional<LocalDate> date(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(String.format(
                    java.util.Locale.ROOT,
                    "%s-%02d-%02d",
                    matcher.group(1),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
