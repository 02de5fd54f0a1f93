package org.openots.instructor.skill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.instructor.catalog.TaskOutline;

/**
 * Which task shows which skill, from the files of the suite and then those of the school. What a school says about a task counts
 * instead of what the suite says.
 *
 * @param certificates in the order of their files
 * @param evidence what each task shows, by id of the task
 * @param mistakes why files of the school are not used
 */
public record SkillMap(List<Certificate> certificates, Map<String, List<Evidence>> evidence, List<Finding> mistakes) {
    /** Folder of the school's files in the data folder. */
    public static final String FOLDER = "skills";

    private static final List<String> SHIPPED = List.of("JL", "HA");
    private static final String JSON = ".json";

    /** Freezes the collections. */
    public SkillMap {
        certificates = List.copyOf(certificates);
        evidence = Map.copyOf(evidence);
        mistakes = List.copyOf(mistakes);
    }

    /**
     * Reads the files.
     *
     * @param folder of the school's files, which need not be there
     * @param tasks those of the station, each with what it gives points for
     * @return the map; a file of the school with mistakes is left out whole
     * @throws org.openots.common.error.OtsException if a file of the suite is wrong
     */
    public static SkillMap load(Path folder, Map<String, TaskOutline> tasks) {
        Map<String, Certificate> certificates = new LinkedHashMap<>();
        Map<String, List<Evidence>> evidence = new LinkedHashMap<>();
        for (String code : SHIPPED) {
            String file = "certificate-" + code + JSON;
            certificates.put(code, SkillMapReader.certificate(file, shipped(file), Findings.throwing()));
        }
        for (String code : SHIPPED) {
            String file = "evidence-" + code + JSON;
            // whether the tasks have these items is for check: a station that teaches less must start all the same
            SkillMapReader.Known known = new SkillMapReader.Known(certificates, Map.of(), false);
            evidence.putAll(SkillMapReader.evidence(file, shipped(file), known, Findings.throwing()));
        }
        List<Finding> mistakes = new ArrayList<>();
        List<School> files = files(folder, mistakes);
        for (School file : files) {
            if (!file.evidence()) {
                Findings findings = Findings.collecting();
                Certificate one = SkillMapReader.certificate(file.name(), file.json(), findings);
                mistakes.addAll(findings.all());
                if (findings.isEmpty()) {
                    certificates.put(one.code(), one);
                }
            }
        }
        for (School file : files) {
            if (file.evidence()) {
                Findings findings = Findings.collecting();
                SkillMapReader.Known known = new SkillMapReader.Known(certificates, tasks, true);
                Map<String, List<Evidence>> more = SkillMapReader.evidence(file.name(), file.json(), known, findings);
                mistakes.addAll(findings.all());
                if (findings.isEmpty()) {
                    evidence.putAll(more);
                }
            }
        }
        return new SkillMap(new ArrayList<>(certificates.values()), evidence, mistakes);
    }

    /**
     * Holds the suite's own files against tasks.
     *
     * @param tasks each with what it gives points for
     * @return names of tasks and items in the files that do not exist
     */
    public static List<Finding> check(Map<String, TaskOutline> tasks) {
        Findings findings = Findings.collecting();
        Map<String, Certificate> certificates = new LinkedHashMap<>();
        for (String code : SHIPPED) {
            String file = "certificate-" + code + JSON;
            certificates.put(code, SkillMapReader.certificate(file, shipped(file), findings));
        }
        for (String code : SHIPPED) {
            String file = "evidence-" + code + JSON;
            var unused = SkillMapReader.evidence(
                    file, shipped(file), new SkillMapReader.Known(certificates, tasks, true), findings);
        }
        return findings.all();
    }

    private static byte[] shipped(String file) {
        return StrictJson.bytes(SkillMap.class, file);
    }

    private record School(String name, byte[] json) {
        /** Whether it is one of evidence; what is neither is read, and refused, as a certificate. */
        boolean evidence() {
            return StrictJson.parse(name, json, Findings.collecting())
                    .raw()
                    .path("format")
                    .asText()
                    .equals(SkillMapReader.EVIDENCE);
        }
    }

    private static List<School> files(Path folder, List<Finding> mistakes) {
        List<School> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> names = Files.list(folder)) {
            for (Path file :
                    names.filter(one -> one.toString().endsWith(JSON)).sorted().toList()) {
                files.add(new School(FOLDER + "/" + file.getFileName(), Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            mistakes.add(new Finding(FOLDER, "", SkillError.UNREADABLE, List.of(String.valueOf(e.getMessage()))));
        }
        return files;
    }

    /**
     * What a task shows.
     *
     * @param task its id
     * @return one entry a skill; none for a task that no file names
     */
    public List<Evidence> of(String task) {
        return evidence.getOrDefault(task, List.of());
    }
}
