// Noise from whole numbers, so that every card draws the same.
uint scramble(uint x) {
    x ^= x >> 16u; x *= 0x7feb352du;
    x ^= x >> 15u; x *= 0x846ca68bu;
    return x ^ (x >> 16u);
}
float grain(ivec2 p) { return float(scramble(uint(p.x) * 0x9e3779b9u ^ scramble(uint(p.y)))) * (1.0 / 4294967295.0); }
float noiseAt(vec2 p) {
    vec2 cell = floor(p), f = p - cell;
    ivec2 i = ivec2(cell);
    vec2 u = f * f * (3.0 - 2.0 * f);
    return mix(mix(grain(i), grain(i + ivec2(1, 0)), u.x), mix(grain(i + ivec2(0, 1)), grain(i + ivec2(1, 1)), u.x), u.y);
}
float fractal(vec2 p, int octaves) {
    float sum = 0.0, share = 0.5;
    for (int i = 0; i < octaves; i++) {
        sum += share * noiseAt(p);
        p = mat2(1.6, 1.2, -1.2, 1.6) * p + 17.3;
        share *= 0.5;
    }
    return sum;
}
