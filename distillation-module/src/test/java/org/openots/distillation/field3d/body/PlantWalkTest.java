package org.openots.distillation.field3d.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.distillation.field3d.scene.ShippedPlant;
import org.openots.simulator.plant.PlantPack;

/** In every shipped plant one walks from the gate to all floors, and to a place from which each handle and gauge can be used. */
class PlantWalkTest {
    static List<String> ids() {
        return PlantPack.SHIPPED;
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everythingIsReachedOnFoot(String id) {
        assertThat(WalkAudit.of(ShippedPlant.of(id).scene())).isEmpty();
    }
}
