package org.openots.distillation.field3d.gl;

import java.util.Arrays;
import java.util.List;
import org.joml.Matrix4f;
import org.openots.distillation.field3d.scene.Archetype;
import org.openots.distillation.field3d.scene.Mesh;
import org.openots.distillation.field3d.scene.Part;
import org.openots.distillation.field3d.state.Frame;

/** Other people, whose legs and arms swing; one call a limb. */
final class FigureStage implements AutoCloseable {
    /** People in one picture; the team of a plant is smaller. */
    private static final int MOST = 16;

    /** Emission as in the mesh, not highlighted. */
    private static final int GLOW = 0xFF000000;

    private final Worker worker;
    private final InstanceBatch batch;
    private final Matrix4f place = new Matrix4f();

    FigureStage(Gpu gpu, Worker worker) {
        this.worker = worker;
        List<Mesh> meshes = worker.limbs().stream().map(Archetype::mesh).toList();
        int[] capacity = new int[meshes.size()];
        Arrays.fill(capacity, MOST);
        batch = new InstanceBatch(gpu, meshes, capacity);
    }

    /** Draws with the program for instances, which is in use. */
    void draw(Frame frame, FrameStatistics statistics) {
        int number = Math.min(MOST, frame.figures().size());
        if (number == 0) {
            return;
        }
        batch.clear();
        for (int i = 0; i < number; i++) {
            for (int limb = 0; limb < worker.limbs().size(); limb++) {
                worker.place(limb, frame.figures().get(i), place);
                batch.add(limb, place, Part.WHITE, GLOW);
            }
        }
        batch.upload();
        batch.draw(statistics);
    }

    @Override
    public void close() {
        batch.close();
    }
}
