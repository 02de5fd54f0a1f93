package org.openots.distillation.field3d.gl;

import static org.lwjgl.opengl.GL33C.glDeleteBuffers;
import static org.lwjgl.opengl.GL33C.glDeleteFramebuffers;
import static org.lwjgl.opengl.GL33C.glDeleteProgram;
import static org.lwjgl.opengl.GL33C.glDeleteRenderbuffers;
import static org.lwjgl.opengl.GL33C.glDeleteTextures;
import static org.lwjgl.opengl.GL33C.glDeleteVertexArrays;
import static org.lwjgl.opengl.GL33C.glGenBuffers;
import static org.lwjgl.opengl.GL33C.glGenFramebuffers;
import static org.lwjgl.opengl.GL33C.glGenRenderbuffers;
import static org.lwjgl.opengl.GL33C.glGenTextures;
import static org.lwjgl.opengl.GL33C.glGenVertexArrays;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Owner of the objects on the graphics card. Their number is known, does not grow while the same scene is drawn, and is 0 after
 * {@link #close}.
 */
final class Gpu implements AutoCloseable {
    /** What lives on the card. */
    enum Kind {
        BUFFER,
        TEXTURE,
        VERTEX_ARRAY,
        FRAMEBUFFER,
        RENDERBUFFER,
        PROGRAM
    }

    private record Thing(Kind kind, int id) {}

    private final Set<Thing> things = new LinkedHashSet<>();

    /** Makes one; PROGRAM is made by its compiler and handed to {@link #adopt}. */
    int create(Kind kind) {
        int id = switch (kind) {
            case BUFFER -> glGenBuffers();
            case TEXTURE -> glGenTextures();
            case VERTEX_ARRAY -> glGenVertexArrays();
            case FRAMEBUFFER -> glGenFramebuffers();
            case RENDERBUFFER -> glGenRenderbuffers();
            default -> throw new IllegalArgumentException(kind + " is made elsewhere");
        };
        things.add(new Thing(kind, id));
        return id;
    }

    /** Takes over one that was made elsewhere. */
    int adopt(Kind kind, int id) {
        things.add(new Thing(kind, id));
        return id;
    }

    /** Frees one; 0 is none. */
    void delete(Kind kind, int id) {
        if (id == 0) {
            return;
        }
        Thing thing = new Thing(kind, id);
        if (!things.remove(thing)) {
            throw new IllegalStateException("not owned: " + thing);
        }
        free(thing);
    }

    private static void free(Thing thing) {
        int id = thing.id();
        switch (thing.kind()) {
            case BUFFER -> glDeleteBuffers(id);
            case TEXTURE -> glDeleteTextures(id);
            case VERTEX_ARRAY -> glDeleteVertexArrays(id);
            case FRAMEBUFFER -> glDeleteFramebuffers(id);
            case RENDERBUFFER -> glDeleteRenderbuffers(id);
            case PROGRAM -> glDeleteProgram(id);
            default -> throw new IllegalStateException(thing.kind() + " cannot be freed");
        }
    }

    int count() {
        return things.size();
    }

    @Override
    public void close() {
        things.forEach(Gpu::free);
        things.clear();
    }
}
