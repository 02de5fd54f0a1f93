package org.openots.distillation.field3d.gl;

import static org.lwjgl.opengl.GL33C.GL_COMPILE_STATUS;
import static org.lwjgl.opengl.GL33C.GL_FRAGMENT_SHADER;
import static org.lwjgl.opengl.GL33C.GL_INVALID_INDEX;
import static org.lwjgl.opengl.GL33C.GL_LINK_STATUS;
import static org.lwjgl.opengl.GL33C.GL_TRUE;
import static org.lwjgl.opengl.GL33C.GL_VERTEX_SHADER;
import static org.lwjgl.opengl.GL33C.glAttachShader;
import static org.lwjgl.opengl.GL33C.glCompileShader;
import static org.lwjgl.opengl.GL33C.glCreateProgram;
import static org.lwjgl.opengl.GL33C.glCreateShader;
import static org.lwjgl.opengl.GL33C.glDeleteShader;
import static org.lwjgl.opengl.GL33C.glGetProgramInfoLog;
import static org.lwjgl.opengl.GL33C.glGetProgrami;
import static org.lwjgl.opengl.GL33C.glGetShaderInfoLog;
import static org.lwjgl.opengl.GL33C.glGetShaderi;
import static org.lwjgl.opengl.GL33C.glGetUniformBlockIndex;
import static org.lwjgl.opengl.GL33C.glGetUniformLocation;
import static org.lwjgl.opengl.GL33C.glLinkProgram;
import static org.lwjgl.opengl.GL33C.glShaderSource;
import static org.lwjgl.opengl.GL33C.glUniform1i;
import static org.lwjgl.opengl.GL33C.glUniform4f;
import static org.lwjgl.opengl.GL33C.glUniformBlockBinding;
import static org.lwjgl.opengl.GL33C.glUniformMatrix4fv;
import static org.lwjgl.opengl.GL33C.glUseProgram;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joml.Matrix4fc;
import org.lwjgl.system.MemoryStack;
import org.openots.common.error.OtsException;

/** A linked pair of shaders. What is set but not there is an error with its name. */
final class Program {
    private final String name;
    private final int id;
    private final Map<String, Integer> locations = new HashMap<>();

    /**
     * Compiles and links.
     *
     * @param gpu owner
     * @param name of the files {@code name.vert} and {@code name.frag}
     * @param defines lines put before the text: {@code "INSTANCED 1"}
     */
    Program(Gpu gpu, String name, List<String> defines) {
        this(gpu, name, name, defines);
    }

    Program(Gpu gpu, String vertex, String fragment, List<String> defines) {
        this.name = vertex + "+" + fragment + defines;
        int first = compile(GL_VERTEX_SHADER, vertex + ".vert", defines);
        int second = compile(GL_FRAGMENT_SHADER, fragment + ".frag", defines);
        id = gpu.adopt(Gpu.Kind.PROGRAM, glCreateProgram());
        glAttachShader(id, first);
        glAttachShader(id, second);
        glLinkProgram(id);
        glDeleteShader(first);
        glDeleteShader(second);
        if (glGetProgrami(id, GL_LINK_STATUS) != GL_TRUE) {
            throw new OtsException(GlError.SHADER_REFUSED, name, glGetProgramInfoLog(id));
        }
        int block = glGetUniformBlockIndex(id, FrameBlock.NAME);
        if (block != GL_INVALID_INDEX) {
            glUniformBlockBinding(id, block, FrameBlock.BINDING);
        }
        glUseProgram(id);
        for (Unit unit : Unit.values()) {
            int location = glGetUniformLocation(id, unit.sampler());
            if (location >= 0) {
                glUniform1i(location, unit.number());
            }
        }
    }

    private static int compile(int kind, String file, List<String> defines) {
        int shader = glCreateShader(kind);
        glShaderSource(shader, ShaderText.of(file, defines));
        glCompileShader(shader);
        if (glGetShaderi(shader, GL_COMPILE_STATUS) != GL_TRUE) {
            String words = glGetShaderInfoLog(shader);
            glDeleteShader(shader);
            throw new OtsException(GlError.SHADER_REFUSED, file, words);
        }
        return shader;
    }

    void use() {
        glUseProgram(id);
    }

    /** Sets four numbers; the program is in use. */
    void set(String uniform, float x, float y, float z, float w) {
        glUniform4f(location(uniform), x, y, z, w);
    }

    /** Sets a matrix; the program is in use. */
    void set(String uniform, Matrix4fc matrix) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            FloatBuffer numbers = matrix.get(stack.mallocFloat(16));
            glUniformMatrix4fv(location(uniform), false, numbers);
        }
    }

    private int location(String uniform) {
        Integer known = locations.get(uniform);
        if (known == null) {
            known = glGetUniformLocation(id, uniform);
            if (known < 0) {
                throw new IllegalStateException("shader " + name + " has no uniform " + uniform);
            }
            locations.put(uniform, known);
        }
        return known;
    }
}
