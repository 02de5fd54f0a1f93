package org.openots.distillation.field3d.scene;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joml.Matrix4fc;
import org.joml.Quaternionfc;
import org.joml.Vector3fc;

/** One hash for each part of a scene, of every bit of every number in it; the same on every Java. */
public final class SceneHash {
    private SceneHash() {}

    /** By the names of the scene's components: cells, archetypes, parts and so on. */
    public static SortedMap<String, String> of(Scene scene) {
        SortedMap<String, String> all = new TreeMap<>();
        for (RecordComponent component : Scene.class.getRecordComponents()) {
            MessageDigest digest = digest();
            add(digest, value(component, scene));
            all.put(
                    component.getName(),
                    HexFormat.of().formatHex(digest.digest()).substring(0, 16));
        }
        return all;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Object value(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.toString(), e);
        }
    }

    private static void add(MessageDigest digest, Object value) {
        if (value instanceof Matrix4fc m) {
            add(digest, m.get(new float[16]));
        } else if (value instanceof Vector3fc v) {
            add(digest, new float[] {v.x(), v.y(), v.z()});
        } else if (value instanceof Quaternionfc q) {
            add(digest, new float[] {q.x(), q.y(), q.z(), q.w()});
        } else if (value instanceof float[] numbers) {
            ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
            bytes.asFloatBuffer().put(numbers);
            digest.update(bytes.array());
        } else if (value instanceof int[] numbers) {
            ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
            bytes.asIntBuffer().put(numbers);
            digest.update(bytes.array());
        } else if (value instanceof Float number) {
            digest.update(ByteBuffer.allocate(4).putFloat(number).array());
        } else if (value instanceof Double number) {
            digest.update(ByteBuffer.allocate(8).putDouble(number).array());
        } else if (value instanceof Integer number) {
            digest.update(ByteBuffer.allocate(4).putInt(number).array());
        } else if (value instanceof Iterable<?> list) {
            list.forEach(one -> add(digest, one));
            digest.update((byte) ';');
        } else if (value instanceof Optional<?> one) {
            one.ifPresent(inside -> add(digest, inside));
            digest.update((byte) '?');
        } else if (value instanceof Enum<?> one) {
            digest.update(one.name().getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof String || value instanceof Boolean) {
            digest.update((value + "|").getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof Record one) {
            for (RecordComponent component : one.getClass().getRecordComponents()) {
                add(digest, value(component, one));
            }
        } else {
            throw new AssertionError(
                    "no way to hash " + value.getClass() + (value.getClass().isArray() ? Array.getLength(value) : ""));
        }
    }
}
