package org.openots.distillation.field3d.gl;

import static org.lwjgl.openal.AL10.AL_BUFFER;
import static org.lwjgl.openal.AL10.AL_FALSE;
import static org.lwjgl.openal.AL10.AL_FORMAT_MONO16;
import static org.lwjgl.openal.AL10.AL_GAIN;
import static org.lwjgl.openal.AL10.AL_LOOPING;
import static org.lwjgl.openal.AL10.AL_ORIENTATION;
import static org.lwjgl.openal.AL10.AL_PITCH;
import static org.lwjgl.openal.AL10.AL_POSITION;
import static org.lwjgl.openal.AL10.AL_REFERENCE_DISTANCE;
import static org.lwjgl.openal.AL10.AL_TRUE;
import static org.lwjgl.openal.AL10.alBufferData;
import static org.lwjgl.openal.AL10.alDeleteBuffers;
import static org.lwjgl.openal.AL10.alDeleteSources;
import static org.lwjgl.openal.AL10.alGenBuffers;
import static org.lwjgl.openal.AL10.alGenSources;
import static org.lwjgl.openal.AL10.alListener3f;
import static org.lwjgl.openal.AL10.alListenerf;
import static org.lwjgl.openal.AL10.alListenerfv;
import static org.lwjgl.openal.AL10.alSource3f;
import static org.lwjgl.openal.AL10.alSourcePlay;
import static org.lwjgl.openal.AL10.alSourceStop;
import static org.lwjgl.openal.AL10.alSourcef;
import static org.lwjgl.openal.AL10.alSourcei;
import static org.lwjgl.openal.ALC10.alcCloseDevice;
import static org.lwjgl.openal.ALC10.alcCreateContext;
import static org.lwjgl.openal.ALC10.alcDestroyContext;
import static org.lwjgl.openal.ALC10.alcMakeContextCurrent;
import static org.lwjgl.openal.ALC10.alcOpenDevice;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joml.Vector3fc;
import org.lwjgl.openal.AL;
import org.lwjgl.openal.ALC;
import org.lwjgl.system.MemoryUtil;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.state.Camera;

/** Sounds of the plant by OpenAL. Without a sound card, or without the library, it is silent and says so once. */
public final class Sounds implements AutoCloseable {
    private static final LocalText SILENT = new LocalText(
            "没有可用的音频设备，将不播放声音；字幕仍会显示。", "There is no audio device, so nothing is heard; subtitles are still shown.");

    /** Distance at which a sound is as loud as it was made, m. */
    private static final float NEAR = 1.5f;

    /** Sources at a time; most cards mix 32 without effort. */
    private static final int MOST = 24;

    private final long device;
    private final long context;
    private final Map<Sound.Kind, Integer> buffers = new EnumMap<>(Sound.Kind.class);
    private final Map<String, Integer> playing = new HashMap<>();
    private final List<Integer> steps = new ArrayList<>();
    private final float[] orientation = new float[6];
    private int nextStep;

    private Sounds(long device, long context) {
        this.device = device;
        this.context = context;
    }

    /**
     * Opens the sound card.
     *
     * @return the sounds, silent if there is none
     */
    public static Sounds open() {
        long device = openDevice();
        if (device == MemoryUtil.NULL) {
            return new Sounds(MemoryUtil.NULL, MemoryUtil.NULL);
        }
        long context = alcCreateContext(device, (IntBuffer) null);
        if (context == MemoryUtil.NULL || !alcMakeContextCurrent(context)) {
            alcCloseDevice(device);
            return new Sounds(MemoryUtil.NULL, MemoryUtil.NULL);
        }
        AL.createCapabilities(ALC.createCapabilities(device));
        Sounds sounds = new Sounds(device, context);
        sounds.load();
        return sounds;
    }

    private static long openDevice() {
        try {
            return alcOpenDevice((ByteBuffer) null);
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            // sound is not needed to train: a library that does not load is as a card that is not there
            return MemoryUtil.NULL;
        }
    }

    private void load() {
        for (Sound.Kind kind : Sound.Kind.values()) {
            short[] wave = SoundWaves.of(kind);
            ShortBuffer samples = MemoryUtil.memAllocShort(wave.length);
            samples.put(wave).flip();
            int buffer = alGenBuffers();
            alBufferData(buffer, AL_FORMAT_MONO16, samples, SoundWaves.RATE);
            MemoryUtil.memFree(samples);
            buffers.put(kind, buffer);
        }
        for (int i = 0; i < 3; i++) {
            int source = alGenSources();
            alSourcei(source, AL_BUFFER, buffers.getOrDefault(Sound.Kind.STEP, 0));
            alSourcef(source, AL_REFERENCE_DISTANCE, NEAR);
            steps.add(source);
        }
    }

    /**
     * What people are told if nothing is heard.
     *
     * @return a sentence; empty if sounds are heard
     */
    public Optional<LocalText> notice() {
        return device == MemoryUtil.NULL ? Optional.of(SILENT) : Optional.empty();
    }

    /**
     * Lets exactly these sounds be heard from where the eye is.
     *
     * @param camera where the ears are
     * @param volume of all, 0 to 1
     * @param sounds that last; those not named any more end
     */
    public void hear(Camera camera, float volume, List<Sound> sounds) {
        if (device == MemoryUtil.NULL) {
            return;
        }
        listen(camera, volume);
        Set<String> named = new HashSet<>();
        for (Sound sound : sounds) {
            named.add(sound.id());
            Integer source = playing.get(sound.id());
            if (source == null && playing.size() < MOST) {
                source = alGenSources();
                alSourcei(source, AL_BUFFER, buffers.getOrDefault(sound.kind(), 0));
                alSourcei(source, AL_LOOPING, sound.kind() == Sound.Kind.STEP ? AL_FALSE : AL_TRUE);
                alSourcef(source, AL_REFERENCE_DISTANCE, NEAR);
                adjust(source, sound);
                alSourcePlay(source);
                playing.put(sound.id(), source);
            } else if (source != null) {
                adjust(source, sound);
            }
        }
        Iterator<Map.Entry<String, Integer>> all = playing.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<String, Integer> one = all.next();
            if (!named.contains(one.getKey())) {
                alSourceStop(one.getValue());
                alDeleteSources(one.getValue());
                all.remove();
            }
        }
    }

    private void listen(Camera camera, float volume) {
        Vector3fc ear = camera.eye();
        alListener3f(AL_POSITION, ear.x(), ear.y(), ear.z());
        alListenerf(AL_GAIN, volume);
        orientation[0] = (float) (-Math.sin(camera.yaw()) * Math.cos(camera.pitch()));
        orientation[1] = (float) Math.sin(camera.pitch());
        orientation[2] = (float) (-Math.cos(camera.yaw()) * Math.cos(camera.pitch()));
        orientation[4] = 1;
        alListenerfv(AL_ORIENTATION, orientation);
    }

    private static void adjust(int source, Sound sound) {
        alSource3f(
                source, AL_POSITION, sound.at().x(), sound.at().y(), sound.at().z());
        alSourcef(source, AL_GAIN, Math.max(0, Math.min(1, sound.loudness())));
        alSourcef(source, AL_PITCH, Math.max(0.1f, Math.min(2, sound.pitch())));
    }

    /**
     * Plays one footstep.
     *
     * @param at where the foot is, m
     * @param loudness 0 to 1
     */
    public void step(Vector3fc at, float loudness) {
        if (steps.isEmpty()) {
            return;
        }
        int source = steps.get(nextStep);
        // three in turn, each a little different in pitch, so that walking does not sound like a machine
        alSourcef(source, AL_PITCH, 0.94f + 0.06f * nextStep);
        nextStep = (nextStep + 1) % steps.size();
        alSource3f(source, AL_POSITION, at.x(), at.y(), at.z());
        alSourcef(source, AL_GAIN, loudness);
        alSourcePlay(source);
    }

    @Override
    public void close() {
        if (device == MemoryUtil.NULL) {
            return;
        }
        playing.values().forEach(source -> alDeleteSources(source));
        steps.forEach(source -> alDeleteSources(source));
        buffers.values().forEach(buffer -> alDeleteBuffers(buffer));
        playing.clear();
        steps.clear();
        buffers.clear();
        alcMakeContextCurrent(MemoryUtil.NULL);
        alcDestroyContext(context);
        alcCloseDevice(device);
    }
}
