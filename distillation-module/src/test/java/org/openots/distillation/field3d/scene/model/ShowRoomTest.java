package org.openots.distillation.field3d.scene.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.distillation.field3d.scene.Archetype;
import org.openots.distillation.field3d.scene.Mesh;
import org.openots.distillation.field3d.scene.MeshAudit;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;

/** Every shape by itself: outside out, neither bare nor too dear. */
class ShowRoomTest {
    /** No single shape takes more triangles: little over a hundredth of the budget of a whole plant. */
    private static final int DEAR = 6_000;

    private static final double[] BOX = {0, 0, 30, 12};

    static Stream<Arguments> shapes() {
        Machines.Frame frame = new Machines.Frame(1.2, 0.45, 0.36, 0.38);
        return Stream.of(
                shape("gate", Valves::gate),
                shape("globe", Valves::globe),
                shape("ball", Valves::ball),
                shape("needle", Valves::needle),
                shape("wheel", b -> Valves.wheel(b, 0.1, 5)),
                shape("lever", Valves::lever),
                shape("control", Actuated::control),
                shape("pointer", Actuated::pointer),
                shape("solenoid", Actuated::solenoid),
                shape("shut-off", Actuated::shutOff),
                shape("motor valve", Actuated::motor),
                shape("check", InlineDevices::check),
                shape("relief", InlineDevices::relief),
                shape("strainer", InlineDevices::strainer),
                shape("rotameter", InlineDevices::rotameter),
                shape("sight glass", InlineDevices::sight),
                shape("arrester", InlineDevices::arrester),
                shape("flow tube", InlineDevices::flowTube),
                shape("orifice", InlineDevices::orifice),
                shape("spectacle", b -> Fittings.spectacle(b, 0.06)),
                shape("open end", b -> Blinds.flange(b, 0.1)),
                shape("blind", b -> Blinds.cover(b, 0.1)),
                shape("blind-off", b -> Blinds.off(b, 0.1)),
                shape("reducer", b -> Fittings.reducer(b, 0.1, 0.06, 0.1)),
                shape("saddle", b -> Fittings.saddle(b, 0.1, 0.06)),
                shape("hanger", b -> Fittings.hanger(b, 0.1, 0.8)),
                shape("shoe", b -> Fittings.shoe(b, 0.2, 0.2)),
                shape("gauge", Instruments::gauge),
                shape("thermometer", Instruments::thermometer),
                shape("pressure transmitter", Instruments::pressure),
                shape("differential transmitter", Instruments::differential),
                shape("rtd", Instruments::rtd),
                shape("detector", Instruments::detector),
                shape("level glass", b -> Instruments.levelGlass(b, 0.5)),
                shape("centrifugal pump", b -> Machines.centrifugal(b, frame)),
                shape("gear pump", b -> Machines.gear(b, frame)),
                shape("fan", b -> Machines.fan(b, frame)),
                shape("wall fan", b -> Machines.wallFan(b, 0.3, 0.35)),
                shape("filter", b -> Machines.filter(b, 0.2, 0.9)),
                shape("kettle", b -> Exchangers.kettle(b, 0.6, 4)),
                shape("exchanger", b -> Exchangers.shellAndTube(b, 0.35, 3)),
                shape("air cooler", b -> Exchangers.airCooler(b, 6, 3, 4)),
                shape("electric heater", b -> Exchangers.electric(b, 0.1, 1)),
                shape("skirt", b -> Vessels.skirt(b, 0.8, 2.5)),
                shape("manhole", b -> Vessels.manhole(b, 0.5, 0.1)),
                shape("gooseneck", b -> Vessels.gooseneck(b, 0.05, 0.5)),
                shape("person", b -> Person.figure().forEach(part -> b.append(part.mesh()))),
                shape("chimney", b -> Surroundings.chimney(b, 2, 40)),
                shape("tank farm", b -> Surroundings.tankFarm(b, BOX, 8)),
                shape("unit", b -> Surroundings.unit(b, BOX, 25)),
                shape("rack", b -> Surroundings.rack(b, BOX, 6)),
                shape("building", b -> Surroundings.building(b, BOX, 7, true)),
                shape("works wall", b -> Surroundings.worksWall(b, BOX, 2.5)),
                shape("road", b -> Surroundings.road(b, BOX)),
                shape("wind sock", b -> Safety.windSock(b, 6)),
                shape("cabinet", b -> Furniture.cabinet(b, 0.9, 0.4, 1.9)));
    }

    private static Arguments shape(String name, Consumer<MeshBuilder> shape) {
        return Arguments.of(name, shape);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void isSound(String name, Consumer<MeshBuilder> shape) {
        MeshBuilder b = new MeshBuilder();
        shape.accept(b);
        Mesh mesh = b.build();
        assertThat(MeshAudit.mistake(name, mesh)).isEmpty();
        assertThat(mesh.triangles()).as(name).isBetween(20, DEAR);
    }

    @Test
    void aPersonHasFivePartsEachWithItsJoint() {
        assertThat(Person.figure()).extracting(Archetype::name).doesNotHaveDuplicates();
        assertThat(Person.figure()).hasSameSizeAs(Person.JOINTS);
    }
}
