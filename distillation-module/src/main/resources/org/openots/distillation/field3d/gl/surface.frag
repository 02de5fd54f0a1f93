#include "frame.glsl"
#include "noise.glsl"
#include "sky.glsl"
#include "light.glsl"
#include "pattern.glsl"
in vec3 place;
in vec3 vNormal;
in vec4 vColour;
in vec4 vSurface;
flat in float pattern;
flat in float highlight;
out vec4 result;

// Pools and rain: dark, smooth, mirroring more than water does, so that one sees them from above too.
float film = 0.0;
void wetten(inout Made m, vec3 p) {
    if (m.n.y < 0.6) return;
    int pools = int(counts.y);
    float wet = 0.0;
    for (int i = 0; i < pools; i++) {
        vec3 d = p - pool[i].xyz;
        float wobble = 0.82 + 0.30 * noiseAt(p.xz * 1.3 + float(i) * 7.0) + 0.12 * noiseAt(p.xz * 4.1);
        float inside = smoothstep(1.0, 0.94, length(d.xz) / max(pool[i].w * wobble, 1e-3));
        wet = max(wet, inside * step(abs(d.y), 0.20));
    }
    float open = 0.0;
    if (rain() > 0.0) {
        vec4 sky = skySeen(p, m.n);
        open = rain() * smoothstep(0.35, 0.7, sky.w);
        float puddle = smoothstep(0.52, 0.60, fractal(p.xz * 0.35 + 3.0, 3) + 0.08 * open);
        m.albedo *= 1.0 - 0.42 * open;
        m.rough = mix(m.rough, min(m.rough, 0.26), open);
        film = 0.35 * open;
        wet = max(wet, puddle * open);
    }
    if (wet > 0.0) {
        m.albedo *= mix(1.0, 0.36, wet);
        m.rough = mix(m.rough, 0.05, wet);
        film = wet;
        vec3 level = vec3(0.0, 1.0, 0.0);
        float wave = 0.020 + 0.05 * open;
        level.xz += wave * (vec2(noiseAt(p.xz * 5.0 + time() * 1.1), noiseAt(p.xz * 5.0 + 31.0 - time() * 0.9)) - 0.5);
        m.n = normalize(mix(m.n, level, wet));
        m.metal *= 1.0 - wet;
    }
}
Made made(vec3 n, vec3 v) {
    Made m = Made(vColour.rgb, n, vSurface.x, vSurface.y, vColour.a);
    float w = max(length(dFdx(place)), length(dFdy(place)));
    int kind = int(pattern);
#ifdef NOISE
    if (kind == 1) concrete(m, place, w);
    else if (kind == 2) asphalt(m, place, w);
    else if (kind == 3) grass(m, place, w);
    else if (kind == 4) cladding(m, place, w);
    else if (kind == 6) rust(m, place, w);
    else if (kind == 12) foliage(m, place, w);
    else
#endif
    if (kind == 5) brick(m, place, w);
    else if (kind == 7) grating(m, place, v, w);
    else if (kind == 8) chequer(m, place, w);
    else if (kind == 9) tiles(m, place, w);
    else if (kind == 10) hazard(m, place, w);
    return m;
}
void main() {
    vec3 v = normalize(eye.xyz - place);
    vec3 n = normalize(vNormal);
    if (!gl_FrontFacing) n = -n;
    float seen = dot(n, sun.xyz) > 0.0 ? sunSeen(place, n) : 0.0;
    Made m = made(n, v);
    if (m.alpha < 0.02) discard;
    wetten(m, place);
    Surface s;
    s.place = place;
    s.n = m.n;
    s.v = v;
    s.albedo = m.albedo * (1.0 - m.metal);
    s.f0 = mix(vec3(0.04 + 0.07 * film), m.albedo, m.metal);
    // where normals turn within a pixel the highlight is spread, or it would sparkle
    vec3 dx = dFdx(n), dy = dFdy(n);
    float turn = min(2.0 * max(dot(dx, dx), dot(dy, dy)), 0.18);
    s.rough = clamp(sqrt(m.rough * m.rough + turn), 0.05, 1.0);
    vec3 light = lit(s, seen);
    if (int(pattern) == 11) {
        // glass: the liquid shines through, the pane mirrors
        light += 0.25 * m.albedo * (zenith.rgb + horizon.rgb) * 0.5 * (1.0 - night());
    }
    if (int(pattern) == 12) light += 0.22 * m.albedo * sunLight.rgb * seen * max(dot(-v, sun.xyz), 0.0);
    light += m.albedo * vSurface.z * 2.6;
    if (highlight > 0.0) {
        float rim = pow(1.0 - max(dot(n, v), 0.0), 2.0);
        vec3 gold = vec3(1.0, 0.55, 0.02) * (0.55 + 0.85 * dot(light, vec3(0.30, 0.59, 0.11))) / max(ground.w, 0.1) * 0.6;
        light = mix(light, gold, highlight * (0.70 + 0.25 * rim) * (0.85 + 0.15 * sin(time() * 4.0)));
    }
    light = hazy(light, place);
    float dither = (grain(ivec2(gl_FragCoord.xy)) - 0.5) / 255.0;
    result = vec4(toScreen(light) + dither, m.alpha);
}
