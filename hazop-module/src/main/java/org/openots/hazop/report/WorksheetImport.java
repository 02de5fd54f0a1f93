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
import org.openots.hazop.report.ColumnProfile.Field;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.risk.RiskMatrix;
import org.openots.hazop.risk.RiskStages;
import org.openots.hazop.study.Study;

/**
 * Makes a draft study out of a worksheet of another tool. All or nothing: with a single mistake there is no study, and
 * every mistake is told with its sheet, row and column.
 */
public final class WorksheetImport {
    private static final Pattern DAYS = Pattern.compile("(\\d{1,4})\\s*(?:天|日|days?).*|within (\\d{1,4}) days?.*");
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
            List<ImportRow> rows = new ImportSheets(shown, order.profile(), own).rows(book);
            DraftStudy draft = new DraftStudy(order.id(), order.matrix(), order.profile());
            WorksheetImport reader = new WorksheetImport(order.profile(), order.matrix(), order.studied(), draft);
            rows.forEach(reader::row);
            own.all().forEach(findings::report);
            return own.isEmpty() ? Optional.of(draft.study(shown)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }

    private void row(ImportRow row) {
        String about = row.text(Field.PARAMETER).isEmpty() ? row.text(Field.DEVIATION) : row.text(Field.PARAMETER);
        Field source = row.text(Field.PARAMETER).isEmpty() ? Field.DEVIATION : Field.PARAMETER;
        List<String> causes = items(row.text(Field.CAUSE));
        List<String> consequences = items(row.text(Field.CONSEQUENCE));
        if (about.isEmpty()) {
            row.report(source, ReportError.EMPTY_CELL, source.name());
        }
        if (causes.isEmpty() || consequences.isEmpty()) {
            row.report(causes.isEmpty() ? Field.CAUSE : Field.CONSEQUENCE, ReportError.NO_SCENARIO);
        }
        Optional<String> parameter = about.isEmpty() ? Optional.empty() : parameter(row, source, about);
        List<String> guideWords = about.isEmpty() ? List.of() : guideWords(row, source, about);
        Optional<RiskStages> risk = risk(row);
        OptionalInt due = due(row);
        if (parameter.isEmpty() || guideWords.isEmpty() || risk.isEmpty()) {
            return;
        }
        String node = row.text(Field.NODE).isEmpty() ? row.sheet() : row.text(Field.NODE);
        String text = row.text(Field.DEVIATION).isEmpty() ? about.replace("\n", " ") : row.text(Field.DEVIATION);
        DraftStudy.Place place = new DraftStudy.Place(node, parameter.get(), guideWords, text);
        DraftStudy.Measures measures = new DraftStudy.Measures(
                items(row.text(Field.SAFEGUARDS)), items(row.text(Field.RECOMMENDATIONS)), row.text(Field.OWNER), due);
        for (String cause : causes) {
            for (String consequence : consequences) {
                draft.scenario(place, cause, consequence, measures, risk.get());
            }
        }
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

    private Optional<String> parameter(ImportRow row, Field source, String about) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        profile.words().parameters().forEach((id, one) -> words.put(id, one.words()));
        Optional<String> found = found(about, words).values().stream().findFirst();
        if (found.isEmpty()) {
            row.report(source, ReportError.NO_PARAMETER, about);
        }
        return found;
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
    private OptionalInt due(ImportRow row) {
        String text = row.text(Field.DUE).lines().findFirst().orElse("").strip();
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
