package org.openots.hazop.plant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.common.text.Spelling;
import org.openots.hazop.risk.LopaInputs;
import org.openots.hazop.study.Cause;
import org.openots.hazop.study.Consequence;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Estimate;
import org.openots.hazop.study.LopaRow;
import org.openots.hazop.study.Node;
import org.openots.hazop.study.Safeguard;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFindings;
import org.openots.hazop.study.Tag;
import org.openots.hazop.study.TagKind;
import org.openots.simulator.plant.PlantPack;

/** What a study must obey because of its plant. */
public final class PlantRules {
    private static final LocalText PLANT = new LocalText("随程序提供的装置", "plant of the suite");
    private static final LocalText UNIT = new LocalText("装置中的设备", "equipment of the plant");

    /** Kinds that a plant pack need not know: it has no signal and maybe no symbol of them. */
    private static final Set<TagKind> WITHOUT_INSTRUMENT =
            Set.of(TagKind.LINE, TagKind.OTHER, TagKind.FILTER, TagKind.TRAP, TagKind.CHECK_VALVE, TagKind.UTILITY);

    private final Study study;
    private final PlantNames names;
    private final StudyFindings findings;

    private PlantRules(Study study, PlantNames names, StudyFindings findings) {
        this.study = study;
        this.names = names;
        this.findings = findings;
    }

    /**
     * Reports every mistake against the plant that the study names.
     *
     * @param study a study that was read without mistakes
     * @param findings takes the mistakes
     */
    public static void check(Study study, StudyFindings findings) {
        estimates(study, findings);
        Optional<String> plant = study.head().plant();
        if (plant.filter(PlantPack.SHIPPED::contains).isPresent()) {
            PlantNames names = PlantNames.of(PlantPack.shipped(plant.get()));
            TextTags.check(study, names::has, findings);
            new PlantRules(study, names, findings).check();
        } else {
            TextTags.check(study, name -> false, findings);
            plant.ifPresent(unknown -> findings.unknown("/plant", unknown, PLANT, PlantPack.SHIPPED));
        }
    }

    /** Inputs outside of the range of their formula. */
    private static void estimates(Study study, StudyFindings findings) {
        for (int i = 0; i < study.deviations().size(); i++) {
            List<Consequence> consequences = study.deviations().get(i).consequences();
            for (int k = 0; k < consequences.size(); k++) {
                if (consequences.get(k).proof() instanceof Estimate estimate) {
                    try {
                        EstimateFormula.of(estimate);
                    } catch (OtsException refusal) {
                        findings.report("/deviations/" + i + "/consequences/" + k + "/estimate", refusal);
                    }
                }
            }
        }
    }

    private void check() {
        tags();
        new PlayRules(study, names, findings).check();
        layers();
    }

    private void tags() {
        for (int i = 0; i < study.tags().size(); i++) {
            Tag tag = study.tags().get(i);
            boolean needed = !tag.recommended() && !WITHOUT_INSTRUMENT.contains(tag.kind());
            if ((needed || tag.plantTag().isPresent()) && !names.has(tag.inPlant())) {
                String place = "/tags/" + i + (tag.plantTag().isPresent() ? "/plantTag" : "/tag");
                noTag(place, tag.inPlant());
            }
        }
        for (int i = 0; i < study.nodes().size(); i++) {
            Node node = study.nodes().get(i);
            for (int k = 0; k < node.units().size(); k++) {
                if (!names.has(node.units().get(k))) {
                    findings.unknown("/nodes/" + i + "/units/" + k, node.units().get(k), UNIT, names.all());
                }
            }
        }
    }

    private void noTag(String place, String tag) {
        String plant = names.pack().id();
        Optional<String> near = Spelling.nearest(tag, names.all());
        if (near.isPresent()) {
            findings.report(place, PlantRuleError.MISTYPED_TAG, tag, plant, near.get());
        } else {
            findings.report(place, PlantRuleError.NO_SUCH_TAG, tag, plant);
        }
    }

    private void layers() {
        TagGraph graph = new TagGraph(names);
        for (int i = 0; i < study.lopa().size(); i++) {
            LopaRow lopa = study.lopa().get(i);
            Optional<Deviation> row = study.deviation(lopa.deviationId());
            if (row.isPresent()) {
                layers(lopa, row.get(), graph, "/lopa/" + i + "/independentProtectionLayers/");
            }
        }
    }

    private void layers(LopaRow lopa, Deviation row, TagGraph graph, String place) {
        Optional<Cause> cause = row.cause(lopa.causeId());
        Map<String, TagGraph.Parts> before = new HashMap<>();
        List<String> order = new ArrayList<>();
        cause.ifPresent(c -> {
            order.add(c.id());
            before.put(c.id(), graph.of(study, c.tags()));
        });
        for (int k = 0; k < lopa.inputs().layers().size(); k++) {
            LopaInputs.Layer layer = lopa.inputs().layers().get(k);
            Optional<Safeguard> guard = row.safeguard(layer.safeguardId());
            if (guard.isEmpty()
                    || layer.pfd() >= 1
                    || before.containsKey(guard.get().id())) {
                continue;
            }
            TagGraph.Parts parts = graph.of(study, guard.get().tags());
            for (String other : order) {
                Set<String> shared = TagGraph.shared(
                        parts, before.getOrDefault(other, new TagGraph.Parts(Set.of(), Set.of(), Set.of())));
                if (!shared.isEmpty()) {
                    findings.report(
                            place + k + "/safeguardId",
                            PlantRuleError.NOT_INDEPENDENT,
                            guard.get().id(),
                            other,
                            String.join(", ", new TreeSet<>(shared)));
                }
            }
            order.add(guard.get().id());
            before.put(guard.get().id(), parts);
        }
    }

    /** What a refused order was, for the message. */
    static LocalText words(OtsException refusal) {
        return new LocalText(refusal.messageIn(Locale.SIMPLIFIED_CHINESE), refusal.messageIn(Locale.ENGLISH));
    }
}
