package org.openots.distillation.field3d.gl;

import java.util.List;
import org.joml.FrustumIntersection;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.openots.distillation.field3d.scene.Archetype;
import org.openots.distillation.field3d.scene.Mesh;
import org.openots.distillation.field3d.scene.Part;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.state.Frame;

/** The parts of a scene: placed, and drawn if they are in sight and not smaller than a pixel. */
final class PartStage implements AutoCloseable {
    /** Diameter below which a part is left out, px: less than one sample of four. */
    private static final float TOO_SMALL = 0.6f;

    private final Placement placement;
    private final InstanceBatch batch;
    private final Vector3f[] centres;
    private final float[] radii;
    private final Matrix4f place = new Matrix4f();
    private final Vector3f centre = new Vector3f();

    PartStage(Gpu gpu, Scene scene) {
        placement = new Placement(scene);
        List<Archetype> archetypes = scene.archetypes();
        int[] capacity = new int[archetypes.size()];
        for (Part part : scene.parts()) {
            capacity[part.archetype()]++;
        }
        List<Mesh> meshes = archetypes.stream().map(Archetype::mesh).toList();
        batch = new InstanceBatch(gpu, meshes, capacity);
        centres = new Vector3f[meshes.size()];
        radii = new float[meshes.size()];
        for (int i = 0; i < radii.length; i++) {
            Bounds box = Bounds.of(meshes.get(i));
            centres[i] = box.centre();
            radii[i] = box.radius();
        }
    }

    /** Chooses what is in sight; pxPerRadian is the size of one radian in the middle of the picture. */
    void choose(Frame frame, FrustumIntersection sight, float pxPerRadian) {
        batch.clear();
        for (int i = 0; i < placement.parts(); i++) {
            if (!placement.place(i, frame.motion(), place)) {
                continue;
            }
            int shape = placement.part(i).archetype();
            place.transformPosition(centres[shape], centre);
            float far = centre.distance(frame.camera().eye());
            float radius = radii[shape] * scaleOf();
            if (2 * radius * pxPerRadian > TOO_SMALL * far && sight.testSphere(centre.x, centre.y, centre.z, radius)) {
                add(i, frame);
            }
        }
        batch.upload();
    }

    /** Chooses all parts that are there. */
    void chooseAll(Frame frame) {
        batch.clear();
        for (int i = 0; i < placement.parts(); i++) {
            if (placement.place(i, frame.motion(), place)) {
                add(i, frame);
            }
        }
        batch.upload();
    }

    /** Chooses the parts of an item. */
    void chooseItem(Frame frame, int item) {
        batch.clear();
        for (int i = 0; i < placement.parts(); i++) {
            if (placement.part(i).item() == item && placement.place(i, frame.motion(), place)) {
                add(i, frame);
            }
        }
        batch.upload();
    }

    private float scaleOf() {
        return Placement.scale(place, scratch);
    }

    private final Vector3f scratch = new Vector3f();

    private void add(int index, Frame frame) {
        Part part = placement.part(index);
        batch.add(
                part.archetype(),
                place,
                part.tint(),
                placement.glow(index, frame.motion(), frame.seconds(), frame.highlight()));
    }

    void draw(FrameStatistics statistics) {
        batch.draw(statistics);
    }

    @Override
    public void close() {
        batch.close();
    }
}
