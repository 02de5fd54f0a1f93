package org.openots.distillation.field3d.gl;

import java.util.List;
import org.joml.Matrix4f;
import org.openots.distillation.field3d.scene.Archetype;
import org.openots.distillation.field3d.state.Figure;

/**
 * The shape of other people: body, left and right leg, left and right arm, each around its joint, feet down, looking along +z.
 *
 * @param limbs the five shapes, in this order
 * @param joints where their origins are above the foot, x, y, z each, m
 */
public record Worker(List<Archetype> limbs, List<float[]> joints) {
    /** How far legs and arms swing forward and back, radian, in the order of the limbs. */
    private static final float[] SWING = {0, 0.52f, -0.52f, -0.42f, 0.42f};

    /** How far the body goes down when the legs are apart, m. */
    private static final float BOB = 0.035f;

    /** Refuses another number of limbs. */
    public Worker {
        limbs = List.copyOf(limbs);
        joints = List.copyOf(joints);
        if (limbs.size() != SWING.length || joints.size() != SWING.length) {
            throw new IllegalArgumentException(
                    limbs.size() + " limbs with " + joints.size() + " joints are no worker, who has " + SWING.length);
        }
    }

    /** Where a limb of a person is. */
    void place(int limb, Figure figure, Matrix4f to) {
        float stride = (float) Math.sin(figure.stride());
        float[] joint = joints.get(limb);
        to.translation(
                        figure.foot().x(),
                        figure.foot().y() - BOB * stride * stride,
                        figure.foot().z())
                .rotateY(figure.yaw() + (float) Math.PI)
                .translate(joint[0], joint[1], joint[2])
                .rotateX(SWING[limb] * stride);
    }
}
