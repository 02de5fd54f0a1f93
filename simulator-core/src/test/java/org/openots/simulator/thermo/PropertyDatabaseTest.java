package org.openots.simulator.thermo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openots.common.error.CommonError;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.OtsException;

class PropertyDatabaseTest {
    private static final String FIXTURES = "/property-fixtures/";

    @Test
    void everyValidationIsAReferenceSetThatATestReads() {
        Map<String, Class<?>> validations = validations();
        Map<String, PropertyDatabase.Source> sources = new PropertyDatabase().sources();
        assertThat(sources).isNotEmpty();
        for (PropertyDatabase.Source source : sources.values()) {
            assertThat(source.usable()).as(source.id() + " may be used").isTrue();
            if (source.grade() != PropertyDatabase.Grade.PRIMARY) {
                String set = source.validatedBy();
                assertThat(validations).as("a test validates " + source.id()).containsKey(set);
                assertThat(getClass().getResource("/reference/" + set + "/SOURCE.md"))
                        .as("reference/" + set + "/SOURCE.md, named by " + source.id())
                        .isNotNull();
            }
        }
    }

    @Test
    void everyValidatingClassHasTests() {
        validations()
                .values()
                .forEach(type -> assertThat(type.getDeclaredMethods())
                        .as(type.getSimpleName())
                        .anyMatch(m -> m.isAnnotationPresent(Test.class) || m.isAnnotationPresent(TestFactory.class)));
    }

    private static Map<String, Class<?>> validations() {
        String marker = PropertyDatabaseTest.class.getSimpleName() + ".class";
        Map<String, Class<?>> found = new TreeMap<>();
        try {
            URI here = Objects.requireNonNull(PropertyDatabaseTest.class.getResource(marker))
                    .toURI();
            try (Stream<Path> files = Files.list(Path.of(here).resolveSibling("."))) {
                for (String name :
                        files.map(f -> String.valueOf(f.getFileName())).sorted().toList()) {
                    if (name.endsWith("ReferenceTest.class")) {
                        Class<?> type = Class.forName(
                                PropertyDatabaseTest.class.getPackageName() + "." + name.replace(".class", ""));
                        for (String set : type.getAnnotation(Validates.class).value()) {
                            found.put(set, type);
                        }
                    }
                }
            }
        } catch (IOException | URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException("cannot list the test classes beside " + marker, e);
        }
        return found;
    }

    @Test
    void anUnverifiedSourceIsRefused() {
        refusedForItsSource("from-memory");
    }

    @Test
    void aSecondarySourceWithoutValidationIsRefused() {
        refusedForItsSource("not-validated");
    }

    @Test
    void aSourceThatIsNotListedIsRefused() {
        refusedForItsSource("no-such-source");
    }

    private static void refusedForItsSource(String id) {
        assertThatThrownBy(() -> new PropertyDatabase(FIXTURES).inert(id))
                .isInstanceOfSatisfying(OtsException.class, e -> {
                    assertThat(e.errorCode()).isEqualTo(PropertyError.UNUSABLE_SOURCE);
                    assertThat(e.messageIn(Locale.ENGLISH)).contains(id + ".json#/molarMass", id);
                    assertThat(e.messageIn(Locale.CHINA)).contains(id + ".json#/molarMass", "sources.json");
                });
    }

    @Test
    void mistakesInASpeciesFileAreNamed() {
        mistake("wrong-unit", CommonError.JSON_NOT_ALLOWED, "wrong-unit.json#/molarMass/unit", "g/mol", "kg/mol");
        mistake("misspelt-field", CommonError.JSON_MISSING_FIELD, "misspelt-field.json#", "molarMass");
        mistake("extra-field", CommonError.JSON_UNKNOWN_FIELD, "colour");
        mistake(
                "falling-range",
                PropertyError.NOT_A_RANGE,
                "falling-range.json#/gasHeatCapacity/validK",
                "500.0, 250.0");
        mistake("too-few-coefficients", PropertyError.COEFFICIENT_COUNT, "/gasHeatCapacity/coefficients", "2");
        mistake("no-such-species", PropertyError.NO_FILE, "no-such-species.json");
    }

    private static void mistake(String id, ErrorCode code, String... words) {
        assertThatThrownBy(() -> new PropertyDatabase(FIXTURES).inert(id))
                .isInstanceOfSatisfying(OtsException.class, e -> {
                    assertThat(e.errorCode()).as(e.getMessage()).isEqualTo(code);
                    assertThat(e.messageIn(Locale.ENGLISH)).contains(words);
                });
    }

    @Test
    void aPairWithoutParametersIsRefused() {
        assertThatThrownBy(() -> new PropertyDatabase().nrtl(List.of("ethanol", "methanol"), "air"))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(PropertyError.NO_PAIR));
    }

    @Test
    void orderOfComponentsDoesNotMatter() {
        PropertyDatabase database = new PropertyDatabase();
        double[] straight =
                database.nrtl(List.of("ethanol", "water"), "air").activityCoefficients(350, new double[] {0.2, 0.8});
        double[] reversed =
                database.nrtl(List.of("water", "ethanol"), "air").activityCoefficients(350, new double[] {0.8, 0.2});
        assertThat(straight).containsExactly(reversed[1], reversed[0]);
    }

    @Test
    void explosionLimitsAreKnownForWhatBurns() {
        PropertyDatabase database = new PropertyDatabase();
        assertThat(database.lowerExplosionLimit("ethanol")).hasValue(0.033);
        assertThat(database.lowerExplosionLimit("water")).isEmpty();
    }

    @Test
    void messagesExistInBothLanguages() {
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        String bundle = PropertyError.NO_FILE.bundle();
        Set<String> zh = ResourceBundle.getBundle(bundle, Locale.ROOT, exact).keySet();
        Set<String> en = ResourceBundle.getBundle(bundle, Locale.ENGLISH, exact).keySet();
        assertThat(zh).isEqualTo(en);
        for (PropertyError error : PropertyError.values()) {
            assertThat(zh).contains(error.name());
        }
    }
}
