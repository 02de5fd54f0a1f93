package org.openots.distillation.field3d.gl;

import static org.lwjgl.opengl.GL33C.GL_CLAMP_TO_EDGE;
import static org.lwjgl.opengl.GL33C.GL_LINEAR;
import static org.lwjgl.opengl.GL33C.GL_RGBA;
import static org.lwjgl.opengl.GL33C.GL_RGBA8;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE0;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_3D;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_MAG_FILTER;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_MIN_FILTER;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_WRAP_R;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_WRAP_S;
import static org.lwjgl.opengl.GL33C.GL_TEXTURE_WRAP_T;
import static org.lwjgl.opengl.GL33C.GL_UNPACK_ALIGNMENT;
import static org.lwjgl.opengl.GL33C.GL_UNSIGNED_BYTE;
import static org.lwjgl.opengl.GL33C.glActiveTexture;
import static org.lwjgl.opengl.GL33C.glBindTexture;
import static org.lwjgl.opengl.GL33C.glPixelStorei;
import static org.lwjgl.opengl.GL33C.glTexImage3D;
import static org.lwjgl.opengl.GL33C.glTexParameteri;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.lwjgl.system.MemoryUtil;

/**
 * How much of the sky is seen from each place of the site, and on which side: measured once, from the depth of the scene in many
 * directions. Under platforms, beside walls and in halls light gets weaker softly, and comes in through windows. A cell holds
 * twice the mean direction of the open part and its share; the colour of light is put on by the shader.
 */
final class SkyVolume {
    /** Cells at most: 1 MB. */
    private static final int MOST_CELLS = 260_000;

    /** Edge of a cell at least, m: finer than what people look at from eye height. */
    private static final float FINEST = 0.25f;

    /** What is nearer to the first surface than this counts as open, m: rounding of the depth; more would open the walls. */
    private static final float BIAS = 0.02f;

    /** Share of the sky below which a cell is in a room with windows. */
    private static final float ROOM = 0.35f;

    /** Share below which it is in a closed room. */
    private static final float CLOSED = 0.14f;

    /** Air above and beside the box of the scene, m. */
    private static final float MARGIN = 2;

    private final Vector3f low = new Vector3f();
    private final float cell;
    private final int nx;
    private final int ny;
    private final int nz;
    private final float[] sums;
    private int directions;
    private int texture;

    SkyVolume(Vector3fc sceneLow, Vector3fc sceneHigh) {
        low.set(sceneLow).sub(MARGIN, MARGIN / 2, MARGIN);
        Vector3f size = new Vector3f(sceneHigh).add(MARGIN, MARGIN, MARGIN).sub(low);
        float edge = (float) Math.cbrt((double) size.x * size.y * size.z / MOST_CELLS);
        cell = Math.max(FINEST, edge);
        nx = Math.max(2, (int) Math.ceil(size.x / cell));
        ny = Math.max(2, (int) Math.ceil(size.y / cell));
        nz = Math.max(2, (int) Math.ceil(size.z / cell));
        sums = new float[4 * nx * ny * nz];
    }

    /** Even directions on the upper half of a sphere, the i-th of n. */
    static Vector3f direction(int i, int n) {
        double y = (i + 0.5) / n;
        double r = Math.sqrt(1 - y * y);
        double turn = i * Math.PI * (3 - Math.sqrt(5));
        return new Vector3f((float) (r * Math.cos(turn)), (float) y, (float) (r * Math.sin(turn)));
    }

    /**
     * Adds what one direction tells.
     *
     * @param toSky the direction, length 1
     * @param toMap from the site to the depth picture, 0 to 1
     * @param depth picture, rows from below, 0 to 1
     * @param edge of the picture, px
     * @param metres of depth between 0 and 1
     */
    void add(Vector3fc toSky, Matrix4f toMap, FloatBuffer depth, int edge, float metres) {
        directions++;
        float bias = BIAS / metres;
        Vector3f place = new Vector3f();
        int at = 0;
        for (int z = 0; z < nz; z++) {
            for (int y = 0; y < ny; y++) {
                for (int x = 0; x < nx; x++, at += 4) {
                    place.set(low.x + (x + 0.5f) * cell, low.y + (y + 0.5f) * cell, low.z + (z + 0.5f) * cell);
                    toMap.transformPosition(place);
                    int u = Math.max(0, Math.min(edge - 1, (int) (place.x * edge)));
                    int v = Math.max(0, Math.min(edge - 1, (int) (place.y * edge)));
                    if (depth.get(v * edge + u) + bias >= place.z) {
                        sums[at] += 2 * toSky.x();
                        sums[at + 1] += 2 * toSky.y();
                        sums[at + 2] += 2 * toSky.z();
                        sums[at + 3] += 1;
                    }
                }
            }
        }
    }

    /** Brings the sums to shares and lets cells inside bodies take the light of their neighbours. */
    void finish() {
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= directions;
        }
        for (int round = 0; round < 2; round++) {
            spread();
        }
        for (int round = 0; round < 3; round++) {
            smoothRooms();
        }
        darkenWalls();
    }

    /** Rooms get even light: each cell of a room takes the mean of those around it that are in a room too. */
    private void smoothRooms() {
        float[] before = sums.clone();
        int[] steps = steps();
        for (int i = 0; i < before.length; i += 4) {
            if (before[i + 3] < ROOM) {
                int found = 2;
                for (int k = 0; k < 4; k++) {
                    sums[i + k] = 2 * before[i + k];
                }
                for (int step : steps) {
                    int j = i + step;
                    if (j >= 0 && j < before.length && before[j + 3] < ROOM) {
                        found++;
                        for (int k = 0; k < 4; k++) {
                            sums[i + k] += before[j + k];
                        }
                    }
                }
                for (int k = 0; k < 4; k++) {
                    sums[i + k] /= found;
                }
            }
        }
    }

    /** Light must not come through a wall thinner than a cell: open cells beside a closed room are as dark as it. */
    private void darkenWalls() {
        float[] before = sums.clone();
        int[] steps = steps();
        for (int i = 0; i < before.length; i += 4) {
            int darkest = i;
            for (int step : steps) {
                int j = i + step;
                if (j >= 0 && j < before.length && before[j + 3] < CLOSED && before[j + 3] < before[darkest + 3]) {
                    darkest = j;
                }
            }
            for (int k = 0; k < 4; k++) {
                sums[i + k] = before[darkest + k];
            }
        }
    }

    private int[] steps() {
        return new int[] {4, -4, 4 * nx, -4 * nx, 4 * nx * ny, -4 * nx * ny};
    }

    /** A cell that sees no sky is in a body or in the dark: it becomes like the darkest beside it that sees some. */
    private void spread() {
        float[] before = sums.clone();
        int[] steps = steps();
        for (int i = 0; i < before.length; i += 4) {
            if (before[i + 3] > 0) {
                continue;
            }
            int darkest = -1;
            for (int step : steps) {
                int j = i + step;
                if (j >= 0
                        && j < before.length
                        && before[j + 3] > 0
                        && (darkest < 0 || before[j + 3] < before[darkest + 3])) {
                    darkest = j;
                }
            }
            for (int k = 0; k < 4 && darkest >= 0; k++) {
                sums[i + k] = before[darkest + k];
            }
        }
    }

    /**
     * Share of the sky seen from a place.
     *
     * @param place m
     * @return 0 to 1; 1 outside the volume
     */
    float open(Vector3fc place) {
        int x = (int) Math.floor((place.x() - low.x) / cell);
        int y = (int) Math.floor((place.y() - low.y) / cell);
        int z = (int) Math.floor((place.z() - low.z) / cell);
        if (x < 0 || y < 0 || z < 0 || x >= nx || y >= ny || z >= nz) {
            return 1;
        }
        return sums[4 * (x + nx * (y + ny * z)) + 3];
    }

    /** Share of the sky around a place, softly between the cells. */
    float openAround(Vector3fc place) {
        Vector3f p = new Vector3f();
        float sum = 0;
        for (int corner = 0; corner < 8; corner++) {
            p.set(place)
                    .add(
                            (corner & 1) == 0 ? -cell : cell,
                            (corner & 2) == 0 ? -cell : cell,
                            (corner & 4) == 0 ? -cell : cell);
            sum += open(p);
        }
        return sum / 8;
    }

    void upload(Gpu gpu) {
        texture = gpu.create(Gpu.Kind.TEXTURE);
        ByteBuffer bytes = MemoryUtil.memAlloc(sums.length);
        try {
            for (int i = 0; i < sums.length; i += 4) {
                for (int k = 0; k < 3; k++) {
                    bytes.put((byte) Math.round(255 * (0.5f + 0.5f * Math.max(-1, Math.min(1, sums[i + k])))));
                }
                bytes.put((byte) Math.round(255 * Math.max(0, Math.min(1, sums[i + 3]))));
            }
            bytes.flip();
            glActiveTexture(GL_TEXTURE0 + Unit.SKY_VOLUME.number());
            glBindTexture(GL_TEXTURE_3D, texture);
            glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
            glTexImage3D(GL_TEXTURE_3D, 0, GL_RGBA8, nx, ny, nz, 0, GL_RGBA, GL_UNSIGNED_BYTE, bytes);
            glTexParameteri(GL_TEXTURE_3D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
            glTexParameteri(GL_TEXTURE_3D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
            glTexParameteri(GL_TEXTURE_3D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
            glTexParameteri(GL_TEXTURE_3D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
            glTexParameteri(GL_TEXTURE_3D, GL_TEXTURE_WRAP_R, GL_CLAMP_TO_EDGE);
        } finally {
            MemoryUtil.memFree(bytes);
        }
    }

    void bind() {
        glActiveTexture(GL_TEXTURE0 + Unit.SKY_VOLUME.number());
        glBindTexture(GL_TEXTURE_3D, texture);
    }

    void put(FrameBlock block) {
        block.set(FrameBlock.Member.VOLUME_LOW, low, cell);
        block.set(FrameBlock.Member.VOLUME_SCALE, 1 / (nx * cell), 1 / (ny * cell), 1 / (nz * cell), 1);
    }
}
