package org.openots.distillation.field3d.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive for lab PCs as the build made it: complete, without anything that must not reach a student, and it starts. */
class FieldPackageIT {
    private static final String FOLDER = "openots-field/";
    private static final String OWN = FOLDER + "lib/openots-field.jar";

    /** Folders of data in our jar that a student may have. All other data is of the station. */
    private static final Pattern HARMLESS = Pattern.compile(
            "META-INF/.*|org/openots/(schema|simulator/thermo|distillation/font|distillation/field3d)/.*|.*\\.properties");

    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\d.]*)(-natives-(\\w+))?\\.jar");

    private static Map<String, byte[]> files;

    @BeforeAll
    static void open() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            List<Path> archives = built.filter(
                            file -> file.getFileName().toString().matches("openots-field-.*\\.zip"))
                    .toList();
            assertThat(archives).as("made by mvn package").hasSize(1);
            files = entries(Files.newInputStream(archives.get(0)));
        }
    }

    private static Map<String, byte[]> entries(InputStream archive) throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(archive, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    all.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return all;
    }

    private static String text(String name) {
        assertThat(files).containsKey(name);
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> own() throws IOException {
        assertThat(files).containsKey(OWN);
        return entries(new ByteArrayInputStream(files.get(OWN)));
    }

    private static List<Matcher> jars() {
        return files.keySet().stream()
                .filter(name -> name.startsWith(FOLDER + "lib/") && !name.equals(OWN))
                .map(name -> JAR.matcher(name.substring((FOLDER + "lib/").length())))
                .toList();
    }

    @Test
    void bothSystemsHaveAllTheirNatives() {
        Map<String, Integer> natives = new TreeMap<>();
        for (Matcher jar : jars()) {
            assertThat(jar.matches()).as(jar.toString()).isTrue();
            if (jar.group(1).startsWith("lwjgl")) {
                natives.merge(jar.group(4) == null ? "java" : jar.group(4), 1, Integer::sum);
            }
        }
        assertThat(natives).containsOnlyKeys("java", "linux", "windows").containsEntry("java", 6);
        assertThat(natives.get("linux")).isEqualTo(6);
        assertThat(natives.get("windows")).isEqualTo(6);
    }

    @Test
    void everyLibraryIsOnThePageOfLicencesWithItsVersion() {
        String page = text(FOLDER + "THIRD-PARTY.txt");
        for (Matcher jar : jars()) {
            assertThat(jar.matches()).isTrue();
            assertThat(page)
                    .as("%s on the page of licences", jar.group())
                    .containsPattern("(?m)^" + Pattern.quote(jar.group(1) + " " + jar.group(2)) + " ");
        }
        assertThat(page).contains("GLFW", "NanoVG", "stb", "OpenAL Soft", "Noto Sans SC", "libffi");
        assertThat(text(FOLDER + "licences/OFL.txt")).contains("SIL OPEN FONT LICENSE");
        assertThat(text(FOLDER + "licences/LGPL-2.0.txt")).contains("GNU LIBRARY GENERAL PUBLIC LICENSE");
        assertThat(text(FOLDER + "LICENSE")).contains("Apache License");
    }

    @Test
    void nothingOfTheStationIsInIt() throws IOException {
        assertThat(files.keySet())
                .allMatch(
                        name -> name.matches(
                                FOLDER
                                        + "(field\\.bat|field\\.sh|README\\.txt|THIRD-PARTY\\.txt|LICENSE|licences/[^/]+|words/[^/]+|lib/[^/]+\\.jar)"));
        Map<String, byte[]> own = own();
        assertThat(own.keySet())
                .filteredOn(name -> !name.endsWith(".class"))
                .isNotEmpty()
                .allMatch(name -> HARMLESS.matcher(name).matches());
        assertThat(own.keySet()).noneMatch(name -> name.startsWith("org/openots/plants/"));
        own.forEach((name, bytes) -> {
            if (name.endsWith(".json") && !name.endsWith(".schema.json")) {
                assertThat(new String(bytes, StandardCharsets.UTF_8))
                        .as(name)
                        .containsPattern(
                                "\"format\"\\s*:\\s*\"(component|ideal|nrtl|peng-robinson|inert|property-sources)\"");
            }
        });
    }

    @Test
    void windowsFilesAreForWindows() {
        String batch = text(FOLDER + "field.bat");
        assertThat(batch)
                .contains("\r\n")
                .doesNotContainPattern("[^\\x00-\\x7F]")
                .doesNotContainPattern("[^\r]\n");
        assertThat(text(FOLDER + "field.sh")).doesNotContain("\r");
        assertThat(text(FOLDER + "words/no-java.txt")).contains("没有找到 Java 17").contains("was not found");
        assertThat(text(FOLDER + "README.txt")).contains("入场码").contains("ticket");
    }

    @Test
    void itStartsFromAFolderWithAChineseNameAndABlank(@TempDir Path temp) throws Exception {
        Path folder = Files.createDirectories(temp.resolve("三维 现场"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.copy(new ByteArrayInputStream(file.getValue()), target, StandardCopyOption.REPLACE_EXISTING);
        }
        String help = run(folder, 0, "--help");
        assertThat(help).contains("--ticket").contains("入场码");
        assertThat(run(folder, 2, "--plant", "ethanol-water-rig", "--views"))
                .as("there are no plants in it, and it says what to do")
                .contains("OTS-FIELD-206", "--ticket")
                .doesNotContain("OTS-PLANT");
        String joined = run(folder, 2, "--host", "127.0.0.1:1", "--ticket", "12345678");
        assertThat(joined).as("it tries the station").contains("OTS-FIELD-");
    }

    private static String run(Path folder, int code, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                        Stream.of("sh", folder.resolve(FOLDER + "field.sh").toString()), Stream.of(arguments))
                .toList());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectErrorStream(true);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isEqualTo(code);
        return output;
    }
}
