#include "frame.glsl"
#include "noise.glsl"
#include "sky.glsl"
#include "light.glsl"
in vec2 corner;
in vec3 place;
flat in vec4 what;
flat in float age;
out vec4 result;

float cloudy(vec2 p, float seed, float grow) {
    vec2 q = p * (1.6 + 0.8 * grow) + seed * 61.0;
    return fractal(q, 3) * 1.14;
}
vec3 lightOfCloud(vec3 base, vec2 p, float r) {
    vec4 open = skySeen(place, vec3(0.0, 1.0, 0.0));
    vec3 ball = vec3(p, sqrt(max(1.0 - r * r, 0.0)));
    float side = 0.5 + 0.5 * ball.y;
    float sunny = sunSeen(place, vec3(0.0));
    vec3 ambient = mix(horizon.rgb, zenith.rgb, 0.35) * (0.5 + 0.5 * side) * open.w + ground.rgb * 0.18;
    vec3 lamps = vec3(0.0);
    for (int i = 0; i < int(counts.x); i++) {
        vec3 d = lampPlace[i].xyz - place;
        float x = 1.0 - clamp(dot(d, d) / (lampPlace[i].w * lampPlace[i].w), 0.0, 1.0);
        lamps += lampLight[i].rgb * x * x / (1.0 + dot(d, d) * 0.5) * 0.16;
    }
    return base * (ambient + sunLight.rgb * sunny * (0.30 + 0.25 * side) + lamps);
}
void main() {
    int kind = int(what.x);
    float r = length(corner), strength = what.y, seed = what.z;
    if (r > 1.0 && kind != 0 && kind != 6 && kind != 8) discard;
    if (kind == 7) {
        float a = strength * smoothstep(1.0, 0.15, r);
        result = vec4(0.0, 0.0, 0.0, a * a);
        return;
    }
    if (kind == 3) {
        // a tongue of flame: hot in the middle and below, eaten by noise above
        vec2 q = vec2(corner.x * 1.7, corner.y * 1.15 - time() * 2.6) + seed * 37.0;
        float eat = fractal(q, 3) * 1.14;
        float narrow = corner.x * corner.x * (1.25 + 1.3 * max(corner.y, 0.0)) * 1.5 + 0.75 * corner.y * corner.y;
        float heat = clamp(1.25 - narrow * 1.15 - eat * (0.42 + 0.75 * age), 0.0, 1.0);
        float body = smoothstep(0.02, 0.45, heat) * strength;
        float hot = clamp(heat * (1.18 - 0.72 * age), 0.0, 1.0);
        vec3 c = mix(vec3(0.62, 0.07, 0.01), vec3(1.0, 0.36, 0.03), smoothstep(0.10, 0.45, hot));
        c = mix(c, vec3(1.0, 0.78, 0.22), smoothstep(0.45, 0.80, hot));
        c = mix(c, vec3(1.0, 0.96, 0.74), smoothstep(0.85, 1.05, hot));
        // flames do not end at the floor as if they were cut
        float a = body * 0.42 * smoothstep(0.0, 0.22, place.y - what.w);
        result = vec4(c * a * 1.25, a);
        return;
    }
    if (kind == 8) {
        float a = smoothstep(1.0, 0.2, length(corner)) * strength;
        result = vec4(vec3(1.0, 0.55, 0.12) * a, a * 0.5);
        return;
    }
    if (kind == 5) {
        float ring = smoothstep(0.55, 0.85, r) * smoothstep(1.0, 0.9, r) + 0.9 * smoothstep(0.25, 0.0, length(corner - vec2(-0.35, 0.4)));
        float a = (ring * 0.8 + 0.12) * strength;
        result = vec4(vec3(0.9, 0.96, 1.0) * a, a);
        return;
    }
    if (kind == 0 || kind == 6) {
        float across = 1.0 - abs(corner.x), along = 1.0 - corner.y * corner.y;
        float a = across * along * strength;
        vec3 c = toScreen(mix(horizon.rgb, zenith.rgb, 0.3) * 0.85 + sunLight.rgb * 0.08 + 0.02);
        result = vec4(c * a, a);
        return;
    }
    float soft = smoothstep(1.0, 0.1, r);
    float n = cloudy(corner, seed, age);
    float a = soft * smoothstep(0.18, 0.62, n + 0.38 * (1.0 - r) - 0.15 * age) * strength;
    vec3 c;
    if (kind == 1) c = lightOfCloud(vec3(0.92), corner, r);
    else if (kind == 4) c = lightOfCloud(mix(vec3(0.035, 0.032, 0.030), vec3(0.16), age), corner, r);
    else {
        // gas is not seen but its streaks bend the light: thin pale threads that run through
        float thread = noiseAt(vec2(corner.x * 5.0 + seed * 9.0, corner.y * 5.0 - time() * 1.3));
        a = soft * strength * (0.35 + 0.9 * smoothstep(0.45, 0.75, thread));
        c = lightOfCloud(vec3(0.72, 0.80, 0.70), corner, r);
    }
    c = toScreen(hazy(c, place));
    result = vec4(c * a, a);
}
