// What surfaces are made of, by place in the site. Everything fades to its mean before it gets finer than a pixel.
struct Made { vec3 albedo, n; float rough, metal, alpha; };

// a line of a width at whole multiples of a step; w is the size of a pixel in the same unit
float joint(float x, float pitch, float width, float w) {
    float d = abs(fract(x / pitch + 0.5) - 0.5) * pitch;
    float line = 1.0 - smoothstep(width * 0.5 - w * 0.5, width * 0.5 + w * 0.5, d);
    return mix(line, width / pitch, smoothstep(0.35, 0.8, w / pitch)) * min(1.0, width / max(w, 1e-5) + 0.15);
}
float fine(float pitch, float w) { return 1.0 - smoothstep(0.25, 0.7, w / pitch); }
vec2 flatPlace(vec3 p, vec3 n) {
    vec3 a = abs(n);
    return a.y > 0.7 ? p.xz : a.x > a.z ? p.zy : p.xy;
}
// the axis along which a sheet of cladding lies around a body: the one its normals never have
vec2 aroundBody(vec3 p, vec3 n) {
    vec3 a = abs(n);
    if (a.y < 0.02) return vec2(p.y, 1.0);
    if (a.x < 0.02) return vec2(p.x, 1.0);
    if (a.z < 0.02) return vec2(p.z, 1.0);
    return vec2(0.0, 0.0);
}
void bend(inout vec3 n, vec3 p, float pitch, float amount, float w) {
    float f = fine(pitch, w) * amount;
    if (f < 0.001) return;
    vec2 q = (abs(n.y) > 0.7 ? p.xz : vec2(p.x + p.z, p.y)) / pitch;
    float e = 0.35, h = noiseAt(q);
    vec2 slope = vec2(noiseAt(q + vec2(e, 0.0)) - h, noiseAt(q + vec2(0.0, e)) - h) / e;
    vec3 t = abs(n.y) > 0.7 ? vec3(1.0, 0.0, 0.0) : normalize(vec3(n.z, 0.0, -n.x) + 1e-4);
    vec3 b = cross(n, t);
    n = normalize(n - f * (slope.x * t + slope.y * b));
}
void concrete(inout Made m, vec3 p, float w) {
    vec2 q = flatPlace(p, m.n);
    float seam = max(joint(q.x, 4.0, 0.024, w), joint(q.y, 4.0, 0.024, w));
    float slab = grain(ivec2(floor(q / 4.0)));
    float stain = fractal(q * 0.33, 4);
    float speck = mix(0.5, noiseAt(q * 46.0) * 0.5 + noiseAt(q * 19.0) * 0.5, fine(0.045, w));
    m.albedo *= (0.90 + 0.10 * slab) * (0.66 + 0.60 * stain) * (0.93 + 0.14 * speck);
    m.albedo = mix(m.albedo, m.albedo * vec3(0.80, 0.74, 0.66), 0.55 * smoothstep(0.56, 0.76, fractal(q * 0.9 + 31.0, 3)));
    m.albedo *= 1.0 - 0.55 * seam;
    m.rough = clamp(m.rough - 0.10 * stain, 0.3, 1.0);
    bend(m.n, p, 0.05, 0.05, w);
}
void asphalt(inout Made m, vec3 p, float w) {
    vec2 q = flatPlace(p, m.n);
    float speck = mix(0.5, noiseAt(q * 60.0), fine(0.03, w));
    m.albedo *= (0.70 + 0.5 * fractal(q * 0.25, 4)) * (0.75 + 0.5 * speck);
    bend(m.n, p, 0.03, 0.12, w);
}
void grass(inout Made m, vec3 p, float w) {
    vec2 q = p.xz;
    float broad = fractal(q * 0.12, 3), tuft = mix(0.5, noiseAt(q * 7.0), fine(0.3, w)), blade = mix(0.5, noiseAt(q * vec2(58.0, 41.0)), fine(0.04, w));
    m.albedo *= (0.40 + 0.5 * broad + 0.30 * tuft) * (0.70 + 0.5 * blade) * vec3(0.95, 0.88, 0.9);
    m.albedo = mix(m.albedo, m.albedo * vec3(1.45, 1.12, 0.6), smoothstep(0.45, 0.7, fractal(q * 0.3 + 9.0, 3)) * 0.6);
    bend(m.n, p, 0.12, 0.35, w);
}
void cladding(inout Made m, vec3 p, float w) {
    vec2 along = aroundBody(p, m.n);
    float sheet = floor(along.x / 0.9);
    if (along.y > 0.5) {
        float seam = joint(along.x, 0.9, 0.016, w), lip = joint(along.x - 0.018, 0.9, 0.02, w);
        m.albedo *= (1.0 - 0.50 * seam) * (1.0 + 0.12 * lip) * (0.95 + 0.10 * grain(ivec2(int(sheet), 7)));
        vec2 q = vec2(abs(m.n.y) < 0.02 ? p.x * m.n.z - p.z * m.n.x : p.y, along.x - 0.05);
        vec2 d = vec2(abs(fract(q.x / 0.15 + 0.5) - 0.5) * 0.15, abs(fract(q.y / 0.9 + 0.5) - 0.5) * 0.9);
        float rivet = smoothstep(0.010 + w, 0.007 - w, length(d)) * fine(0.05, w);
        m.albedo *= 1.0 - 0.30 * rivet;
    }
    // sheets are never quite even: broad dents show in what they mirror
    bend(m.n, p + sheet * 3.7, 0.55, 0.045, w);
    float streak = fractal(vec2((p.x + p.z) * 3.0, p.y * 0.25), 3);
    m.albedo *= 0.86 + 0.26 * streak;
    m.rough = clamp(m.rough + 0.16 * (fractal(flatPlace(p, m.n) * 1.7, 3) - 0.4), 0.08, 1.0);
}
void brick(inout Made m, vec3 p, float w) {
    vec2 q = flatPlace(p, m.n);
    float row = floor(q.y / 0.20);
    q.x += mod(row, 2.0) * 0.20;
    float mortar = max(joint(q.x, 0.40, 0.014, w), joint(q.y, 0.20, 0.014, w));
    float each = mix(0.5, grain(ivec2(int(floor(q.x / 0.40)), int(row))), fine(0.35, w));
    m.albedo *= 0.82 + 0.30 * each;
    m.albedo *= 0.86 + 0.26 * fractal(q * 0.7, 3);
    m.albedo = mix(m.albedo, vec3(dot(m.albedo, vec3(0.33))) * 0.80, mortar * 0.75);
}
void rust(inout Made m, vec3 p, float w) {
    vec2 q = flatPlace(p, m.n);
    float spot = fractal(q * 5.0, 4) + 0.25 * (fractal(q * 0.8 + 4.0, 2) - 0.5);
    float red = smoothstep(0.46, 0.62, spot);
    m.albedo = mix(m.albedo, vec3(0.23, 0.085, 0.03) * (0.6 + 0.8 * spot), red * 0.85);
    m.rough = mix(m.rough, 0.92, red);
    m.metal *= 1.0 - red;
}
void grating(inout Made m, vec3 p, vec3 v, float w) {
    vec2 q = p.xz;
    if (abs(m.n.y) < 0.5) return;
    float bars = max(joint(q.x, 0.041, 0.010, w), joint(q.y, 0.100, 0.010, w));
    // far away only the share of steel counts; at a low angle the height of the bars closes the gaps
    float slant = clamp(1.0 / max(abs(v.y), 0.08) - 1.0, 0.0, 6.0);
    float mean = clamp(0.36 + 0.09 * slant, 0.0, 0.96);
    float close = clamp(bars + 0.10 * slant * (0.4 + 0.6 * fine(0.05, w)), 0.0, 1.0);
    m.alpha = mix(mean, close, fine(0.06, w));
    m.albedo *= 0.72 + 0.28 * bars;
}
void chequer(inout Made m, vec3 p, float w) {
    vec2 q = flatPlace(p, m.n) * 18.0;
    vec2 cell = floor(q), f = fract(q) - 0.5;
    float way = mod(cell.x + cell.y, 2.0) < 0.5 ? 1.0 : -1.0;
    vec2 r = vec2(f.x + way * f.y, f.x - way * f.y) * 0.7071;
    float px = w * 18.0;
    float lug = smoothstep(0.11 + px, 0.11 - px, length(r * vec2(0.32, 1.0))) * (1.0 - smoothstep(0.4, 1.0, px));
    m.albedo *= 0.86 + 0.22 * lug;
    m.rough = clamp(m.rough - 0.15 * lug, 0.1, 1.0);
}
void tiles(inout Made m, vec3 p, float w) {
    vec2 q = flatPlace(p, m.n);
    float seam = max(joint(q.x, 1.2, 0.006, w), joint(q.y, 1.2, 0.006, w));
    float cloud = fractal(q * 0.8, 3);
    m.albedo *= (0.92 + 0.14 * cloud) * (1.0 - 0.35 * seam);
    m.rough = clamp(m.rough + 0.18 * (cloud - 0.45) + 0.3 * seam, 0.08, 1.0);
    bend(m.n, p, 0.9, 0.010, w);
}
void hazard(inout Made m, vec3 p, float w) {
    float d = (p.x + p.y + p.z) / 0.30;
    float px = w / 0.30 * 1.5;
    float s = abs(fract(d) - 0.5) - 0.25;
    float black = mix(smoothstep(-px, px, s), 0.5, smoothstep(0.3, 0.8, px));
    m.albedo = mix(vec3(0.86, 0.56, 0.02), vec3(0.02), black);
}
void foliage(inout Made m, vec3 p, float w) {
    vec2 q = vec2(p.x + 0.7 * p.z, p.y + 0.3 * p.z);
    float broad = noiseAt(q * 1.3), leaf = mix(0.5, noiseAt(q * 7.0) * 0.6 + noiseAt(q * 17.0) * 0.4, fine(0.15, w));
    m.albedo *= (0.55 + 0.5 * broad) * (0.45 + 1.1 * leaf);
    bend(m.n, p, 0.5, 0.8, w);
    bend(m.n, p, 0.14, 0.7, w);
}
